package openland.portal.web;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import openland.form.SheetWriter;
import openland.page.Dates;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/** The official ten columns of a standard catalogue (标准目录): 公开事项 takes two of them. */
final class TenColumns {
    static final List<String> HEADS = List.of("序号", "公开事项（一级）", "公开事项（二级）", "公开内容（要素）", "公开依据", "公开时限", "公开主体",
            "公开渠道和载体", "公开对象", "公开方式", "公开层级");
    private static final int[] WIDTHS = {600, 1100, 1500, 3700, 3300, 1200, 1500, 1200, 800, 800, 900};
    /** A4 in twentieths of a point, and a margin of 15 mm. */
    private static final int LONG = 16838;
    private static final int SHORT = 11906;
    private static final int MARGIN = 850;

    private TenColumns() {}

    static List<List<Object>> rows(CatalogueView view) {
        var rows = new ArrayList<List<Object>>();
        for (var part : view.parts()) {
            for (var entry : part.entries()) {
                var item = entry.page().item();
                rows.add(List.of(entry.number(), part.domain().title(), item.title(), CatalogueView.elements(item), String.join("；", item.bases()),
                        CatalogueView.term(entry.page()), view.publisher(entry.page()), CatalogueView.channels(item), "全社会",
                        item.access().label().replace("公开", ""), CatalogueView.levels(item)));
            }
        }
        return rows;
    }

    static void xlsx(CatalogueView view, OutputStream out) throws IOException {
        try (var sheet = SheetWriter.xlsx(out)) {
            sheet.begin(view.title(), HEADS);
            for (var row : rows(view)) {
                sheet.row(row);
            }
            sheet.row(List.of(issued(view)));
        }
    }

    private static String issued(CatalogueView view) {
        return view.title() + "，共" + view.size() + "项，" + Dates.words(view.today()) + "印发";
    }

    static void docx(CatalogueView view, OutputStream out) throws IOException {
        try (var document = new XWPFDocument()) {
            landscape(document);
            var title = document.createParagraph();
            title.setAlignment(ParagraphAlignment.CENTER);
            var run = title.createRun();
            run.setBold(true);
            run.setFontSize(18);
            run.setText(view.title());
            var issued = document.createParagraph();
            issued.setAlignment(ParagraphAlignment.RIGHT);
            issued.createRun().setText(issued(view));
            var table = document.createTable(1, HEADS.size());
            table.setWidth("100%");
            var head = table.getRow(0);
            head.setRepeatHeader(true);
            fill(head, HEADS);
            for (var row : rows(view)) {
                fill(table.createRow(), row);
            }
            document.write(out);
        }
    }

    private static void landscape(XWPFDocument document) {
        var section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setOrient(STPageOrientation.LANDSCAPE);
        size.setW(BigInteger.valueOf(LONG));
        size.setH(BigInteger.valueOf(SHORT));
        var margin = section.addNewPgMar();
        margin.setTop(BigInteger.valueOf(MARGIN));
        margin.setBottom(BigInteger.valueOf(MARGIN));
        margin.setLeft(BigInteger.valueOf(MARGIN));
        margin.setRight(BigInteger.valueOf(MARGIN));
    }

    private static void fill(XWPFTableRow row, List<?> cells) {
        row.setCantSplitRow(true);
        for (int i = 0; i < cells.size(); i++) {
            var cell = row.getCell(i);
            cell.setWidth(Integer.toString(WIDTHS[i]));
            var run = cell.getParagraphs().getFirst().createRun();
            run.setFontSize(9);
            run.setText(cells.get(i).toString());
        }
    }
}
