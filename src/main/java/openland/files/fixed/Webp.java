package openland.files.fixed;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import openland.files.Hidden.Kind;

/** WebP (RFC 9649): RIFF chunks. */
final class Webp {
    private static final Set<String> NEEDED = Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF");
    private static final int HAS_PROFILE = 0x20;
    private static final int HAS_EXIF = 0x08;
    private static final int HAS_XMP = 0x04;

    private final Bytes in;
    private final Walk walk;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int flags;
    private int extendedAt = -1;
    private int frames;

    private Webp(byte[] picture, Walk walk) {
        this.in = Bytes.little(picture);
        this.walk = walk;
    }

    static boolean is(byte[] picture) {
        var in = Bytes.little(picture);
        return in.startsWith("RIFF") && in.has(8, "WEBP");
    }

    static void walk(byte[] picture, Walk walk) {
        new Webp(picture, walk).all();
    }

    static long[] size(byte[] picture) {
        var in = Bytes.little(picture);
        return switch (in.name(12, 4)) {
            case "VP8X" -> new long[] {1 + (in.u32(24) & 0xffffff), 1 + (in.u32(26) >> 8)};
            case "VP8L" -> new long[] {1 + (in.u32(21) & 0x3fff), 1 + (in.u32(21) >> 14 & 0x3fff)};
            case "VP8 " -> new long[] {in.u16(26) & 0x3fff, in.u16(28) & 0x3fff};
            default -> throw Bytes.damaged();
        };
    }

    private void all() {
        long end = 8 + in.u32(4);
        if (end > in.length()) {
            throw Bytes.damaged();
        }
        for (long at = 12; at < end; ) {
            long length = in.u32(at + 4);
            chunk(in.name(at, 4), in.part(at + 8, at + 8 + length));
            at += 8 + length + (length & 1);
        }
        if (end < in.length()) {
            walk.drop(Kind.PICTURE_METADATA, "图片末尾以后的数据", in.part(end, in.length()));
        }
        if (frames > 1) {
            walk.report(Kind.EMBEDDED, "动画：" + frames + "帧");
        }
        var chunks = out.toByteArray();
        if (extendedAt >= 0) {
            chunks[extendedAt] = (byte) flags;
        }
        walk.keep(ByteBuffer.allocate(12 + chunks.length).order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF")).putInt(4 + chunks.length).put(ascii("WEBP")).put(chunks).array());
    }

    private void chunk(String name, byte[] body) {
        if (name.equals("ICCP")) {
            profile(body);
        } else if (name.equals("EXIF")) {
            exif(body);
        } else if (!NEEDED.contains(name)) {
            walk.drop(Kind.PICTURE_METADATA, name.equals("XMP ") ? "XMP" : "附加数据块", body);
        } else {
            frames += name.equals("ANMF") ? 1 : 0;
            if (name.equals("VP8X") && body.length == 10 && extendedAt < 0) {
                extendedAt = out.size() + 8;
                flags = body[0] & ~(HAS_PROFILE | HAS_EXIF | HAS_XMP);
            }
            write(name, body);
        }
    }

    private void profile(byte[] body) {
        var wordless = IccProfile.wordless(body);
        if (wordless.length > 0) {
            flags |= HAS_PROFILE;
            write("ICCP", wordless);
        }
        if (!Arrays.equals(wordless, body)) {
            walk.drop(Kind.PICTURE_METADATA, "颜色配置文件里的文字", body);
        }
    }

    private void exif(byte[] body) {
        var tiff = Bytes.little(body).startsWith("Exif\0\0") ? Arrays.copyOfRange(body, 6, body.length) : body;
        var exif = Exif.of(tiff);
        var minimal = Exif.minimal(exif.orientation());
        if (exif.orientation() != 1) {
            flags |= HAS_EXIF;
            write("EXIF", minimal);
        }
        if (exif.orientation() == 1 || !Arrays.equals(minimal, body)) {
            walk.drop(Kind.PICTURE_METADATA, exif.position().isEmpty() ? "EXIF" : "拍摄位置（" + exif.position() + "）EXIF", body);
        }
        if (exif.thumbnail()) {
            walk.report(Kind.THUMBNAIL, "EXIF缩略图");
        }
    }

    private void write(String name, byte[] body) {
        out.writeBytes(ByteBuffer.allocate(8 + body.length + (body.length & 1)).order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii(name)).putInt(body.length).put(body).array());
    }

    private static byte[] ascii(String name) {
        return name.getBytes(StandardCharsets.ISO_8859_1);
    }
}
