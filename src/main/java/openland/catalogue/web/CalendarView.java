package openland.catalogue.web;

import java.time.LocalDate;
import java.util.List;
import openland.calendar.LoadedNotice;

/**
 * The administrator's page of the calendar.
 *
 * @param sentence about what was just sent; empty when nothing was
 * @param changes  the days that change or have changed, in words
 * @param previewed the form was looked through and can be loaded
 */
public record CalendarView(NoticeForm form, String sentence, boolean refused, List<String> changes, boolean previewed, boolean allowed,
        long version, LocalDate settledTo, List<LoadedNotice> notices) {
    public String place(LoadedNotice loaded) {
        return loaded.notice().region().isEmpty() ? "全国" : loaded.notice().region();
    }
}
