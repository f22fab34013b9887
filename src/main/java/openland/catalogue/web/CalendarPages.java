package openland.catalogue.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import openland.base.Refusal;
import openland.base.Time;
import openland.calendar.CalendarChanged;
import openland.calendar.Calendars;
import openland.calendar.LoadedNotice;
import openland.calendar.Notice;
import openland.catalogue.LoadingNotices;
import openland.office.Officer;
import openland.office.Post;
import openland.page.Dates;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The calendar (工作日历) for its administrators: what is in force, and a new notice, which is looked through before it is loaded. */
@Controller
@RequestMapping("/desk/calendar")
class CalendarPages {
    private final Calendars calendars;
    private final LoadingNotices loading;
    private final InstantSource time;

    CalendarPages(Calendars calendars, LoadingNotices loading, InstantSource time) {
        this.calendars = calendars;
        this.loading = loading;
        this.time = time;
    }

    @GetMapping
    ModelAndView calendar(Officer officer, @RequestParam(defaultValue = "") String year, @RequestParam(defaultValue = "") String region) {
        officer.mustHold(Post.SYSADMIN);
        var form = calendars.notices().stream().filter(loaded -> Integer.toString(loaded.notice().year()).equals(year)
                && loaded.notice().region().equals(region)).findFirst().map(NoticeForm::of)
                .orElseGet(() -> NoticeForm.of(calendars.current().settledTo().getYear() + 1));
        return page(officer, form, "", List.of(), false);
    }

    @PostMapping
    ModelAndView send(Officer officer, NoticeForm form, @RequestParam(defaultValue = "") String act) {
        officer.mustHold(Post.SYSADMIN);
        loading.mustBeAllowed(officer);
        try {
            return act.equals("load") ? load(officer, form) : preview(officer, form);
        } catch (Refusal refusal) {
            return refused(officer, form, refusal);
        }
    }

    private ModelAndView preview(Officer officer, NoticeForm form) {
        var notice = form.notice();
        var days = calendars.wouldChange(notice);
        long past = days.stream().filter(Time.dateOf(time.instant())::isAfter).count();
        var sentence = "还没有装入。装入后会改变" + days.size() + "天" + (past > 0 ? "，其中" + past + "天已经过去，请再核对" : "") + "。";
        return page(officer, form, sentence, changes(notice, days, false), true);
    }

    private ModelAndView load(Officer officer, NoticeForm form) {
        var notice = form.notice();
        var changed = loading.load(notice, officer);
        var sentence = changed.map(change -> "已装入" + notice.year() + "年的安排，工作日历现在是第" + change.version() + "版，改变了"
                + change.changed().size() + "天。").orElse("同样的安排已经在用，没有改变。");
        return page(officer, form, sentence, changes(notice, changed.map(CalendarChanged::changed).map(List::copyOf).orElse(List.of()), true), false);
    }

    /** @param loaded whether the calendar is already the new one */
    private List<String> changes(Notice notice, Collection<LocalDate> days, boolean loaded) {
        var calendar = calendars.forRegion(notice.region());
        return days.stream().map(day -> Dates.words(day) + "（" + day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.SIMPLIFIED_CHINESE)
                + "）改为" + (calendar.day(day).isWorking() == loaded ? "上班" : "休息")).toList();
    }

    private ModelAndView refused(Officer officer, NoticeForm form, Refusal refusal) {
        return switch (refusal.reason()) {
            case INVALID, CONFLICT -> {
                var page = page(officer, form, refusal.sentence(), List.of(), null);
                page.setStatus(HttpStatus.valueOf(refusal.reason().status()));
                yield page;
            }
            default -> throw refusal;
        };
    }

    /** @param previewed null when it was refused */
    private ModelAndView page(Officer officer, NoticeForm form, String sentence, List<String> changes, @Nullable Boolean previewed) {
        var now = calendars.current();
        List<LoadedNotice> notices = calendars.notices().reversed();
        var view = new CalendarView(form, sentence, previewed == null, changes, Boolean.TRUE.equals(previewed), loading.isAllowed(officer),
                now.version(), now.settledTo(), notices);
        return new ModelAndView("catalogue/calendar", Map.of("view", view));
    }
}
