package openland.files.fixed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** How many pixels the pictures of one page may have, counted before one is decoded. */
final class PdfPictureCeiling {
    private static final long MOST_PIXELS = 40_000_000;
    private static final long MOST_PIXELS_OF_PAGE = 100_000_000;

    private long pixels;

    void spend(PDImage image) throws IOException {
        spend(image.getWidth(), image.getHeight());
        if (image instanceof PDImageXObject object) {
            var stream = object.getCOSObject();
            mustBeOfSensibleSize(stream);
            for (var name : List.of(COSName.SMASK, COSName.MASK)) {
                if (stream.getDictionaryObject(name) instanceof COSStream mask) {
                    spend(mask.getInt(COSName.WIDTH), mask.getInt(COSName.HEIGHT));
                    mustBeOfSensibleSize(mask);
                }
            }
        }
    }

    /** A JPEG says itself how large it is, whatever the PDF says. */
    private void mustBeOfSensibleSize(COSStream stream) throws IOException {
        if (PdfOpening.filters(stream).equals(List.of(COSName.DCT_DECODE))) {
            try (var in = stream.createRawInputStream()) {
                var size = Jpeg.size(in.readAllBytes());
                spend(size[0], size[1]);
            }
        } else if (PdfOpening.filters(stream).contains(COSName.DCT_DECODE)) {
            throw tooMuch();
        }
    }

    private void spend(long width, long height) {
        pixels += Math.max(0, width) * Math.max(0, height);
        if (width > MOST_PIXELS || height > MOST_PIXELS || width * height > MOST_PIXELS || pixels > MOST_PIXELS_OF_PAGE) {
            throw tooMuch();
        }
    }

    /** Unchecked, because PDFBox goes on after an {@link IOException} in a picture. */
    static UncheckedIOException tooMuch() {
        return new UncheckedIOException(new PdfOpening.Bomb());
    }
}
