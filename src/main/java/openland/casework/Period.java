package openland.casework;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import openland.catalogue.Start.Every;

/**
 * A month, quarter or year by whose end, or beginning, something is owed.
 *
 * @param day the day that the clock starts on: the last of the period, of a year that begins the first
 */
record Period(Every every, LocalDate day) {
    private static final int QUARTER = 3;

    /** The last one that is over on {@code today}. */
    static Period lastBefore(LocalDate today, Every every) {
        var month = YearMonth.from(today);
        return new Period(every, switch (every) {
            case MONTH_ENDED -> month.minusMonths(1).atEndOfMonth();
            case QUARTER_ENDED -> month.minusMonths((month.getMonthValue() - 1) % QUARTER + 1L).atEndOfMonth();
            case YEAR_ENDED -> LocalDate.of(today.getYear() - 1, 12, 31);
            case YEAR_BEGAN -> LocalDate.of(today.getYear(), 1, 1);
        });
    }

    /** Those that followed it and are over on {@code today}, the earliest first. */
    List<Period> until(LocalDate today) {
        var last = lastBefore(today, every);
        return Stream.iterate(next(), one -> !one.day.isAfter(last.day), Period::next).toList();
    }

    private Period next() {
        var month = YearMonth.from(day);
        return new Period(every, switch (every) {
            case MONTH_ENDED -> month.plusMonths(1).atEndOfMonth();
            case QUARTER_ENDED -> month.plusMonths(QUARTER).atEndOfMonth();
            case YEAR_ENDED, YEAR_BEGAN -> day.plusYears(1);
        });
    }

    /** 2026Q3. */
    String key() {
        return switch (every) {
            case MONTH_ENDED -> YearMonth.from(day).toString();
            case QUARTER_ENDED -> day.getYear() + "Q" + quarter();
            case YEAR_ENDED, YEAR_BEGAN -> Integer.toString(day.getYear());
        };
    }

    /** 2026年第3季度. */
    String label() {
        return switch (every) {
            case MONTH_ENDED -> day.getYear() + "年" + day.getMonthValue() + "月";
            case QUARTER_ENDED -> day.getYear() + "年第" + quarter() + "季度";
            case YEAR_ENDED, YEAR_BEGAN -> day.getYear() + "年";
        };
    }

    private int quarter() {
        return (day.getMonthValue() - 1) / QUARTER + 1;
    }
}
