package openland.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import openland.calendar.ClockRule;
import openland.office.Level;
import openland.office.Office;
import openland.office.Post;
import org.junit.jupiter.api.Test;

/** A place may ask for more than the pack, never for less. */
class OverlayTest {
    private static final PackFile BASE = new PackFile("base.yaml", """
            pack: { id: base, title: 试, version: 1, source: 试 }
            items:
              - item: test.notice
                title: 试件
                group: results
                access: proactive
                duty:
                  offices: { levels: [city, county] }
                  starts: decision-made
                  event: 作出决定
                  rules:
                    - { within: 15 working-days, from: 2008-05-01, to: 2019-05-14, basis: 旧, status: read }
                    - { within: 7 working-days, from: 2019-05-15, basis: 新, status: read }
                review: [drafter, secrecy, leader, { head: when important }]
                fields:
                  - { name: number, label: 文号, type: document-number }
                basis: [试]
            """);

    private static PackFile overlay(String id, String change) {
        return new PackFile(id + ".yaml", """
                pack: { id: %s, title: 试, version: 1, source: 试, overlay-of: base, for: { region: "340000" } }
                items:
                  - item: test.notice
                """.formatted(id) + change.indent(4));
    }

    private static final Office ANHUI = new Office(new UUID(0, 1), "AH", "安徽省厅", Level.PROVINCE, "340000", null, null);

    private static Item with(PackFile... overlays) {
        var shelf = Shelf.of(Stream.concat(Stream.of(BASE), Stream.of(overlays)).toList());
        var item = shelf.item("test.notice").orElseThrow();
        for (var overlay : shelf.overlaysFor(ANHUI)) {
            item = overlay.appliedTo(item);
        }
        return item;
    }

    private static void isRefused(String change, String... words) {
        assertThatThrownBy(() -> with(overlay("local", change))).isInstanceOf(PackFault.class).message().contains("local.yaml").contains(words);
    }

    @Test
    void it_adds_fields_stricter_deadlines_and_steps() {
        var item = with(overlay("local", """
                fields: [ { name: supervisor, label: 督办人, type: text } ]
                rules: [ { within: 5 working-days, from: 2021-01-01, basis: 省规定, status: read } ]
                add-steps: [ { after: secrecy, step: { wait: legal-view, label: 法制意见 } } ]"""));
        assertThat(item.fields().field("supervisor")).isPresent();
        assertThat(item.duty().ruleOn(LocalDate.of(2020, 12, 31)).orElseThrow().label()).isEqualTo("7个工作日内");
        assertThat(item.duty().ruleOn(LocalDate.of(2021, 1, 1)).orElseThrow().label()).isEqualTo("5个工作日内");
        assertThat(item.duty().ruleOn(LocalDate.of(2010, 1, 1)).orElseThrow().label()).isEqualTo("15个工作日内");
        assertThat(item.review()).containsExactly(new Step.One(Post.DRAFTER, Condition.ALWAYS), new Step.One(Post.SECRECY, Condition.ALWAYS),
                new Step.Wait("legal-view", "法制意见", Condition.ALWAYS), new Step.One(Post.LEADER, Condition.ALWAYS),
                new Step.One(Post.HEAD, Condition.IMPORTANT));
        assertThat(item.pack()).matches("[0-9a-f]{64}\\+[0-9a-f]{64}");
    }

    @Test
    void of_two_overlays_the_stricter_deadline_holds_in_either_order() {
        var strict = overlay("strict", "rules: [ { within: 3 working-days, from: 2021-01-01, basis: 市, status: read } ]");
        var milder = overlay("milder", "rules: [ { within: 5 working-days, from: 2021-01-01, basis: 省, status: read } ]");
        for (var order : List.of(List.of(strict, milder), List.of(milder, strict))) {
            assertThat(with(order.toArray(PackFile[]::new)).duty().ruleOn(LocalDate.of(2022, 1, 1)).orElseThrow().clock()).isEqualTo(new ClockRule.WorkingDays(3));
        }
    }

    @Test
    void a_looser_deadline_is_refused() {
        isRefused("rules: [ { within: 8 working-days, from: 2021-01-01, basis: 省, status: read } ]", "8个工作日", "7个工作日", "只能收紧");
        isRefused("rules: [ { within: 5 calendar-days, from: 2021-01-01, basis: 省, status: read } ]", "单位不同");
        isRefused("rules: [ { within: 10 working-days, from: 2018-01-01, basis: 省, status: read } ]", "10个工作日", "7个工作日");
    }

    @Test
    void a_deadline_that_is_stricter_than_the_one_of_its_time_is_taken() {
        assertThat(with(overlay("local", "rules: [ { within: 10 working-days, from: 2010-01-01, to: 2019-05-14, basis: 省, status: read } ]"))
                .duty().ruleOn(LocalDate.of(2015, 1, 1)).orElseThrow().clock()).isEqualTo(new ClockRule.WorkingDays(10));
    }

    @Test
    void a_field_of_the_pack_cannot_be_altered() {
        isRefused("fields: [ { name: number, label: 文号, type: text } ]", "number", "只能增加字段");
        isRefused("fields: [ { name: title, label: 题目, type: text } ]", "title", "公共");
    }

    @Test
    void two_overlays_cannot_add_the_same_field() {
        var change = "fields: [ { name: supervisor, label: 督办人, type: text } ]";
        assertThatThrownBy(() -> with(overlay("first", change), overlay("second", change))).message().contains("supervisor", "另一个补充包");
    }

    @Test
    void the_path_cannot_be_rewritten_and_nobody_approves_before_secrecy() {
        isRefused("review: [drafter, leader]", "review");
        isRefused("add-steps: [ { after: drafter, step: leader } ]", "保密审查", "之前");
        isRefused("add-steps: [ { after: nobody, step: leader } ]", "nobody");
    }

    @Test
    void an_overlay_of_nothing_is_refused() {
        assertThatThrownBy(() -> Shelf.of(List.of(overlay("local", "fields: []")))).message().contains("base");
    }
}
