package openland.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import openland.Fuzzed;
import openland.base.Refusal;
import openland.calendar.ClockRule.DayRule;
import openland.calendar.ClockRule.Deadline;
import openland.calendar.ClockRule.Hours;
import org.junit.jupiter.api.BeforeAll;

/** What somebody asks the calculator: a rule in the first line, pauses in the second, a date in the third. */
class ClockFuzzTest {
    private static final Calendar CALENDAR = Calendar.of(1, "", NoticeFiles.all());

    @BeforeAll
    static void load() {
        new ClockFuzzTest().a_time_limit_is_counted_with_reasons_or_refused("WD 7\n\n2017-09-28".getBytes(StandardCharsets.UTF_8));
    }

    @FuzzTest
    void a_time_limit_is_counted_with_reasons_or_refused(byte[] bytes) {
        var lines = Fuzzed.text(bytes, 2_000).split("\n", 3);
        try {
            var rule = ClockRule.parse(lines[0]);
            assertThat(rule.text()).isEqualTo(lines[0].strip());
            assertThat(ClockRule.parse(rule.text())).isEqualTo(rule);
            var pauses = Pauses.parse(lines.length > 1 ? lines[1] : "");
            assertThat(new Pauses(pauses.merged())).isEqualTo(pauses);
            var start = Calendar.FIRST.plusDays(Math.floorMod(lines.length > 2 ? lines[2].hashCode() : 0, 36_000));
            check(due(rule, start.atTime(23, 40), pauses));
        } catch (Refusal refusal) {
            assertThat(refusal.sentence()).isNotBlank();
        }
    }

    private static Due due(ClockRule rule, LocalDateTime start, Pauses pauses) {
        return switch (rule) {
            case DayRule days -> Reckoning.due(days, start.toLocalDate(), pauses, CALENDAR);
            case Hours hours -> Reckoning.due(hours, start, CALENDAR);
        };
    }

    private static void check(Due due) {
        assertThat(due.derivation()).isNotEmpty();
        if (due.rule() instanceof Deadline) {
            assertThat(CALENDAR.isWorkingDay(due.date())).isTrue();
            assertThat(due.pauses().covering(due.date())).isEmpty();
            assertThat(due.date()).isAfterOrEqualTo(due.start().toLocalDate());
        }
    }
}
