package openland.drafting;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import openland.base.Time;
import openland.calendar.Calendar;
import openland.calendar.Calendars;
import openland.casework.Due;
import openland.casework.Due.Haste;
import openland.casework.DueSource;
import openland.office.Officer;
import openland.office.Offices;
import org.springframework.stereotype.Component;

/** Drafts that have a day on which they are to go out, and those that have waited long for the officer's move. */
@Component
class DueDrafts implements DueSource {
    /** Amber from here on: three working days, as for every other day of the desk. */
    private static final int NEAR = 3;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("M月d日HH时mm分");
    private static final int MOST = 100;
    /** No day is counted farther than this. */
    private static final int LONGEST = 400;

    private final Worklist worklist;
    private final Draftroom room;
    private final Offices offices;
    private final Calendars calendars;
    private final InstantSource time;

    DueDrafts(Worklist worklist, Draftroom room, Offices offices, Calendars calendars, InstantSource time) {
        this.worklist = worklist;
        this.room = room;
        this.offices = offices;
        this.calendars = calendars;
        this.time = time;
    }

    @Override
    public List<Due> dueFor(Officer officer) {
        var due = new ArrayList<Due>();
        var dated = worklist.withDay(officer, MOST);
        dated.forEach(draft -> due.add(toGoOut(draft, officer)));
        var shown = dated.stream().map(Draft::id).toList();
        worklist.waiting(officer, null, MOST).items().stream().filter(draft -> !shown.contains(draft.id()))
                .forEach(draft -> waitingLong(draft, officer).ifPresent(due::add));
        return due;
    }

    private Due toGoOut(Draft draft, Officer officer) {
        Instant at = Objects.requireNonNull(draft.content().publishAt(), "read because it has a day");
        var now = time.instant();
        var day = Time.dateOf(at);
        int days = workingDays(draft, Time.dateOf(now), day);
        boolean late = at.isBefore(now);
        var haste = draft.state() == State.SCHEDULED ? Haste.CALM : late ? Haste.LATE : days <= NEAR ? Haste.SOON : Haste.CALM;
        var awaited = room.awaitedBy(draft);
        var reason = "拟稿时定在" + minute(at) + "公开；现在" + draft.state().label() + (awaited.isEmpty() ? "。" : "，等" + awaited + "。")
                + (late && haste == Haste.LATE ? "签发以后立即公开，不会再等。" : "");
        return due(draft, officer, at, haste, left(haste, draft.state(), days, workingDays(draft, day, Time.dateOf(now))), reason);
    }

    private static String left(Haste haste, State state, int days, int since) {
        if (state == State.SCHEDULED) {
            return "到时自动公开";
        }
        if (haste == Haste.LATE) {
            return since == 0 ? "今天已过时" : "晚了" + since + "个工作日";
        }
        return days == 0 ? "今天公开" : "还有" + days + "个工作日";
    }

    private Optional<Due> waitingLong(Draft draft, Officer officer) {
        int days = workingDays(draft, Time.dateOf(draft.updatedAt()), Time.dateOf(time.instant()));
        return days < NEAR ? Optional.empty() : Optional.of(due(draft, officer, draft.updatedAt(), Haste.SOON, "等了" + days + "个工作日",
                minute(draft.updatedAt()) + "起等" + room.awaitedBy(draft) + "，到今天已过" + days + "个工作日。"));
    }

    private Due due(Draft draft, Officer officer, Instant at, Haste haste, String left, String reason) {
        var next = room.forward(draft, officer).isPresent() ? "去办" : "";
        var awaited = room.awaitedBy(draft);
        return new Due(draft.title(), room.itemTitle(draft), "/desk/drafts/" + draft.id(), at, haste, left, reason,
                awaited.isEmpty() ? draft.state().label() : awaited, next);
    }

    private static String minute(Instant at) {
        return MINUTE.format(Time.localTimeOf(at));
    }

    /** After the first day up to and with the last; 0 when it is not later. */
    private int workingDays(Draft draft, LocalDate from, LocalDate to) {
        Calendar calendar = calendars.forRegion(offices.byId(draft.office()).orElseThrow().region());
        var begin = from.isBefore(Calendar.FIRST) ? Calendar.FIRST : from;
        var end = to.isAfter(Calendar.LAST) ? Calendar.LAST : to;
        long span = Math.min(DAYS.between(begin, end), LONGEST);
        return span <= 0 ? 0 : (int) begin.plusDays(1).datesUntil(begin.plusDays(span + 1)).filter(calendar::isWorkingDay).count();
    }
}
