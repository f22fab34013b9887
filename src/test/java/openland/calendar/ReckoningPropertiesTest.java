package openland.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import openland.calendar.ClockRule.DayRule;
import openland.calendar.ClockRule.Deadline;
import org.junit.jupiter.api.Test;

/** What must hold of every time limit, on thousands of them drawn with a fixed seed. */
class ReckoningPropertiesTest {
    private static final List<Notice> NOTICES = NoticeFiles.all();
    private static final Calendar CALENDAR = Calendar.of(1, "", NOTICES);
    private static final int DRAWS = 20_000;

    /** A time limit with its pauses. */
    private record Term(DayRule rule, LocalDate start, List<Pause> pauses) {
        LocalDate due(Calendar calendar) {
            return Reckoning.due(rule, start, new Pauses(pauses), calendar).date();
        }
    }

    private static Stream<Term> terms(long seed) {
        var random = new Random(seed);
        return IntStream.range(0, DRAWS).mapToObj(_ -> term(random));
    }

    private static Term term(Random random) {
        var start = LocalDate.of(2007, 6, 1).plusDays(random.nextInt(365 * 21));
        int n = 1 + random.nextInt(random.nextInt(20) == 0 ? 400 : 45);
        String[] kinds = {"WD ", "WD ", "WD ", "CD ", "CD ", "M ", "DUR_WD ", "DUR_CD ", "BEFORE_WD ", "BEFORE_CD ", "Y ", "FIXED 01-31", "FIXED 10-30 same-year"};
        var kind = kinds[random.nextInt(kinds.length)];
        int number = switch (kind) {
            case "BEFORE_WD " -> Math.min(n, 90);
            case "BEFORE_CD " -> Math.min(n, 120);
            case "CD " -> n - 1;
            default -> n;
        };
        var rule = (DayRule) ClockRule.parse(kind.startsWith("FIXED") ? kind : kind + number);
        return new Term(rule, start, rule instanceof Deadline ? pauses(random, start) : List.of());
    }

    private static List<Pause> pauses(Random random, LocalDate start) {
        return Stream.generate(() -> start.plusDays(random.nextInt(90) - 10L)).limit(random.nextInt(4))
                .map(sent -> new Pause(sent, sent.plusDays(random.nextInt(30)))).toList();
    }

    @Test
    void every_date_is_the_one_that_counting_day_by_day_finds() {
        var clerk = new DayByDay(NOTICES);
        assertThat(terms(1)).allSatisfy(term ->
                assertThat(term.due(CALENDAR)).as("%s", term).isEqualTo(clerk.due(term.rule(), term.start(), term.pauses())));
    }

    @Test
    void a_pause_never_moves_a_date_earlier() {
        var random = new Random(2);
        assertThat(terms(3).filter(term -> term.rule() instanceof Deadline)).allSatisfy(term -> {
            var more = new ArrayList<>(term.pauses());
            more.addAll(pauses(random, term.start()));
            assertThat(new Term(term.rule(), term.start(), more).due(CALENDAR)).as("%s and %s", term, more).isAfterOrEqualTo(term.due(CALENDAR));
        });
    }

    @Test
    void one_more_day_off_never_moves_a_deadline_earlier_nor_a_lead_later() {
        var random = new Random(4);
        for (int i = 0; i < 50; i++) {
            var day = Stream.generate(() -> LocalDate.of(2008, 1, 1).plusDays(random.nextInt(365 * 18))).filter(CALENDAR::isWorkingDay)
                    .findFirst().orElseThrow();
            var stricter = Calendar.of(2, "45", Stream.concat(NOTICES.stream(),
                    Stream.of(new Notice("45", day.getYear(), "当地放假", null, null, List.of(new NoticeDay(day, true, "当地节日"))))).toList());
            terms(100 + i).limit(400).forEach(term -> {
                var due = term.due(stricter);
                if (term.rule() instanceof ClockRule.BeforeWorkingDays) {
                    assertThat(due).as("%s without %s", term, day).isBeforeOrEqualTo(term.due(CALENDAR));
                } else {
                    assertThat(due).as("%s without %s", term, day).isAfterOrEqualTo(term.due(CALENDAR));
                }
            });
        }
    }

    @Test
    void overlapping_pauses_count_once_in_whatever_order_they_come() {
        assertThat(terms(5).filter(term -> !term.pauses().isEmpty())).allSatisfy(term -> {
            var twice = new ArrayList<>(term.pauses());
            twice.addAll(term.pauses());
            term.pauses().forEach(pause -> twice.add(new Pause(pause.sent().plusDays(pause.sent().isBefore(pause.received()) ? 1 : 0), pause.received())));
            Collections.reverse(twice);
            assertThat(new Term(term.rule(), term.start(), twice).due(CALENDAR)).as("%s", term).isEqualTo(term.due(CALENDAR));
        });
    }

    @Test
    void deadlines_end_on_a_working_day_that_is_not_paused() {
        assertThat(terms(6).filter(term -> term.rule() instanceof Deadline)).allSatisfy(term -> {
            var due = term.due(CALENDAR);
            assertThat(CALENDAR.isWorkingDay(due)).as("%s", term).isTrue();
            assertThat(new Pauses(term.pauses()).covering(due)).as("%s", term).isEmpty();
        });
    }

    @Test
    void a_date_depends_on_the_rule_the_calendar_and_the_events_only() {
        var again = Calendar.of(9, "", NOTICES.reversed());
        assertThat(terms(7)).allSatisfy(term -> assertThat(term.due(again)).as("%s", term).isEqualTo(term.due(CALENDAR)));
    }

    @Test
    void the_derivation_accounts_for_every_day_of_a_term_of_working_days() {
        assertThat(terms(8).limit(2_000).filter(term -> term.rule() instanceof ClockRule.WorkingDays)).allSatisfy(term -> {
            var due = Reckoning.due(term.rule(), term.start(), new Pauses(term.pauses()), CALENDAR);
            var named = due.derivation().stream().filter(each -> each.kind() == Derived.Kind.OFF).map(Derived::sentence).toList();
            var holidays = term.start().plusDays(1).datesUntil(due.date()).filter(day -> CALENDAR.day(day).kind() == Day.Kind.OFF)
                    .filter(day -> due.pauses().covering(day).isEmpty()).map(day -> CALENDAR.day(day).name()).distinct().toList();
            assertThat(holidays).as("%s", term).allSatisfy(name -> assertThat(named).anyMatch(sentence -> sentence.contains(name)));
            assertThat(due.derivation().getFirst().kind()).isEqualTo(Derived.Kind.START);
            assertThat(due.derivation()).extracting(Derived::kind).contains(Derived.Kind.END);
        });
    }
}
