package openland.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import openland.disclosure.Change.Kind;
import openland.form.Field;
import openland.form.FieldType;
import openland.form.Form;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class ChangesTest {
    @Test
    void one_sign_that_changed_is_shown_as_one_sign() {
        var changes = Changes.between(piece("<p>第一条 保护耕地。</p><p>第二条 三十日内公布。</p>"), piece("<p>第一条 保护耕地。</p><p>第二条 二十日内公布。</p>"));
        assertThat(changes).hasSize(1);
        assertThat(changes.getFirst().label()).isEqualTo("正文");
        assertThat(parts(changes.getFirst(), Kind.REMOVED)).isEqualTo("三");
        assertThat(parts(changes.getFirst(), Kind.ADDED)).isEqualTo("二");
    }

    @Test
    void a_new_paragraph_is_added_and_a_dropped_one_removed_whole() {
        var changes = Changes.between(piece("<p>第一条</p><p>第二条 旧。</p><p>第三条</p>"), piece("<p>第一条</p><p>第三条</p><p>第四条 新。</p>"));
        assertThat(changes).extracting(change -> parts(change, Kind.REMOVED), change -> parts(change, Kind.ADDED))
                .containsExactly(org.assertj.core.groups.Tuple.tuple("第二条 旧。", ""), org.assertj.core.groups.Tuple.tuple("", "第四条 新。"));
    }

    @Test
    void what_did_not_change_is_not_shown_and_all_that_did_is_also_in_very_long_texts() {
        assertThat(Changes.between(piece(long_text(5_000, "")), piece(long_text(5_000, "")))).isEmpty();
        var changes = Changes.between(piece(long_text(2_000, "")), piece(long_text(2_000, "改")));
        assertThat(changes).hasSize(4_000);
        assertThat(changes).filteredOn(change -> !parts(change, Kind.ADDED).isEmpty()).hasSize(2_000);
    }

    @Test
    void of_a_long_table_only_the_changed_row_is_shown_and_of_it_the_changed_signs() {
        var changes = Changes.between(table(2_000, 0), table(2_000, 1_234));
        assertThat(changes).hasSize(1);
        assertThat(changes.getFirst().label()).isEqualTo("补偿明细");
        assertThat(parts(changes.getFirst(), Kind.SAME)).contains("第1234户");
        assertThat(parts(changes.getFirst(), Kind.ADDED)).isEqualTo("改");
    }

    private static Projection table(int rows, int changed) {
        var table = Field.table("rows", "补偿明细", List.of(Field.of("who", "户主", text()), Field.of("note", "备注", text())));
        var values = JsonNodeFactory.instance.arrayNode();
        IntStream.rangeClosed(1, rows).forEach(i -> values.addObject().put("who", "第" + i + "户").put("note", i == changed ? "无改" : "无"));
        var fields = new Form(List.of(table)).published(Map.of("rows", values));
        return new Projection("general.document", "一般文件", "management", "OFFICE", "某局", "1", null, "标题", 1, "", null, null, null,
                null, null, "主动公开", "面向全社会", null, null, List.of(), null, fields, List.of(), "x");
    }

    private static FieldType text() {
        return FieldType.named("text").orElseThrow();
    }

    private static String long_text(int paragraphs, String mark) {
        return IntStream.range(0, paragraphs).mapToObj(i -> "<p>第" + i + "条" + mark + "</p>").collect(Collectors.joining());
    }

    private static String parts(Change change, Kind kind) {
        return change.parts().stream().filter(part -> part.kind() == kind).map(Change.Part::text).collect(Collectors.joining());
    }

    private static Projection piece(String body) {
        return new Projection("general.document", "一般文件", "management", "OFFICE", "某局", "1", null, "标题", 1, "", null, null, null,
                null, null, "主动公开", "面向全社会", null, null, List.of(), body, List.of(), List.of(), "x");
    }
}
