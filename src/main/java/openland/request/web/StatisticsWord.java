package openland.request.web;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import openland.request.StatisticsTable;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/** The tables as a Word document, across. */
final class StatisticsWord {
    private static final int LONG = 16838;
    private static final int SHORT = 11906;

    private StatisticsWord() {}

    static void write(String title, List<StatisticsTable> tables, OutputStream out) throws IOException {
        try (var document = new XWPFDocument()) {
            var size = document.getDocument().getBody().addNewSectPr().addNewPgSz();
            size.setOrient(STPageOrientation.LANDSCAPE);
            size.setW(BigInteger.valueOf(LONG));
            size.setH(BigInteger.valueOf(SHORT));
            line(document, title, 18);
            for (var table : tables) {
                line(document, table.form().title(), 14);
                table(document, table);
                table.checks().stream().filter(check -> !check.holds())
                        .forEach(check -> line(document, "不相符：" + check.rule().sentence() + "。差" + check.residues() + "。", 10));
            }
            document.write(out);
        }
    }

    private static void line(XWPFDocument document, String text, int size) {
        var paragraph = document.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        var run = paragraph.createRun();
        run.setBold(true);
        run.setFontSize(size);
        run.setText(text);
    }

    private static void table(XWPFDocument document, StatisticsTable table) {
        var heads = Stream.concat(Stream.of("行", "指标"), table.form().columns().heads().stream()).toList();
        var sheet = document.createTable(1, heads.size());
        sheet.setWidth("100%");
        sheet.getRow(0).setRepeatHeader(true);
        fill(sheet.getRow(0), heads);
        for (var line : table.lines()) {
            var cells = new ArrayList<>(List.of(line.row().code(), "　".repeat(line.row().level()) + line.row().text()));
            line.numbers().forEach(number -> cells.add(number.toString()));
            fill(sheet.createRow(), cells);
        }
    }

    private static void fill(XWPFTableRow row, List<String> cells) {
        row.setCantSplitRow(true);
        for (int i = 0; i < cells.size(); i++) {
            var run = row.getCell(i).getParagraphs().getFirst().createRun();
            run.setFontSize(9);
            run.setText(cells.get(i));
        }
    }
}
