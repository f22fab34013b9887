package openland.request;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
    private static final int TOP = 1588;
    private static final int BOTTOM = 1474;
    private static final int LEFT = 1588;
    private static final int RIGHT = 1474;
    private static final int BODY = 14;
    private static final int LINE = 460;
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
        number.setSpacingBefore(200);
        number.setSpacingAfter(320);
        centred(letter.title(), 22, "SimSun", null).setSpacingAfter(240);
        boxed(letter.summary());
        text(letter.addressee() + "：", 0);
        var last = Stream.concat(letter.body().stream(), letter.remedies().stream()).map(words -> text(words, INDENT)).toList().getLast();
        last.setKeepNext(true);   // no page with nothing but a signature
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
        var borders = paragraph.getCTP().getPPr().getPBdr();
        for (var border : List.of(borders.getTop(), borders.getBottom(), borders.getLeft(), borders.getRight())) {
            border.setSpace(BigInteger.valueOf(5));
        }
        paragraph.setIndentationLeft(120);
        paragraph.setIndentationRight(120);
        paragraph.setSpacingAfter(240);
    }

    private XWPFParagraph text(String words, int indent) {
        var paragraph = document.createParagraph();
        paragraph.setAlignment(words.contains("://") ? ParagraphAlignment.LEFT : ParagraphAlignment.BOTH);
        if (indent > 0) {
            paragraph.setIndentationFirstLine(indent);
        }
        var spacing = paragraph.getCTP().isSetPPr() ? paragraph.getCTP().getPPr() : paragraph.getCTP().addNewPPr();
        var lines = spacing.isSetSpacing() ? spacing.getSpacing() : spacing.addNewSpacing();
        lines.setLine(BigInteger.valueOf(LINE));
        lines.setLineRule(STLineSpacingRule.EXACT);
        run(paragraph, words, BODY, "FangSong", null);
        return paragraph;
    }

    private void enclosures(Letter letter) {
        var names = letter.enclosures();
        for (int i = 0; i < names.size(); i++) {
            var number = names.size() > 1 ? (i + 1) + "．" : "";
            var paragraph = text((i == 0 ? "附件：" : "") + number + names.get(i), 0);
            int hanging = (i == 0 ? 3 * BODY * 20 : 0) + (number.isEmpty() ? 0 : BODY * 30);
            paragraph.setAlignment(ParagraphAlignment.LEFT);
            paragraph.setIndentationLeft(INDENT + 3 * BODY * 20 + (number.isEmpty() ? 0 : BODY * 30));
            paragraph.setIndentationHanging(hanging);
            paragraph.setKeepNext(true);
        }
    }

    private void signature(Letter letter) {
        text("", 0).setKeepNext(true);
        for (var words : List.of(letter.office(), LetterText.date(letter.date()))) {
            var paragraph = text(words, 0);
            paragraph.setAlignment(ParagraphAlignment.CENTER);
            paragraph.setIndentationLeft((A4_WIDTH - LEFT - RIGHT) / 2);
            paragraph.setKeepNext(true);
        }
        for (int i = 0; i < letter.contact().size(); i++) {
            var paragraph = document.createParagraph();
            paragraph.setAlignment(ParagraphAlignment.LEFT);
            run(paragraph, (i == 0 ? "联系方式：" : "") + letter.contact().get(i), 11, "FangSong", null);
            if (i == 0) {
                paragraph.setBorderTop(Borders.SINGLE);
                paragraph.setSpacingBefore(300);
            }
            paragraph.setKeepNext(i < letter.contact().size() - 1);
        }
    }

    private void footer() {
        var paragraph = document.createFooter(org.apache.poi.wp.usermodel.HeaderFooterType.DEFAULT).createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        run(paragraph, "— ", 12, "SimSun", null);
        var number = paragraph.createRun();
        number.setFontSize(12);
        number.getCTR().addNewFldChar().setFldCharType(STFldCharType.BEGIN);
        number.getCTR().addNewInstrText().setStringValue("PAGE");
        number.getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
        run(paragraph, " —", 12, "SimSun", null);
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
