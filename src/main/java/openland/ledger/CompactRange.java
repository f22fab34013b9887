package openland.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import openland.base.Digests;

/**
 * The right edge of a growing tree: the roots of its full subtrees, largest first. It is all that is needed to append
 * further leaves and to know the root, so it is kept with every checkpoint and growth costs only what is new.
 */
public final class CompactRange {
    private static final int HASH_BYTES = 32;
    private static final byte[] NODE_PREFIX = {1};

    private final List<byte[]> peaks = new ArrayList<>();
    private long size;

    /** The range that {@link #encoded()} gave for that size. @throws IllegalArgumentException when the two don't fit */
    public static CompactRange decode(long size, byte[] encoded) {
        if (size < 0 || encoded.length != Long.bitCount(size) * HASH_BYTES) {
            throw new IllegalArgumentException("A tree of " + size + " leaves has no frontier of " + encoded.length + " bytes.");
        }
        var range = new CompactRange();
        range.size = size;
        for (int at = 0; at < encoded.length; at += HASH_BYTES) {
            range.peaks.add(Arrays.copyOfRange(encoded, at, at + HASH_BYTES));
        }
        return range;
    }

    /** The range of {@code size} leaves with these peaks, largest first. */
    static CompactRange of(long size, List<byte[]> peaks) {
        var range = new CompactRange();
        range.size = size;
        range.peaks.addAll(peaks);
        return range;
    }

    /** The range over these hashes. */
    static CompactRange over(Iterable<byte[]> hashes) {
        var range = new CompactRange();
        hashes.forEach(range::append);
        return range;
    }

    /** Appends one leaf hash. */
    public CompactRange append(byte[] leafHash) {
        var hash = leafHash;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = node(peaks.removeLast(), hash);
        }
        peaks.add(hash);
        size++;
        return this;
    }

    public long size() {
        return size;
    }

    /** The Merkle tree hash of RFC 6962; SHA-256 of nothing for the empty tree. */
    public byte[] root() {
        if (peaks.isEmpty()) {
            return Digests.sha256();
        }
        var root = peaks.getLast();
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = node(peaks.get(i), root);
        }
        return root;
    }

    /** The hash of an inner node: SHA-256(0x01 ‖ left ‖ right). */
    static byte[] node(byte[] left, byte[] right) {
        return Digests.sha256(NODE_PREFIX, left, right);
    }

    /** The hashes one after the other, largest subtree first. */
    public byte[] encoded() {
        var encoded = new byte[peaks.size() * HASH_BYTES];
        for (int i = 0; i < peaks.size(); i++) {
            System.arraycopy(peaks.get(i), 0, encoded, i * HASH_BYTES, HASH_BYTES);
        }
        return encoded;
    }
}
