package openland.office;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * An officer's account as administrators see it; {@code posts} are those of this moment.
 *
 * @param password     who has chosen it
 * @param secondFactor whether the officer has one (动态口令)
 */
public record Account(UUID id, String name, String displayName, UUID office, boolean active, Instant createdAt,
        Set<Officer.Holding> posts, PasswordKind password, boolean secondFactor) {

    /** True when one of the posts is an administrator's. */
    public boolean isAdministrator() {
        return posts.stream().anyMatch(held -> held.post().isAdministrator());
    }
}
