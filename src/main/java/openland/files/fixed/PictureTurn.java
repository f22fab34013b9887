package openland.files.fixed;

import java.awt.geom.AffineTransform;
import java.util.Arrays;

/** Which way is up in a photograph (EXIF orientation, 1 to 8). */
final class PictureTurn {
    private PictureTurn() {}

    /** What a JPEG, or a TIFF, says of itself; 1 when nothing. */
    static int of(byte[] picture) {
        if (Tiff.is(picture)) {
            return Exif.of(picture).orientation();
        }
        return Jpeg.is(picture) ? jpeg(Bytes.big(picture)) : 1;
    }

    private static int jpeg(Bytes in) {
        for (int at = 2; at + 4 < in.length() && in.u8(at) == 0xff && in.u8(at + 1) != 0xda; ) {
            if (in.u8(at + 1) == 0xff) {
                at++;
                continue;
            }
            int end = at + 2 + in.u16(at + 2);
            if (in.u8(at + 1) == 0xe1 && end <= in.length()) {
                var body = in.part(at + 4, end);
                if (Bytes.big(body).startsWith("Exif\0\0")) {
                    return Exif.of(Arrays.copyOfRange(body, 6, body.length)).orientation();
                }
            }
            at = end;
        }
        return 1;
    }

    /** From the picture as stored, {@code width} × {@code height}, to how it is looked at. */
    static AffineTransform transform(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
