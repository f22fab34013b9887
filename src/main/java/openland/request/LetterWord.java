package openland.request;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;

/** The same letter as a Word document, for offices that finish their letters there. */
final class LetterWord {
    /** A4 and its margins in twentieths of a point. */
    private static final int A4_WIDTH = 11906;
    private static final int A4_HEIGHT = 16838;
    private static final int TOP = 1814;
    private static final int BOTTOM = 1701;
    private static final int LEFT = 1588;
    private static final int RIGHT = 1474;
    private static final int BODY = 16;
    private static final int INDENT = 2 * BODY * 20;
    private static final String RED = "C00000";

    private final XWPFDocument document;

    private LetterWord(XWPFDocument document) {
        this.document = document;
    }

    static byte[] bytes(Letter letter) throws IOException {
        try (var document = new XWPFDocument(); var out = new ByteArrayOutputStream()) {
            new LetterWord(document).write(letter);
            say(document, letter);
            document.write(out);
            return out.toByteArray();
        }
    }

    /** Of itself the file tells title and day; without this it would tell the library and the time. */
    private static void say(XWPFDocument document, Letter letter) {
        var day = Optional.of(Date.from(letter.date().atStartOfDay(ZoneOffset.UTC).toInstant()));
        var told = document.getProperties();
        told.getCoreProperties().setTitle(letter.title());
        told.getCoreProperties().setCreator("");
        told.getCoreProperties().setCreated(day);
        told.getCoreProperties().setModified(day);
        told.getExtendedProperties().getUnderlyingProperties().unsetApplication();
    }

    private void write(Letter letter) {
        page();
        centred(letter.office(), 30, "FangSong", RED);
        var number = centred(letter.number() == null ? "" : letter.number(), BODY, "FangSong", null);
        number.setBorderBottom(Borders.SINGLE);
        number.getCTP().getPPr().getPBdr().getBottom().setColor(RED);
        number.setSpacingAfter(360);
        centred(letter.title(), 22, "SimSun", null).setSpacingAfter(240);
        boxed(letter.summary());
        text(letter.addressee() + "：", 0);
        letter.body().forEach(words -> text(words, INDENT));
        letter.remedies().forEach(words -> text(words, INDENT));
        enclosures(letter);
        signature(letter);
        footer();
    }

    private void page() {
        var section = document.getDocument().getBody().addNewSectPr();
        section.addNewPgSz().setW(BigInteger.valueOf(A4_WIDTH));
        section.getPgSz().setH(BigInteger.valueOf(A4_HEIGHT));
        var margin = section.addNewPgMar();
        margin.setTop(BigInteger.valueOf(TOP));
        margin.setBottom(BigInteger.valueOf(BOTTOM));
        margin.setLeft(BigInteger.valueOf(LEFT));
        margin.setRight(BigInteger.valueOf(RIGHT));
    }

    private XWPFParagraph centred(String words, int points, String family, @org.jspecify.annotations.Nullable String colour) {
        var paragraph = document.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        run(paragraph, words, points, family, colour);
        return paragraph;
    }

    private void boxed(String words) {
        var paragraph = text(words, 0);
        paragraph.setBorderTop(Borders.SINGLE);
        paragraph.setBorderBottom(Borders.SINGLE);
        paragraph.setBorderLeft(Borders.SINGLE);
        paragraph.setBorderRight(Borders.SINGLE);
        paragraph.setSpacingAfter(240);
    }

    private XWPFParagraph text(String words, int indent) {
        var paragraph = document.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.BOTH);
        paragraph.setIndentationFirstLine(indent);
        var spacing = paragraph.getCTP().isSetPPr() ? paragraph.getCTP().getPPr() : paragraph.getCTP().addNewPPr();
        var lines = spacing.isSetSpacing() ? spacing.getSpacing() : spacing.addNewSpacing();
        lines.setLine(BigInteger.valueOf(560));
        lines.setLineRule(STLineSpacingRule.EXACT);
        run(paragraph, words, BODY, "FangSong", null);
        return paragraph;
    }

    private void enclosures(Letter letter) {
        var names = letter.enclosures();
        for (int i = 0; i < names.size(); i++) {
            text((i == 0 ? "附件：" : "　　　") + (names.size() > 1 ? (i + 1) + "．" : "") + names.get(i), INDENT);
        }
    }

    private void signature(Letter letter) {
        text("", 0);
        for (var words : new String[] {letter.office(), LetterText.date(letter.date())}) {
            var paragraph = text(words, 0);
            paragraph.setAlignment(ParagraphAlignment.RIGHT);
            paragraph.setIndentationRight(INDENT);
            paragraph.setKeepNext(true);
        }
        if (!letter.contact().isEmpty()) {
            text("", 0);
            text("联系方式", 0);
            letter.contact().forEach(line -> text(line, 0));
        }
    }

    private void footer() {
        var paragraph = document.createFooter(org.apache.poi.wp.usermodel.HeaderFooterType.DEFAULT).createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        run(paragraph, "— ", 14, "SimSun", null);
        var number = paragraph.createRun();
        number.getCTR().addNewFldChar().setFldCharType(STFldCharType.BEGIN);
        number.getCTR().addNewInstrText().setStringValue("PAGE");
        number.getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
        run(paragraph, " —", 14, "SimSun", null);
    }

    private static void run(XWPFParagraph paragraph, String words, int points, String family, @org.jspecify.annotations.Nullable String colour) {
        var run = paragraph.createRun();
        run.setFontFamily(family);
        run.setFontSize(points);
        if (colour != null) {
            run.setColor(colour);
        }
        run.setText(words);
    }
}
