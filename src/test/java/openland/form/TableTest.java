package openland.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import openland.base.Refusal.Problem;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

class TableTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Field LIST = Field.table("list", "补偿明细", List.of(
            field("who", "姓名", "text").required(true).masked(Mask.NAME),
            field("paper", "身份证号", "text").masked(Mask.IDENTITY),
            field("sum", "补偿金额", "money"),
            field("trees", "林木", "number").measured(new Measure("株", 0, null, null, false)),
            field("paid", "支付日期", "date"),
            field("note", "内部备注", "text").hidden())).rows(500);
    private static final Form FORM = new Form(List.of(LIST));

    private static Field field(String name, String label, String type) {
        return Field.of(name, label, FieldType.named(type).orElseThrow());
    }

    private static Filled read(String raw) {
        return FORM.read(Map.of("list", JsonNodeFactory.instance.stringNode(raw)));
    }

    private static Filled json(String raw) {
        return FORM.read(Map.of("list", JSON.readTree(raw)));
    }

    private static List<String> sentences(Filled filled) {
        return filled.problems().stream().map(Problem::sentence).toList();
    }

    private static Shown shown(Filled filled) {
        assertThat(sentences(filled)).isEmpty();
        return FORM.published(filled.values()).getFirst();
    }

    @Test
    void rows_are_kept_by_the_names_of_the_columns_without_what_is_blank() {
        var filled = json("""
                [{"who":"张三","sum":"1.2万元","paid":"2026年1月2日"}, {"who":"　","sum":""}, {}, {"who":" 李四 ","trees":12,"note":null}]""");
        assertThat(filled.value("list").orElseThrow()).isEqualTo(JSON.readTree("""
                [{"who":"张三","sum":"12000","paid":"2026-01-02"}, {"who":"李四","trees":"12"}]"""));
        assertThat(FORM.read(filled.kept()).values()).isEqualTo(filled.values());
    }

    @Test
    void what_is_public_describes_itself_with_masks_and_without_hidden_columns() {
        var shown = shown(json("""
                [{"who":"张三","paper":"11010519491231002X","sum":"12000","trees":"1234","note":"私下说的"}]"""));
        assertThat(shown.value()).isEqualTo(JSON.readTree("""
                {"columns":[{"name":"who","label":"姓名","type":"text"},{"name":"paper","label":"身份证号","type":"text"},
                  {"name":"sum","label":"补偿金额","type":"money"},{"name":"trees","label":"林木","type":"number","unit":"株"},
                  {"name":"paid","label":"支付日期","type":"date"}],
                 "rows":[["张某某","11*************02X","12000","1234",null]]}"""));
        assertThat(shown.text()).isEqualTo("姓名\t身份证号\t补偿金额\t林木（株）\t支付日期\n张某某\t11*************02X\t12000元\t1234\t");
        assertThat(FORM.whole(json("[{\"who\":\"张三\",\"note\":\"私下说的\"}]").values()).getFirst().text()).contains("张三", "私下说的");
    }

    @Test
    void it_is_shown_as_a_table_with_a_caption_and_heads() {
        var html = shown(json("[{\"who\":\"<b>张\",\"sum\":\"98600000\"}]")).html();
        assertThat(html).startsWith("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"补偿明细，可横向滚动\"><table><caption class=\"hide\">补偿明细</caption>")
                .contains("<th scope=\"col\">姓名</th>", "<th scope=\"col\" class=\"r\">补偿金额</th>", "<td>&lt;某某</td>", "98\u202f600\u202f000元", "<td></td>")
                .doesNotContain("<b>", "内部备注");
    }

    @Test
    void wrong_cells_stay_as_they_were_typed_and_are_named_by_row_and_column() {
        var filled = json("""
                [{"who":"张三","sum":"很多"}, {}, {"sum":"5"}, {"who":"李四","paid":"2026-02-30","sum":"7元"}]""");
        assertThat(sentences(filled)).containsExactly("“补偿明细”第1行“补偿金额”：“很多”不是金额。请写成12000.50或9860万元。",
                "“补偿明细”第2行“姓名”：请填写。", "“补偿明细”第3行“支付日期”：日历上没有“2026-02-30”这一天。");
        assertThat(filled.values()).isEmpty();
        assertThat(filled.unread().get("list")).isEqualTo(JSON.readTree("""
                [{"who":"张三","sum":"很多"}, {"sum":"5"}, {"who":"李四","paid":"2026-02-30","sum":"7"}]"""));
        assertThat(FORM.read(filled.kept()).unread()).isEqualTo(filled.unread());
    }

    @Test
    void twenty_faults_are_spelled_out_and_the_rest_is_counted() {
        var rows = IntStream.range(0, 137).mapToObj(_ -> "{\"who\":\"张三\",\"sum\":\"多\"}").collect(Collectors.joining(",", "[", "]"));
        assertThat(sentences(json(rows))).hasSize(21).last().asString().contains("还有117处");
    }

    @Test
    void too_many_rows_an_unknown_column_and_a_row_that_is_none_are_refused_whole() {
        var rows = IntStream.range(0, 501).mapToObj(i -> "{\"who\":\"张" + i + "\"}").collect(Collectors.joining(",", "[", "]"));
        assertThat(sentences(json(rows))).singleElement().asString().contains("最多500行，现有501行");
        assertThat(json(rows).unread().get("list")).hasSize(501);
        assertThat(sentences(json("[{\"who\":\"张三\",\"card\":\"1\"}]"))).singleElement().asString().contains("第1行", "“card”", "姓名、身份证号");
        assertThat(sentences(json("[[1]]"))).singleElement().asString().contains("第1行");
        assertThat(sentences(json("{\"who\":\"张三\"}"))).singleElement().asString().contains("一行一行");
    }

    @Test
    void cells_of_a_spreadsheet_are_read_by_their_heads_in_any_order() {
        var filled = read("补偿金额（元）\t序号\t姓名\t\n12,000.50\t1\t\"张三\n（户主）\"\t\n\t\t\t\n3\t2\t李四\t\n");
        assertThat(sentences(filled)).isEmpty();
        assertThat(filled.value("list").orElseThrow()).isEqualTo(JSON.readTree("""
                [{"who":"张三 （户主）","sum":"12000.50"},{"who":"李四","sum":"3"}]"""));
    }

    @Test
    void a_title_above_the_heads_does_not_count() {
        var filled = read("青禾县征地补偿明细表\t\t\n单位：元\t\t\nwho\t补偿金额\t支付日期\r\n张三\t5\t2026/1/2\r\n");
        assertThat(sentences(filled)).isEmpty();
        assertThat(filled.value("list").orElseThrow()).isEqualTo(JSON.readTree("[{\"who\":\"张三\",\"sum\":\"5\",\"paid\":\"2026-01-02\"}]"));
    }

    @Test
    void heads_that_do_not_fit_are_said_and_the_cells_stay() {
        var typed = "姓名\t银行卡号\n张三\t6222\n";
        assertThat(sentences(read(typed))).singleElement().asString().contains("没有“银行卡号”这一列", "补偿金额");
        assertThat(read(typed).unread().get("list").asString()).isEqualTo(typed);
        assertThat(sentences(read("张三\t5"))).singleElement().asString().contains("第一行应是表头");
        assertThat(sentences(read("姓名\t姓名\n张三\t李四"))).singleElement().asString().contains("两个");
    }

    @Test
    void a_table_of_a_web_page_or_of_word_is_read_too() {
        var filled = read("""
                <html><body><!--StartFragment--><table><thead><tr><th>姓名</th><th colspan=2>补偿金额</th><td>支付日期</td></tr></thead>
                <tr><td rowspan="2">张 三</td><td>5</td><td></td><td><p>2026年1月2日</p></td></tr>
                <tr><td><b>6</b></td><td></td><td></td></tr></table>""");
        assertThat(sentences(filled)).containsExactly("“补偿明细”第2行“姓名”：请填写。");
        assertThat(filled.unread().get("list")).isEqualTo(JSON.readTree("""
                [{"who":"张 三","sum":"5","paid":"2026-01-02"},{"sum":"6"}]"""));
    }

    @Test
    void what_stands_in_the_box_of_the_form_reads_the_same_again() {
        for (var filled : List.of(json("[{\"who\":\"张\\\"三\",\"sum\":\"1200000.50\",\"paid\":\"2026-01-02\"},{\"who\":\"\\\"x\\\"\",\"trees\":\"3\"}]"),
                json("[{\"who\":\"张三\",\"sum\":\"很多\"}]"))) {
            var kept = filled.kept().get("list");
            var again = read(LIST.type().typed(kept, "", LIST));
            assertThat(again.kept().get("list")).isEqualTo(kept);
            assertThat(again.problems()).isEqualTo(filled.problems());
        }
    }

    @Test
    void quotes_that_never_close_do_not_take_long() {
        for (var hostile : List.of("\"a\t", "\"\"\"a\t", "\"a\n", "\"\"a\t\"", "<table><tr><td colspan=99999 rowspan=99999>", "\t", "\n", "姓名\t")) {
            var filled = read(hostile.repeat(1_000_000 / hostile.length()));
            assertThat(filled.problems().size()).isEqualTo(hostile.isBlank() ? 0 : 1);
        }
    }

    @Test
    void a_table_too_long_for_the_form_stays_when_the_form_is_posted() {
        Map<String, JsonNode> before = Map.of("list", JSON.readTree("[{\"who\":\"张三\"}]"));
        assertThat(FORM.posted(_ -> null, List.of(), before)).isEqualTo(before);
        assertThat(FORM.posted(Map.of("list", "")::get, List.of(), before).get("list").asString()).isEmpty();
    }

    @Test
    void twenty_thousand_rows_are_read_and_shown() {
        var form = new Form(List.of(LIST.rows(20_000)));
        var text = IntStream.range(0, 20_000).mapToObj(i -> "张三" + i + "\t11010519491231002X\t" + i + ".50\t3\t2026-01-02").collect(Collectors.joining("\n", "姓名\t身份证号\t补偿金额\t林木\t支付日期\n", ""));
        var filled = form.read(Map.of("list", JsonNodeFactory.instance.stringNode(text)));
        assertThat(sentences(filled)).isEmpty();
        var shown = form.published(filled.values()).getFirst();
        assertThat(shown.value().path("rows")).hasSize(20_000);
        assertThat(shown.text().lines()).hasSize(20_001);
        assertThat(shown.places().apply(shown.text().lastIndexOf("19999"))).isEqualTo("第20000行“补偿金额”");
        assertThat(shown.html()).doesNotContain("11010519491231002X");
    }
}
