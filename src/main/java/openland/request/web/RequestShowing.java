package openland.request.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import openland.base.Time;
import openland.casework.Duties;
import openland.casework.FollowedCases;
import openland.casework.Nearness;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Officers;
import openland.office.Offices;
import openland.office.Post;
import openland.page.Dates;
import openland.request.Consultation;
import openland.request.Consulting;
import openland.request.IdentityPapers;
import openland.request.InformationRequest;
import openland.request.ListingRequests;
import openland.request.Papers;
import openland.request.ReplyType;
import openland.request.ReplyTrait;
import openland.request.ReplyTypes;
import openland.request.RequestEvent;
import openland.request.RequestMove;
import openland.request.RequestSight;
import openland.request.RequestSight.Part;
import openland.request.Requests;
import openland.request.Stage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Puts the page of one request together, each part only for whom {@link RequestSight} lets see it. */
@Component
class RequestShowing {
    private final Requests requests;
    private final RequestSight sight;
    private final MoveForms forms;
    private final Consulting consulting;
    private final WorkShowing work;
    private final Papers papers;
    private final IdentityPapers identity;
    private final ListingRequests listing;
    private final ReplyTypes types;
    private final Duties duties;
    private final FollowedCases cases;
    private final Nearness nearness;
    private final Offices offices;
    private final Officers officers;
    private final InstantSource time;

    RequestShowing(Requests requests, RequestSight sight, MoveForms forms, Consulting consulting, WorkShowing work, Papers papers, IdentityPapers identity, ListingRequests listing,
            ReplyTypes types, Duties duties, FollowedCases cases, Nearness nearness, Offices offices, Officers officers, InstantSource time) {
        this.requests = requests;
        this.sight = sight;
        this.forms = forms;
        this.consulting = consulting;
        this.work = work;
        this.papers = papers;
        this.identity = identity;
        this.listing = listing;
        this.types = types;
        this.duties = duties;
        this.cases = cases;
        this.nearness = nearness;
        this.offices = offices;
        this.officers = officers;
        this.time = time;
    }

    /**
     * What the page says of what was just done.
     *
     * @param link the one-time link of a consultation that was just sent; empty otherwise
     */
    public record Told(String said, String fault, String link, Typed typed) {
        static final Told NOTHING = new Told("", "", "", Typed.NOTHING);

        static Told said(String said) {
            return new Told(said, "", "", Typed.NOTHING);
        }
    }

    /** The page; that the officer sees the request was asked before. */
    ModelAndView page(InformationRequest one, Officer officer, Told told) {
        return new ModelAndView("request/request", Map.of("shown", view(one, officer, told)));
    }

    private RequestView view(InformationRequest one, Officer officer, Told told) {
        var viewer = new RequestSight.Viewer.AnOfficer(officer);
        var events = requests.events(one.id());
        var filing = requests.filing(one);
        var reply = one.reply();
        return new RequestView(one, offices.byId(one.office()).map(Office::name).orElse(""), clock(one), filing,
                sight.sees(viewer, Part.APPLICANT, one, null) ? person(one) : null, history(events), new RequestView.Alike(requests.sameAsked(one), listing.applicantsOfSame(one)),
                forms.of(one, events, officer), sight.sees(viewer, Part.CONSULTATION, one, null) ? asking(one) : List.of(), work.of(one, officer), papers.of(one, viewer),
                requests.ofFiling(one.filing()).stream().filter(other -> !other.id().equals(one.id())).toList(), name(one.handler(), ""), reply == null ? "" : ended(reply),
                may(one, officer, requests.mayBeHandedOver(filing)), told);
    }

    private RequestView.May may(InformationRequest one, Officer officer, boolean consented) {
        boolean works = officer.holdsOneOf(RequestMove.DRAFT.posts(), one.office());
        boolean reviewed = one.stage() == Stage.SECRECY || one.stage() == Stage.LEGAL || one.stage() == Stage.APPROVAL || one.stage() == Stage.SIGNED;
        boolean elsewhere = one.stage() == Stage.SUBMITTED || one.stage() == Stage.CLOSED && types.is(ReplyTrait.ELSEWHERE, one.reply(), one.replyPart());
        return new RequestView.May(works, works && RequestMove.CONSULT.isPossibleIn(one.stage()), reviewed || works && RequestMove.DRAFT.isPossibleIn(one.stage()),
                works && elsewhere, officer.office().equals(one.office()) && officer.holds(Post.DRAFTER, one.office()), consented);
    }

