package openland.disclosure;

import java.time.Instant;
import java.util.UUID;

/**
 * One immutable version (版本) of a disclosure, as the public reads it.
 *
 * @param canonical the canonical JSON of {@code projection}
 * @param salt      128 bits, shown with the piece so that anyone can open the ledger's commitment
 */
public record Edition(UUID disclosure, int number, long ledgerIndex, Instant publishedAt, Projection projection,
        String canonical, byte[] salt) {}
