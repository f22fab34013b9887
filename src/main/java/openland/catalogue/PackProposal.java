package openland.catalogue;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A pack (目录包) that somebody wishes to load into the running program.
 *
 * @param office   the office for which, with all under it, it would hold
 * @param digest   SHA-256 of the pack's canonical content, lower-case hexadecimal
 * @param decision null while it waits
 */
public record PackProposal(UUID id, UUID office, String pack, int version, String digest, String reason, UUID proposedBy,
                           Instant proposedAt, @Nullable Decision decision) {
    /** What a second person said. */
    public record Decision(UUID officer, boolean accepted, String remark, Instant at) {}

    /** The name under which faults speak of a pack. */
    static String file(String pack) {
        return pack + ".yaml";
    }
}
