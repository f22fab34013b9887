package openland.files.fixed;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import openland.files.Hidden.Kind;

/** JPEG (ISO 10918): segments in front of and between scans. The scans are copied, never decoded. */
final class Jpeg {
    private static final int LARGEST_SEGMENT = 65_519;
    private static final int ADOBE = 12;
    private static final byte[] PLAIN_JFIF = {(byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 2, 0, 0, 1, 0, 1, 0, 0};

    private final Bytes in;
    private final Walk walk;
    private final ByteArrayOutputStream profile = new ByteArrayOutputStream();
    private boolean profileWritten;
    private int at = 2;

    private Jpeg(byte[] picture, Walk walk) {
        this.in = Bytes.big(picture);
        this.walk = walk;
    }

    static boolean is(byte[] picture) {
        return picture.length > 3 && picture[0] == (byte) 0xff && picture[1] == (byte) 0xd8 && picture[2] == (byte) 0xff;
    }

    static void walk(byte[] picture, Walk walk) {
        new Jpeg(picture, walk).all();
    }

    /** Width and height in pixels. */
    static long[] size(byte[] picture) {
        var in = Bytes.big(picture);
        for (int at = 2; ; ) {
            int marker = in.u8(at + 1);
            if (in.u8(at) != 0xff || marker == 0xff) {
                at++;
            } else if (marker == 0xd9 || marker == 0xda) {
                throw Bytes.damaged();
            } else if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
                return new long[] {in.u16(at + 7), in.u16(at + 5)};
            } else {
                at += standsAlone(marker) ? 2 : 2 + in.u16(at + 2);
            }
        }
    }

    private void all() {
        walk.keep(in.part(0, 2));
        while (true) {
            if (in.u8(at) != 0xff) {
                skipTo(nextMarker(at));
            }
            int marker = in.u8(at + 1);
            if (marker == 0xff) {
                at++;
            } else if (marker == 0xd9) {
                end();
                return;
            } else if (standsAlone(marker)) {
                at += 2;
            } else {
                segment(marker);
            }
        }
    }

    private void segment(int marker) {
        int end = at + 2 + in.u16(at + 2);
        if (end < at + 4) {
            throw Bytes.damaged();
        }
        var body = in.part(at + 4, end);
        if (marker >= 0xe0 && marker <= 0xef) {
            application(marker, body, in.part(at, end));
        } else if (marker == 0xfe) {
            walk.drop(Kind.PICTURE_METADATA, "图片注释", body);
        } else if (marker >= 0xf0 || marker < 0xc0) {
            walk.drop(Kind.PICTURE_METADATA, "未知的数据段", body);
        } else {
            writeProfile(marker);
            walk.keep(in.part(at, end));
        }
        at = end;
        if (marker == 0xda) {
            int next = nextMarker(at);
            walk.keep(in.part(at, next));
            at = next;
        }
    }

    private void application(int marker, byte[] body, byte[] whole) {
        var bytes = Bytes.big(body);
        if (marker == 0xe0 && bytes.startsWith("JFIF\0")) {
            jfif(bytes, whole);
        } else if (marker == 0xe1 && bytes.startsWith("Exif\0\0")) {
            exif(Arrays.copyOfRange(body, 6, body.length), body);
        } else if (marker == 0xe2 && bytes.startsWith("ICC_PROFILE\0") && body.length > 14) {
            profile.write(body, 14, body.length - 14);
        } else if (marker == 0xee && bytes.startsWith("Adobe") && body.length >= ADOBE) {
            adobe(body);
        } else {
            var thumbnail = bytes.startsWith("JFXX");
            walk.drop(thumbnail ? Kind.THUMBNAIL : Kind.PICTURE_METADATA, name(bytes, marker), body);
        }
    }

    /** Tells how colours are coded, so it stays; what follows does not. */
    private void adobe(byte[] body) {
        walk.keep(ByteBuffer.allocate(4 + ADOBE).putShort((short) 0xffee).putShort((short) (2 + ADOBE)).put(body, 0, ADOBE).array());
        if (body.length > ADOBE) {
            walk.drop(Kind.PICTURE_METADATA, "应用数据段APP14", body);
        }
    }

    private static String name(Bytes body, int marker) {
        if (body.startsWith("http://ns.adobe.com/")) {
            return "XMP";
        }
        return body.startsWith("Photoshop") ? "IPTC" : "应用数据段APP" + (marker - 0xe0);
    }

    private void jfif(Bytes body, byte[] whole) {
        boolean plain = body.length() == 14;
        if (!plain) {
            walk.drop(Kind.THUMBNAIL, "JFIF缩略图", body.all());
        }
        walk.keep(plain ? whole : PLAIN_JFIF);
    }

    private void exif(byte[] tiff, byte[] body) {
        var exif = Exif.of(tiff);
        var minimal = exif.orientation() == 1 ? new byte[0] : Exif.minimal(exif.orientation());
        if (minimal.length > 0) {
            writeSegment(0xe1, "Exif\0\0", minimal);
        }
        if (minimal.length > 0 && Arrays.equals(tiff, minimal)) {
            return;
        }
        walk.drop(Kind.PICTURE_METADATA, exif.position().isEmpty() ? "EXIF" : "拍摄位置（" + exif.position() + "）EXIF", body);
        if (exif.thumbnail()) {
            walk.report(Kind.THUMBNAIL, "EXIF缩略图");
        }
    }

    /** The profile goes in front of the first table or frame, whole, however many segments it came in. */
    private void writeProfile(int marker) {
        if (profileWritten || profile.size() == 0 || marker != 0xda && (marker < 0xc0 || marker > 0xcf || marker == 0xc4)) {
            return;
        }
        profileWritten = true;
        var given = profile.toByteArray();
        var wordless = IccProfile.wordless(given);
        if (!Arrays.equals(given, wordless)) {
            walk.drop(Kind.PICTURE_METADATA, "颜色配置文件里的文字", given);
        }
        int parts = (wordless.length + LARGEST_SEGMENT - 1) / LARGEST_SEGMENT;
        for (int i = 0; i < parts; i++) {
            var part = Arrays.copyOfRange(wordless, i * LARGEST_SEGMENT, Math.min(wordless.length, (i + 1) * LARGEST_SEGMENT));
            writeSegment(0xe2, "ICC_PROFILE\0" + (char) (i + 1) + (char) parts, part);
        }
    }

    private void writeSegment(int marker, String name, byte[] body) {
        var named = name.getBytes(StandardCharsets.ISO_8859_1);
        walk.keep(ByteBuffer.allocate(4 + named.length + body.length).put((byte) 0xff).put((byte) marker)
                .putShort((short) (2 + named.length + body.length)).put(named).put(body).array());
    }

    private void end() {
        walk.keep(in.part(at, at + 2));
        if (at + 2 < in.length()) {
            walk.drop(Kind.PICTURE_METADATA, "图片末尾以后的数据", in.part(at + 2, in.length()));
        }
    }

    private void skipTo(int next) {
        walk.drop(Kind.PICTURE_METADATA, "数据段之间的数据", in.part(at, next));
        at = next;
    }

    /** The next marker that is neither a stuffed byte nor a restart inside a scan. */
    private int nextMarker(int from) {
        for (int i = from; ; i++) {
            if (in.u8(i) == 0xff) {
                int marker = in.u8(i + 1);
                if (marker != 0 && marker != 0xff && (marker < 0xd0 || marker > 0xd7)) {
                    return i;
                }
            }
        }
    }

    private static boolean standsAlone(int marker) {
        return marker == 0x01 || marker >= 0xd0 && marker <= 0xd8;
    }
}
