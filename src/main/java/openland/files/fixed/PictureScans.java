package openland.files.fixed;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import openland.files.FileContent;
import openland.files.FileContent.Part;

/**
 * A picture that is a photographed or scanned document. With Tesseract it is one when that is sure of twenty Chinese
 * characters. What nothing was read of is marked as a scan when it looks like writing on paper: at least 1,000 pixels on
 * its short side, mostly light, little between light and dark, and many changes between them along some rows.
 */
final class PictureScans {
    private static final int SHORTEST_OF_A_SCAN = 1_000;
    private static final int SHORTEST_TO_READ = 200;
    private static final double MOST_PIXELS = 12_000_000;
    private static final long LARGEST_STRIP = 40_000_000;
    private static final int MOST_BANDS = 5;
    private static final long MOST_PIXELS_OF_FILE = 3 * Pictures.MOST_PIXELS;
    private static final int LIGHT = 190;
    private static final int DARK = 110;
    private static final int CHANGES_OF_WRITING = 8;

    private final Recognising.Sitting sitting;
    private final ArrayList<Part> parts = new ArrayList<>();
    private boolean scanned;
    private long pixels;

    private PictureScans(Recognising recognising) {
        this.sitting = recognising.sitting();
    }

    /** What is written in a picture; nothing of one that Java cannot decode, as WebP. Pages only where it has several (TIFF). */
    static FileContent read(byte[] picture, Recognising recognising) {
        var scans = new PictureScans(recognising);
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
            var readers = ImageIO.getImageReaders(in);
            if (readers.hasNext()) {
                var reader = readers.next();
                try {
                    reader.setInput(in, false, true);
                    scans.pages(reader, Tiff.is(picture));
                } finally {
                    reader.dispose();
                }
            }
        } catch (IOException | RuntimeException e) {
            return FileContent.EMPTY;   // what Java does not decode (CMYK, odd compressions) stays a picture, as a photograph is
        }
        return new FileContent(List.copyOf(scans.parts), scans.scanned, !scans.parts.isEmpty());
    }

    private void pages(ImageReader reader, boolean tiff) throws IOException {
        int count = tiff ? reader.getNumImages(true) : 1;
        for (int i = 0; i < count; i++) {
            long width = reader.getWidth(i);
            long height = reader.getHeight(i);
            pixels += width * height;
            if (i == Recognising.MOST_PAGES || pixels > MOST_PIXELS_OF_FILE || tiff && tooMuchAtOnce(reader, i)) {
                scanned = true;
                return;
            }
            if (Math.min(width, height) >= SHORTEST_TO_READ && width * height <= Pictures.MOST_PIXELS) {
                page(grey(reader, i, (int) Math.ceil(Math.sqrt(width * height / MOST_PIXELS))), count == 1 ? "" : "第" + (i + 1) + "页",
                        Math.min(width, height) >= SHORTEST_OF_A_SCAN);
            }
        }
    }

    /** TIFF is decoded by strips, however large they are. */
    static boolean tooMuchAtOnce(ImageReader reader, int index) throws IOException {
        return (long) reader.getTileWidth(index) * reader.getTileHeight(index) > LARGEST_STRIP
                || reader.getImageTypes(index).next().getNumBands() > MOST_BANDS;
    }

    private void page(BufferedImage grey, String place, boolean large) {
        var page = sitting.read(_ -> grey);
        if (page.isChineseText()) {
            parts.add(new Part(place, page.blocks()));
        } else {
            scanned |= large && isWriting(grey);
        }
    }

    private static BufferedImage grey(ImageReader reader, int index, int each) throws IOException {
        var how = reader.getDefaultReadParam();
        how.setSourceSubsampling(each, each, 0, 0);
        var picture = reader.read(index, how);
        var grey = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        var paper = grey.createGraphics();
        paper.drawImage(picture, 0, 0, Color.WHITE, null);
        paper.dispose();
        return grey;
    }

    private static boolean isWriting(BufferedImage grey) {
        var shades = ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
        int light = 0;
        int dark = 0;
        int rows = 0;
        for (int y = 0; y < grey.getHeight(); y++) {
            int changes = 0;
            boolean ink = false;
            for (int x = 0; x < grey.getWidth(); x++) {
                int shade = shades[y * grey.getWidth() + x] & 0xff;
                light += shade >= LIGHT ? 1 : 0;
                dark += shade < DARK ? 1 : 0;
                boolean now = shade < DARK || ink && shade < LIGHT;
                changes += now == ink ? 0 : 1;
                ink = now;
            }
            rows += changes >= CHANGES_OF_WRITING ? 1 : 0;
        }
        double all = shades.length;
        return light > 0.6 * all && dark > 0.003 * all && dark < 0.25 * all && light + dark > 0.88 * all && rows > 0.03 * grey.getHeight();
    }
}
