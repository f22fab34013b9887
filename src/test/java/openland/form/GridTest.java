package openland.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import openland.base.Refusal;
import openland.form.FieldType.Reading;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GridTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Field LIST = Field.table("list", "名单", List.of(
            field("who", "姓名", "text").required(true).masked(Mask.NAME), field("sum", "金额", "money"), field("note", "备注", "long-text")));

    private static Field field(String name, String label, String type) {
        return Field.of(name, label, FieldType.named(type).orElseThrow());
    }

    private static Grid grid(String json) {
        return Grid.of(LIST, JSON.readTree(json));
    }

    private static ShownTable shown(String json) {
        return ShownTable.of(new Form(List.of(LIST)).published(Map.of("list", JSON.readTree(json))).getFirst());
    }

    @Test
    void a_wrong_cell_is_shown_as_typed_with_its_fault_and_the_row_is_named() {
        var grid = grid("[{\"who\":\"周守田\",\"sum\":\"12\"},{\"sum\":\"十几块\"}]");
        var line = grid.lines(2, 50, Known.NOTHING).getFirst();
        assertThat(line.number()).isEqualTo(2);
        assertThat(line.cells()).extracting(Grid.Cell::typed).containsExactly("", "十几块", "");
        assertThat(line.cells()).extracting(cell -> cell.fault().isEmpty()).containsExactly(false, false, true);
        assertThat(grid.faulty(20, Known.NOTHING)).containsExactly(2);
    }

    @Test
    void only_the_posted_page_changes_and_what_is_ticked_or_blank_is_left_out() {
        var grid = grid("[{\"who\":\"甲\"},{\"who\":\"乙\",\"note\":\"一\\n二\"},{\"who\":\"丙\"}]");
        var posted = Map.of("r1.who", "不在本页", "r2.who", "乙", "r2.note", "一\r\n二", "r3.who", " ", "r4.who", "丁", "r5.who", "");
        JsonNode changed = grid.changed(2, 5, posted::get, Set.of());
        assertThat(changed.toString()).isEqualTo("[{\"who\":\"甲\"},{\"who\":\"乙\",\"note\":\"一\\n二\"},{\"who\":\"丁\"}]");
        assertThat(grid.changed(2, 5, posted::get, Set.of(2)).toString()).isEqualTo("[{\"who\":\"甲\"},{\"who\":\"丁\"}]");
    }

    @Test
    void without_heads_the_columns_are_in_order_and_a_column_too_many_is_refused() {
        assertThat(Grid.pasted("周守田\t12\n", LIST, false)).isEqualTo(new Reading.Value(JSON.readTree("[{\"who\":\"周守田\",\"sum\":\"12\"}]")));
        assertThat(Grid.pasted("周守田\t12\t无\t多\n", LIST, false)).isInstanceOfSatisfying(Reading.Wrong.class,
                wrong -> assertThat(wrong.sentence()).startsWith("第1行有4列，这个表只有3列"));
    }

    @Test
    void a_day_that_is_not_in_the_calendar_leaves_for_a_spreadsheet_as_it_was_typed() {
        var table = Field.table("list", "名单", List.of(field("day", "日期", "date")));
        var sheet = Grid.of(table, JSON.readTree("[{\"day\":\"2026-02-31\"},{\"day\":\"2026-02-28\"}]")).sheet();
        assertThat(sheet.rows()).containsExactly(List.of("2026-02-31"), List.of(LocalDate.of(2026, 2, 28)));
    }

    @Test
    void a_published_table_is_searched_by_what_the_public_sees_of_it() {
        var table = shown("[{\"who\":\"周守田\",\"note\":\"A组 岩口\"},{\"who\":\"方志远\",\"note\":\"B组\"}]");
        assertThat(table.find("周守田", "", null, 100).found()).isZero();
        assertThat(table.find("ａ组 岩", "", null, 100).lines().items()).extracting(ShownTable.Line::number).containsExactly(1);
        assertThat(table.find("组", "who", null, 100).found()).isZero();
        assertThatThrownBy(() -> table.find("", "nothing", null, 100)).isInstanceOf(Refusal.class);
        var first = table.find("", "", null, 1);
        assertThat(table.find("", "", first.lines().next(), 1).lines().items()).extracting(ShownTable.Line::number).containsExactly(2);
    }
}
