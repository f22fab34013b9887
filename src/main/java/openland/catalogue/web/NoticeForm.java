package openland.catalogue.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import openland.base.Refusal;
import openland.calendar.LoadedNotice;
import openland.calendar.Notice;
import org.jspecify.annotations.Nullable;

/** A notice as it is typed into the administrator's page. */
public record NoticeForm(@Nullable String year, @Nullable String region, @Nullable String title, @Nullable String number,
        @Nullable String issued, @Nullable String days) {

    /** What is in force, to be changed. */
    static NoticeForm of(LoadedNotice loaded) {
        var notice = loaded.notice();
        return new NoticeForm(Integer.toString(notice.year()), notice.region(), notice.title(), notice.documentNumber(),
                notice.issuedOn() == null ? "" : notice.issuedOn().toString(), String.join("\n", notice.lines()));
    }

    /** A new one for the whole country. */
    static NoticeForm of(int year) {
        return new NoticeForm(Integer.toString(year), "", "国务院办公厅" + year + "年节假日安排", "", "", "");
    }

    /** @throws Refusal INVALID for what cannot be read */
    Notice notice() {
        var documentNumber = text(number).isEmpty() ? null : text(number);
        return Notice.of(text(region), whichYear(), text(title), documentNumber, issuedOn(), List.of(text(days).split("\\R", -1)));
    }

    int whichYear() {
        try {
            return Integer.parseInt(text(year));
        } catch (NumberFormatException e) {
            throw Refusal.invalid("年份应写四位数字。");
        }
    }

    private @Nullable LocalDate issuedOn() {
        try {
            return text(issued).isEmpty() ? null : LocalDate.parse(text(issued));
        } catch (DateTimeException e) {
            throw Refusal.invalid("印发日期应写成2025-11-04这样的形式。");
        }
    }

    /** What was typed, for the field. */
    public static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
