package openland.files.ooxml;

import static openland.files.ooxml.ExcelSamples.anchor;
import static openland.files.ooxml.ExcelSamples.drawing;
import static openland.files.ooxml.ExcelSamples.number;
import static openland.files.ooxml.ExcelSamples.row;
import static openland.files.ooxml.ExcelSamples.run;
import static openland.files.ooxml.ExcelSamples.second;
import static openland.files.ooxml.ExcelSamples.text;
import static openland.files.ooxml.ExcelSamples.workbook;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import openland.files.FileContent;
import openland.files.FileContent.Paragraph;
import openland.files.FileContent.Table;
import openland.files.Hidden;
import openland.files.Hidden.Kind;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExcelReadingTest {
    @TempDir
    Path folder;

    private Path file(byte[] bytes) throws Exception {
        return Files.write(folder.resolve("file.xlsx"), bytes);
    }

    private FileContent read(Parts parts) throws Exception {
        return new Xlsx().read(file(parts.file()), Xlsx.TYPE);
    }

    @Test
    void cells_are_read_as_they_are_shown() throws Exception {
        var content = read(workbook(row(2, "", number("A2", ExcelSamples.DATE, "42856") + number("B2", ExcelSamples.PER_CENT, "0.256"))
                + row(3, "", "<x:c r=\"A3\" t=\"b\"><x:v>1</x:v></x:c><x:c r=\"B3\" t=\"e\"><x:v>#DIV/0!</x:v></x:c>") + row(4, "", ExcelSamples.formula("A4", "A1&amp;\"号\"", "一号"))));
        assertThat(content.parts()).singleElement().satisfies(part -> {
            assertThat(part.place()).isEqualTo("工作表“补偿明细”");
            assertThat(part.blocks()).containsExactly(new Table(List.of(List.of(WordSamples.SEEN, "12.5"), List.of("2017年5月1日", "25.60%"),
                    List.of("TRUE", "#DIV/0!"), List.of("一号", ""))));
        });
    }

    @Test
    void headers_shapes_and_charts_are_read() throws Exception {
        var parts = drawing(workbook("", "", "<x:headerFooter><x:oddHeader>&amp;C&amp;\"宋体,常规\"&amp;12清河县公示表</x:oddHeader></x:headerFooter>"),
                anchor(" descr=\"地块示意图\"", "", run("/>", "图上的字"))
                        + "<xdr:twoCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>2</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>9</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>"
                        + "<xdr:graphicFrame macro=\"\"><xdr:nvGraphicFramePr><xdr:cNvPr id=\"3\" name=\"图表 3\"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/></xdr:xfrm><a:graphic>"
                        + "<a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:chart r:id=\"rId20\"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>");
        var blocks = read(Documents.chart(parts, "xl/drawings/drawing1.xml", "xl", "")).parts().getFirst().blocks();
        assertThat(blocks).contains(new Paragraph("清河县公示表"), new Paragraph("图上的字"), new Paragraph("〔图：地块示意图〕"), new Paragraph("供应面积"));
        assertThat(blocks.getLast()).isEqualTo(new Table(List.of(List.of("", "公顷"), List.of("一季度", "12.5"), List.of("二季度", "8"))));
    }

    @Test
    void findings_name_sheet_column_and_row() throws Exception {
        var parts = second(workbook("<x:cols><x:col min=\"4\" max=\"4\" hidden=\"1\"/></x:cols>", row(2, "hidden=\"1\"", text("A2", "甲")) + row(3, "hidden=\"1\"", text("A3", "乙")) + row(4, "", text("C4", "丙") + text("D4", "丁")), ""),
                " state=\"veryHidden\"", row(1, "", text("A1", "戊")));
        assertThat(new Xlsx().hidden(file(parts.file()), Xlsx.TYPE)).containsExactlyInAnyOrder(new Hidden(Kind.HIDDEN_SHEET, "工作表“原始数据”（深度隐藏）", "戊"),
                new Hidden(Kind.HIDDEN_ROW, "工作表“补偿明细”第2行起", "甲\t乙"), new Hidden(Kind.HIDDEN_COLUMN, "工作表“补偿明细”D列", "丁"));
    }

    @Test
    void left_to_an_officer_hidden_rows_stay_and_the_author_goes() throws Exception {
        var parts = workbook(row(2, "hidden=\"1\"", text("A2", "留在原处"))).raw("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml",
                "<c:coreProperties xmlns:c=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"><c:lastModifiedBy>张三</c:lastModifiedBy></c:coreProperties>").relation("", "p1", "core-properties", "docProps/core.xml");
        var out = new ByteArrayOutputStream();
        new Xlsx().clean(file(parts.file()), Xlsx.TYPE, false, out);
        assertThat(new Xlsx().hidden(file(out.toByteArray()), Xlsx.TYPE)).extracting(Hidden::kind).containsExactly(Kind.HIDDEN_ROW);
    }

    /** Made and opened by a library that others wrote. */
    @Test
    void a_realistic_workbook_hides_nothing_and_its_copy_opens_elsewhere() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var book = new XSSFWorkbook()) {
            var sheet = book.createSheet("供地结果");
            var head = book.createCellStyle();
            var white = book.createFont();
            white.setColor(IndexedColors.WHITE.getIndex());
            head.setFont(white);
            head.setFillForegroundColor(IndexedColors.DARK_BLUE.getIndex());
            head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            var money = book.createCellStyle();
            money.setDataFormat(book.createDataFormat().getFormat("#,##0.00;-#,##0.00;"));
            var first = sheet.createRow(0);
            for (int i = 0; i < 3; i++) {
                first.createCell(i).setCellValue(List.of("宗地编号", "面积", "成交价").get(i));
                first.getCell(i).setCellStyle(head);
            }
            for (int i = 1; i < 50; i++) {
                var row = sheet.createRow(i);
                row.createCell(0).setCellValue("2017-" + i);
                row.createCell(1).setCellValue(i * 10.5);
                row.createCell(2).setCellValue(i % 7 == 0 ? 0 : i * 12345.678);
                row.getCell(2).setCellStyle(money);
            }
            sheet.createRow(50).createCell(1).setCellFormula("SUM(B2:B50)");
            sheet.addMergedRegion(new CellRangeAddress(51, 51, 0, 2));
            sheet.createRow(51).createCell(0).setCellValue("清河县自然资源局");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            book.write(out);
        }
        var file = file(out.toByteArray());
        assertThat(new Xlsx().hidden(file, Xlsx.TYPE)).extracting(Hidden::kind).containsOnly(Kind.METADATA);
        assertThat(new Xlsx().read(file, Xlsx.TYPE).text()).contains("宗地编号\t面积\t成交价").contains("2017-1\t10.5\t12,345.68").contains("2017-7\t73.5\t\n");
        var copy = new ByteArrayOutputStream();
        new Xlsx().clean(file, Xlsx.TYPE, true, copy);
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(copy.toByteArray()))) {
            assertThat(book.getSheetAt(0).getRow(0).getCell(2).getStringCellValue()).isEqualTo("成交价");
            assertThat(book.getSheetAt(0).getRow(50).getCell(1).getNumericCellValue()).isEqualTo(12862.5);
            assertThat(book.getSheetAt(0).getMergedRegions()).hasSize(1);
        }
    }
}
