package openland.calendar;

import java.time.MonthDay;
import openland.base.Refusal;

/**
 * How a time limit (时限) is counted. The unit belongs to the rule, never to the law: in one law 五日 can mean working days
 * and 六十日 calendar days. Written as {@code WD 7}, {@code CD 30}, {@code M 3}, {@code Y 2}, {@code H 24}, {@code DUR_WD 10},
 * {@code DUR_CD 30}, {@code BEFORE_WD 20}, {@code BEFORE_CD 20}, {@code FIXED 01-31}, {@code FIXED 10-30 same-year}.
 */
public sealed interface ClockRule {
    /** The largest number a rule may have. */
    int MOST = 9999;

    /** As it is written; {@link #parse} reads it. */
    String text();

    /** In words: 7个工作日. */
    String label();

    /** @throws Refusal INVALID, which quotes {@code text} and names the known forms */
    static ClockRule parse(String text) {
        return ClockRuleText.parse(text);
    }

    /** A rule that counts from a date. */
    sealed interface DayRule extends ClockRule {}

    /** A deadline whose counting can be paused (中止计时). It ends on a working day. */
    sealed interface Deadline extends DayRule {}

    /** The {@code n}-th working day after the start. */
    record WorkingDays(int n) implements Deadline {
        public WorkingDays {
            ClockRuleText.check(n, 1);
        }

        @Override
        public String text() {
            return "WD " + n;
        }

        @Override
        public String label() {
            return n + "个工作日";
        }
    }

    /** {@code n} calendar days after the start; 0 is the same day. Ends on the next working day when that is a rest day. */
    record CalendarDays(int n) implements Deadline {
        public CalendarDays {
            ClockRuleText.check(n, 0);
        }

        @Override
        public String text() {
            return "CD " + n;
        }

        @Override
        public String label() {
            return n == 0 ? "当日" : n + "日";
        }
    }

    /** The same day {@code n} months later, or the end of that month. Ends on the next working day when that is a rest day. */
    record Months(int n) implements Deadline {
        public Months {
            ClockRuleText.check(n, 1);
        }

        @Override
        public String text() {
            return "M " + n;
        }

        @Override
        public String label() {
            return n + "个月";
        }
    }

    /** {@code n} hours after a local date and time, through nights and holidays. */
    record Hours(int n) implements ClockRule {
        public Hours {
            ClockRuleText.check(n, 1);
        }

        @Override
        public String text() {
            return "H " + n;
        }

        @Override
        public String label() {
            return n + "小时";
        }
    }

    /** The last day something must still be shown, when it is shown for {@code n} working days; the next act may follow the day after. */
    record MinimumWorkingDays(int n) implements DayRule {
        public MinimumWorkingDays {
            ClockRuleText.check(n, 1);
        }

        @Override
        public String text() {
            return "DUR_WD " + n;
        }

        @Override
        public String label() {
            return "不少于" + n + "个工作日";
        }
    }

    /** The same in calendar days. */
    record MinimumCalendarDays(int n) implements DayRule {
        public MinimumCalendarDays {
            ClockRuleText.check(n, 1);
        }

        @Override
        public String text() {
            return "DUR_CD " + n;
        }

        @Override
        public String label() {
            return "不少于" + n + "日";
        }
    }

    /** The latest date of a notice, {@code n} working days before the event. */
    record BeforeWorkingDays(int n) implements DayRule {
        public BeforeWorkingDays {
            ClockRuleText.check(n, 1);
        }

        @Override
        public String text() {
            return "BEFORE_WD " + n;
        }

        @Override
        public String label() {
            return "提前" + n + "个工作日";
        }
    }

    /** The same in calendar days. */
    record BeforeCalendarDays(int n) implements DayRule {
        public BeforeCalendarDays {
            ClockRuleText.check(n, 1);
        }

        @Override
        public String text() {
            return "BEFORE_CD " + n;
        }

        @Override
        public String label() {
            return "提前" + n + "日";
        }
    }

    /** A date of the year after the start, or of the start's own year. It stays where it is on a rest day. */
    record Fixed(MonthDay day, boolean sameYear) implements DayRule {
        @Override
        public String text() {
            return "FIXED " + day.toString().substring(2) + (sameYear ? " same-year" : "");
        }

        @Override
        public String label() {
            return (sameYear ? "当年" : "次年") + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
        }
    }

    /** The same day {@code n} years later. It stays where it is on a rest day. */
    record Years(int n) implements DayRule {
        public Years {
            ClockRuleText.check(n, 1);
        }

        @Override
        public String text() {
            return "Y " + n;
        }

        @Override
        public String label() {
            return n + "年";
        }
    }
}
