package openland.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import openland.base.Time;

/** Dates as pages write them: 2026年11月20日 in sentences, 2026-11-20 in lists; always the date in China. */
public final class Dates {
    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("uuuu年M月d日");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu年M月d日HH时mm分");
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("uuuu年M月d日　EEEE", Locale.SIMPLIFIED_CHINESE);

    private Dates() {}

    /** 2026年11月20日 */
    public static String words(LocalDate date) {
        return WORDS.format(date);
    }

    /** 2026年11月20日 */
    public static String words(Instant instant) {
        return words(Time.dateOf(instant));
    }

    /** 2026年11月20日 of 2026-11-20 */
    public static String words(String iso) {
        return words(LocalDate.parse(iso));
    }

    /** 2026年11月20日16时02分 */
    public static String minute(Instant instant) {
        return MINUTE.format(Time.localTimeOf(instant));
    }

    /** 2026-11-20 */
    public static String list(Instant instant) {
        return Time.dateOf(instant).toString();
    }

    /** 2026年11月20日　星期五 */
    static String weekday(LocalDate date) {
        return WEEKDAY.format(date);
    }
}
