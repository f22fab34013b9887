package openland.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openland.base.Refusal.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

class FormTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Form FORM = new Form(List.of(
            Field.of("title", "标题", type("text")).required(true),
            Field.of("number", "文号", type("document-number")),
            Field.of("fine", "罚款", type("money")),
            Field.of("decidedOn", "决定日期", type("date")),
            Field.choice("kind", "类别", List.of(new Choice("fine", "罚款"), new Choice("warning", "警告", List.of("口头警告")))),
            Field.of("offender", "被处罚人", type("party")).masked(null),
            Field.of("note", "内部备注", type("long-text")).hidden(),
            Field.of("site", "地块位置", type("place")),
            Field.of("file", "决定书", type("file")),
            Field.of("body", "正文", type("rich-text"))));

    private static FieldType type(String name) {
        return FieldType.named(name).orElseThrow();
    }

    private static Filled read(String name, String value) {
        return read(name, JsonNodeFactory.instance.stringNode(value));
    }

    private static Filled read(String name, JsonNode value) {
        var raw = new LinkedHashMap<String, JsonNode>(Map.of("title", JsonNodeFactory.instance.stringNode("标题")));
        raw.put(name, value);
        return FORM.read(raw);
    }

    private static Filled readJson(String json) {
        var raw = new LinkedHashMap<String, JsonNode>();
        JSON.readTree(json).properties().forEach(entry -> raw.put(entry.getKey(), entry.getValue()));
        raw.putIfAbsent("title", JsonNodeFactory.instance.stringNode("标题"));
        return FORM.read(raw);
    }

    /** Such as a cell that a draft keeps as it was typed. */
    @Test
    void what_is_no_number_or_day_is_as_good_as_blank() {
        var rows = new Filled(Map.of("rows", JSON.readTree("""
                [{"sum": "12000.50", "day": "2026-02-28", "term": {"from": "2026-01-01", "to": "长期"}},
                 {"sum": "很多", "day": "2026-02-30", "term": {"from": "9999-99-99", "to": 7}}, {"sum": "1e999999999", "day": {"x": 1}}]""")),
                Map.of(), List.of(), List.of()).rows("rows");
        assertThat(rows.getFirst().money("sum")).contains(new BigDecimal("12000.50"));
        assertThat(rows.getFirst().date("day")).contains(LocalDate.of(2026, 2, 28));
        assertThat(rows.getFirst().from("term")).contains(LocalDate.of(2026, 1, 1));
        assertThat(rows.subList(1, 3)).allSatisfy(row -> {
            assertThat(row.number("sum")).isEmpty();
            assertThat(row.date("day")).isEmpty();
            assertThat(row.from("term")).isEmpty();
            assertThat(row.to("term")).isEmpty();
        });
    }

    @Test
    void a_word_in_place_of_a_day_may_begin_with_a_digit() {
        var until = Field.of("until", "有效期", type("date")).choices(List.of(new Choice("two-years", "2年")));
        var shown = new Form(List.of(until)).published(new Form(List.of(until)).read(Map.of("until", JsonNodeFactory.instance.stringNode("2年"))).values());
        assertThat(shown.getFirst().text()).isEqualTo("2年");
    }

    private static String problem(Filled filled) {
        assertThat(filled.problems()).hasSize(1);
        return filled.problems().getFirst().sentence();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            9860万元; 98600000
            12,000.50; 12000.50
            １２，０００．５元; 12000.50
            ￥ 1,234,567; 1234567
            1.5亿; 150000000
            0.01; 0.01
            0; 0
            -0; 0
            人民币3000元整; 3000
            0.123456万元; 1234.56
            100.00; 100""", delimiter = ';')
    void money_is_kept_in_yuan_however_it_was_written(String typed, String yuan) {
        assertThat(read("fine", typed).text("fine")).contains(yuan);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "1.234", "12,00", "abc", "1e9", "NaN", "99999999999999999999", "1.2.3", "十万元", "0.1234567万"})
    void what_is_not_an_amount_is_said_and_not_guessed(String typed) {
        assertThat(problem(read("fine", typed))).startsWith("“罚款”：");
    }

    @Test
    void a_number_with_a_monstrous_exponent_is_refused() {
        assertThat(problem(readJson("{\"fine\": 1e999999999}"))).contains("不是金额");
        assertThat(readJson("{\"fine\": 12000.5}").text("fine")).contains("12000.50");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-11-20; 2026-11-20
            2026年11月20日; 2026-11-20
            2026 年 1 月 2 日; 2026-01-02
            ２０２６年１月２日; 2026-01-02
            2026/1/2; 2026-01-02
            2026.01.02; 2026-01-02
            20260102; 2026-01-02
            二〇一七年三月三十一日; 2017-03-31
            二○一七年十月二十日; 2017-10-20
            二〇一七年十二月十一日; 2017-12-11
            2017-03-31 10:15; 2017-03-31
            2017-03-31T10:15:00+08:00; 2017-03-31""", delimiter = ';')
    void a_date_is_read_from_every_way_documents_write_one(String typed, String day) {
        assertThat(read("decidedOn", typed).text("decidedOn")).contains(day);
    }

    @Test
    void a_word_can_stand_in_place_of_a_day_where_the_form_says_so() {
        var form = new Form(List.of(Field.of("expiresOn", "有效期", type("date")).choices(List.of(new Choice("unlimited", "长期", List.of("长期有效"))))));
        for (var typed : List.of("长期", "长 期", "长期有效", "unlimited")) {
            var filled = form.read(Map.of("expiresOn", JsonNodeFactory.instance.stringNode(typed)));
            assertThat(filled.text("expiresOn")).contains("长期");
            assertThat(filled.date("expiresOn")).isEmpty();
            assertThat(form.published(filled.values()).getFirst().html()).isEqualTo("长期");
        }
        assertThat(form.read(Map.of("expiresOn", JsonNodeFactory.instance.stringNode("2030年1月1日"))).text("expiresOn")).contains("2030-01-01");
        assertThat(problem(read("decidedOn", "长期"))).contains("不是日期");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "1948-12-31", "2101-01-01", "2026年", "昨天", "二〇一七年十三月一日", "2026-13-01", "二〇一七年三月三十五日"})
    void a_day_that_does_not_exist_is_refused(String typed) {
        assertThat(problem(read("decidedOn", typed))).startsWith("“决定日期”：");
    }

    @Test
    void a_choice_is_read_by_code_label_or_alias_and_shown_by_its_label() {
        for (var typed : List.of("warning", "警告", "口头警告")) {
            var filled = read("kind", typed);
            assertThat(filled.text("kind")).contains("warning");
            assertThat(FORM.published(filled.values())).last().extracting(Shown::text).isEqualTo("警告");
        }
        assertThat(problem(read("kind", "拘留"))).contains("罚款、警告");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            青自然资规［2026］3号; 青自然资规〔2026〕3号
            青自然资规[2026] 3 号; 青自然资规〔2026〕3号
            青自然资规（２０２６）３号; 青自然资规〔2026〕3号
            黔府办发【2017】28号; 黔府办发〔2017〕28号
            国土资厅发〔2014〕29号; 国土资厅发〔2014〕29号
            2017年第3号（公告）; 2017年第3号(公告)""", delimiter = ';')
    void a_document_number_keeps_its_words_and_gets_the_brackets_of_the_standard(String typed, String number) {
        assertThat(read("number", typed).text("number")).contains(number);
    }

    @Test
    void a_document_number_with_half_a_bracket_is_asked_back() {
        assertThat(problem(read("number", "苏政办发〔201764"))).contains("〔2026〕");
        assertThat(problem(read("number", "苏政办发〔2017 64号"))).contains("括号");
    }

    @Test
    void of_a_masked_person_only_the_family_name_is_public_and_never_the_number() {
        var filled = readJson("{\"offender\": {\"name\": \"欧阳建国\", \"kind\": \"个人\", \"number\": \"34120219900307001X\"}}");
        assertThat(filled.problems()).isEmpty();
        assertThat(FORM.published(filled.values()).toString()).contains("欧阳某某").doesNotContain("建国", "34120219900307001X");
        assertThat(FORM.whole(filled.values()).toString()).contains("欧阳建国", "34120219900307001X");
    }

    @Test
    void an_organisation_is_public_whole_with_a_code_that_checks() {
        var filled = readJson("{\"offender\": {\"name\": \"青禾矿业有限公司\", \"kind\": \"organization\", \"number\": \"91350100M000100Y43\"}}");
        assertThat(FORM.published(filled.values()).toString()).contains("青禾矿业有限公司", "91350100M000100Y43");
        assertThat(problem(readJson("{\"offender\": {\"name\": \"青禾矿业有限公司\", \"kind\": \"organization\", \"number\": \"91350100M000100Y44\"}}")))
                .contains("统一社会信用代码");
    }

    @ParameterizedTest
    @ValueSource(strings = {"张三", "欧阳建国", "张三、李四", "阿卜杜拉·买买提江", "John Smith", "王会", "青禾矿业有限公司、张三"})
    void a_bare_name_that_may_be_a_persons_is_asked_back(String name) {
        assertThat(problem(read("offender", name))).contains("个人", "单位");
    }

    @ParameterizedTest
    @ValueSource(strings = {"青禾联创科技园管理有限公司", "县公安局", "青禾县望江镇人民政府", "宏达砖厂", "青禾联创有限公司（青禾分公司）"})
    void a_bare_name_that_can_only_be_an_organisations_is_taken_for_one(String name) {
        assertThat(read("offender", name).value("offender").orElseThrow().path("kind").asString()).isEqualTo("organization");
    }

    @Test
    void a_place_is_an_address_with_or_without_a_point_in_China() {
        assertThat(read("site", "望江路以西").value("site").orElseThrow().path("address").asString()).isEqualTo("望江路以西");
        var filled = readJson("{\"site\": {\"address\": \"望江路\", \"lon\": \"117.12345678\", \"lat\": 31}}");
        assertThat(filled.value("site").orElseThrow().toString()).isEqualTo("{\"address\":\"望江路\",\"lon\":117.123457,\"lat\":31}");
        assertThat(problem(readJson("{\"site\": {\"address\": \"望江路\", \"lon\": 31, \"lat\": 117}}"))).contains("经度");
        assertThat(problem(readJson("{\"site\": {\"lon\": 117, \"lat\": 31}}"))).contains("地址");
    }

    @Test
    void a_file_is_a_reference_and_nothing_else() {
        var sha = "0".repeat(64);
        assertThat(readJson("{\"file\": {\"name\": \"决定书.pdf\", \"sha256\": \"" + sha + "\", \"size\": 3, \"type\": \"application/pdf\"}}").problems()).isEmpty();
        assertThat(problem(readJson("{\"file\": {\"name\": \"../x\", \"sha256\": \"" + sha + "\", \"size\": 3, \"type\": \"application/pdf\"}}"))).contains("文件名");
        assertThat(problem(readJson("{\"file\": \"x.pdf\"}"))).contains("上传");
    }

    @Test
    void a_posted_form_chooses_a_file_that_was_uploaded_before() {
        var file = JSON.readTree("{\"name\":\"决定书.pdf\",\"sha256\":\"" + "a".repeat(64) + "\",\"size\":3,\"type\":\"application/pdf\"}");
        var chosen = FORM.read(FORM.posted(Map.of("title", "标题", "file", "a".repeat(64))::get, List.of(file), Map.of()));
        assertThat(chosen.problems()).isEmpty();
        assertThat(chosen.value("file")).map(JsonNode::toString).contains(file.toString());
        assertThat(FORM.read(FORM.posted(Map.of("title", "标题", "file", "")::get, List.of(file), Map.of())).kept()).containsOnlyKeys("title");
    }

    @Test
    void an_unknown_field_is_named() {
        assertThat(problem(readJson("{\"fien\": 3}"))).contains("fien").contains("fine（罚款）");
    }

    @Test
    void blanks_of_any_width_are_no_value() {
        var filled = FORM.read(Map.of("title", JsonNodeFactory.instance.stringNode(" 　\u00a0\u200b\n"), "fine", JsonNodeFactory.instance.nullNode(),
                "offender", JSON.readTree("{\"name\": \" \", \"kind\": null}")));
        assertThat(filled.problems()).containsExactly(new Problem("title", "请填写“标题”。"));
        assertThat(filled.values()).isEmpty();
    }

    @Test
    void invisible_and_turning_signs_are_taken_out_and_the_drafter_is_told() {
        var filled = read("number", "青自然资规\u202e〔2026〕\u00003号");
        assertThat(filled.text("number")).contains("青自然资规〔2026〕3号");
        assertThat(filled.notices()).extracting(Problem::sentence).containsExactly("“文号”里有2个看不见的控制字符，已经去掉。");
    }

    @Test
    void half_a_surrogate_pair_does_not_reach_the_database() {
        assertThat(readJson("{\"note\": \"a\\ud800b\"}").text("note")).contains("ab");
    }

    @Test
    void text_is_composed() {
        assertThat(read("note", "e\u0301").text("note")).contains("\u00e9");
    }

    @Test
    void what_is_too_long_is_refused_with_both_figures() {
        assertThat(problem(read("number", "字".repeat(101)))).contains("最多100").contains("101");
        assertThat(problem(read("note", "字".repeat(20_001)))).contains("20000");
    }

    @Test
    void a_draft_keeps_what_could_not_be_read_and_says_the_same_again() {
        var first = readJson("{\"fine\": \"很多\", \"decidedOn\": \"2026年1月2日\"}");
        var again = FORM.read(first.kept());
        assertThat(again).isEqualTo(first);
        assertThat(again.kept()).containsKeys("fine", "decidedOn");
    }

    @Test
    void a_hidden_field_is_not_public_at_all() {
        var filled = read("note", "只给内部看");
        assertThat(FORM.published(filled.values())).extracting(Shown::name).containsExactly("title");
        assertThat(FORM.whole(filled.values())).extracting(Shown::name).containsExactly("title", "note");
    }

    @Test
    void the_wrong_json_shape_is_a_sentence_for_every_type() {
        for (var field : FORM.fields()) {
            for (var shape : List.of("[1,2]", "{\"a\":{\"b\":[1]}}", "true", "[[[]],3]", "1e400", "{\"name\":{\"x\":1}}")) {
                var filled = read(field.name(), JSON.readTree(shape));
                assertThat(filled.values().size() + filled.problems().size()).isPositive();
            }
        }
    }

    @Test
    void every_type_can_be_described_and_shown() {
        var schema = FORM.schema();
        assertThat(schema.path("required").toString()).isEqualTo("[\"title\"]");
        assertThat(schema.path("properties").size()).isEqualTo(FORM.fields().size());
    }

    @Test
    void html_of_a_value_never_carries_markup_that_was_typed() {
        for (var name : List.of("title", "number", "note")) {
            var shown = FORM.whole(read(name, "<script>alert(1)</script>").values()).getLast();
            assertThat(shown.html()).doesNotContain("<script>");
        }
        assertThat(FORM.published(read("fine", "9860万元").values()).getLast().html()).contains("98\u202f600\u202f000元");
        assertThat(FORM.published(read("decidedOn", "2026-01-02").values()).getLast().html()).isEqualTo("<time datetime=\"2026-01-02\">2026年1月2日</time>");
    }

    @Test
    void a_posted_form_gives_the_same_values_as_json() {
        var posted = Map.of("title", "标题", "offender", "张三", "offender.kind", "person", "site", "望江路", "site.lon", "117.1", "site.lat", "31.5",
                "fine", "", "kind", "fine");
        var filled = FORM.read(FORM.posted(posted::get, List.of(), Map.of()));
        assertThat(filled.problems()).isEmpty();
        assertThat(filled.values()).isEqualTo(readJson("""
                {"offender": {"name": "张三", "kind": "person"}, "site": {"address": "望江路", "lon": 117.1, "lat": 31.5}, "kind": "罚款"}""").values());
        assertThat(FORM.read(FORM.posted(Map.of("title", "标题", "offender", "", "offender.kind", "", "site", "", "site.lon", "", "site.lat", "")::get, List.of(), Map.of())).problems()).isEmpty();
    }
}
