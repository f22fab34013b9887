package openland.drafting;

import java.time.Instant;
import java.util.UUID;
import openland.office.Post;
import org.jspecify.annotations.Nullable;

/**
 * A finding that a signer let pass (放行).
 *
 * @param finding the identity of the finding: when the text changes, there is no such finding any more
 * @param behalf  whose post it was when it was held for somebody away; null for his own
 */
public record Passed(UUID id, String finding, Ground ground, String reason, UUID officer, Post post, Instant at,
        @Nullable UUID behalf) {}
