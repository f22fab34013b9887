package openland.casework;

import openland.base.Refusal;
import openland.calendar.ClockRule;

/** A longer time of the same unit (延期). */
final class Extension {
    private Extension() {}

    /** @throws Refusal when such a time cannot be made longer, or not by so much */
    static ClockRule of(ClockRule rule, int more) {
        if (more == 0) {
            return rule;
        }
        return switch (rule) {
            case ClockRule.WorkingDays(int n) -> new ClockRule.WorkingDays(n + more);
            case ClockRule.CalendarDays(int n) -> new ClockRule.CalendarDays(n + more);
            case ClockRule.Months(int n) -> new ClockRule.Months(n + more);
            case ClockRule.Years(int n) -> new ClockRule.Years(n + more);
            case ClockRule.Hours(int n) -> new ClockRule.Hours(n + more);
            case ClockRule.MinimumWorkingDays(int n) -> new ClockRule.MinimumWorkingDays(n + more);
            case ClockRule.MinimumCalendarDays(int n) -> new ClockRule.MinimumCalendarDays(n + more);
            case ClockRule.BeforeWorkingDays _, ClockRule.BeforeCalendarDays _, ClockRule.Fixed _ ->
                throw Refusal.conflict("“" + rule.label() + "”这种期限不能延期；事情本身改期的，请按新的日期重新登记。");
        };
    }

    /** The unit that is written before the number, and the number; FIXED has none. */
    static String unit(ClockRule rule) {
        return rule.text().split(" ", -1)[0];
    }

    static int number(ClockRule rule) {
        return rule instanceof ClockRule.Fixed ? 0 : Integer.parseInt(rule.text().split(" ", -1)[1]);
    }
}
