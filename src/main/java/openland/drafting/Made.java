package openland.drafting;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A move that was made. @param behalf for whom, when the post was held for somebody away; null for the own post */
public record Made(int n, Move move, int round, int step, UUID officer, String remark, Instant at,
        @Nullable UUID behalf) {}
