package openland.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import openland.base.Refusal;
import openland.calendar.ClockRule.BeforeCalendarDays;
import openland.calendar.ClockRule.BeforeWorkingDays;
import openland.calendar.ClockRule.CalendarDays;
import openland.calendar.ClockRule.DayRule;
import openland.calendar.ClockRule.Deadline;
import openland.calendar.ClockRule.Fixed;
import openland.calendar.ClockRule.Hours;
import openland.calendar.ClockRule.MinimumCalendarDays;
import openland.calendar.ClockRule.MinimumWorkingDays;
import openland.calendar.ClockRule.Months;
import openland.calendar.ClockRule.WorkingDays;
import openland.calendar.ClockRule.Years;

/**
 * Counts time limits (期限). The result depends on the rule, the start, the pauses and the calendar, and on nothing else.
 * The day of the start never counts (民法典第二百零一条) and may be a rest day; a correction is a new start.
 */
public final class Reckoning {
    private static final int LAST_YEAR = 9999;

    private Reckoning() {}

    /**
     * The date that {@code rule} gives. It takes the same time for any length of the term.
     *
     * @param start  the day of the event; for {@code BEFORE_} rules the event that comes afterwards
     * @param pauses only for deadlines: their working days, of CD and M their days, are not counted, and none ends in one
     * @throws Refusal INVALID before 2007, where working days are needed after 2099, and for pauses where none can be
     */
    public static Due due(DayRule rule, LocalDate start, Pauses pauses, Calendar calendar) {
        mustBeCountable(start);
        if (!pauses.isEmpty() && !(rule instanceof Deadline)) {
            throw Refusal.invalid("“" + rule.label() + "”这种期限不能停算，请去掉停算的时间。能停算的是工作日、日、月三种期限（WD、CD、M）。");
        }
        var counted = counted(rule, start, pauses, calendar);
        var end = rule instanceof Deadline ? onWorkingDay(counted, pauses, calendar) : counted;
        mustBeCountable(end);
        return new Due(rule, start.atStartOfDay(), pauses, calendar, counted, end.atStartOfDay());
    }

    /** The time that {@code rule} gives; hours run through nights and holidays (民法典第二百零一条第二款). */
    public static Due due(Hours rule, LocalDateTime start, Calendar calendar) {
        mustBeCountable(start.toLocalDate());
        var end = start.plusHours(rule.n());
        mustBeCountable(end.toLocalDate());
        return new Due(rule, start, Pauses.NONE, calendar, end.toLocalDate(), end);
    }

    private static LocalDate counted(DayRule rule, LocalDate start, Pauses pauses, Calendar calendar) {
        return switch (rule) {
            case WorkingDays(int n) -> workingDay(n, start, pauses, calendar);
            case CalendarDays(int n) -> day(n, start, pauses);
            case Months(int n) -> day(ChronoUnit.DAYS.between(start, start.plusMonths(n)), start, pauses);
            case MinimumWorkingDays(int n) -> calendar.workingDay(calendar.ordinal(start) + n);
            case MinimumCalendarDays(int n) -> start.plusDays(n);
            case BeforeWorkingDays(int n) -> calendar.workingDay(calendar.ordinal(start.minusDays(1)) - n + 1);
            case BeforeCalendarDays(int n) -> start.minusDays(n);
            case Fixed(var day, var sameYear) -> day.atYear(start.getYear() + (sameYear ? 0 : 1));
            case Years(int n) -> start.plusYears(n);
        };
    }

    /** The pauses come in order, so one that begins after the day found so far, and all after it, change nothing. */
    private static LocalDate workingDay(int n, LocalDate start, Pauses pauses, Calendar calendar) {
        int ordinal = calendar.ordinal(start) + n;
        for (var pause : pauses.merged()) {
            var sent = later(pause.sent(), start);
            if (pause.received().isAfter(sent) && sent.isBefore(calendar.workingDay(ordinal))) {
                ordinal += calendar.ordinal(pause.received()) - calendar.ordinal(sent);
            }
        }
        return calendar.workingDay(ordinal);
    }

    private static LocalDate day(long n, LocalDate start, Pauses pauses) {
        var day = start.plusDays(n);
        for (var pause : pauses.merged()) {
            var sent = later(pause.sent(), start);
            if (pause.received().isAfter(sent) && sent.isBefore(day)) {
                day = day.plusDays(ChronoUnit.DAYS.between(sent, pause.received()));
            }
        }
        return day;
    }

    /** A deadline that falls on a rest day ends on the next working day (民法典第二百零三条), but not while it is paused. */
    private static LocalDate onWorkingDay(LocalDate counted, Pauses pauses, Calendar calendar) {
        var day = calendar.workingDayFrom(counted);
        for (var pause = pauses.covering(day); pause.isPresent(); pause = pauses.covering(day)) {
            day = calendar.workingDayFrom(pause.get().received().plusDays(1));
        }
        return day;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static void mustBeCountable(LocalDate date) {
        if (date.isBefore(Calendar.FIRST)) {
            Calendar.mustKnow(date);
        }
        if (date.getYear() > LAST_YEAR) {
            throw Refusal.invalid("算出的日期太远，超出了" + LAST_YEAR + "年。");
        }
    }
}