    private RequestView.Clock clock(InformationRequest one) {
        var answer = requests.answer(one).orElse(null);
        var caseId = one.redoOf() != null ? one.redoOf() : one.caseId() != null ? one.caseId() : one.confirmCase();
        var duty = caseId == null ? null : cases.byId(caseId).orElse(null);
        var near = duty == null || !one.stage().isOpen() ? null : nearness.of(duty);
        var on = duty == null ? null : duty.clock().dueOn();
        boolean provisional = duty != null && duty.clock().provisional();
        if (answer == null) {
            return new RequestView.Clock(near, on, provisional, duty == null ? List.of() : duties.derivation(duty), null, 0);
        }
        var why = one.redoOf() != null && duty != null ? duties.derivation(duty) : answer.derivation();
        return new RequestView.Clock(near, on, provisional, why, unclear(one) ? answer.correctBy() : null, answer.within());
    }

    /** Whether a notice to correct may still be given in its time. */
    private boolean unclear(InformationRequest one) {
        var by = requests.answer(one).map(Requests.Answer::correctBy).orElse(null);
        return by != null && !Time.dateOf(time.instant()).isAfter(by) && one.closedOn() == null && RequestMove.ASK_CORRECTION.isPossibleIn(one.stage())
                && requests.events(one.id()).stream().noneMatch(event -> event.move() == RequestMove.ASK_CORRECTION);
    }

    private RequestView.Person person(InformationRequest one) {
        var filing = requests.filing(one);
        var applicant = requests.applicant(filing);
        return new RequestView.Person(applicant, identity.of(applicant.id()), requests.monthsOf(filing));
    }

    private List<RequestView.Asking> asking(InformationRequest one) {
        var today = Time.dateOf(time.instant());
        return consulting.of(one.id()).stream().map(asked -> {
            var last = consulting.last(asked, one).orElse(null);
            return new RequestView.Asking(asked, last, last != null && today.isAfter(last.date()));
        }).toList();
    }

    private List<RequestView.Line> history(List<RequestEvent> events) {
        return events.stream().map(event -> new RequestView.Line(event, by(event), details(event))).toList();
    }

    private String by(RequestEvent event) {
        return name(event.officer(), switch (event.move()) {
            case WITHDRAW, CORRECT, GIVE_REASONS, ADD -> "申请人";
            case VIEW -> "被征求意见人";
            default -> "系统";
        });
    }

    private List<String> details(RequestEvent event) {
        var details = new ArrayList<String>();
        var detail = event.detail();
        add(details, "期限到", day(detail.get(RequestEvent.BY)));
        add(details, "延长", detail.get(RequestEvent.DAYS) == null ? null : detail.get(RequestEvent.DAYS) + "个工作日");
        add(details, "承办单位：", detail.get("unit"));
        add(details, "承办人：", handler(detail.get("handler")));
        add(details, "", Consultation.Kind.of(detail.getOrDefault(RequestEvent.KIND, "")).map(Consultation.Kind::label).orElse(null));
        add(details, "更正第", detail.get(RequestEvent.EVENT) == null ? null : detail.get(RequestEvent.EVENT) + "步的日期");
        add(details, "收费", detail.get("amount") == null ? null : detail.get("amount") + "元");
        return details;
    }

    private @Nullable String handler(@Nullable String id) {
        return id == null || id.isEmpty() ? null : name(UUID.fromString(id), "");
    }

    private static @Nullable String day(@Nullable String iso) {
        return iso == null || iso.isEmpty() ? null : Dates.words(LocalDate.parse(iso));
    }

    private static void add(List<String> details, String head, @Nullable String words) {
        if (words != null && !words.isEmpty()) {
            details.add(head + words);
        }
    }

    private String ended(String reply) {
        return types.all().stream().filter(type -> type.code().equals(reply)).findFirst().map(ReplyType::name).orElse(reply);
    }

    private String name(@Nullable UUID officer, String otherwise) {
        return officer == null ? otherwise : officers.byId(officer).map(Officer::displayName).orElse("（已离岗）");
    }
}
