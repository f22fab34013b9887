package openland.calendar.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import openland.base.Refusal;
import openland.base.Time;
import openland.calendar.Calendars;
import openland.calendar.Due;
import openland.calendar.LoadedNotice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The working-day calculator (工作日计算) for people: the address is the whole state. */
@Controller
class WorkingDaysPages {
    private final Calendars calendars;
    private final InstantSource time;

    WorkingDaysPages(Calendars calendars, InstantSource time) {
        this.calendars = calendars;
        this.time = time;
    }

    @GetMapping("/help/working-days")
    ModelAndView calculator(WorkingDaysForm form, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        Due due = null;
        Refusal refusal = null;
        try {
            due = form.isEmpty() ? null : form.asked().due(calendars);
        } catch (Refusal refused) {
            refusal = refused;
        }
        var page = new ModelAndView("calendar/working-days", "view", view(form, due, refusal));
        page.setStatus(refusal == null ? HttpStatus.OK : HttpStatus.valueOf(refusal.reason().status()));
        return page;
    }

    private WorkingDaysView view(WorkingDaysForm form, @Nullable Due due, @Nullable Refusal refusal) {
        LocalDate today = Time.dateOf(time.instant());
        List<LoadedNotice> notices = calendars.notices();
        return new WorkingDaysView(form, due, due == null ? List.of() : MonthTable.of(due), refusal == null ? "" : refusal.sentence(),
                today, calendars.current().settledTo(), notices);
    }
}
