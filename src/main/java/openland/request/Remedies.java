package openland.request;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import openland.base.Ids;
import openland.base.Refusal;
import openland.base.Wording;
import openland.calendar.Calendars;
import openland.calendar.ClockRule;
import openland.casework.CaseKind;
import openland.casework.FollowedCases;
import openland.catalogue.Obligation;
import openland.catalogue.Rule;
import openland.catalogue.Rules;
import openland.journal.Act;
import openland.journal.Journal;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Offices;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reviews, suits and complaints about a request: each with its own clock; one that orders another answer opens that with its own day. */
@Service
public class Remedies {
    private static final String SUIT = "REM-09";

    private final RequestStore requests;
    private final RemedyStore remedies;
    private final Happening happening;
    private final FollowedCases cases;
    private final Rules rules;
    private final Calendars calendars;
    private final Offices offices;
    private final RequestSight sight;
    private final Journal journal;
    private final Ids ids;
    private final InstantSource time;

    Remedies(RequestStore requests, RemedyStore remedies, Happening happening, FollowedCases cases, Rules rules, Calendars calendars, Offices offices,
            RequestSight sight, Journal journal, Ids ids, InstantSource time) {
        this.requests = requests;
        this.remedies = remedies;
        this.happening = happening;
        this.cases = cases;
        this.rules = rules;
        this.calendars = calendars;
        this.offices = offices;
        this.sight = sight;
        this.journal = journal;
        this.ids = ids;
        this.time = time;
    }

    /**
     * What came in.
     *
     * @param procedure of a review; of others it does not matter
     * @param copyOn    the day the copy was received
     */
    public record Opening(UUID request, RequestRemedy.Kind kind, RequestRemedy.Procedure procedure, String body, String number, LocalDate copyOn) {
        public Opening {
            body = Wording.line(body, "复议机关、法院或者受理机关", 100);
            number = Wording.line(number, "案号", 60);
            Words.must(!body.isEmpty(), "请写明由谁处理：复议机关、法院或者主管部门。");
        }
    }

    /**
     * How it ended.
     *
     * @param redoBy by when to answer again; null when that was not ordered
     */
    public record Decided(RequestRemedy.Result result, LocalDate on, @Nullable LocalDate redoBy, String lesson) {
        public Decided {
            lesson = Wording.text(lesson, "教训", 1000);
            Words.must(redoBy == null || result == RequestRemedy.Result.CORRECTED, "责令重新答复的，结果是“结果纠正”。");
            Words.must(redoBy == null || !redoBy.isBefore(on), "重新答复的期限不能早于决定之日。");
        }
    }

    /** @throws Refusal FORBIDDEN without the post; INVALID when a day cannot be or no rule of that day names a time */
    @Transactional
    public RequestRemedy open(Opening opening, Officer by) {
        var one = requests.locked(opening.request()).orElseThrow(() -> Refusal.notFound("没有这件申请。"));
        by.mustHoldOneOf(RequestMove.REDO.posts(), one.office());
        var received = one.receivedOn();
        Words.must(received != null && !opening.copyOn().isBefore(received) && !opening.copyOn().isAfter(happening.today()), "收到副本的日期应在收到申请之日和今天之间。");
        var same = remedies.of(one.id()).stream().filter(known -> known.kind() == opening.kind() && known.copyOn().equals(opening.copyOn())
                && known.number().equals(opening.number())).findFirst();
        if (same.isPresent()) {
            return same.get();
        }
        var office = offices.byId(one.office()).orElseThrow();
        var id = ids.next(office.region());
        var remedy = new RequestRemedy(id, one.id(), opening.kind(), opening.procedure(), opening.body(), opening.number(), opening.copyOn(),
                answerBy(opening, office, one, id, by), null, null, null, null, "", time.instant().truncatedTo(ChronoUnit.MICROS), by.id());
        remedies.add(remedy);
        record("request.remedy-opened", remedy, one, by);
        return remedy;
    }

    private @Nullable UUID answerBy(Opening opening, Office office, InformationRequest one, UUID remedy, Officer by) {
        if (opening.kind() == RequestRemedy.Kind.COMPLAINT) {
            return null;
        }
        var name = opening.kind() == RequestRemedy.Kind.REVIEW ? opening.procedure().obligation() : SUIT;
        var obligation = rules.byId(name, office, opening.copyOn()).orElseThrow(() -> Refusal.invalid(
                opening.copyOn() + "没有施行中的这种答复期限：" + (opening.kind() == RequestRemedy.Kind.REVIEW ? "复议的简易程序从2024年1月1日起。" : "请核对日期。")));
        return cases.open(new FollowedCases.Opening(CaseKind.REQUEST, office, obligation, opening.copyOn(), one.number(), remedy.toString(), by.id())).id();
    }

