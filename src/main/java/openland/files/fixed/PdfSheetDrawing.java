package openland.files.fixed;

import java.io.IOException;
import java.util.List;
import openland.base.Refusal;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.filter.MissingImageReaderException;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Paints a page of a stranger as a reader sees it, with ceilings of operators, pixels, groups inside groups, and time. */
final class PdfSheetDrawing extends PageDrawer {
    private static final int DEEPEST_GROUP = 4;
    private static final double SHORTEST_DASH = 0.05;
    private static final double GROUP = 2_000_000;

    private final PdfPictureCeiling pictures = new PdfPictureCeiling();
    private final PageBudget budget;
    private final long until;
    private int groups;

    PdfSheetDrawing(PageDrawerParameters parameters, PageBudget budget, long until) throws IOException {
        super(parameters);
        this.budget = budget;
        this.until = until;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        budget.operator();
        if (System.nanoTime() > until) {
            throw Refusal.invalid("这个PDF有一页太复杂，画不完。请用打印的方式另存为较简单的PDF后再作区分处理。");
        }
        super.processOperator(operator, operands);
    }

    /** What cannot be painted would be missing in what goes out. */
    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException e) throws IOException {
        if (e instanceof PdfOpening.Bomb) {
            throw e;
        }
        if (e instanceof MissingImageReaderException) {
            throw Refusal.invalid("这个PDF里有一种画不出来的图片（JPEG 2000或JBIG2）。请用原来的软件打印或导出为PDF后再作区分处理。");
        }
        super.operatorException(operator, operands, e);
    }

    @Override
    public void drawImage(PDImage image) throws IOException {
        pictures.spend(image);
        super.drawImage(image);
    }

    @Override
    public void strokePath() throws IOException {
        var state = getGraphicsState();
        double dashes = 0;
        for (float dash : state.getLineDashPattern().getDashArray()) {
            dashes += dash;
        }
        if (dashes > 0 && transformWidth((float) dashes) < SHORTEST_DASH) {
            setLineDashPattern(new org.apache.pdfbox.cos.COSArray(), 0);
        }
        super.strokePath();
    }

    @Override
    public void showTransparencyGroup(PDTransparencyGroup group) throws IOException {
        if (groups >= DEEPEST_GROUP) {
            showForm((PDFormXObject) group);
            return;
        }
        groups++;
        try {
            budget.pixels(GROUP);
            super.showTransparencyGroup(group);
        } finally {
            groups--;
        }
    }
}
