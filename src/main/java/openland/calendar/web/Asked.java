package openland.calendar.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import openland.base.Refusal;
import openland.calendar.Calendars;
import openland.calendar.ClockRule;
import openland.calendar.ClockRule.DayRule;
import openland.calendar.ClockRule.Hours;
import openland.calendar.Due;
import openland.calendar.Pauses;
import openland.calendar.Reckoning;

/**
 * What somebody wants to have counted, as it was typed.
 *
 * @param start  a date; for hours a local date and time in China
 * @param region a region code, or empty
 */
record Asked(String start, String rule, String pauses, String region) {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d)?");

    /** @throws Refusal INVALID for what cannot be read or counted */
    Due due(Calendars calendars) {
        var parsed = ClockRule.parse(rule);
        var pause = Pauses.parse(pauses);
        var calendar = calendars.forRegion(region);
        return switch (parsed) {
            case DayRule days -> Reckoning.due(days, date(), pause, calendar);
            case Hours hours when pauses.isBlank() -> Reckoning.due(hours, dateAndTime(), calendar);
            case Hours _ -> throw Refusal.invalid("按小时计算的期限不能停算，请去掉停算的时间pauses。");
        };
    }

    private LocalDate date() {
        if (DATE.matcher(start.strip()).matches()) {
            try {
                return LocalDate.parse(start.strip());
            } catch (DateTimeException e) {
                throw Refusal.invalid("没有这一天，请检查起算日start。");
            }
        }
        throw Refusal.invalid("起算日start应写成2017-09-28这样的日期；只有按小时计算（H）才写时间。");
    }

    private LocalDateTime dateAndTime() {
        if (TIME.matcher(start.strip()).matches()) {
            try {
                return LocalDateTime.parse(start.strip());
            } catch (DateTimeException e) {
                throw Refusal.invalid("没有这个时间，请检查起算时间start。");
            }
        }
        throw Refusal.invalid("按小时计算（H）时，起算时间start应写成2017-08-08T23:40这样的当地日期和时间。");
    }
}
