package openland.disclosure;

import java.time.Instant;
import java.util.UUID;
import openland.office.Post;
import org.jspecify.annotations.Nullable;

/**
 * One signature of the review path, bound to the SHA-256 of the content that was signed.
 *
 * @param behalf whose post it is when the officer signed for somebody away (受委托); null for his own
 */
public record Signature(Post post, UUID office, UUID officer, byte[] digest, Instant signedAt, @Nullable UUID behalf) {
    public Signature(Post post, UUID office, UUID officer, byte[] digest, Instant signedAt) {
        this(post, office, officer, digest, signedAt, null);
    }
}
