package openland.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import openland.base.Digests;

/** The Merkle tree of RFC 6962 (section 2.1) over leaf hashes that are all at hand: roots and proofs. */
public final class Tree {
    private static final byte[] NODE_PREFIX = {1};

    private final List<byte[]> leafHashes;

    /** @param leafHashes in the order of the log */
    public Tree(List<byte[]> leafHashes) {
        this.leafHashes = leafHashes;
    }

    public int size() {
        return leafHashes.size();
    }

    public List<byte[]> leafHashes() {
        return Collections.unmodifiableList(leafHashes);
    }

    public byte[] root() {
        return root(0, size());
    }

    /** The proof that the leaf at {@code index} is in this tree: sibling hashes, from the leaf up. */
    public List<byte[]> inclusion(int index) {
        if (index < 0 || index >= size()) {
            throw new IllegalArgumentException("A tree of " + size() + " leaves has no leaf " + index + ".");
        }
        var proof = new ArrayList<byte[]>();
        int from = 0;
        int to = size();
        while (to - from > 1) {
            int middle = from + split(to - from);
            if (index < middle) {
                proof.add(root(middle, to));
                to = middle;
            } else {
                proof.add(root(from, middle));
                from = middle;
            }
        }
        return proof.reversed();
    }

    /** The proof that the tree of the first {@code size} leaves is the beginning of this one (1 ≤ size ≤ {@link #size()}). */
    public List<byte[]> consistency(int size) {
        if (size < 1 || size > size()) {
            throw new IllegalArgumentException("No consistency proof from " + size + " to " + size() + " leaves.");
        }
        var proof = new ArrayList<byte[]>();
        int from = 0;
        int to = size();
        while (to != size) {
            int middle = from + split(to - from);
            if (size <= middle) {
                proof.add(root(middle, to));
                to = middle;
            } else {
                proof.add(root(from, middle));
                from = middle;
            }
        }
        if (from > 0) {
            proof.add(root(from, to));
        }
        return proof.reversed();
    }

    /** The hash of an inner node: SHA-256(0x01 ‖ left ‖ right). */
    static byte[] node(byte[] left, byte[] right) {
        return Digests.sha256(NODE_PREFIX, left, right);
    }

    private byte[] root(int from, int to) {
        var range = new CompactRange();
        leafHashes.subList(from, to).forEach(range::append);
        return range.root();
    }

    /** The largest power of two smaller than {@code count} (count > 1). */
    private static int split(int count) {
        return Integer.highestOneBit(count - 1);
    }
}
