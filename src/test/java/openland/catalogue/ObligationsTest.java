package openland.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import openland.catalogue.Rule.Kind;
import openland.catalogue.Rule.Status;
import openland.office.Level;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All that the law asks stands in the packs that come with the program, and nothing in them was invented. */
class ObligationsTest {
    /** The general time for what is made public, under many items. */
    private static final String GENERAL = "PUB-01";

    private static Shelf shelf;

    @BeforeAll
    static void load() throws Exception {
        shelf = Shelf.of(PacksTest.files());
    }

    private static List<Obligation> obligations() {
        return shelf.obligations();
    }

    /** Of the checked list. @param clock {@code -} for what has no time */
    record Row(String id, Kind kind, String clock, Set<Level> levels, Status status, LocalDate from, String to) {
        static Row of(String line) {
            var cell = line.split("\t", -1);
            return new Row(cell[0], Kind.valueOf(cell[1]), cell[2], levels(cell[3]), Status.valueOf(PackReader.upper(cell[4])),
                    LocalDate.parse(cell[5]), cell[6]);
        }

        private static Set<Level> levels(String letters) {
            return letters.equals("-") ? Set.of() : letters.chars().mapToObj(letter -> switch (letter) {
                case 'M' -> Level.MINISTRY;
                case 'P' -> Level.PROVINCE;
                case 'C' -> Level.CITY;
                case 'X' -> Level.COUNTY;
                default -> throw new IllegalArgumentException(letters);
            }).collect(Collectors.toSet());
        }
    }

