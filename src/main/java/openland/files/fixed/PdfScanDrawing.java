package openland.files.fixed;

import java.awt.Color;
import java.awt.Paint;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * Paints a scan: its pictures and the areas above them, below ceilings of pixels and time. Letters, strokes, patterns and
 * groups, with which a stranger could make painting last for ever, say nothing here and are left out or painted plainly.
 */
final class PdfScanDrawing extends PageDrawer {
    private final PdfPictureCeiling pictures = new PdfPictureCeiling();
    private final long until;

    PdfScanDrawing(PageDrawerParameters parameters, long until) throws IOException {
        super(parameters);
        this.until = until;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (System.nanoTime() > until) {
            throw PdfPictureCeiling.tooMuch();
        }
        super.processOperator(operator, operands);
        if (operator.getName().equals("gs")) {
            getGraphicsState().setSoftMask(null);
        }
    }

    @Override
    public void drawImage(PDImage image) throws IOException {
        pictures.spend(image);
        super.drawImage(image);
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
