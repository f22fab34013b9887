package openland.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a pack asks besides the pieces of its items: a fault is named with its place, a change in words. */
class ObligationFaultTest {
    private static final String GOOD = """
            pack: { id: asks, title: 试, version: 1, source: 试 }
            obligations:
              - { id: TST-01, title: 答复, levels: [city, county], who: 办公室, starts: letter-received, event: 收到来信, paper: 答复书,
                  within: 15 working-days, from: 2019-05-15, status: read, basis: 试行办法第一条 }
              - { id: TST-02, title: 审查, levels: [county], who: 办公室, event: 拟公开, paper: 记录, gate: true, before-act: publish, met-by: secrecy-signature,
                  from: 2019-05-15, status: read, basis: 试行办法第二条 }
              - { id: TST-03, title: 年报, levels: [county], who: 办公室, starts: year-ended, event: 年度终了, paper: 年报, by: 01-31, applies: by-choice,
                  from: 2019-05-15, status: source, basis: 试行办法第三条 }
            """;

    private static Shelf load(String yaml) {
        return Shelf.of(List.of(new PackFile("x.yaml", yaml)));
    }

    @Test
    void a_pack_may_ask_without_having_items() {
        var asked = load(GOOD).obligations();
        assertThat(asked).extracting(Obligation::id).containsExactly("TST-01", "TST-02", "TST-03");
        assertThat(asked.get(1).gate()).isEqualTo(new Gate("publish", Set.of(), "", "secrecy-signature"));
        assertThat(asked.get(2).byChoice()).isTrue();
        assertThat(asked.get(2).starts().isByCalendar()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id: TST-02                  | id: TST-01                          | obligations[1].id TST-01
            id: TST-02                  | id: test-2                          | obligations[1].id
            levels: [city, county]      | levels: [city, village]             | obligations[0].levels[1] village
            within: 15 working-days     | within: 15 days                     | obligations[0].within
            within: 15 working-days     | within: 15 working-days, state: true | obligations[0] 只能写一种
            within: 15 working-days,    |                                     | obligations[0] 只能写一种
            gate: true, before-act: publish, | gate: true,                    | obligations[1] before-act
            by: 01-31                   | by: 01-31, before-act: publish      | obligations[2] before-act
            by: 01-31                   | by: 31-01                           | obligations[2].by
            applies: by-choice          | applies: sometimes                  | obligations[2].applies
            paper: 答复书               | paper: 答复书, item: no.such         | obligations[0] no.such
            before-act: publish         | before-act: publish, items: [no.such] | obligations[1] no.such
            status: source              | status: mem, active: true           | obligations[2] 没有核实
            who: 办公室, starts         | starts                              | obligations[0] who""")
    void a_fault_is_named_with_its_place(String good, String bad, String words) {
        assertThat(GOOD).contains(good);
        assertThatThrownBy(() -> load(GOOD.replaceFirst(Pattern.quote(good), bad == null ? "" : bad)))
                .isInstanceOf(PackFault.class).message().contains("x.yaml").contains(words.split(" "));
    }

    @Test
    void the_gate_that_the_guide_shows_loads_with_the_pack_that_it_shows() throws Exception {
        var guide = Files.readString(Path.of("docs/add-an-item.md")).split("```(yaml)?\n");
        assertThat(guide[3]).contains("gate: true");
        assertThat(load(guide[1] + guide[3].indent(2)).obligations()).filteredOn(one -> one.gate() != null).singleElement()
                .satisfies(one -> assertThat(one.gate()).isEqualTo(new Gate("publish", Set.of("drones.patrol-result"), "本件是否附有影像", Gate.RECORD)));
    }

    @Test
    void what_was_asked_once_is_not_left_out_of_a_later_version() {
        var later = new PackFile("x.yaml", GOOD.replace("version: 1", "version: 2").replace("TST-03", "TST-04"));
        assertThatThrownBy(() -> load(GOOD).with(later)).isInstanceOf(PackFault.class).message().contains("TST-03", "终止日期");
    }

    @Test
    void who_decides_reads_in_words_what_is_asked_anew() {
        var before = Shelf.read(new PackFile("x.yaml", GOOD.substring(0, GOOD.indexOf("  - { id: TST-03"))));
        var after = Shelf.read(new PackFile("x.yaml", GOOD.replace("within: 15", "within: 10")));
        assertThat(PackChanges.of(Optional.of(before), after, _ -> Optional.empty())).satisfiesExactly(
                one -> assertThat(one).contains("TST-01", "15个工作日内", "改为", "10个工作日内"),
                two -> assertThat(two).contains("新义务TST-03", "县级选用的机构", "次年1月31日"));
    }
}
