package openland.disclosure;

import java.time.Instant;
import java.util.UUID;
import openland.office.Post;

/** One signature of the review path, bound to the SHA-256 of the content that was signed. */
public record Signature(Post post, UUID office, UUID officer, byte[] digest, Instant signedAt) {}
