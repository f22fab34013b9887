package openland.files.fixed;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Letters of an office as PDF, with a typeface of their own, as people get them. */
final class RedactionSamples {
    static final String NAME = "欧阳若晴";
    static final String PHONE = "13900001234";
    static final List<String> LETTER = List.of("关于征地补偿安置的答复", "申请人" + NAME + "提出的信息公开申请收悉。", "联系电话：１３９０００" + "０１２３４，另有一处在下一行：1390000",
            "1234。被征收人" + NAME + "的补偿费为86500元。", "特此答复。");

    /** Changes a document before it is saved. */
    interface Change {
        void to(PDDocument document, PDPage page, PDType0Font font) throws Exception;
    }

    private RedactionSamples() {}

    static byte[] letter() throws Exception {
        return with(LETTER, (document, page, font) -> { });
    }

    static byte[] with(List<String> lines, Change change) throws Exception {
        try (var document = new PDDocument(); var typeface = RedactionSamples.class.getResourceAsStream("/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf")) {
            var font = PDType0Font.load(document, typeface, true);
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            write(document, page, font, lines);
            change.to(document, page, font);
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    static void write(PDDocument document, PDPage page, PDType0Font font, List<String> lines) throws Exception {
        try (var pen = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
            float y = 720;
            for (var line : lines) {
                pen.beginText();
                pen.setFont(font, 14);
                pen.newLineAtOffset(90, y);
                pen.showText(line);
                pen.endText();
                y -= 26;
            }
        }
    }
}
