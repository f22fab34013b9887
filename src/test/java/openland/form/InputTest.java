package openland.form;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The officers' form works as plain HTML. */
class InputTest {
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(ContentType.Html);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static String html(Field field, @Nullable JsonNode value, Note... notes) {
        var output = new StringOutput();
        TEMPLATES.render("form/field.jte", Map.of("input", new Input(field, value, List.of(notes))), output);
        return output.toString();
    }

    private static Field field(String type) {
        return type.equals("table") ? Field.table("x", "名称", List.of(Field.of("a", "甲", FieldType.named("text").orElseThrow())))
                : type.equals("choice") ? Field.choice("x", "名称", List.of(new Choice("a", "甲"), new Choice("b", "乙")))
                : Field.of("x", "名称", FieldType.named(type).orElseThrow());
    }

    @Test
    void every_type_has_a_labelled_input() {
        for (var type : FieldType.all()) {
            var html = html(field(type.name()), null);
            assertThat(html).as(type.name()).contains("名称", "class=\"field\"").containsPattern("name=\"x(\\.from)?\"");
            assertThat(html.contains("for=\"f-x\"") || html.contains("<legend")).as(type.name()).isTrue();
        }
    }

    @Test
    void what_was_typed_stands_in_the_input_and_cannot_break_out_of_it() {
        var evil = JsonNodeFactory.instance.stringNode("\"><script>alert(1)</script></textarea>");
        for (var type : FieldType.all()) {
            assertThat(html(field(type.name()), evil)).as(type.name()).doesNotContain("<script>");
        }
        assertThat(html(field("money"), JsonNodeFactory.instance.stringNode("很多"))).contains("value=\"很多\"");
        assertThat(html(field("date"), JsonNodeFactory.instance.stringNode("2026-01-02"))).contains("value=\"2026年1月2日\"");
        assertThat(html(field("date"), JsonNodeFactory.instance.stringNode("昨天"))).contains("value=\"昨天\"");
        assertThat(html(field("choice"), JsonNodeFactory.instance.stringNode("b"))).contains("value=\"b\" checked>");
        assertThat(html(field("party"), JSON.readTree("{\"name\":\"张三\",\"kind\":\"person\",\"number\":\"1\"}")))
                .contains("value=\"张三\"", "value=\"person\" selected", "value=\"1\"");
        assertThat(html(field("place"), JSON.readTree("{\"address\":\"望江路\",\"lon\":117.1,\"lat\":31}"))).contains("value=\"望江路\"", "value=\"117.1\"", "value=\"31\"");
    }

    @Test
    void a_finding_stands_beside_its_field_and_is_tied_to_it() {
        var html = html(field("text"), null, new Note(Note.Kind.STOP, "必须改：身份证号码", "不改不能送审。"));
        assertThat(html).contains("aria-describedby=\"f-x-notes\"", "id=\"f-x-notes\"", "aria-invalid=\"true\"", "class=\"finding stop\"", "不改不能送审。");
        assertThat(html(field("text"), null)).doesNotContain("aria-", "finding");
    }

    @Test
    void a_wrong_value_of_any_shape_can_be_shown_again() {
        for (var type : FieldType.all()) {
            for (var shape : List.of("[1]", "{\"a\":{}}", "3", "true", "{\"name\":[1],\"kind\":{}}", "{\"address\":[1],\"lon\":{}}")) {
                assertThat(html(field(type.name()), JSON.readTree(shape))).as(type.name() + shape).isNotBlank();
            }
        }
    }

    @Test
    void a_public_value_is_shown_as_its_type_says() {
        var output = new StringOutput();
        TEMPLATES.render("form/value.jte", Map.of("shown", new Shown("x", "金额", "money", JsonNodeFactory.instance.stringNode("12000.50"))), output);
        assertThat(output.toString().strip()).isEqualTo("<span class=\"no\">12\u202f000.50元</span>");
    }
}
