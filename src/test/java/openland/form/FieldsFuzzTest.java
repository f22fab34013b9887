package openland.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import openland.Fuzzed;
import org.junit.jupiter.api.BeforeAll;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** A field of every type but rich text, given as a text and as whatever JSON can say. */
class FieldsFuzzTest {
    /** More is refused before it is read, but for long text. */
    private static final int LONGEST = 1_100;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> TAGS = List.of("<span class=\"no\">", "</span>", "<time datetime=\"", "</time>", "<br>", "<p>", "</p>",
            "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"", "</div>", "<table>", "</table>", "<caption class=\"hide\">", "</caption>",
            "<thead>", "</thead>", "<tbody>", "</tbody>", "<tr>", "</tr>", "<th scope=\"col\"", "</th>", "<td>", "<td class=\"r\">", "</td>",
            "<a href=\"/disclosures/", "</a>");
    private static final List<Choice> CHOICES = List.of(new Choice("yes", "是", List.of("对")), new Choice("long", "长期", List.of()));
    private static final List<Field> COLUMNS = FieldType.all().stream()
            .filter(type -> !(type instanceof RichTextType || type instanceof TableType || type instanceof FilesType))
            .flatMap(FieldsFuzzTest::fields).map(column -> new Field(column.name(), column.name(), column.type(), false, column.mode(), column.mask(), column.traits()))
            .toList();
    private static final Form FORM = new Form(FieldType.all().stream().filter(type -> !(type instanceof RichTextType))
            .flatMap(FieldsFuzzTest::fields).toList());

    /** The type as it is, and masked in every way it can be. */
    private static Stream<Field> fields(FieldType type) {
        var choices = type instanceof ChoiceType || type instanceof DateType || type instanceof DateRangeType ? CHOICES : List.<Choice>of();
        var shown = type instanceof TableType ? Field.table("table", "table", COLUMNS).required(true)
                : new Field(type.name(), type.name(), type, true, PublicMode.SHOWN, null, Traits.NONE.withChoices(choices).withMeasure(measure(type)));
        return Stream.concat(Stream.of(shown), Stream.of(Mask.values()).filter(type::canBeMasked).map(mask ->
                new Field(type.name() + mask.code(), type.name(), type, true, PublicMode.MASKED, mask, Traits.NONE)));
    }

    private static Measure measure(FieldType type) {
        return type instanceof NumberType ? new Measure("宗", 2, null, BigDecimal.TEN, true) : new Measure("", 0, null, null, type instanceof MoneyType);
    }

    @BeforeAll
    static void load() {
        check(JsonNodeFactory.instance.stringNode("2026-11-20"));
    }

    @FuzzTest
    void what_was_read_reads_the_same_again(byte[] bytes) {
        var text = Fuzzed.text(bytes, LONGEST);
        check(JsonNodeFactory.instance.stringNode(text));
        try {
            check(JSON.readTree(text));
        } catch (JacksonException notJson) {
            assertThat(notJson).isNotNull();
        }
    }

    private static void check(JsonNode raw) {
        var values = new LinkedHashMap<String, JsonNode>();
        FORM.fields().forEach(field -> values.put(field.name(), raw.isObject() && raw.has(field.name()) ? raw.get(field.name()) : raw));
        var filled = FORM.read(values);
        assertThat(filled.values().size() + filled.problems().size()).isGreaterThanOrEqualTo(FORM.fields().size());
        var again = FORM.read(filled.kept());
        assertThat(again.values()).isEqualTo(filled.values());
        assertThat(again.unread()).isEqualTo(filled.unread());
        filled.date("date").ifPresent(date -> assertThat(date.getYear()).isBetween(1949, 2100));
        filled.money("money").ifPresent(money -> assertThat(money.scale()).isLessThanOrEqualTo(2));
        shown(filled.values());
    }

    /** Nothing that is shown has markup of its own. */
    private static void shown(Map<String, JsonNode> values) {
        FORM.whole(values);
        for (var shown : FORM.published(values)) {
            var type = FieldType.named(shown.type()).orElseThrow();
            assertThat(type.text(shown.value())).isNotNull();
            var html = type.html(shown.value());
            for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
                int from = at;
                assertThat(TAGS.stream().anyMatch(tag -> html.startsWith(tag, from))).as(html).isTrue();
            }
        }
    }
}
