package openland.files.fixed;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import openland.base.Refusal;
import openland.files.Hidden.Kind;
import org.jspecify.annotations.Nullable;

/** TIFF 6.0, written anew: the pages one after the other, each with the tags that its pixels need and nothing else. */
final class Tiff {
    private static final int MOST_PAGES = 2_000;
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int COMPRESSION = 259;
    private static final int SUBFILE = 254;
    private static final int PROFILE = 34675;
    private static final int OLD_JPEG = 513;
    private static final int[][] PIXELS = {{273, 279}, {324, 325}};
    private static final Set<Integer> NEEDED = Set.of(WIDTH, HEIGHT, 258, COMPRESSION, 262, 263, 266, 274, 277, 278, 280, 281,
            282, 283, 284, 290, 291, 292, 293, 296, 301, 317, 318, 319, 320, 322, 323, 338, 339, 340, 341, 347, 529, 530, 531, 532,
            PROFILE);
    private static final int[] BYTES_OF_KIND = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

    /** A tag as it stands in a directory. */
    private record Field(int kind, long count, byte[] value) {}

    private final Bytes in;
    private final Walk walk;
    private final BitSet seen;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int linkAt = 4;
    private boolean more;

    private Tiff(byte[] picture, Walk walk) {
        this.in = new Bytes(picture, Exif.order(picture));
        this.walk = walk;
        this.seen = new BitSet(picture.length);
    }

    static boolean is(byte[] picture) {
        var in = Bytes.little(picture);
        return in.startsWith("II*\0") || in.startsWith("MM\0*");
    }

    static void walk(byte[] picture, Walk walk) {
        new Tiff(picture, walk).all();
    }

    /** The largest page. */
    static long[] size(byte[] picture) {
        var tiff = new Tiff(picture, new Walk(false));
        long[] largest = {0, 0};
        int pages = 0;
        for (long at = tiff.in.u32(4); at != 0; at = tiff.next(at)) {
            var page = tiff.directory(at, pages++);
            long[] size = {tiff.number(page.get(WIDTH), 0), tiff.number(page.get(HEIGHT), 0)};
            largest = size[0] * size[1] > largest[0] * largest[1] ? size : largest;
        }
        return largest;
    }

    private void all() {
        out.writeBytes(in.part(0, 4));
        out.writeBytes(new byte[4]);
        seen.set(0, 8);
        var result = new byte[0];
        int pages = 0;
        for (long at = in.u32(4); at != 0; at = next(at)) {
            var page = directory(at, pages++);
            boolean thumbnail = page.containsKey(SUBFILE) && (number(page.get(SUBFILE), 0) & 1) == 1;
            if (thumbnail) {
                walk.report(Kind.THUMBNAIL, "第" + pages + "页是缩小的图");
            } else {
                result = written(page);
            }
        }
        if (result.length == 0) {
            throw Bytes.damaged();
        }
        reportUnseen();
        walk.keep(result);
    }

    private long next(long at) {
        return in.u32(at + 2 + 12L * in.u16(at));
    }

    private Map<Integer, Field> directory(long at, int page) {
        if (page >= MOST_PAGES) {
            throw Refusal.invalid("这个TIFF超过" + MOST_PAGES + "页，请拆分后再传。");
        }
        int count = in.u16(at);
        in.part(at, at + 6 + 12L * count);
        seen.set((int) at, (int) at + 6 + 12 * count);
        var fields = new TreeMap<Integer, Field>();
        for (int i = 0; i < count; i++) {
            long entry = at + 2 + 12L * i;
            int kind = in.u16(entry + 2);
            if (kind > 0 && kind < BYTES_OF_KIND.length) {
                fields.put(in.u16(entry), field(entry, kind, in.u16(entry)));
            }
        }
        more |= !NEEDED.containsAll(fields.keySet().stream().filter(tag -> !ofPixels(tag) && tag != SUBFILE).toList());
        return fields;
    }

    private Field field(long entry, int kind, int tag) {
        long count = in.u32(entry + 4);
        long length = count * BYTES_OF_KIND[kind];
        long from = length <= 4 ? entry + 8 : in.u32(entry + 8);
        var value = in.part(from, from + length);
        if (NEEDED.contains(tag) || ofPixels(tag)) {
            seen.set((int) from, (int) (from + length));
        }
        return new Field(kind, count, value);
    }

