package openland.files.fixed;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.graphics.GraphicsOperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;

/** {@code Do}: pictures are noted and never decoded; forms are run through. */
final class PdfDrawing extends GraphicsOperatorProcessor {
    private static final int DEEPEST = 30;

    private final PdfPageLook look;

    PdfDrawing(PdfPageLook look) {
        super(look);
        this.look = look;
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) throws IOException {
        var named = look.getResources() == null ? null : look.getResources().getCOSObject().getCOSDictionary(COSName.XOBJECT);
        if (operands.isEmpty() || !(operands.getFirst() instanceof COSName name) || named == null
                || !(named.getDictionaryObject(name) instanceof COSStream stream)) {
            return;
        }
        if (COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
            look.picture(stream);
        } else if (look.getLevel() < DEEPEST) {
            form(stream);
        } else {
            throw new PdfOpening.Bomb();
        }
    }

    private void form(COSStream stream) throws IOException {
        look.increaseLevel();
        try {
            var group = stream.getCOSDictionary(COSName.GROUP);
            look.form(group != null && COSName.TRANSPARENCY.equals(group.getCOSName(COSName.S))
                    ? new PDTransparencyGroup(stream, null) : new PDFormXObject(stream));
        } finally {
            look.decreaseLevel();
        }
    }

    @Override
    public String getName() {
        return OperatorName.DRAW_OBJECT;
    }
}
