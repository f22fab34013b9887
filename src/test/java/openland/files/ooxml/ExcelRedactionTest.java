package openland.files.ooxml;

import static openland.files.ooxml.ExcelSamples.SHEET;
import static openland.files.ooxml.ExcelSamples.WORKBOOK;
import static openland.files.ooxml.ExcelSamples.formula;
import static openland.files.ooxml.ExcelSamples.number;
import static openland.files.ooxml.ExcelSamples.row;
import static openland.files.ooxml.ExcelSamples.second;
import static openland.files.ooxml.ExcelSamples.text;
import static openland.files.ooxml.ExcelSamples.workbook;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import openland.base.Refusal;
import openland.files.CellMark;
import openland.files.CellRedaction.Result;
import openland.files.HidingPlace;
import openland.files.Traces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExcelRedactionTest {
    private static final String NAME = "司马文远";
    private static final String NUMBER = "110101199003077758";
    private static final String SHEET_NAME = "补偿明细";

    @TempDir
    private Path folder;

    private record Copy(byte[] bytes, Result result, String text) {}

    private Copy covered(byte[] workbook, CellMark... marks) throws IOException {
        var out = new ByteArrayOutputStream();
        var result = new ExcelRedaction().redact(Files.write(folder.resolve("original"), workbook), Xlsx.TYPE, List.of(marks), out);
        var file = Files.write(folder.resolve("copy"), out.toByteArray());
        assertThat(new Xlsx().hidden(file, Xlsx.TYPE)).as("it may go out as it is").isEmpty();
        return new Copy(out.toByteArray(), result, new Xlsx().read(file, Xlsx.TYPE).text());
    }

    private static CellMark mark(String cells) {
        return new CellMark(SHEET_NAME, cells, "个人隐私");
    }

    private static byte[] people() {
        return workbook(row(2, "", text("A2", NAME) + text("B2", NUMBER) + number("C2", "0", "86500"))
                + row(3, "", text("A3", "李小明") + text("B3", "110101199505051234") + number("C3", "0", "1200"))
                + row(4, "", text("A4", "合计") + formula("C4", "SUM(C2:C3)", "87700"))).file();
    }

    @Test
    void a_marked_cell_says_why_it_is_covered_and_the_others_stay() throws Exception {
        var copy = covered(people(), mark("A2"), mark("b2"));
        assertThat(copy.text()).contains("【遮盖：个人隐私】\t【遮盖：个人隐私】\t86500", "李小明", "合计");
        for (var word : List.of(NAME, NUMBER)) {
            assertThat(Traces.of(copy.bytes(), word)).isEmpty();
        }
        assertThat(copy.result().cells()).isEqualTo(2);
        assertThat(copy.result().left()).isEmpty();
        assertThat(copy.bytes()).isEqualTo(covered(people(), mark("A2"), mark("B2")).bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"A:B", "A2:B3", "$B$3:$A$2", "2:3", "A：B"})
    void columns_rows_and_ranges_are_covered(String cells) throws Exception {
        var copy = covered(people(), mark(cells));
        for (var word : List.of(NAME, NUMBER, "李小明")) {
            assertThat(Traces.of(copy.bytes(), word)).isEmpty();
        }
        assertThat(copy.text()).contains("【遮盖：个人隐私】");
    }

    @Test
    void shared_strings_and_merged_cells_are_covered() throws Exception {
        var parts = workbook("", row(2, "", "<x:c r=\"A2\" t=\"s\"><x:v>0</x:v></x:c><x:c r=\"D2\" t=\"s\"><x:v>1</x:v></x:c>"),
                "<x:mergeCells count=\"1\"><x:mergeCell ref=\"A2:C2\"/></x:mergeCells>")
                .xml("xl/sharedStrings.xml", "spreadsheetml.sharedStrings", "x:sst", "<x:si><x:t>" + NAME + "</x:t></x:si><x:si><x:t>面积若干</x:t></x:si>")
                .relation(WORKBOOK, "rId4", "sharedStrings", "xl/sharedStrings.xml");
        var copy = covered(parts.file(), mark("B2"));
        assertThat(Traces.of(copy.bytes(), NAME)).isEmpty();
        assertThat(copy.text()).contains("面积若干", "【遮盖：个人隐私】");
    }

    @Test
    void what_repeats_the_words_of_a_cell_goes_too() throws Exception {
        var repeated = "<x:dataValidations><x:dataValidation type=\"list\" sqref=\"A2\"><x:formula1>\"" + NAME + ",其他人\"</x:formula1></x:dataValidation></x:dataValidations>"
                + "<x:hyperlinks><x:hyperlink ref=\"A2\" location=\"A9\" display=\"" + NAME + "\"/></x:hyperlinks>";
        var parts = workbook("", row(2, "", text("A2", NAME)), "<x:autoFilter ref=\"A1:A2\"><x:filterColumn colId=\"0\"><x:filters><x:filter val=\"" + NAME
                + "\"/></x:filters></x:filterColumn></x:autoFilter><x:conditionalFormatting sqref=\"A2\"><x:cfRule type=\"cellIs\" dxfId=\"7\" operator=\"equal\"><x:formula>\""
                + NAME + "\"</x:formula></x:cfRule></x:conditionalFormatting>" + repeated + "<x:tableParts count=\"1\"><x:tablePart r:id=\"rId8\"/></x:tableParts>")
                .xml("xl/tables/table1.xml", "spreadsheetml.table", "x:table id=\"1\" name=\"T\" displayName=\"T\" ref=\"A2:A3\"",
                        "<x:tableColumns count=\"1\"><x:tableColumn id=\"1\" name=\"" + NAME + "\"/></x:tableColumns>")
                .relation(SHEET, "rId8", "table", "xl/tables/table1.xml");
        ExcelSamples.drawing(parts, ExcelSamples.anchor("", "", ExcelSamples.run("/>", NAME)));
        var copy = covered(parts.file(), mark("A2"));
        assertThat(Traces.of(copy.bytes(), NAME)).isEmpty();
        assertThat(copy.text()).contains("【遮盖：个人隐私】");
    }

    static Stream<HidingPlace> places() {
        return ExcelHidingPlaces.all().stream();
    }

    @ParameterizedTest
    @MethodSource("places")
    void whatever_a_workbook_hides_is_not_in_the_covered_copy(HidingPlace place) throws Exception {
        var copy = covered(place.file(NAME), mark("B1"));
        assertThat(Traces.of(copy.bytes(), NAME)).isEmpty();
    }

    @Test
    void words_that_still_stand_elsewhere_are_named() throws Exception {
        var parts = second(workbook(row(2, "", text("A2", NAME))), "", row(1, "", text("A1", "经办：" + NAME)));
        assertThat(covered(parts.file(), mark("A2")).result().left()).hasSize(1).first()
                .satisfies(left -> assertThat(left.word() + left.places()).isEqualTo(NAME + "[工作表“原始数据”]"));
    }

    @Test
    void marks_that_meet_nothing_are_refused() {
        refused("没有叫“别处”的工作表", new CellMark("别处", "A1", "个人隐私"));
        refused("没有内容", mark("Z99"));
        for (var wrong : List.of("", "1A", "A0", "A1:B", "A1;B2", "ABCD1", "A1:B2:C3")) {
            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> mark(wrong)).withMessageContaining("不是单元格的位置");
        }
    }

    private void refused(String why, CellMark mark) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> covered(people(), mark)).withMessageContaining(why);
    }

    @Test
    void a_name_of_a_style_that_says_a_hidden_word_stops_the_copy() {
        var parts = workbook(row(2, "", text("A2", NAME))).replace("xl/styles.xml", "formatCode=\";;;\"", "formatCode=\"&quot;" + NAME + "&quot;0\"");
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> covered(parts.file(), mark("A2"))).withMessageContaining(NAME);
    }
}
