package openland.calendar.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import openland.calendar.Calendars;
import openland.calendar.Derived;
import openland.calendar.LoadedNotice;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Counts time limits, and shows the notices it counts by, for every program. */
@RestController
@Tag(name = "calendar", description = "工作日")
class WorkingDaysApi {
    private final Calendars calendars;

    WorkingDaysApi(Calendars calendars) {
        this.calendars = calendars;
    }

    /**
     * @param due         a date; for hours a local date and time
     * @param provisional there is no notice yet for some of its days (暂定)
     * @param derivation  sentences
     * @param region      of the days that were used; empty for the whole country
     * @param version     of the calendar
     * @param settledTo   the last day for which there is a notice
     */
    record Answer(String start, String rule, String label, String due, boolean provisional, List<String> derivation,
            String region, long version, LocalDate settledTo) {}

    /** A notice outside. @param days in lines: 放假 10-01..10-07 国庆节 */
    record NoticeShape(String region, int year, String title, @Nullable String documentNumber, @Nullable LocalDate issuedOn,
            long version, List<String> days) {
        static NoticeShape of(LoadedNotice loaded) {
            var notice = loaded.notice();
            return new NoticeShape(notice.region(), notice.year(), notice.title(), notice.documentNumber(), notice.issuedOn(),
                    loaded.version(), notice.lines());
        }
    }

    /** The calendar in force. */
    record CalendarShape(long version, LocalDate settledTo, List<NoticeShape> notices) {}

    @GetMapping("/api/v1/working-days")
    @Operation(summary = "计算期限：工作日、日、月、年、小时，含节假日、调休和停算，附推算过程")
    Answer workingDays(@RequestParam String start, @RequestParam String rule, @RequestParam(defaultValue = "") String pauses,
            @RequestParam(defaultValue = "") String region) {
        var asked = new Asked(start, rule, pauses, region);
        var due = asked.due(calendars);
        return new Answer(start.strip(), due.rule().text(), due.rule().label(), due.text(), due.provisional(),
                due.derivation().stream().map(Derived::sentence).toList(), due.calendar().region(), due.calendar().version(),
                due.calendar().settledTo());
    }

    @GetMapping("/api/v1/calendar")
    @Operation(summary = "现行的放假安排：各年的放假日和调休上班日；documentNumber为空表示文号未知")
    CalendarShape calendar() {
        var now = calendars.current();
        return new CalendarShape(now.version(), now.settledTo(), calendars.notices().stream().map(NoticeShape::of).toList());
    }
}
