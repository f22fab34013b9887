package openland.ledger;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import openland.base.DurableFolder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The folder {@code ledger} beside the attachments, shared by all nodes: the log as C2SP tlog-tiles lays it out, with the
 * paths of its addresses, so that a copy of the folder is the log. Made from the entries, and made again when damaged.
 */
@Component
class Tiles {
    private static final String CHECKPOINT = "checkpoint";

    private final DurableFolder folder;
    private final Entries entries;

    @Autowired
    Tiles(@Value("${openland.files}") Path files, Entries entries) {
        this(files, entries, DurableFolder.none());
    }

    Tiles(Path files, Entries entries, DurableFolder.Fault fault) {
        this.folder = DurableFolder.open(files.toAbsolutePath().resolve("ledger"), fault);
        this.entries = entries;
    }

    /** The tree of the first {@code size} entries. @throws Damaged on the way when a tile is not there whole */
    TileTree tree(long size) {
        return new TileTree(size, tile -> read(tile).orElseThrow(() -> new Damaged(tile)));
    }

    /** A tile is missing or is not what was signed. */
    static final class Damaged extends RuntimeException {
        Damaged(Tile tile) {
            super("The tile " + tile.path() + " is missing or damaged.");
        }
    }

    /** The bytes of a tile, cut from a wider one where only that is there. */
    Optional<byte[]> read(Tile tile) {
        var exact = folder.read(name(tile)).filter(bytes -> isWhole(tile, bytes));
        return exact.isPresent() || tile.isFull() ? exact : cut(tile);
    }

    private Optional<byte[]> cut(Tile tile) {
        var widths = new ArrayList<>(folder.names("tile/" + tile.partials()).stream()
                .filter(name -> name.matches("[1-9][0-9]{0,2}")).map(Integer::valueOf).sorted().toList());
        widths.add(Tile.FULL);
        return widths.stream().filter(width -> width > tile.width()).map(tile::withWidth)
                .flatMap(wider -> folder.read(name(wider)).filter(bytes -> isWhole(wider, bytes)).stream())
                .findFirst().map(bytes -> Arrays.copyOf(bytes, length(tile, bytes)));
    }

    private static boolean isWhole(Tile tile, byte[] bytes) {
        return length(tile, bytes) == bytes.length;
    }

    /** How many of the bytes the tile's width takes up; -1 when there are too few. */
    static int length(Tile tile, byte[] bytes) {
        if (tile.level() != Tile.ENTRIES) {
            int length = tile.width() * Tile.HASH;
            return length <= bytes.length ? length : -1;
        }
        var buffer = ByteBuffer.wrap(bytes);
        for (int i = 0; i < tile.width(); i++) {
            int length = buffer.remaining() < 2 ? Integer.MAX_VALUE : Short.toUnsignedInt(buffer.getShort());
            if (length > buffer.remaining()) {
                return -1;
            }
            buffer.position(buffer.position() + length);
        }
        return buffer.position();
    }

    /**
     * Writes every tile that the tree of {@code size} leaves has and that of {@code from} has not. On return they are on
     * the disk; when it throws, what was there before is still there.
     */
    void write(long from, long size) {
        var roots = writeLeaves(from, size);
        for (int level = 1; !roots.isEmpty(); level++) {
            roots = writeLevel(level, Tile.count(level, from), roots);
        }
    }

    /** Whether every tile is there and all of them, with the entries, are the tree with that root. Reads the whole log. */
    boolean areWhole(long size, byte[] root) {
        var range = new CompactRange();
        var roots = new ArrayList<byte[]>();
        while (range.size() < size) {
            var tile = Tile.widest(0, range.size() / Tile.FULL, size);
            var hashes = leafHashes(tile);
            if (!holds(tile, hashes)) {
                return false;
            }
            hashes.forEach(range::append);
            if (tile.isFull()) {
                roots.add(CompactRange.over(hashes).root());
            }
        }
        return Arrays.equals(range.root(), root) && holdLevels(roots);
    }

    private boolean holdLevels(List<byte[]> first) {
        var hashes = first;
        for (int level = 1; !hashes.isEmpty(); level++) {
            var roots = new ArrayList<byte[]>();
            for (int at = 0; at < hashes.size(); at += Tile.FULL) {
                var part = hashes.subList(at, Math.min(at + Tile.FULL, hashes.size()));
                if (!holds(new Tile(level, at / Tile.FULL, part.size()), part)) {
                    return false;
                }
                if (part.size() == Tile.FULL) {
                    roots.add(CompactRange.over(part).root());
                }
            }
            hashes = roots;
        }
        return true;
    }

    private boolean holds(Tile tile, List<byte[]> hashes) {
        return hashes.size() == tile.width() && read(tile).map(bytes -> Arrays.equals(bytes, join(hashes))).orElse(false);
    }

    /** The hashes of the entries below a tile of level 0; none when they are not there. */
    private List<byte[]> leafHashes(Tile tile) {
        return leaves(tile).stream().map(Leaf::hash).toList();
    }

    private List<String> leaves(Tile tile) {
        return read(new Tile(Tile.ENTRIES, tile.index(), tile.width())).map(Tiles::leaves).orElse(List.of());
    }

