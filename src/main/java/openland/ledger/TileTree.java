package openland.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The Merkle tree of RFC 6962 (section 2.1) read from tiles: roots and proofs at the cost of a few tiles, however large
 * the log. What it gives is only as good as its tiles; compare the root with a signed one.
 */
public final class TileTree {
    private final long size;
    private final Function<Tile, byte[]> tiles;
    private final Map<Tile, byte[]> read = new HashMap<>();

    /** @param tiles gives the bytes of every tile that a tree of {@code size} leaves has */
    TileTree(long size, Function<Tile, byte[]> tiles) {
        this.size = size;
        this.tiles = tiles;
    }

    public long size() {
        return size;
    }

    /** The tree's root; SHA-256 of nothing for the empty tree. */
    public byte[] root() {
        return range(0, size).root();
    }

    public byte[] leafHash(long index) {
        mustHave(index);
        return subtree(0, index);
    }

    /** The proof that the leaf at {@code index} is in this tree: sibling hashes, from the leaf up. */
    public List<byte[]> inclusion(long index) {
        mustHave(index);
        var proof = new ArrayList<byte[]>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + split(to - from);
            if (index < middle) {
                proof.add(range(middle, to).root());
                to = middle;
            } else {
                proof.add(range(from, middle).root());
                from = middle;
            }
        }
        return proof.reversed();
    }

    /** The proof that the tree of the first {@code first} leaves is the beginning of this one (1 ≤ first ≤ size). */
    public List<byte[]> consistency(long first) {
        if (first < 1 || first > size) {
            throw new IllegalArgumentException("No consistency proof from " + first + " to " + size + " leaves.");
        }
        var proof = new ArrayList<byte[]>();
        long from = 0;
        long to = size;
        while (to != first) {
            long middle = from + split(to - from);
            if (first <= middle) {
                proof.add(range(middle, to).root());
                to = middle;
            } else {
                proof.add(range(from, middle).root());
                from = middle;
            }
        }
        if (from > 0) {
            proof.add(range(from, to).root());
        }
        return proof.reversed();
    }

    private void mustHave(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("A tree of " + size + " leaves has no leaf " + index + ".");
        }
    }

    /** The right edge of the leaves from {@code from}, which begins a subtree as large as what follows, up to {@code to}. */
    private CompactRange range(long from, long to) {
        var peaks = new ArrayList<byte[]>();
        for (long at = from; at < to; ) {
            int height = 63 - Long.numberOfLeadingZeros(to - at);
            peaks.add(subtree(height, at >>> height));
            at += 1L << height;
        }
        return CompactRange.of(to - from, peaks);
    }

    /** The root of the {@code index}-th full subtree of that height. */
    private byte[] subtree(int height, long index) {
        int level = height / 8;
        int within = height % 8;
        long first = index << within;
        var tile = tile(Tile.widest(level, first / Tile.FULL, size));
        var hashes = new ArrayList<byte[]>();
        int at = (int) (first % Tile.FULL) * Tile.HASH;
        for (int i = 0; i < 1 << within; i++, at += Tile.HASH) {
            hashes.add(Arrays.copyOfRange(tile, at, at + Tile.HASH));
        }
        return CompactRange.over(hashes).root();
    }

    private byte[] tile(Tile tile) {
        return read.computeIfAbsent(tile, tiles);
    }

    /** The largest power of two smaller than {@code count} (count > 1). */
    private static long split(long count) {
        return Long.highestOneBit(count - 1);
    }
}
