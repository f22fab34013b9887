package openland.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import openland.base.Refusal;
import openland.calendar.Almanac;
import openland.calendar.ClockRule.WorkingDays;
import openland.calendar.Pauses;
import openland.calendar.Reckoning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The golden fees (国办函〔2020〕109号 arts 4 and 5) and the golden days. */
class GoldenNumbersTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "10, 0", "11, 100", "30, 2000", "31, 2200", "40, 4000", "41, 4300", "45, 5500", "50, 7000", "51, 7400"})
    void by_item(int items, int yuan) {
        assertThat(Fee.yuan(Fee.Standard.BY_ITEM, items)).isEqualTo(yuan);
    }

    @ParameterizedTest
    @CsvSource({"30, 0", "31, 10", "100, 700", "101, 720", "200, 2700", "201, 2740", "250, 4700"})
    void by_page(int pages, int yuan) {
        assertThat(Fee.yuan(Fee.Standard.BY_VOLUME, pages)).isEqualTo(yuan);
    }

    @Test
    void no_fee_for_what_cannot_be() {
        assertThatThrownBy(() -> Fee.yuan(Fee.Standard.BY_ITEM, -1)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Fee.yuan(Fee.Standard.BY_VOLUME, 10_001)).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @CsvSource({"2025-12-31, 7, 2026-01-12", "2026-02-06, 15, 2026-03-05", "2026-02-06, 20, 2026-03-12", "2026-02-13, 7, 2026-03-02", "2026-02-15, 20, 2026-03-20",
            "2026-04-28, 20, 2026-05-28", "2026-05-08, 15, 2026-05-28", "2026-09-18, 7, 2026-09-29", "2026-09-18, 20, 2026-10-22", "2026-03-02, 20, 2026-03-30"})
    void the_golden_days(LocalDate received, int days, LocalDate due) {
        assertThat(Reckoning.due(new WorkingDays(days), received, Pauses.NONE, Almanac.official()).date()).isEqualTo(due);
    }

    @Test
    void two_overlapping_consultations() {
        assertThat(Reckoning.due(new WorkingDays(20), LocalDate.of(2026, 3, 2), Pauses.parse("2026-03-09/2026-03-20;2026-03-16/2026-03-27"), Almanac.official()).date())
                .isEqualTo("2026-04-20");
    }
}
