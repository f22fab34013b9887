package openland.calendar;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openland.base.Refusal;

/** Reads rules as they are written. */
final class ClockRuleText {
    private static final Map<String, IntFunction<ClockRule>> KINDS = Map.of(
            "WD", ClockRule.WorkingDays::new, "CD", ClockRule.CalendarDays::new, "M", ClockRule.Months::new,
            "Y", ClockRule.Years::new, "H", ClockRule.Hours::new,
            "DUR_WD", ClockRule.MinimumWorkingDays::new, "DUR_CD", ClockRule.MinimumCalendarDays::new,
            "BEFORE_WD", ClockRule.BeforeWorkingDays::new, "BEFORE_CD", ClockRule.BeforeCalendarDays::new);
    private static final Pattern COUNTED = Pattern.compile("([A-Z_]{1,20}) (0|[1-9]\\d{0,3})");
    private static final Pattern FIXED = Pattern.compile("FIXED (\\d\\d-\\d\\d)( same-year)?");
    private static final int QUOTED = 40;

    private ClockRuleText() {}

    static ClockRule parse(String text) {
        var counted = COUNTED.matcher(text.strip());
        if (counted.matches() && KINDS.containsKey(counted.group(1))) {
            return KINDS.get(counted.group(1)).apply(Integer.parseInt(counted.group(2)));
        }
        var fixed = FIXED.matcher(text.strip());
        if (fixed.matches()) {
            return fixed(fixed, text);
        }
        throw unknown(text);
    }

    private static ClockRule fixed(Matcher fixed, String text) {
        try {
            return new ClockRule.Fixed(MonthDay.parse("--" + fixed.group(1)), fixed.group(2) != null);
        } catch (DateTimeException e) {
            throw unknown(text);
        }
    }

    static void check(int n, int least) {
        if (n < least || n > ClockRule.MOST) {
            throw Refusal.invalid("期限的数目应在" + least + "到" + ClockRule.MOST + "之间，不能是" + n + "。");
        }
    }

    private static Refusal unknown(String text) {
        var quoted = text.codePointCount(0, text.length()) > QUOTED
                ? text.substring(0, text.offsetByCodePoints(0, QUOTED)) + "…" : text;
        return Refusal.invalid("不认识期限规则“" + quoted + "”。可以写：WD 7（工作日）、CD 30（日）、M 3（月）、Y 2（年）、H 24（小时）、"
                + "DUR_WD 10、DUR_CD 30（至少公示）、BEFORE_WD 20、BEFORE_CD 20（提前）、FIXED 01-31（次年的日期）、FIXED 10-30 same-year（当年的日期）。");
    }
}