    /** The texts in an entry bundle, which is whole. */
    static List<String> leaves(byte[] bundle) {
        var leaves = new ArrayList<String>();
        for (var rest = ByteBuffer.wrap(bundle); rest.hasRemaining(); ) {
            var leaf = new byte[Short.toUnsignedInt(rest.getShort())];
            rest.get(leaf);
            leaves.add(new String(leaf, StandardCharsets.UTF_8));
        }
        return leaves;
    }

    /** The text of one leaf of a tree of {@code size}. @throws Damaged when its bundle is not there */
    String leaf(long index, long size) {
        var tile = Tile.widest(0, index / Tile.FULL, size);
        var leaves = leaves(tile);
        if (leaves.isEmpty()) {
            throw new Damaged(tile);
        }
        return leaves.get((int) (index % Tile.FULL));
    }

    /** All tiles anew. */
    void rebuild(long size) {
        folder.clear();
        write(0, size);
    }

    /** Entry bundles and leaf hashes; what was signed is taken from its tile, not again from the table. */
    private List<byte[]> writeLeaves(long from, long size) {
        var roots = new ArrayList<byte[]>();
        for (long at = from; at < size; ) {
            var tile = Tile.widest(0, at / Tile.FULL, size);
            var bundle = new ByteArrayOutputStream();
            bundle.writeBytes(old(Tile.ENTRIES, at));
            var hashes = split(old(0, at));
            int count = tile.width() - hashes.size();
            var rows = entries.rows(at, count);
            mustFollow(at, count, rows);
            rows.forEach(row -> add(bundle, row.text()));
            rows.forEach(row -> hashes.add(row.hash()));
            put(new Tile(Tile.ENTRIES, tile.index(), tile.width()), bundle.toByteArray(), from);
            put(tile, join(hashes), from);
            if (tile.isFull()) {
                roots.add(CompactRange.over(hashes).root());
            }
            at += count;
        }
        return roots;
    }

    /** The bytes of the partial tile at the right edge of a tree with {@code count} hashes on that level. @throws Damaged */
    private byte[] old(int level, long count) {
        var tile = new Tile(level, count / Tile.FULL, (int) (count % Tile.FULL));
        return tile.width() == 0 ? new byte[0] : read(tile).orElseThrow(() -> new Damaged(tile));
    }

    private static void mustFollow(long first, int count, List<Entries.Row> rows) {
        for (int i = 0; i < count; i++) {
            if (i >= rows.size() || rows.get(i).index() != first + i) {
                throw new Distrust("Entry " + (first + i) + " is missing.");
            }
        }
    }

    private List<byte[]> writeLevel(int level, long old, List<byte[]> added) {
        var roots = new ArrayList<byte[]>();
        var hashes = split(old(level, old));
        long index = old / Tile.FULL;
        for (var hash : added) {
            hashes.add(hash);
            if (hashes.size() == Tile.FULL) {
                put(new Tile(level, index++, Tile.FULL), join(hashes), old);
                roots.add(CompactRange.over(hashes).root());
                hashes.clear();
            }
        }
        if (!hashes.isEmpty()) {
            put(new Tile(level, index, hashes.size()), join(hashes), old);
        }
        return roots;
    }

    /** Writes the tile, then drops narrower ones but that of the last checkpoint, which had {@code old} hashes on the level. */
    private void put(Tile tile, byte[] bytes, long old) {
        folder.write(name(tile), bytes);
        long signed = tile.isFull() ? 0 : old - tile.index() * Tile.FULL;
        for (var width : folder.names("tile/" + tile.partials())) {
            if (!width.equals(Long.toString(signed)) && !width.equals(Integer.toString(tile.width()))) {
                folder.delete("tile/" + tile.partials() + "/" + width);
            }
        }
        if (tile.isFull()) {
            folder.delete("tile/" + tile.partials());
        }
    }

    /** Puts the newest checkpoint and the keys beside the tiles, for whoever copies the folder; only after they are public. */
    void publish(SignedCheckpoint last, LogKeys keys) {
        putIfOther("key", LogKeys.lines(keys.at(last.size())));
        putIfOther("keys", keys.history());
        if (keys.epochs().stream().anyMatch(epoch -> epoch.since() == last.size() + 1)) {
            putIfOther("checkpoints/" + last.size(), last.note()); // hands over to the next keys
        }
        putIfOther(CHECKPOINT, last.note());
    }

    private void putIfOther(String name, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (!folder.read(name).map(old -> Arrays.equals(old, bytes)).orElse(false)) {
            folder.write(name, bytes);
        }
    }

    private static void add(ByteArrayOutputStream bundle, String leaf) {
        var text = leaf.getBytes(StandardCharsets.UTF_8);
        bundle.write(text.length >> 8);
        bundle.write(text.length);
        bundle.writeBytes(text);
    }

    private static byte[] join(List<byte[]> hashes) {
        var joined = ByteBuffer.allocate(hashes.size() * Tile.HASH);
        hashes.forEach(joined::put);
        return joined.array();
    }

    private static List<byte[]> split(byte[] joined) {
        var hashes = new ArrayList<byte[]>();
        for (int at = 0; at < joined.length; at += Tile.HASH) {
            hashes.add(Arrays.copyOfRange(joined, at, at + Tile.HASH));
        }
        return hashes;
    }

    private static String name(Tile tile) {
        return "tile/" + tile.path();
    }
}
