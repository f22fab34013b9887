package openland.ledger;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where an outsider reads a whole log with its pieces: a site, or a folder with the same paths. */
interface LogSource {
    /** What is at a path: {@code status} 200 with bytes, 410 for what was withdrawn, anything else as an HTTP server says it. */
    record Fetched(int status, byte[] bytes) {
        boolean isThere() {
            return status == 200;
        }
    }

    /** An entry as the site lists it. @param leaf null where the source lists only the pieces */
    record Listed(long index, @Nullable String leaf, @Nullable UUID piece) {}

    /** @param path as in {@code ledger/checkpoint} */
    Fetched fetch(String path);

    /** The entries from {@code from} up to, and without, {@code to}; fewer than that where they are not to be had. */
    List<Listed> entries(long from, long to);

    /** Whether contents of pieces can be had here at all. */
    boolean hasPieces();

    /** An edition was withdrawn: a source that keeps copies drops them. */
    void forget(UUID piece, int edition);
}
