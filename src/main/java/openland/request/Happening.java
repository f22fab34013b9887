package openland.request;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import openland.base.Refusal;
import openland.base.Time;
import openland.calendar.Calendars;
import openland.calendar.ClockRule;
import openland.calendar.Due;
import openland.casework.CaseKind;
import openland.casework.FollowedCases;
import openland.catalogue.Obligation;
import openland.catalogue.Rules;
import openland.journal.Act;
import openland.journal.Journal;
import openland.office.Office;
import openland.office.Offices;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one door through which anything happens to a request: an event is added, stage, clock and outcome follow from all of them, and the
 * date in the worklist with them. Who may do it and whether what is said with it is enough, is asked before.
 */
@Component
class Happening {
    private final RequestStore requests;
    private final FollowedCases cases;
    private final Rules rules;
    private final Calendars calendars;
    private final Offices offices;
    private final Journal journal;
    private final Milestones milestones;
    private final InstantSource time;

    Happening(RequestStore requests, FollowedCases cases, Rules rules, Calendars calendars, Offices offices, Journal journal, Milestones milestones,
            InstantSource time) {
        this.requests = requests;
        this.cases = cases;
        this.rules = rules;
        this.calendars = calendars;
        this.offices = offices;
        this.journal = journal;
        this.milestones = milestones;
        this.time = time;
    }

    /**
     * What happened.
     *
     * @param on      the day that counts in law; not after today, not before the request arrived
     * @param officer null: the applicant, who was asked, or the program
     */
    record New(RequestMove move, LocalDate on, @Nullable UUID officer, String remark, Map<String, String> detail) {}

    /** What closes with the event, if it closes. */
    record Outcome(String reply, @Nullable String part) {}

    /**
     * Adds the event to a request that the caller has locked.
     *
     * @param outcome how it ends; only for moves that close it
     * @throws Refusal CONFLICT when it cannot happen now, INVALID when the day cannot be
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public InformationRequest happened(InformationRequest one, New what, @Nullable Outcome outcome) {
        what.move().mustBePossibleIn(one.stage());
        mustBeDay(one, what);
        var events = new ArrayList<>(requests.events(one.id()));
        var event = new RequestEvent(events.size() + 1, what.move(), what.on(), time.instant().truncatedTo(ChronoUnit.MICROS), what.officer(),
                what.remark(), what.detail());
        events.add(event);
        var office = offices.byId(one.office()).orElseThrow();
        var moved = moved(one, events, office, outcome);
        requests.add(one.id(), event, moved.stage());
        requests.update(moved);
        journal.record(new Act("request." + what.move().code().replace('_', '-'), what.officer(), one.office(), one.id().toString(), Map.of("n", event.n(), "stage", moved.stage().name())));
        milestones.happened(moved, event, office, due(moved, RequestClock.of(events), office));
        return moved;
    }

    private void mustBeDay(InformationRequest one, New what) {
        Words.must(!what.on().isAfter(today()), "日期" + what.on() + "还没有到。");
        var received = one.receivedOn();
        Words.must(received == null || what.move() == RequestMove.AMEND || !what.on().isBefore(received), "日期不能早于收到申请之日" + received + "。");
    }

    private InformationRequest moved(InformationRequest one, List<RequestEvent> events, Office office, @Nullable Outcome outcome) {
        var event = events.getLast();
        var clock = RequestClock.of(events);
        var to = event.move().to(one.stage());
        var received = clock.receivedOn();
        var caseId = received == null ? null : counted(one, clock, office, event);
        besides(one, event);
        var moved = one.standing(to, received == null ? null : Regime.of(received), received, caseId, event.n())
                .handledBy(event.detail().getOrDefault("unit", one.unit()), handler(one, event))
                .beside(one.confirmCase(), to.isOpen() ? one.redoOf() : null);
        boolean ends = one.closedOn() == null && !to.isOpen();
        if (ends) {
            moved = moved.answered(outcome == null ? null : outcome.reply(), outcome == null ? null : outcome.part(), event.on());
        }
        return timed(moved, clock, office, RequestClock.closedOn(events).orElse(null));
    }

    /** The confirmation is made when it is received or not wanted any more; what was ordered again is done when it is delivered. */
    private void besides(InformationRequest one, RequestEvent event) {
        var confirming = one.confirmCase();
        if (confirming != null && one.stage() == Stage.SUBMITTED && event.move().to(one.stage()) != Stage.SUBMITTED) {
            end(confirming, event.on(), event.move().label());
        }
        var redoing = one.redoOf();
        if (redoing != null && (event.move() == RequestMove.DELIVER || event.move() == RequestMove.WITHDRAW)) {
            end(redoing, event.move() == RequestMove.DELIVER ? event.on() : null, event.move().label());
        }
    }

