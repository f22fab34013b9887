package openland.casework;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import openland.base.Ids;
import openland.base.Refusal;
import openland.base.Time;
import openland.calendar.Calendars;
import openland.calendar.Pause;
import openland.catalogue.Obligation;
import openland.office.Office;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cases that another room moves (申请, 来信): that room says what happened, in its own words and with its own record; here the date is
 * counted, and stands in the one worklist, the one overdue figure and the one reminder beside all others.
 */
@Service
public class FollowedCases {
    private final DutyStore duties;
    private final Calendars calendars;
    private final Ids ids;
    private final InstantSource time;

    FollowedCases(DutyStore duties, Calendars calendars, Ids ids, InstantSource time) {
        this.duties = duties;
        this.calendars = calendars;
        this.ids = ids;
        this.time = time;
    }

    /**
     * What is owed to whom.
     *
     * @param from the day after which its time runs
     * @param key  the number of the request or letter
     * @param ref  the id that the other room knows it by
     */
    public record Opening(CaseKind kind, Office office, Obligation obligation, LocalDate from, String key, String ref, @Nullable UUID officer) {}

    /**
     * All that its date depends on.
     *
     * @param start     the day that is not counted
     * @param extension in the rule's unit
     * @param pauses    over
     * @param stoppedOn since when it is stopped; null while it runs
     * @param metOn     the day it counts as done; null before
     * @param ended     nothing is owed any more, and nothing was done
     */
    public record Facts(LocalDate start, int extension, List<Pause> pauses, @Nullable LocalDate stoppedOn, @Nullable LocalDate metOn, boolean ended) {}

    /** Opens one, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public DutyCase open(Opening opening) {
        duties.holdCalendar();
        var obligation = opening.obligation();
        var office = opening.office();
        var id = ids.next(office.region());
        var clock = CaseClock.started(id, office, obligation.rule().kind(), Objects.requireNonNull(obligation.rule().clock()),
                opening.from().atTime(LocalTime.MIDNIGHT), calendars.forRegion(office.region()));
        var opened = new DutyCase(id, opening.kind(), office.id(), obligation.who(), obligation.id(), obligation.rule(), null, obligation.title(), "", null,
                opening.key(), opening.from().atTime(LocalTime.MIDNIGHT), Trigger.Source.CASE, opening.ref(), CaseState.OPEN, null, null,
                time.instant().truncatedTo(ChronoUnit.MICROS), opening.officer(), clock);
        if (!duties.add(opened)) {
            throw Refusal.conflict("这件事项已经登记过了。");
        }
        return opened;
    }

    /**
     * Counts it anew, in the caller's transaction. A date that moves leaves a line.
     *
     * @param cause what happened, in words that everybody may read
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public DutyCase count(UUID id, Facts facts, String cause) {
        var kept = duties.locked(id).orElseThrow(() -> Refusal.notFound("没有这件事项。"));
        var before = kept.clock();
        var after = before.as(facts).counted(calendars.forRegion(before.region()));
        after = facts.metOn() != null ? after.met(facts.metOn().atStartOfDay(Time.CHINA).toInstant()) : facts.ended() ? after.ended(time.instant()) : after;
        duties.update(after);
        if (!Objects.equals(before.dueOn(), after.dueOn())) {
            duties.moved(after, before.dueOn(), time.instant(), cause, "");
        }
        duties.state(id, state(facts), null, null);
        return duties.byId(id).orElseThrow();
    }

    private static CaseState state(Facts facts) {
        if (facts.metOn() != null) {
            return CaseState.MET;
        }
        return facts.ended() ? CaseState.CANCELLED : facts.stoppedOn() != null ? CaseState.PAUSED : CaseState.OPEN;
    }

    public Optional<DutyCase> byId(UUID id) {
        return duties.byId(id);
    }
}
