package openland.ledger;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of one tile of C2SP tlog-tiles: up to 256 consecutive hashes of one level of the tree, or the entries under
 * the tile of level 0.
 *
 * @param level 0 for leaf hashes, 1 for the roots of full tiles of level 0, …; {@link #ENTRIES} for the entries themselves
 * @param index which one of its level
 * @param width how many hashes or entries, 1 to 256
 */
record Tile(int level, long index, int width) {
    static final int ENTRIES = -1;
    static final int FULL = 256;
    static final int HASH = 32;

    private static final Pattern PATH = Pattern.compile(
            "(entries|[0-9]|[1-5][0-9]|6[0-3])/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    /** The tile of that name; empty for anything that is not exactly such a name. @param path {@code 0/x001/234.p/17} */
    static Optional<Tile> parse(String path) {
        var match = PATH.matcher(path);
        if (!match.matches() || match.group(2).startsWith("x000/")) {
            return Optional.empty();
        }
        int width = match.group(3) == null ? FULL : Integer.parseInt(match.group(3));
        if (match.group(3) != null && width >= FULL) {
            return Optional.empty();
        }
        int level = match.group(1).equals("entries") ? ENTRIES : Integer.parseInt(match.group(1));
        return Optional.of(new Tile(level, Long.parseLong(match.group(2).replaceAll("[x/]", "")), width));
    }

    /** Its path below {@code tile/}: {@code 0/x001/234.p/17}. */
    String path() {
        return isFull() ? folder() : partials() + "/" + width;
    }

    /** Where its shorter forms are. */
    String partials() {
        return folder() + ".p";
    }

    private String folder() {
        var path = new StringBuilder("%03d".formatted(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path.insert(0, "x%03d/".formatted(rest % 1000));
        }
        return (level == ENTRIES ? "entries" : Integer.toString(level)) + "/" + path;
    }

    boolean isFull() {
        return width == FULL;
    }

    Tile withWidth(int other) {
        return new Tile(level, index, other);
    }

    /** Whether a tree of {@code size} leaves has it. */
    boolean isIn(long size) {
        long hashes = count(level, size);
        return index < hashes / FULL || index == hashes / FULL && width <= hashes % FULL;
    }

    /** How many hashes (or entries) a tree of {@code size} leaves has on a level. */
    static long count(int level, long size) {
        return level > 7 ? 0 : size >>> 8 * Math.max(0, level);
    }

    /** The widest tile at that place in a tree of {@code size} leaves. */
    static Tile widest(int level, long index, long size) {
        return new Tile(level, index, (int) Math.min(FULL, count(level, size) - index * FULL));
    }
}
