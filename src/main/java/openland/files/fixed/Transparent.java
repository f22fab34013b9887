package openland.files.fixed;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Colours under full transparency: nobody sees them in the picture, everybody finds them in the file. */
final class Transparent {
    private static final long MOST_PIXELS = 20_000_000;

    private Transparent() {}

    /** The same picture with black under full transparency; null when nothing is hidden there. */
    static byte @Nullable [] cleared(byte[] png) {
        var size = Png.size(png);
        int colours = png[25];
        if (colours != 4 && colours != 6 || size[0] * size[1] > MOST_PIXELS) {
            return null;
        }
        try {
            var picture = ImageIO.read(new ByteArrayInputStream(png));
            if (picture == null) {
                throw Bytes.damaged();
            }
            return cleared(picture) ? written(picture) : null;
        } catch (IOException | RuntimeException e) {
            throw Bytes.damaged();
        }
    }

    /** One colour under all of the transparency is how pictures are commonly made, and shows nothing. */
    private static boolean cleared(BufferedImage picture) {
        int first = -1;
        boolean several = false;
        var row = new int[picture.getWidth()];
        for (int y = 0; y < picture.getHeight(); y++) {
            picture.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int x = 0; x < row.length; x++) {
                if (row[x] >>> 24 == 0) {
                    several |= first >= 0 && row[x] != first;
                    first = row[x];
                    picture.setRGB(x, y, 0);
                }
            }
        }
        return several;
    }

    private static byte[] written(BufferedImage picture) {
        try {
            var out = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
