package openland.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import openland.form.FieldType.Reading;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tables as files of spreadsheets, and back; the files of others are written and read by POI. */
class SheetTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Field LIST = Field.table("list", "补偿明细", List.of(
            field("who", "姓名", "text").required(true), field("paper", "身份证号", "text").masked(Mask.IDENTITY), field("sum", "补偿金额", "money"),
            field("paid", "支付日期", "date"), field("site", "面积", "area"), field("term", "期限", "date-range"),
            field("party", "户主", "party"), field("note", "备注", "text").hidden()));
    private static final Form FORM = new Form(List.of(LIST));
    private static final JsonNode ROWS = JSON.readTree("""
            [{"who":"=1+1","paper":"11010519491231002X","sum":"12000.50","paid":"2026-01-02","site":{"value":"12.5","unit":"亩"},
              "term":{"from":"2026-01-01","to":"2026-12-31"},"party":{"name":"张三","kind":"person","number":"11010519491231002X"},"note":"内\\"部,"},
             {"who":"-李四"},{"who":"+86 10"},{"who":"@x"},{"who":"-12"}]""");

    private static Field field(String name, String label, String type) {
        return Field.of(name, label, FieldType.named(type).orElseThrow());
    }

    private static JsonNode kept(byte[] file) {
        return switch (SheetReading.rows(file, LIST)) {
            case Reading.Value(var raw) -> FORM.read(Map.of("list", raw)).kept().get("list");
            case Reading.Wrong(var sentence) -> throw new AssertionError(sentence);
            case Reading.Partly partly -> throw new AssertionError(partly);
        };
    }

    private static String wrong(byte[] file) {
        return SheetReading.rows(file, LIST) instanceof Reading.Wrong(var sentence) ? sentence : "";
    }

    @Test
    void what_goes_out_comes_in_again_the_same() {
        assertThat(FORM.read(Map.of("list", ROWS)).problems()).isEmpty();
        assertThat(kept(Sheet.of(LIST, ROWS).xlsx())).isEqualTo(ROWS);
        assertThat(kept(Sheet.of(LIST, ROWS).csv())).isEqualTo(ROWS);
    }

    @Test
    void another_program_reads_typed_cells_and_no_formula() throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(Sheet.of(LIST, ROWS).xlsx()))) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getSheetName()).isEqualTo("补偿明细");
            var row = sheet.getRow(1);
            assertThat(row.getCell(0).getCellType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(0).getStringCellValue()).isEqualTo("=1+1");
            assertThat(row.getCell(1).getStringCellValue()).isEqualTo("11010519491231002X");
            assertThat(row.getCell(2).getNumericCellValue()).isEqualTo(12000.50);
            assertThat(row.getCell(3).getLocalDateTimeCellValue().toLocalDate()).isEqualTo(LocalDate.of(2026, 1, 2));
        }
    }

    @Test
    void csv_has_its_mark_and_nothing_that_a_spreadsheet_would_compute() {
        var csv = Sheet.of(LIST, ROWS).csv();
        assertThat(csv).startsWith(0xef, 0xbb, 0xbf);
        assertThat(new String(csv, StandardCharsets.UTF_8).substring(1).lines()).startsWith(
                "姓名,身份证号,补偿金额,支付日期,面积,期限,户主,备注").contains("'-李四,,,,,,,", "'+86 10,,,,,,,", "'@x,,,,,,,", "-12,,,,,,,")
                .anyMatch(line -> line.startsWith("'=1+1,11010519491231002X,12000.50,2026-01-02,12.5亩,") && line.endsWith("\"内\"\"部,\""));
    }

    @Test
    void what_is_published_goes_out_masked_and_without_hidden_columns() {
        var shown = FORM.published(FORM.read(Map.of("list", ROWS)).values()).getFirst();
        var csv = new String(Sheet.of(shown).csv(), StandardCharsets.UTF_8);
        assertThat(csv).contains("补偿金额（元）", "11*************02X").doesNotContain("11010519491231002X", "备注", "内");
        assertThat(Sheet.of(shown).heads()).doesNotContain("备注");
    }

    @Test
    void a_column_bears_the_same_head_whether_one_table_goes_out_or_those_of_many_pieces() {
        var count = field("count", "数量", "number").measured(new Measure("宗", 0, null, null, false));
        var heads = List.of("姓名", "身份证号", "补偿金额（元）", "支付日期", "面积", "期限", "户主", "数量（宗）");
        var columns = new ArrayList<>(LIST.columns().subList(0, 7));
        columns.add(count);
        var form = new Form(List.of(Field.table("list", "补偿明细", columns)));
        var shown = form.published(form.read(Map.of("list", JSON.readTree("[{\"who\":\"张三\"}]"))).values()).getFirst();
        assertThat(Sheet.of(shown).heads()).isEqualTo(heads);
        assertThat(columns.stream().map(Cells::head)).isEqualTo(heads);
    }

    @Test
    void files_of_excel_and_wps_are_read_whatever_their_letters() {
        var text = "备注;姓名;补偿金额\r\n甲;张三;\"1,200\"\r\n";
        for (var charset : List.of("GBK", "UTF-8", "UTF-16")) {
            assertThat(kept(text.getBytes(Charset.forName(charset)))).as(charset).isEqualTo(JSON.readTree("[{\"who\":\"张三\",\"sum\":\"1200\",\"note\":\"甲\"}]"));
        }
        assertThat(kept("姓名\n张三".getBytes(StandardCharsets.UTF_8))).isEqualTo(JSON.readTree("[{\"who\":\"张三\"}]"));
    }

    private static byte[] excel(boolean hide) throws IOException {
        try (var book = new XSSFWorkbook(); var out = new ByteArrayOutputStream()) {
            book.createSheet("草稿").createRow(0).createCell(0).setCellValue("不读");
            book.setSheetVisibility(0, org.apache.poi.ss.usermodel.SheetVisibility.HIDDEN);
            book.setActiveSheet(book.getSheetIndex(book.createSheet("明细")));
            var sheet = book.getSheet("明细");
            var heads = sheet.createRow(2);
            heads.createCell(1).setCellValue("补偿金额（元）");
            heads.createCell(2).setCellValue("姓名");
            heads.createCell(3).setCellValue("支付日期");
            var row = sheet.createRow(3);
            row.createCell(1).setCellFormula("6000.25*2");
            row.createCell(2).setCellValue("张三");
            var day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
            row.createCell(3).setCellValue(LocalDate.of(2026, 1, 2));
            row.getCell(3).setCellStyle(day);
            sheet.createRow(4).createCell(2).setCellFormula("\"李\"&\"四\"");
            sheet.getRow(4).createCell(1).setCellValue(0.1 + 0.2);
            sheet.createRow(5).createCell(2).setCellValue("王五");
            sheet.getRow(5).setZeroHeight(hide);
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            book.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void of_formulas_the_value_counts_and_of_days_the_day() throws IOException {
        assertThat(kept(excel(false))).isEqualTo(JSON.readTree("""
                [{"who":"张三","sum":"12000.50","paid":"2026-01-02"},{"who":"李四","sum":"0.30"},{"who":"王五"}]"""));
    }

    @Test
    void a_hidden_row_is_said_and_not_taken_along() throws IOException {
        assertThat(wrong(excel(true))).contains("第6行", "隐藏");
    }

    @Test
    void what_is_no_sheet_or_too_much_is_a_sentence() throws IOException {
        assertThat(wrong("姓名,银行卡\n张三,6222".getBytes(StandardCharsets.UTF_8))).contains("银行卡", "可用的列");
        assertThat(wrong(new byte[] {'P', 'K', 3, 4, 0, 0})).contains("读不出来");
        assertThat(wrong(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0})).contains("xls");
        assertThat(wrong(new byte[] {(byte) 0xff, 0x00, (byte) 0x81})).contains("读不出来");
        assertThat(wrong(new byte[0])).contains("没有表头");
        assertThat(wrong(bomb())).contains("解压以后太大");
        var rows = IntStream.range(0, 20_200).mapToObj(i -> "张" + i).collect(Collectors.joining("\n", "姓名\n", ""));
        assertThat(wrong(rows.getBytes(StandardCharsets.UTF_8))).contains("20000行");
    }

    private static byte[] bomb() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            var zeros = new byte[1024 * 1024];
            for (int i = 0; i < 220; i++) {
                zip.write(zeros);
            }
        }
        return out.toByteArray();
    }

    /** An entity of a DOCTYPE must not be replaced, whatever it names. */
    @Test
    void a_sheet_that_asks_for_other_files_is_not_read() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var in = new java.util.zip.ZipInputStream(new ByteArrayInputStream(excel(false))); var zip = new ZipOutputStream(out)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                zip.write((entry.getName().endsWith("sharedStrings.xml")
                        ? text.replaceFirst("<sst", "<!DOCTYPE sst [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><sst").replace("张三", "&x;") : text)
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(SheetReading.rows(out.toByteArray(), LIST).toString()).satisfiesAnyOf(
                read -> assertThat(read).contains("读不出来"), read -> assertThat(read).doesNotContain(java.nio.file.Files.readString(java.nio.file.Path.of("/etc/hostname")).strip()));
    }
}