    static List<Row> rows() throws IOException {
        try (var list = Objects.requireNonNull(ObligationsTest.class.getResourceAsStream("obligations.tsv"))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).map(Row::of).toList();
        }
    }

    private static List<Obligation> named(String id) {
        return obligations().stream().filter(one -> one.rule().id().equals(id)).toList();
    }

    @Test
    void one_hundred_and_eighty_are_there_and_no_other() throws IOException {
        assertThat(rows()).hasSize(180);
        assertThat(obligations().stream().map(one -> one.rule().id()).filter(id -> !id.isEmpty()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(rows().stream().map(Row::id).toList());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void each_says_what_the_checked_list_says(Row row) {
        var found = named(row.id());
        assertThat(found).isNotEmpty().allSatisfy(one -> {
            assertThat(one.rule().kind()).isEqualTo(row.kind());
            assertThat(one.rule().clock() == null ? "-" : one.rule().clock().text()).isEqualTo(row.clock());
            assertThat(one.rule().status() == Status.MEM).isEqualTo(row.status() == Status.MEM);
            assertThat(one.rule().active()).isEqualTo(row.status() != Status.MEM);
            assertThat(one.others()).isEqualTo(row.levels().isEmpty());
        });
        if (row.id().equals(GENERAL)) {
            found = found.stream().filter(one -> !one.ofItemsRule()).toList();
        }
        assertThat(found).allSatisfy(one -> {
            assertThat(one.rule().status()).isEqualTo(row.status());
            assertThat(one.rule().from()).isEqualTo(row.from());
            assertThat(one.rule().to() == null ? "-" : one.rule().to().toString()).isEqualTo(row.to());
        });
    }

    @ParameterizedTest
    @MethodSource("rows")
    void each_is_either_a_rule_of_items_or_stands_for_itself_and_binds_whom_the_list_says(Row row) {
        var found = named(row.id());
        var forItself = found.stream().filter(one -> !one.ofItemsRule()).toList();
        if (row.id().equals(GENERAL)) {
            assertThat(forItself).hasSize(1);
            return;
        }
        assertThat(forItself.isEmpty() || found.size() == 1).isTrue();
        assertThat(forItself).allSatisfy(one -> assertThat(one.levels()).isEqualTo(row.levels()));
        if (forItself.isEmpty()) {
            assertThat(found.stream().flatMap(one -> one.levels().stream())).containsAll(row.levels());
        }
    }

    @Test
    void what_nobody_has_read_is_not_counted_by() {
        assertThat(obligations()).filteredOn(one -> Set.of(Status.MEM, Status.ASSUMED).contains(one.rule().status()))
                .hasSizeGreaterThan(15).noneMatch(one -> one.rule().active());
    }

    /** Of one thing the law says one time a day: where it changed, the old rule ends before the new one begins. */
    @ParameterizedTest
    @ValueSource(strings = {"FOI-02 FOI-04", "FOI-03 FOI-05", "REP-01 REP-02", "ACQ-02 ACQ-12", "ACQ-04 ACQ-08", "ACQ-03 ACQ-11", "ACQ-01 ACQ-09",
            "MIN-02 MIN-01", "MIN-06 MIN-07"})
    void the_old_rule_and_the_new_never_hold_on_one_day(String pair) {
        var ids = pair.split(" ");
        var before = named(ids[0]).getFirst().rule();
        var after = named(ids[1]).getFirst().rule();
        assertThat(before.to()).isNotNull().isBefore(after.from());
    }

    @Test
    void an_item_is_never_due_by_two_rules_of_the_law_at_once() {
        for (var item : shelf.items()) {
            var timed = item.duty().rules().stream().filter(rule -> rule.active() && rule.kind().canBeMissed()).toList();
            for (int i = 0; i < timed.size(); i++) {
                assertThat(timed.subList(i + 1, timed.size())).as(item.id()).noneMatch(timed.get(i)::overlaps);
            }
        }
    }

    @Test
    void what_comes_again_and_again_and_what_has_a_day_in_the_year_starts_by_the_calendar() {
        assertThat(obligations()).filteredOn(one -> one.rule().kind() == Kind.PERIODIC || one.rule().label().contains("年1月31日")
                || one.rule().label().contains("年3月31日") || one.rule().label().contains("年10月30日")).hasSizeGreaterThan(20)
                .allSatisfy(one -> assertThat(one.starts().isByCalendar()).as(one.id()).isTrue());
    }

    /** Where the law says at once or soon, and where a number is nobody's law, a place may set its own. */
    @Test
    void an_office_may_set_another_time_where_the_law_leaves_it_open() {
        assertThat(obligations()).filteredOn(one -> one.rule().kind() == Kind.IMMEDIATE || one.rule().kind() == Kind.TARGET)
                .hasSizeGreaterThan(20).allMatch(one -> one.rule().adjustable());
        assertThat(obligations()).filteredOn(one -> one.rule().adjustable()).extracting(Obligation::id).contains("MIN-07", "POL-11", "POL-12", "POL-19")
                .doesNotContain("FOI-04", "ENF-02", "ACQ-12", "LND-02");
    }

    @Test
    void what_starts_with_an_event_says_which() {
        assertThat(obligations()).filteredOn(one -> one.rule().clock() != null)
                .allSatisfy(one -> assertThat(one.starts().event()).as(one.id()).isNotEmpty());
    }

    /** A rule that one place made for itself must not count elsewhere; what the law of the land says is no choice. */
    @Test
    void only_what_no_national_text_says_is_by_choice() {
        var chosen = obligations().stream().filter(Obligation::byChoice).toList();
        assertThat(chosen).extracting(Obligation::id).contains("POL-15", "PUB-07", "GEO-03").doesNotContain("POL-02", "GEO-07", "POL-10");
        assertThat(chosen).allSatisfy(one -> {
            assertThat(one.rule().basis()).startsWith("一个");
            assertThat(one.ofItemsRule()).isFalse();
        });
    }

    @Test
    void every_gate_stands_before_an_act_that_the_program_knows() {
        var acts = Set.of("publish", "reply", "submit", "next-stage", "report-approval", "alert");
        assertThat(obligations()).filteredOn(one -> one.gate() != null).hasSize(14)
                .allSatisfy(one -> assertThat(acts).as(one.id()).contains(Objects.requireNonNull(one.gate()).act()));
        assertThat(metBy("PUB-02")).isEqualTo("secrecy-signature");
        assertThat(metBy("PUB-05")).isEqualTo("access-mode");
        assertThat(metBy("PUB-07")).isEqualTo("leader-signature");
        assertThat(metBy("POL-01")).isEqualTo(Gate.RECORD);
    }

    private static String metBy(String id) {
        return Objects.requireNonNull(named(id).getFirst().gate()).by();
    }
}
