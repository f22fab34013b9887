package openland.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Numbers, areas and stretches of time. */
class MeasuresTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Field COUNT = field("count", "宗数", "number").measured(new Measure("宗", 2, new BigDecimal("0.5"), new BigDecimal("50000"), false));
    private static final Field CHANGE = field("change", "增减", "number").measured(new Measure("万公顷", 1, null, null, true));
    private static final Field SITE = field("site", "面积", "area");
    private static final Field YARD = field("yard", "院落", "area").measured(new Measure("亩", 0, null, new BigDecimal("10"), false));
    private static final Field TERM = field("term", "期限", "date-range").choices(List.of(new Choice("long", "长期", List.of("长期有效"))));
    private static final Form FORM = new Form(List.of(COUNT, CHANGE, SITE, YARD, TERM));

    private static Field field(String name, String label, String type) {
        return Field.of(name, label, FieldType.named(type).orElseThrow());
    }

    private static Filled read(Field field, String typed) {
        return read(field, JsonNodeFactory.instance.stringNode(typed));
    }

    private static Filled read(Field field, JsonNode raw) {
        return FORM.read(Map.of(field.name(), raw));
    }

    private static String problem(Filled filled) {
        assertThat(filled.problems()).hasSize(1);
        return filled.problems().getFirst().sentence();
    }

    private static Shown shown(Filled filled) {
        assertThat(filled.problems()).isEmpty();
        return FORM.published(filled.values()).getFirst();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            12; 12
            12.50; 12.50
            １２．５ 宗; 12.5
            1,200宗; 1200
            1.2万宗; 12000
            12.000; 12.00
            007; 7
            1.25E3; 1250
            12 宗; 12""", delimiter = ';')
    void a_number_is_kept_as_the_plain_decimal_that_was_typed(String typed, String kept) {
        assertThat(read(COUNT, typed).text("count")).contains(kept);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            -3; 负数
            12.345; 最多写2位小数
            12公顷; 不是数字
            十二; 不是数字
            1,2; 不是数字
            1e99; 不是数字
            1e-9; 最多写2位小数
            0.4; 不能小于0.5宗
            50001; 不能大于50000宗""", delimiter = ';')
    void what_is_not_that_number_is_said(String typed, String words) {
        assertThat(problem(read(COUNT, typed))).startsWith("“宗数”：").contains(words);
    }

    @Test
    void a_number_from_a_program_is_read_like_a_typed_one() {
        assertThat(read(COUNT, JSON.readTree("12.5")).text("count")).contains("12.5");
        assertThat(problem(read(COUNT, JSON.readTree("1e999999999")))).contains("不是数字");
        assertThat(read(COUNT, JSON.readTree("{\"value\":\"12.5\",\"unit\":\"宗\"}")).text("count")).contains("12.5");
        assertThat(problem(read(COUNT, JSON.readTree("{\"value\":\"12.5\",\"unit\":\"件\"}")))).contains("应是一个数字");
    }

    /** 12万 with the unit 万公顷 would be twelve or a hundred and twenty thousand. */
    @Test
    void thousands_are_not_guessed_where_the_unit_has_them_already() {
        assertThat(read(CHANGE, "-12.5").text("change")).contains("-12.5");
        assertThat(read(CHANGE, "12万公顷").text("change")).contains("12");
        assertThat(problem(read(CHANGE, "12万"))).contains("不是数字");
        assertThat(read(CHANGE, "-0.0").text("change")).contains("0.0");
    }

    @Test
    void a_published_number_brings_its_unit_along() {
        var shown = shown(read(COUNT, "12345.50"));
        assertThat(shown.value().toString()).isEqualTo("{\"value\":\"12345.50\",\"unit\":\"宗\"}");
        assertThat(shown.text()).isEqualTo("12345.50宗");
        assertThat(shown.html()).isEqualTo("<span class=\"no\">12\u202f345.50宗</span>");
        assertThat(new Shown("x", "", "number", JsonNodeFactory.instance.stringNode("7")).html()).isEqualTo("<span class=\"no\">7</span>");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            12.5亩; 12.5; 亩
            1.2 公顷; 1.2; 公顷
            1.20ＨＭ²; 1.20; 公顷
            800平方米; 800; 平方米
            800 ㎡; 800; 平方米
            800m2; 800; 平方米
            3.5万亩; 35000; 亩
            0.3333; 0.3333; 公顷""", delimiter = ';')
    void an_area_is_kept_in_the_unit_in_which_it_was_said(String typed, String value, String unit) {
        var kept = read(SITE, typed).value("site").orElseThrow();
        assertThat(kept.path("value").asString()).isEqualTo(value);
        assertThat(kept.path("unit").asString()).isEqualTo(unit);
        assertThat(read(SITE, kept).value("site")).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"十亩", "12平方公里", "-3亩", "1.2345678亩", "亩", "1e5亩", "3亩5分"})
    void what_is_not_an_area_is_said(String typed) {
        assertThat(problem(read(SITE, typed))).startsWith("“面积”：");
    }

    @Test
    void an_area_in_another_unit_than_the_fields_shows_both() {
        assertThat(shown(read(YARD, "2000平方米")).text()).isEqualTo("2000平方米（3亩）");
        assertThat(shown(read(YARD, "0.5公顷")).html()).isEqualTo("<span class=\"no\">0.5公顷（7.5亩）</span>");
        assertThat(shown(read(SITE, "30000亩")).text()).isEqualTo("30000亩（2000公顷）");
        assertThat(shown(read(YARD, "3")).text()).isEqualTo("3亩");
    }

    @Test
    void ends_of_an_area_hold_in_every_unit() {
        assertThat(problem(read(YARD, "1公顷"))).contains("不能大于10亩");
        assertThat(read(YARD, "6666平方米").problems()).isEmpty();
        assertThat(AreaType.squareMetres(read(YARD, "3亩").value("yard").orElseThrow())).contains(new BigDecimal("2000"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-01-01至2026-12-31; 2026-01-01; 2026-12-31
            2026年1月1日—2026年12月31日; 2026-01-01; 2026-12-31
            自2026年1月1日起，长期有效; 2026-01-01; 长期
            2026-01-01 到 长期; 2026-01-01; 长期
            2026.1.1～2026.1.1; 2026-01-01; 2026-01-01""", delimiter = ';')
    void a_stretch_of_time_is_two_days(String typed, String from, String to) {
        var kept = read(TERM, typed).value("term").orElseThrow();
        assertThat(kept.toString()).isEqualTo("{\"from\":\"" + from + "\",\"to\":\"" + to + "\"}");
        assertThat(read(TERM, TERM.type().cell(kept, TERM)).value("term")).contains(kept);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-12-31至2026-01-01; 晚于
            2026-01-01; 起止两个日期
            2026-02-30至2026-03-01; 起始日期不对
            2026-01-01至某日; 终止日期不对
            长期至2026-01-01; 起始日期不对""", delimiter = ';')
    void a_stretch_that_cannot_be_is_said(String typed, String words) {
        assertThat(problem(read(TERM, typed))).contains(words);
    }

    @Test
    void a_stretch_is_posted_as_two_inputs_and_half_of_it_is_not_enough() {
        var posted = Map.of("term.from", "2026年1月1日", "term.to", "长期");
        var filled = FORM.read(FORM.posted(posted::get, List.of(), Map.of()));
        assertThat(shown(filled).text()).isEqualTo("2026年1月1日起，长期");
        assertThat(shown(filled).html()).isEqualTo("<time datetime=\"2026-01-01\">2026年1月1日</time>起，长期");
        assertThat(problem(FORM.read(FORM.posted(Map.of("term.from", "2026-01-01", "term.to", "")::get, List.of(), Map.of())))).contains("终止日期", "长期");
        assertThat(FORM.read(FORM.posted(Map.of("term.from", "", "term.to", " ")::get, List.of(), Map.of())).kept()).isEmpty();
    }

    @Test
    void a_key_that_would_have_no_effect_is_a_fault() {
        assertThatThrownBy(() -> field("a", "甲", "date").measured(new Measure("宗", 0, null, null, false))).message().contains("甲", "unit");
        assertThatThrownBy(() -> field("a", "甲", "text").measured(new Measure("", 0, null, null, true))).message().contains("negative");
        assertThatThrownBy(() -> field("a", "甲", "money").choices(List.of(new Choice("a", "甲")))).message().contains("choices");
        assertThatThrownBy(() -> field("a", "甲", "table")).message().contains("列");
    }
}
