package openland.casework;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import openland.base.Refusal;
import openland.calendar.Calendar;
import org.jspecify.annotations.Nullable;

/** When something happened, as people, sheets and programs write it. */
public final class Moment {
    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[T\\s]{0,9}(\\d{1,2})[:：时点](\\d{1,2})分?(?::\\d{1,2}(?:\\.\\d{1,9})?)?)?");

    private Moment() {}

    /**
     * Reads {@code 2026-03-02}, {@code 2026/3/2}, {@code 2026年3月2日}, each with a time of day or without ({@code T10:30}).
     *
     * @return local in China; midnight without a time
     * @throws Refusal INVALID for what is no such day, or one before there is a calendar or after it
     */
    public static LocalDateTime parse(String text) {
        var written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            throw Refusal.invalid("日期应写成2026-03-02，按小时计算的写成2026-03-02T10:30。");
        }
        try {
            var at = LocalDateTime.of(number(written.group(1)), number(written.group(2)), number(written.group(3)), number(written.group(4)), number(written.group(5)));
            if (at.toLocalDate().isBefore(Calendar.FIRST) || at.toLocalDate().isAfter(Calendar.LAST)) {
                throw Refusal.invalid("日期应在" + Calendar.FIRST + "和" + Calendar.LAST + "之间，此外没有工作日历。");
            }
            return at;
        } catch (DateTimeException e) {
            throw Refusal.invalid("没有这一天或者这个时刻：" + text.strip() + "。");
        }
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
