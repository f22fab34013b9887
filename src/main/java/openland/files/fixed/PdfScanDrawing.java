package openland.files.fixed;

import java.awt.Color;
import java.awt.Paint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * Paints a scan: its pictures and the areas above them, below ceilings of pixels and time. Letters, strokes, patterns and
 * groups, with which a stranger could make painting last for ever, say nothing here and are left out or painted plainly.
 */
final class PdfScanDrawing extends PageDrawer {
    private static final long MOST_PIXELS = 40_000_000;
    private static final long MOST_PIXELS_OF_PAGE = 100_000_000;

    private final long until;
    private long pixels;

    PdfScanDrawing(PageDrawerParameters parameters, long until) throws IOException {
        super(parameters);
        this.until = until;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (System.nanoTime() > until) {
            throw tooMuch();
        }
        super.processOperator(operator, operands);
        if (operator.getName().equals("gs")) {
            getGraphicsState().setSoftMask(null);
        }
    }

    @Override
    public void drawImage(PDImage image) throws IOException {
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
        super.drawImage(image);
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
    private static UncheckedIOException tooMuch() {
        return new UncheckedIOException(new PdfOpening.Bomb());
    }

    @Override
    protected Paint getPaint(PDColor color) throws IOException {
        return color.isPattern() ? Color.LIGHT_GRAY : super.getPaint(color);
    }

    @Override
    public void showTransparencyGroup(PDTransparencyGroup group) throws IOException {
        showForm((PDFormXObject) group);
    }

    @Override
    public void strokePath() {
        getLinePath().reset();
    }

    @Override
    public void fillAndStrokePath(int windingRule) throws IOException {
        fillPath(windingRule);
    }

    @Override
    public void shadingFill(COSName shading) {
        // left out
    }

    @Override
    protected void showFontGlyph(Matrix matrix, PDFont font, int code, Vector displacement) {
        // left out
    }

    @Override
    protected void showType3Glyph(Matrix matrix, PDType3Font font, int code, Vector displacement) {
        // left out
    }
}
