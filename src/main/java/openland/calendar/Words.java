package openland.calendar;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;

/** Dates in the sentences of a derivation; the year is said where it is another than before. */
final class Words {
    private Words() {}

    /** 2026年10月1日 */
    static String full(LocalDate date) {
        return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    /** 10月1日, or with its year when that is not {@code year} */
    static String day(LocalDate date, int year) {
        return (date.getYear() == year ? "" : date.getYear() + "年") + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    /** 10月1日至8日 */
    static String range(LocalDate from, LocalDate to, int year) {
        if (from.equals(to)) {
            return day(from, year);
        }
        boolean sameMonth = from.getYear() == to.getYear() && from.getMonth() == to.getMonth();
        return day(from, year) + "至" + (sameMonth ? to.getDayOfMonth() + "日" : day(to, from.getYear()));
    }

    /** 星期六 */
    static String weekday(LocalDate date) {
        return date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.SIMPLIFIED_CHINESE);
    }

    /** 周六 */
    static String shortWeekday(LocalDate date) {
        return date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.SIMPLIFIED_CHINESE);
    }
}
