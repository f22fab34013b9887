package openland.ledger;

import java.time.Instant;

/**
 * A checkpoint that this log has signed.
 *
 * @param size     how many entries it covers: all with a smaller index
 * @param root     the tree's root
 * @param note     the signed note, byte for byte
 * @param signedAt when, by this program's clock
 */
public record SignedCheckpoint(long size, byte[] root, String note, Instant signedAt) {}
