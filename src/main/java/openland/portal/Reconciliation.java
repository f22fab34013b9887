package openland.portal;

import java.util.List;

/**
 * What a comparison of the ledger with everything that stands on it found.
 *
 * @param entries     how many entries were read
 * @param pieces      how many pieces are public by the ledger
 * @param differences none when all agree; at most a thousand are named
 */
public record Reconciliation(long entries, long pieces, List<Difference> differences) {
    public boolean agrees() {
        return differences.isEmpty();
    }
}
