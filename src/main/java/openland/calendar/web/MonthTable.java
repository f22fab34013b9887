package openland.calendar.web;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import openland.calendar.ClockRule.BeforeCalendarDays;
import openland.calendar.ClockRule.BeforeWorkingDays;
import openland.calendar.ClockRule.Fixed;
import openland.calendar.ClockRule.Hours;
import openland.calendar.ClockRule.MinimumWorkingDays;
import openland.calendar.ClockRule.WorkingDays;
import openland.calendar.ClockRule.Years;
import openland.calendar.Due;
import org.jspecify.annotations.Nullable;

/** A month of a term on the wall: which days count, which do not, which is the last. */
public record MonthTable(String caption, List<List<Cell>> weeks) {
    private static final int MOST = 4;
    private static final int WEEK = 7;

    /**
     * @param day   of the month; 0 outside of it
     * @param style of the style sheet; null for none
     * @param nth   day of the term; 0 when it does not count
     * @param word  what is said below the number; empty for nothing
     */
    public record Cell(int day, @Nullable String style, int nth, String word) {
        static final Cell NONE = new Cell(0, null, 0, "");
    }

    /** The months from start to end; none when they are too many to look at, or when nothing is counted in days. */
    static List<MonthTable> of(Due due) {
        var start = due.start().toLocalDate();
        var first = YearMonth.from(start.isBefore(due.date()) ? start : due.date());
        var last = YearMonth.from(start.isBefore(due.date()) ? due.date() : start);
        long months = ChronoUnit.MONTHS.between(first, last) + 1;
        if (months > MOST || due.rule() instanceof Hours || due.rule() instanceof Years || due.rule() instanceof Fixed) {
            return List.of();
        }
        var cells = cells(due, start);
        return first.atDay(1).datesUntil(last.atDay(1).plusDays(1), Period.ofMonths(1))
                .map(month -> table(due, YearMonth.from(month), cells)).toList();
    }

    private static Map<LocalDate, Cell> cells(Due due, LocalDate start) {
        boolean back = due.rule() instanceof BeforeWorkingDays || due.rule() instanceof BeforeCalendarDays;
        var cells = new HashMap<LocalDate, Cell>();
        cells.put(start, new Cell(start.getDayOfMonth(), start.equals(due.date()) ? "end" : null, 0, "起算"));
        int nth = 0;
        for (var date = start; !date.equals(due.date()); ) {
            date = date.plusDays(back ? -1 : 1);
            nth += counts(due, date) ? 1 : 0;
            cells.put(date, cell(due, date, counts(due, date) ? nth : 0));
        }
        return cells;
    }

    private static boolean counts(Due due, LocalDate date) {
        if (isPaused(due, date)) {
            return false;
        }
        return switch (due.rule()) {
            case WorkingDays _, MinimumWorkingDays _, BeforeWorkingDays _ -> due.calendar().isWorkingDay(date);
            default -> !date.isAfter(due.counted());
        };
    }

    private static boolean isPaused(Due due, LocalDate date) {
        return due.pauses().merged().stream().anyMatch(pause -> date.isAfter(pause.sent()) && !date.isAfter(pause.received()));
    }

    private static Cell cell(Due due, LocalDate date, int nth) {
        boolean end = date.equals(due.date());
        if (nth == 0 && isPaused(due, date)) {
            return new Cell(date.getDayOfMonth(), "hold", 0, "停");
        }
        return new Cell(date.getDayOfMonth(), end ? "end" : nth > 0 ? "on" : null, nth, end && nth == 0 ? "顺延到此" : word(due, date));
    }

    private static String word(Due due, LocalDate date) {
        return switch (due.calendar().day(date).kind()) {
            case MAKE_UP -> "调休";
            case OFF -> "休";
            default -> "";
        };
    }

    private static MonthTable table(Due due, YearMonth month, Map<LocalDate, Cell> counted) {
        var weeks = new ArrayList<List<Cell>>();
        var monday = month.atDay(1).minusDays(month.atDay(1).getDayOfWeek().getValue() - 1L);
        for (; !monday.isAfter(month.atEndOfMonth()); monday = monday.plusDays(WEEK)) {
            weeks.add(monday.datesUntil(monday.plusDays(WEEK)).map(date -> YearMonth.from(date).equals(month)
                    ? counted.getOrDefault(date, new Cell(date.getDayOfMonth(), null, 0, word(due, date))) : Cell.NONE).toList());
        }
        return new MonthTable(month.getYear() + "年" + month.getMonthValue() + "月", weeks);
    }
}