    /** The office's own answer to the review body or court went out. @throws Refusal as {@link #open} */
    @Transactional
    public RequestRemedy answered(UUID id, LocalDate on, Officer by) {
        var remedy = byId(id);
        var one = requests.locked(remedy.request()).orElseThrow();
        by.mustHoldOneOf(RequestMove.REDO.posts(), one.office());
        Words.must(!on.isBefore(remedy.copyOn()) && !on.isAfter(happening.today()), "提交答复和证据的日期应在收到副本之日和今天之间。");
        if (remedy.answeredOn() != null) {
            return remedy;
        }
        remedies.answered(id, on);
        var caseId = remedy.caseId();
        if (caseId != null) {
            cases.count(caseId, new FollowedCases.Facts(remedy.copyOn(), 0, List.of(), null, on, false), "已提交答复和证据");
        }
        record("request.remedy-answered", remedy, one, by);
        return byId(id);
    }

    /**
     * How it ended. One that orders another answer opens the request again, with the day that it sets; the first answer stays what it was
     * in the figures.
     */
    @Transactional
    public RequestRemedy decided(UUID id, Decided decided, Officer by) {
        var remedy = byId(id);
        var one = requests.locked(remedy.request()).orElseThrow();
        by.mustHoldOneOf(RequestMove.REDO.posts(), one.office());
        Words.must(!decided.on().isBefore(remedy.copyOn()) && !decided.on().isAfter(happening.today()), "决定的日期应在收到副本之日和今天之间。");
        if (remedy.result() != null) {
            if (remedy.result() == decided.result()) {
                return remedy;
            }
            throw Refusal.conflict("已经登记为“" + remedy.result().label() + "”。");
        }
        remedies.decided(id, decided);
        var caseId = remedy.caseId();
        if (caseId != null && remedy.answeredOn() == null) {
            cases.count(caseId, new FollowedCases.Facts(remedy.copyOn(), 0, List.of(), null, null, true), "已经作出决定");
        }
        if (decided.redoBy() != null) {
            redo(one, remedy, decided.on(), decided.redoBy(), by);
        }
        record("request.remedy-decided", remedy, one, by);
        return byId(id);
    }

    private void redo(InformationRequest one, RequestRemedy remedy, LocalDate on, LocalDate by, Officer officer) {
        RequestMove.REDO.mustBePossibleIn(one.stage());
        var office = offices.byId(one.office()).orElseThrow();
        var opened = cases.open(new FollowedCases.Opening(CaseKind.REQUEST, office, ordered(one, office, remedy, on, by), on, one.number(),
                remedy.id().toString(), officer.id()));
        var again = one.beside(one.confirmCase(), opened.id());
        happening.happened(again, new Happening.New(RequestMove.REDO, on, officer.id(), remedy.kind().label() + "：" + remedy.body(),
                Map.of(RequestEvent.BY, by.toString(), "remedy", remedy.id().toString())), null);
    }

    /** The day that the decision sets, as a time in working days from the decision. */
    private Obligation ordered(InformationRequest one, Office office, RequestRemedy remedy, LocalDate on, LocalDate by) {
        var reply = happening.obligation(office, java.util.Objects.requireNonNull(one.receivedOn()));
        int days = Math.max(1, calendars.forRegion(office.region()).workingDaysBetween(on, by));
        var rule = new Rule(reply.rule().id(), Rule.Kind.DEADLINE, new ClockRule.WorkingDays(days), on, null,
                remedy.body() + (remedy.number().isEmpty() ? "" : remedy.number()) + "责令" + by + "以前重新答复", reply.rule().status(), true, false);
        return new Obligation(reply.id(), "重新" + reply.title(), reply.domain(), reply.levels(), reply.who(), false, reply.starts(), reply.via(), reply.paper(),
                null, rule, null, false, false);
    }

    private void record(String act, RequestRemedy remedy, InformationRequest one, Officer by) {
        journal.record(new Act(act, by.id(), one.office(), one.id().toString(), Map.of("remedy", remedy.id().toString(), "kind", remedy.kind().name())));
    }

    private RequestRemedy byId(UUID id) {
        return remedies.byId(id).orElseThrow(() -> Refusal.notFound("没有这件救济。"));
    }

    /** In their order. @throws Refusal NOT_FOUND without a post of the office's */
    public List<RequestRemedy> of(UUID request, Officer by) {
        return remedies.of(sight.see(request, by).id());
    }
}
