package openland.catalogue.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import openland.base.Refusal;
import openland.calendar.CalendarChanged;
import openland.calendar.Calendars;
import openland.calendar.Notice;
import openland.catalogue.LoadingNotices;
import openland.office.Officer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Loads notices on holidays, for programs. */
@RestController
@Tag(name = "calendar", description = "工作日")
class CalendarApi {
    private final LoadingNotices loading;
    private final Calendars calendars;

    CalendarApi(LoadingNotices loading, Calendars calendars) {
        this.loading = loading;
        this.calendars = calendars;
    }

    /** @param days in lines: 放假 10-01..10-07 国庆节, 上班 10-10 国庆节 */
    record NoticeBody(@Nullable String region, @Nullable String title, @Nullable String documentNumber, @Nullable LocalDate issuedOn,
            @Nullable List<String> days) {
        Notice notice(int year) {
            if (title == null || days == null || days.stream().anyMatch(line -> line == null)) {
                throw Refusal.invalid("缺少标题title或日子days。");
            }
            return Notice.of(region == null ? "" : region, year, title, documentNumber, issuedOn, days);
        }
    }

    /** @param changed the days that became working days or rest days; none when the same notice was in force already */
    record Loaded(long version, Set<LocalDate> changed) {}

    @PutMapping("/api/v1/calendar/notices/{year}")
    @Operation(summary = "装入一年的放假安排，代替同一区划、同一年的旧安排（旧的保留）；最上级机构的岗位sysadmin")
    Loaded load(Officer officer, @PathVariable int year, @RequestBody NoticeBody body) {
        loading.mustBeAllowed(officer);
        var changed = loading.load(body.notice(year), officer);
        return new Loaded(changed.map(CalendarChanged::version).orElseGet(calendars::version),
                changed.map(CalendarChanged::changed).orElseGet(TreeSet::new));
    }
}
