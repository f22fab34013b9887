package openland.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import openland.OpenlandTest;
import openland.catalogue.Start.Every;
import openland.office.Town;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What is owed because a month, a quarter or a year is over. */
@OpenlandTest
class CalendarDutiesTest {
    @Autowired ApplicationContext context;
    @Autowired CalendarDuties calendarDuties;
    @Autowired Duties duties;

    @ParameterizedTest
    @CsvSource({"2026-11-22, MONTH_ENDED, 2026-10-31, 2026-10, 2026年10月", "2026-11-22, QUARTER_ENDED, 2026-09-30, 2026Q3, 2026年第3季度",
            "2026-01-01, QUARTER_ENDED, 2025-12-31, 2025Q4, 2025年第4季度", "2026-03-31, QUARTER_ENDED, 2025-12-31, 2025Q4, 2025年第4季度",
            "2026-11-22, YEAR_ENDED, 2025-12-31, 2025, 2025年", "2026-01-01, YEAR_BEGAN, 2026-01-01, 2026, 2026年"})
    void the_last_period_that_is_over(LocalDate today, Every every, LocalDate day, String key, String label) {
        var period = Period.lastBefore(today, every);
        assertThat(period).isEqualTo(new Period(every, day));
        assertThat(period.key()).isEqualTo(key);
        assertThat(period.label()).isEqualTo(label);
    }

    @Test
    void periods_that_were_missed_follow_each_other() {
        var last = new Period(Every.QUARTER_ENDED, LocalDate.of(2025, 6, 30));
        assertThat(last.until(LocalDate.of(2026, 4, 1))).extracting(Period::key).containsExactly("2025Q3", "2025Q4", "2026Q1");
        assertThat(last.until(LocalDate.of(2025, 9, 30))).isEmpty();
    }

    @Test
    void an_office_owes_from_the_first_period_that_ends_after_it_was_set_up_once() {
        var office = Town.of(context).county();
        calendarDuties.open(new Period(Every.YEAR_ENDED, LocalDate.of(2024, 12, 31)));
        assertThat(duties.running(List.of(office.id()), DutyQuery.ALL, 100).items()).isEmpty();
        var period = new Period(Every.YEAR_ENDED, LocalDate.of(2027, 12, 31));
        calendarDuties.open(period);
        calendarDuties.open(period);
        assertThat(duties.running(List.of(office.id()), DutyQuery.ALL, 100).items()).isNotEmpty().doesNotHaveDuplicates()
                .allSatisfy(duty -> assertThat(duty.key()).isEqualTo("2027"))
                .anySatisfy(duty -> assertThat(duty.clock().dueOn()).isEqualTo(LocalDate.of(2028, 1, 31)));
    }
}