    private void end(UUID caseId, @Nullable LocalDate metOn, String cause) {
        var kept = cases.byId(caseId).orElseThrow().clock();
        cases.count(caseId, new FollowedCases.Facts(kept.startAt().toLocalDate(), kept.extension(), kept.pauses(), null, metOn, metOn == null), cause);
    }

    /** Whether and how it kept its time, by the first answer; a day of closing that was put right counts as it is now. */
    private InformationRequest timed(InformationRequest one, RequestClock clock, Office office, @Nullable LocalDate closedOn) {
        var received = clock.receivedOn();
        var answered = clock.answeredOn();
        if (closedOn == null || received == null) {
            return one.timed(null, clock.extensions() > 0, null, null);
        }
        var calendar = calendars.forRegion(office.region());
        boolean kept = answered == null || clock.due(within(office, received), calendar).map(due -> !answered.isAfter(due.date())).orElse(true);
        return one.answered(one.reply(), one.replyPart(), closedOn)
                .timed(kept, clock.extensions() > 0, clock.countedDays(closedOn, calendar), clock.excludedDays(closedOn, calendar));
    }

    private Optional<Due> due(InformationRequest one, RequestClock clock, Office office) {
        var received = one.receivedOn();
        return received == null || clock.answeredOn() != null ? Optional.empty() : clock.due(within(office, received), calendars.forRegion(office.region()));
    }

    private static @Nullable UUID handler(InformationRequest one, RequestEvent event) {
        var named = event.detail().get("handler");
        return named == null ? one.handler() : named.isEmpty() ? null : UUID.fromString(named);
    }

    /**
     * Opens the case when the request is received, and counts it again whenever its clock may have moved. What was imported as closed
     * has none and gets none.
     */
    private @Nullable UUID counted(InformationRequest one, RequestClock clock, Office office, RequestEvent event) {
        var received = Objects.requireNonNull(clock.receivedOn());
        var known = one.caseId();
        if (known == null && one.closedOn() != null) {
            return null;
        }
        if (known == null) {
            return cases.open(new FollowedCases.Opening(CaseKind.REQUEST, office, obligation(office, received), received, one.number(), one.id().toString(),
                    event.officer())).id();
        }
        if (event.move().effect() != RequestMove.Effect.NONE) {
            cases.count(known, clock.facts(within(office, received), calendars.forRegion(office.region())), event.move().label());
        }
        return known;
    }

    /** The obligation to answer, as it stood on that day. @throws Refusal INVALID before 2008-05-01 */
    Obligation obligation(Office office, LocalDate received) {
        return rules.byId(Regime.of(received).reply(), office, received)
                .orElseThrow(() -> Refusal.invalid("收到申请之日" + received + "没有施行中的答复期限：2008年5月1日以前没有政府信息公开条例。"));
    }

    /** Within which time to answer. */
    ClockRule.WorkingDays within(Office office, LocalDate received) {
        return workingDays(obligation(office, received));
    }

    /** By how much it may be made longer, once. */
    int longest(Office office, LocalDate received) {
        return rules.byId(Regime.of(received).extension(), office, received).map(one -> workingDays(one).n()).orElse(0);
    }

    static ClockRule.WorkingDays workingDays(Obligation obligation) {
        if (obligation.rule().clock() instanceof ClockRule.WorkingDays days) {
            return days;
        }
        throw new IllegalStateException(obligation.id() + " is not in working days");
    }

    LocalDate today() {
        return Time.dateOf(time.instant());
    }
}
