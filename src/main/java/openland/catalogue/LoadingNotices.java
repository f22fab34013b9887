package openland.catalogue;

import java.util.Map;
import java.util.Optional;
import openland.base.Refusal;
import openland.calendar.CalendarChanged;
import openland.calendar.Calendars;
import openland.calendar.Notice;
import openland.journal.Act;
import openland.journal.Journal;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Offices;
import openland.office.Post;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Loads notices on holidays (节假日安排): the work of a 系统管理员 of the highest office, because all offices count by them. */
@Component
public class LoadingNotices {
    private final Calendars calendars;
    private final Offices offices;
    private final Journal journal;

    LoadingNotices(Calendars calendars, Offices offices, Journal journal) {
        this.calendars = calendars;
        this.offices = offices;
        this.journal = journal;
    }

    /**
     * Loads {@code notice} in place of the one for its region and year, which is kept.
     *
     * @return what changed; empty when the same notice is in force already
     * @throws Refusal FORBIDDEN, or as {@link Calendars#load} says
     */
    @Transactional
    public Optional<CalendarChanged> load(Notice notice, Officer by) {
        mustBeAllowed(by);
        var changed = calendars.load(notice);
        changed.ifPresent(change -> journal.record(new Act("catalogue.notice-loaded", by.id(), by.office(), subject(notice),
                Map.of("version", change.version(), "days", change.changed().size()))));
        return changed;
    }

    /** True for a 系统管理员 of an office that has none above it. */
    public boolean isAllowed(Officer officer) {
        return officer.posts().stream().filter(held -> held.post() == Post.SYSADMIN)
                .anyMatch(held -> offices.byId(held.office()).map(Office::parent).isEmpty());
    }

    /** @throws Refusal FORBIDDEN when {@link #isAllowed} says no */
    public void mustBeAllowed(Officer officer) {
        if (!isAllowed(officer)) {
            throw Refusal.forbidden("放假安排各级机构共用，由最上级机构的系统管理员装入。");
        }
    }

    private static String subject(Notice notice) {
        return notice.region().isEmpty() ? Integer.toString(notice.year()) : notice.year() + "/" + notice.region();
    }
}
