package openland.catalogue;

import openland.calendar.ClockRule;

/** Which of two times asks for more. Times of different units cannot be compared: 7 working days are never 7 days. */
final class Strictness {
    private Strictness() {}

    /** False also when the two cannot be compared. */
    static boolean isNoLooser(ClockRule one, ClockRule other) {
        if (one instanceof ClockRule.Fixed(var day, var sameYear) && other instanceof ClockRule.Fixed(var otherDay, var otherSameYear)) {
            return sameYear == otherSameYear ? !day.isAfter(otherDay) : sameYear;
        }
        if (!one.getClass().equals(other.getClass())) {
            return false;
        }
        return isAtLeast(one) ? length(one) >= length(other) : length(one) <= length(other);
    }

    private static boolean isAtLeast(ClockRule rule) {
        return rule instanceof ClockRule.MinimumWorkingDays || rule instanceof ClockRule.MinimumCalendarDays
                || rule instanceof ClockRule.BeforeWorkingDays || rule instanceof ClockRule.BeforeCalendarDays;
    }

    private static int length(ClockRule rule) {
        return switch (rule) {
            case ClockRule.WorkingDays(int n) -> n;
            case ClockRule.CalendarDays(int n) -> n;
            case ClockRule.Months(int n) -> n;
            case ClockRule.Hours(int n) -> n;
            case ClockRule.Years(int n) -> n;
            case ClockRule.MinimumWorkingDays(int n) -> n;
            case ClockRule.MinimumCalendarDays(int n) -> n;
            case ClockRule.BeforeWorkingDays(int n) -> n;
            case ClockRule.BeforeCalendarDays(int n) -> n;
            case ClockRule.Fixed _ -> 0;
        };
    }
}
