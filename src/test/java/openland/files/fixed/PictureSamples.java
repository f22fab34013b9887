package openland.files.fixed;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** Pictures and the pieces to put into them, made byte by byte. */
final class PictureSamples {
    static final byte[] WEBP = Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");

    private PictureSamples() {}

    static byte[] picture(String format) throws Exception {
        var picture = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(new Color(30, 120, 60));
        pen.fillRect(0, 0, 40, 30);
        pen.setColor(Color.ORANGE);
        pen.fillOval(5, 5, 20, 20);
        return written(picture, format);
    }

    static byte[] written(BufferedImage picture, String format) throws Exception {
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, format, out);
        return out.toByteArray();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] inserted(byte[] picture, int at, byte[] piece) {
        var in = Bytes.big(picture);
        return joined(in.part(0, at), piece, in.part(at, picture.length));
    }

    /** A JPEG with a segment right behind its start. */
    static byte[] jpegWith(int marker, byte[] body) throws Exception {
        return inserted(picture("jpeg"), 2, segment(marker, body));
    }

    static byte[] segment(int marker, byte[] body) {
        return ByteBuffer.allocate(4 + body.length).put((byte) 0xff).put((byte) marker).putShort((short) (2 + body.length)).put(body).array();
    }

    static byte[] pngWith(String name, byte[] body) throws Exception {
        return inserted(picture("png"), 33, chunk(name, body));
    }

    static byte[] chunk(String name, byte[] body) {
        var crc = new CRC32();
        crc.update(ascii(name));
        crc.update(body);
        return ByteBuffer.allocate(12 + body.length).putInt(body.length).put(ascii(name)).put(body).putInt((int) crc.getValue()).array();
    }

    static byte[] gifWith(byte[] extension) throws Exception {
        var gif = picture("gif");
        int colours = (gif[10] & 0x80) == 0 ? 0 : 3 << (gif[10] & 7) + 1;
        return inserted(gif, 13 + colours, extension);
    }

    static byte[] webpWith(String name, byte[] body) {
        var chunk = riff(name, body);
        var all = joined(WEBP, chunk);
        ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN).putInt(4, all.length - 8);
        return all;
    }

    static byte[] riff(String name, byte[] body) {
        return ByteBuffer.allocate(8 + body.length + (body.length & 1)).order(ByteOrder.LITTLE_ENDIAN).put(ascii(name)).putInt(body.length).put(body).array();
    }

    static byte[] deflated(byte[] plain) {
        try (var deflater = new Deflater()) {
            deflater.setInput(plain);
            deflater.finish();
            var buffer = new byte[plain.length + 100];
            return java.util.Arrays.copyOf(buffer, deflater.deflate(buffer));
        }
    }

    /** EXIF that is turned to the right, has words in a tag, a position, and a thumbnail with words. */
    static byte[] exif(int orientation, int tag, byte[] words, String thumbnail) {
        int after = 8 + 2 + 3 * 12 + 4;
        int gps = after + words.length;
        int degrees = gps + 2 + 2 * 12 + 4;
        int next = degrees + 24;
        int picture = next + 2 + 2 * 12 + 4;
        var out = ByteBuffer.allocate(picture + thumbnail.length()).put(ascii("MM\0*")).putInt(8).putShort((short) 3);
        entry(out, Math.min(tag, 0x112) == tag ? tag : 0x112, tag < 0x112 ? 2 : 3, tag < 0x112 ? words.length : 1, tag < 0x112 ? after : orientation << 16);
        entry(out, tag < 0x112 ? 0x112 : tag, tag < 0x112 ? 3 : 1, tag < 0x112 ? 1 : words.length, tag < 0x112 ? orientation << 16 : after);
        entry(out, 0x8825, 4, 1, gps);
        out.putInt(next).put(words).putShort((short) 2);
        entry(out, 2, 5, 3, degrees);
        entry(out, 4, 5, 3, degrees);
        out.putInt(0).putInt(30).putInt(1).putInt(15).putInt(1).putInt(36).putInt(1).putShort((short) 2);
        entry(out, 0x201, 4, 1, picture);
        entry(out, 0x202, 4, 1, thumbnail.length());
        return out.putInt(0).put(ascii(thumbnail)).array();
    }

    private static void entry(ByteBuffer out, int tag, int kind, int count, int value) {
        out.putShort((short) tag).putShort((short) kind).putInt(count).putInt(value);
    }

    /** A TIFF of one grey page of 8 × 8 with one more tag; {@code behind} follows. */
    static byte[] tiffWith(int tag, int kind, byte[] value, byte[] behind) {
        int tags = tag == 0 ? 8 : 9;
        int pixels = 8 + 2 + tags * 12 + 4;
        int words = pixels + 64;
        var out = ByteBuffer.allocate(words + value.length).order(ByteOrder.LITTLE_ENDIAN).put(ascii("II*\0")).putInt(8).putShort((short) tags);
        int[][] fields = {{256, 3, 1, 8}, {257, 3, 1, 8}, {258, 3, 1, 8}, {259, 3, 1, 1}, {262, 3, 1, 1}, {273, 4, 1, pixels}, {278, 3, 1, 8}, {279, 4, 1, 64}};
        boolean written = tag == 0;
        for (var field : fields) {
            if (!written && field[0] > tag) {
                entry(out, tag, kind, value.length, words);
                written = true;
            }
            entry(out, field[0], field[1], field[2], field[3]);
        }
        if (!written) {
            entry(out, tag, kind, value.length, words);
        }
        out.putInt(0);
        for (int i = 0; i < 64; i++) {
            out.put((byte) (i * 4));
        }
        return joined(out.put(value).array(), behind);
    }

    /** A colour profile whose description is {@code words}. */
    static byte[] profile(String words) {
        int at = 128 + 4 + 12;
        var data = joined(ascii("desc\0\0\0\0"), ByteBuffer.allocate(4).putInt(words.length() + 1).array(), ascii(words + "\0"), new byte[78]);
        return ByteBuffer.allocate(at + data.length).putInt(at + data.length).put(8, (byte) 2).put(12, ascii("mntrRGB XYZ ")).put(36, ascii("acsp"))
                .putInt(128, 1).put(132, ascii("desc")).putInt(136, at).putInt(140, data.length).put(at, data).array();
    }
}
