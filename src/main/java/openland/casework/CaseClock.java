package openland.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import openland.base.Time;
import openland.calendar.Calendar;
import openland.calendar.Calendars;
import openland.calendar.ClockRule;
import openland.calendar.Derived;
import openland.calendar.Due;
import openland.calendar.Pause;
import openland.calendar.Pauses;
import openland.calendar.Reckoning;
import openland.catalogue.Rule;
import openland.office.Office;
import org.jspecify.annotations.Nullable;

/**
 * A dated promise (时限): rule, start, pauses, extension, due. Its date depends on these and on the calendar, and on nothing else.
 *
 * @param rule       without the extension
 * @param region     whose working days count
 * @param startAt    local in China; midnight where only the day counts
 * @param extension  how much longer, in the rule's unit
 * @param pauses     over and merged
 * @param pausedOn   since when it is stopped; null while it runs
 * @param dueOn      the last day; null while it is stopped
 * @param dueAt      the first moment that is too late; null while it is stopped
 * @param firstDueOn what was said first
 */
public record CaseClock(UUID caseId, String name, UUID office, Rule.Kind kind, ClockRule rule, String region, LocalDateTime startAt, int extension,
        List<Pause> pauses, @Nullable LocalDate pausedOn, @Nullable LocalDate dueOn, @Nullable Instant dueAt, boolean provisional,
        long calendarVersion, LocalDate firstDueOn, @Nullable Instant metAt, @Nullable Instant endedAt) {
    /** The one clock of a duty. */
    public static final String DUTY = "duty";

    /** A new one, counted. */
    static CaseClock started(UUID caseId, Office office, Rule.Kind kind, ClockRule rule, LocalDateTime startAt, Calendar calendar) {
        var clock = new CaseClock(caseId, DUTY, office.id(), kind, rule, office.region(), startAt, 0, List.of(), null, null, null, false,
                calendar.version(), LocalDate.EPOCH, null, null).counted(calendar);
        return clock.told();
    }

    private CaseClock told() {
        return new CaseClock(caseId, name, office, kind, rule, region, startAt, extension, pauses, pausedOn, dueOn, dueAt, provisional,
                calendarVersion, Objects.requireNonNull(dueOn), metAt, endedAt);
    }

    /** Counted anew. */
    CaseClock counted(Calendar calendar) {
        if (pausedOn != null) {
            return new CaseClock(caseId, name, office, kind, rule, region, startAt, extension, pauses, pausedOn, null, null, false,
                    calendar.version(), firstDueOn, metAt, endedAt);
        }
        var due = due(calendar);
        return new CaseClock(caseId, name, office, kind, rule, region, startAt, extension, pauses, null, due.date(), lateFrom(due),
                due.provisional(), calendar.version(), firstDueOn, metAt, endedAt);
    }

    /** With its derivation. */
    Due due(Calendar calendar) {
        var whole = Extension.of(rule, extension);
        return whole instanceof ClockRule.Hours hours ? Reckoning.due(hours, startAt, calendar)
                : Reckoning.due((ClockRule.DayRule) whole, startAt.toLocalDate(), new Pauses(pauses), calendar);
    }

    /** Why its day is that day; empty while it is stopped. One that has ended is told as it was counted then. */
    List<Derived> derivation(Calendars calendars) {
        return dueOn == null ? List.of() : due(isRunning() ? calendars.forRegion(region) : calendars.asOf(region, calendarVersion)).derivation();
    }

    private static Instant lateFrom(Due due) {
        return due.rule() instanceof ClockRule.Hours ? due.end().atZone(Time.CHINA).toInstant()
                : due.date().plusDays(1).atStartOfDay(Time.CHINA).toInstant();
    }

    /** The same promise under what another room knows; running, and still to be counted. */
    CaseClock as(FollowedCases.Facts facts) {
        return new CaseClock(caseId, name, office, kind, rule, region, facts.start().atStartOfDay(), facts.extension(), new Pauses(facts.pauses()).merged(),
                facts.stoppedOn(), null, null, false, calendarVersion, firstDueOn, null, null);
    }

    CaseClock paused(LocalDate on) {
        return new CaseClock(caseId, name, office, kind, rule, region, startAt, extension, pauses, on, null, null, false, calendarVersion,
                firstDueOn, metAt, endedAt);
    }

    /** What follows counts again from the day after. */
    CaseClock resumed(LocalDate on) {
        var all = new ArrayList<>(pauses);
        all.add(new Pause(Objects.requireNonNull(pausedOn), on));
        return new CaseClock(caseId, name, office, kind, rule, region, startAt, extension, new Pauses(all).merged(), null, dueOn, dueAt,
                provisional, calendarVersion, firstDueOn, metAt, endedAt);
    }

    CaseClock extended(int more) {
        return new CaseClock(caseId, name, office, kind, rule, region, startAt, extension + more, pauses, pausedOn, dueOn, dueAt,
                provisional, calendarVersion, firstDueOn, metAt, endedAt);
    }

    CaseClock met(Instant at) {
        return new CaseClock(caseId, name, office, kind, rule, region, startAt, extension, pauses, pausedOn, dueOn, dueAt, provisional,
                calendarVersion, firstDueOn, at, null);
    }

    CaseClock ended(Instant at) {
        return new CaseClock(caseId, name, office, kind, rule, region, startAt, extension, pauses, pausedOn, dueOn, dueAt, provisional,
                calendarVersion, firstDueOn, null, at);
    }

    CaseClock running() {
        return new CaseClock(caseId, name, office, kind, rule, region, startAt, extension, pauses, null, dueOn, dueAt, provisional,
                calendarVersion, firstDueOn, null, null);
    }

    /** Whether its day has passed, or had passed when it was met. */
    public boolean isLate(Instant now) {
        return kind.canBeMissed() && dueAt != null && endedAt == null && !(metAt != null ? metAt : now).isBefore(dueAt);
    }

    /** Whether it still runs. */
    public boolean isRunning() {
        return metAt == null && endedAt == null;
    }
}
