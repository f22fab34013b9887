package openland.search;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one ledger entry does to the index. */
sealed interface IndexChange {
    /** The edition takes the place of whatever stood for its piece. */
    record Put(Searchable edition) implements IndexChange {}

    /** Nothing of the piece can be found; {@code edition} limits that to one edition. */
    record Remove(UUID id, @Nullable Integer edition) implements IndexChange {}
}
