package openland.files.fixed;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import openland.files.Hidden.Kind;

/** PNG (ISO 15948): chunks. Those that a viewer needs stay, all others go. */
final class Png {
    static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";
    private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "IDAT", "tRNS", "gAMA", "cHRM", "sRGB", "cICP", "sBIT",
            "bKGD", "pHYs", "hIST");
    private static final Set<String> MOVING = Set.of("acTL", "fcTL", "fdAT");

    private final Bytes in;
    private final Walk walk;
    private boolean moving;
    private boolean pixels;

    private Png(byte[] picture, Walk walk) {
        this.in = Bytes.big(picture);
        this.walk = walk;
    }

    static boolean is(byte[] picture) {
        return Bytes.big(picture).startsWith(SIGNATURE);
    }

    static void walk(byte[] picture, Walk walk) {
        new Png(picture, walk).all();
    }

    static long[] size(byte[] picture) {
        var in = Bytes.big(picture);
        if (!in.has(12, "IHDR")) {
            throw Bytes.damaged();
        }
        return new long[] {in.u32(16), in.u32(20)};
    }

    private void all() {
        walk.keep(in.part(0, 8));
        for (long at = 8; ; ) {
            long end = at + 12 + in.u32(at);
            var name = in.name(at + 4, 4);
            var whole = in.part(at, end);
            if (crc(whole, 4, whole.length - 4) != in.u32(end - 4)) {
                throw Bytes.damaged();
            }
            chunk(name, whole, Arrays.copyOfRange(whole, 8, whole.length - 4));
            if (name.equals("IEND")) {
                end(end);
                return;
            }
            at = end;
        }
    }

    private void chunk(String name, byte[] whole, byte[] body) {
        if (name.equals("IEND")) {
            write("IEND", new byte[0]);
        } else if (name.equals("IHDR") ? !pixels : NEEDED.contains(name)) {
            pixels |= name.equals("IDAT");
            walk.keep(whole);
        } else if (MOVING.contains(name)) {
            frame(whole, body);
        } else if (name.equals("iCCP")) {
            profile(body);
        } else if (name.equals("eXIf")) {
            exif(body);
        } else {
            walk.drop(Kind.PICTURE_METADATA, "附加数据块" + name, words(name, body));
        }
    }

    private void frame(byte[] whole, byte[] body) {
        if (!moving) {
            moving = true;
            walk.report(Kind.EMBEDDED, "动画：" + Bytes.big(body).u32(0) + "帧，静止时只看到一帧");
        }
        if (!walk.leavesOut(Kind.EMBEDDED)) {
            walk.keep(whole);
        }
    }

    private void exif(byte[] body) {
        var exif = Exif.of(body);
        var minimal = Exif.minimal(exif.orientation());
        if (exif.orientation() != 1) {
            write("eXIf", minimal);
        }
        if (exif.orientation() == 1 || !Arrays.equals(minimal, body)) {
            walk.drop(Kind.PICTURE_METADATA, exif.position().isEmpty() ? "EXIF" : "拍摄位置（" + exif.position() + "）EXIF", body);
            if (exif.thumbnail()) {
                walk.report(Kind.THUMBNAIL, "EXIF缩略图");
            }
        }
    }

    private void profile(byte[] body) {
        var given = Inflated.some(body, zero(body, 0) + 2);
        var wordless = IccProfile.wordless(given);
        if (wordless.length > 0) {
            var named = "ICC\0\0".getBytes(StandardCharsets.ISO_8859_1);
            var packed = deflated(wordless);
            write("iCCP", ByteBuffer.allocate(named.length + packed.length).put(named).put(packed).array());
        }
        if (!Arrays.equals(given, wordless) || !Bytes.big(body).startsWith("ICC\0")) {
            walk.drop(Kind.PICTURE_METADATA, "颜色配置文件里的文字 " + new String(body, 0, zero(body, 0), StandardCharsets.ISO_8859_1), given);
        }
    }

    /** The texts of a chunk, inflated where they are packed. */
    private static byte[] words(String name, byte[] body) {
        int from = switch (name) {
            case "zTXt" -> zero(body, 0) + 2;
            case "iTXt" -> zero(body, zero(body, zero(body, 0) + 3) + 1) + 1;
            default -> 0;
        };
        boolean packed = name.equals("zTXt") || name.equals("iTXt") && body[Math.min(body.length - 1, zero(body, 0) + 1)] == 1;
        if (!packed) {
            return body;
        }
        var all = new ByteArrayOutputStream();
        all.write(body, 0, Math.min(from, body.length));
        all.writeBytes(Inflated.some(body, from));
        return all.toByteArray();
    }

    private void end(long end) {
        if (!pixels) {
            throw Bytes.damaged();
        }
        if (end < in.length()) {
            walk.drop(Kind.PICTURE_METADATA, "图片末尾以后的数据", in.part(end, in.length()));
        }
    }

    private void write(String name, byte[] body) {
        var chunk = ByteBuffer.allocate(12 + body.length).putInt(body.length)
                .put(name.getBytes(StandardCharsets.ISO_8859_1)).put(body);
        walk.keep(chunk.putInt((int) crc(chunk.array(), 4, 8 + body.length)).array());
    }

    private static long crc(byte[] chunk, int from, int to) {
        var crc = new CRC32();
        crc.update(chunk, from, to - from);
        return crc.getValue();
    }

    private static int zero(byte[] body, int from) {
        int at = Math.min(from, body.length);
        while (at < body.length && body[at] != 0) {
            at++;
        }
        return at;
    }

    private static byte[] deflated(byte[] plain) {
        try (var deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
            deflater.setInput(plain);
            deflater.finish();
            var out = new ByteArrayOutputStream();
            var buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        }
    }
}
