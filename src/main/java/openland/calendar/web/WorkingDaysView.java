package openland.calendar.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import openland.calendar.ClockRule;
import openland.calendar.ClockRule.Hours;
import openland.calendar.Due;
import openland.calendar.LoadedNotice;
import openland.page.Dates;
import org.jspecify.annotations.Nullable;

/**
 * The page of the calculator.
 *
 * @param due     null before anything was asked, and when it was refused
 * @param refusal empty when there is none
 */
public record WorkingDaysView(WorkingDaysForm form, @Nullable Due due, List<MonthTable> months, String refusal, LocalDate today,
        LocalDate settledTo, List<LoadedNotice> notices) {
    /** A usual term and where it leads. */
    public record Usual(String label, String href) {}

    /** 2017年10月20日（星期五） */
    public String answer() {
        if (due == null) {
            return "";
        }
        var day = Dates.words(due.date()) + "（" + due.date().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.SIMPLIFIED_CHINESE) + "）";
        return due.rule() instanceof Hours ? day + time(due.end().toLocalTime()) : day;
    }

    private static String time(LocalTime time) {
        return "%02d时%02d分".formatted(time.getHour(), time.getMinute());
    }

    /** The terms that are asked for most, from the start that was typed. */
    public List<Usual> usual() {
        return Stream.of("WD 7", "WD 15", "WD 20", "CD 30", "CD 60", "M 3", "M 6", "DUR_WD 10", "DUR_CD 30", "BEFORE_CD 20")
                .map(rule -> new Usual(ClockRule.parse(rule).label(),
                        "/help/working-days?start=" + start() + "&kind=" + rule.replace(" ", "&n="))).toList();
    }

    /** For the field: what was typed, or today. A link carries it only when it is a date. */
    public String start() {
        var typed = WorkingDaysForm.text(form.start());
        return typed.matches("\\d{4}-\\d\\d-\\d\\d") ? typed : today.toString();
    }

    public String kind() {
        var typed = WorkingDaysForm.text(form.kind());
        return typed.isEmpty() ? TermKind.WD.name() : typed;
    }

    public String n() {
        var typed = WorkingDaysForm.text(form.n());
        return typed.isEmpty() ? "20" : typed;
    }

    /** 全国 or the region's code. */
    public String place(LoadedNotice loaded) {
        return loaded.notice().region().isEmpty() ? "全国" : loaded.notice().region();
    }
}