    private static boolean ofPixels(int tag) {
        return Arrays.stream(PIXELS).anyMatch(pair -> pair[0] == tag || pair[1] == tag);
    }

    private byte[] written(Map<Integer, Field> page) {
        if (page.containsKey(OLD_JPEG)) {
            throw Refusal.invalid("这个TIFF用的是废弃的压缩方式，请另存为PNG或JPEG后再传。");
        }
        var kept = new TreeMap<Integer, Field>();
        page.forEach((tag, field) -> {
            if (NEEDED.contains(tag)) {
                kept.put(tag, tag == PROFILE ? profile(field) : field);
            }
        });
        for (var pair : PIXELS) {
            if (page.containsKey(pair[0])) {
                pixels(page, kept, pair);
            }
        }
        return withDirectory(kept);
    }

    private Field profile(Field field) {
        var wordless = IccProfile.wordless(field.value());
        if (!Arrays.equals(wordless, field.value())) {
            walk.drop(Kind.PICTURE_METADATA, "颜色配置文件里的文字", field.value());
        }
        return new Field(7, wordless.length, wordless);
    }

    private void pixels(Map<Integer, Field> page, Map<Integer, Field> kept, int[] pair) {
        var places = page.get(pair[0]);
        var lengths = page.get(pair[1]);
        if (places == null || lengths == null || lengths.count() != places.count() || places.count() > in.length()) {
            throw Bytes.damaged();
        }
        boolean jpeg = number(page.get(COMPRESSION), 0) == 7;
        var newPlaces = ByteBuffer.allocate((int) places.count() * 4).order(in.order());
        var newLengths = ByteBuffer.allocate((int) places.count() * 4).order(in.order());
        for (int i = 0; i < places.count(); i++) {
            long from = number(places, i);
            var piece = in.part(from, from + number(lengths, i));
            seen.set((int) from, (int) from + piece.length);
            newPlaces.putInt(append(jpeg && Jpeg.is(piece) ? withoutSegments(piece) : piece));
            newLengths.putInt(out.size() - newPlaces.getInt(4 * i));
        }
        kept.put(pair[0], new Field(4, places.count(), newPlaces.array()));
        kept.put(pair[1], new Field(4, places.count(), newLengths.array()));
    }

    private byte[] withoutSegments(byte[] piece) {
        var inner = new Walk(false);
        Jpeg.walk(piece, inner);
        inner.found("").forEach(found -> walk.report(found.kind(), found.text()));
        return inner.bytes();
    }

    /** Appends the values and the directory; returns the whole file so far with the link to this directory set. */
    private byte[] withDirectory(Map<Integer, Field> kept) {
        var directory = ByteBuffer.allocate(6 + 12 * kept.size()).order(in.order()).putShort((short) kept.size());
        kept.forEach((tag, field) -> {
            directory.putShort(tag.shortValue()).putShort((short) field.kind()).putInt((int) field.count());
            boolean within = field.value().length <= 4;
            directory.put(within ? Arrays.copyOf(field.value(), 4)
                    : ByteBuffer.allocate(4).order(in.order()).putInt(append(field.value())).array());
        });
        align();
        int at = out.size();
        out.writeBytes(directory.array());
        var all = out.toByteArray();
        ByteBuffer.wrap(all).order(in.order()).putInt(linkAt, at);
        linkAt = all.length - 4;
        out.reset();
        out.writeBytes(all);
        return all;
    }

    private int append(byte[] value) {
        align();
        int at = out.size();
        out.writeBytes(value);
        return at;
    }

    private void align() {
        if ((out.size() & 1) == 1) {
            out.write(0);
        }
    }

    private long number(@Nullable Field field, int index) {
        if (field == null || index >= field.count()) {
            throw Bytes.damaged();
        }
        var value = new Bytes(field.value(), in.order());
        return field.kind() == 3 ? value.u16(2L * index) : field.kind() == 4 ? value.u32(4L * index) : value.u8(index);
    }

    private void reportUnseen() {
        var unseen = new ByteArrayOutputStream();
        boolean any = false;
        for (int i = seen.nextClearBit(0); i < in.length(); i = seen.nextClearBit(i + 1)) {
            unseen.write(in.u8(i));
            any |= in.u8(i) != 0;
        }
        if (any || more) {
            walk.drop(Kind.PICTURE_METADATA, "图片信息与附加数据", unseen.toByteArray());
        }
    }
}
