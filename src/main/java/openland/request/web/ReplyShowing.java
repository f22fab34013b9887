package openland.request.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import openland.base.Refusal;
import openland.base.Time;
import openland.office.Officer;
import openland.office.Officers;
import openland.page.Dates;
import openland.request.Consultation;
import openland.request.Consulting;
import openland.request.InformationRequest;
import openland.request.Letter;
import openland.request.Paper;
import openland.request.Papers;
import openland.request.ReplyDraft;
import openland.request.ReplyType;
import openland.request.ReplyTrait;
import openland.request.ReplyTypes;
import openland.request.Replying;
import openland.request.RequestMove;
import openland.request.RequestSight;
import openland.request.Stated;
import openland.request.web.ReplyView.Chosen;
import openland.request.web.ReplyView.Field;
import openland.request.web.ReplyView.Signature;
import openland.request.web.ReplyView.Sort;
import openland.request.web.ReplyView.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Puts the page of a reply together. */
@Component
class ReplyShowing {
    private final Replying replying;
    private final ReplyTypes types;
    private final Papers papers;
    private final Consulting consulting;
    private final Applicants applicants;
    private final Officers officers;
    private final InstantSource time;

    ReplyShowing(Replying replying, ReplyTypes types, Papers papers, Consulting consulting, Applicants applicants, Officers officers, InstantSource time) {
        this.replying = replying;
        this.types = types;
        this.papers = papers;
        this.consulting = consulting;
        this.applicants = applicants;
        this.officers = officers;
        this.time = time;
    }

    /** @param form what is shown in the fields; null shows the kept draft */
    ModelAndView page(InformationRequest one, @Nullable ReplyForm form, Officer officer, String said, String fault) {
        boolean writes = RequestMove.DRAFT.isPossibleIn(one.stage()) && officer.holdsOneOf(RequestMove.DRAFT.posts(), one.office());
        var kept = replying.draftOf(one.id(), officer);
        var shown = form == null ? kept.map(ReplyForm::of).orElse(null) : form;
        var chosen = shown == null || shown.type().isEmpty() ? null : chosen(shown, one);
        var written = written(one, shown, chosen, officer);
        return new ModelAndView("request/reply", Map.of("shown", new ReplyView(one, offered(one), chosen, written.letter(), written.missing(), signatures(one, officer),
                steps(one, officer, kept.map(ReplyDraft::type).orElse("")), papers.of(one, new RequestSight.Viewer.AnOfficer(officer)).stream().filter(paper -> paper.role() == Paper.Role.RELEASED).toList(),
                consulting.of(one.id()).stream().anyMatch(Consultation::isRefusal), writes, said, fault)));
    }

    private List<Sort> offered(InformationRequest one) {
        var received = received(one);
        return types.all().stream().filter(type -> type.isDrafted() && type.existsFor(received)).map(type -> sort(type, one)).toList();
    }

    private Sort sort(ReplyType type, InformationRequest one) {
        var choice = type.choices().stream().findFirst().orElse(null);
        return new Sort(type.code(), type.name(), type.row(), type.unverified(choice, received(one)));
    }

    private LocalDate received(InformationRequest one) {
        return Objects.requireNonNullElseGet(one.receivedOn(), () -> Time.dateOf(time.instant()));
    }

    private Chosen chosen(ReplyForm form, InformationRequest one) {
        var type = types.byCode(form.type());
        var choice = choice(type, form.choice());
        var fields = type.fields(choice).stream().filter(what -> what != Stated.ENCLOSURE)
                .map(what -> new Field(what, Objects.requireNonNullElse(form.stated().get(what), ""), type.demands(choice, what))).toList();
        return new Chosen(sort(type, one), type.article(choice, received(one)).orElse(""), type.choices(), choice == null ? "" : choice, fields, form.body(), form.enclosures(), form.override());
    }

    /** The first one while none is chosen; the page offers the others. */
    static @Nullable String choice(ReplyType type, String typed) {
        return type.choices().isEmpty() ? null : type.choices().contains(typed) ? typed : type.choices().getFirst();
    }

    private record Written(@Nullable Letter letter, String missing) {}

    private Written written(InformationRequest one, @Nullable ReplyForm form, @Nullable Chosen chosen, Officer officer) {
        if (form == null || chosen == null || form.stated().isEmpty() && form.enclosures().isEmpty() && form.body().isBlank()) {
            return new Written(null, "");
        }
        try {
            var fields = types.byCode(form.type()).fields(choice(types.byCode(form.type()), form.choice()));
            return new Written(applicants.letter(replying.preview(one.id(), form.draft(fields), officer), one, false, officer), "");
        } catch (Refusal refusal) {
            return new Written(null, refusal.sentence());
        }
    }

    private List<Signature> signatures(InformationRequest one, Officer officer) {
        return replying.signatures(one.id(), officer).stream().map(signed -> new Signature(step(signed.step()), name(signed.officer()), Dates.minute(signed.at()),
                signed.digest().substring(0, 16))).toList();
    }

    private static String step(String name) {
        return RequestMove.of(name.toLowerCase(java.util.Locale.ROOT)).map(RequestMove::label).orElse(name);
    }

    private String name(UUID officer) {
        return officers.byId(officer).map(Officer::displayName).orElse("（已离岗）");
    }

    /** @param type of the draft; empty when there is none */
    private List<Step> steps(InformationRequest one, Officer officer, String type) {
        var steps = new ArrayList<Step>();
        if (!type.isEmpty() && types.byCode(type).is(ReplyTrait.POINTS, null)) {
            add(steps, one, officer, RequestMove.SIGN_AT_ONCE, new Step("sign-at-once", "当场答复", "条例第三十三条第一款：能够当场答复的，应当当场答复；只限已经主动公开的信息。", false, false));
        }
        if (!type.isEmpty()) {
            add(steps, one, officer, RequestMove.SUBMIT, new Step("submit", "送保密审查", "条例第十七条：公开以前，应当依照保密法等进行审查。", false, false));
            add(steps, one, officer, RequestMove.PASS_SECRECY, new Step("pass", "保密审查通过", "签名和答复的内容绑在一起；内容一改，签名作废。", true, false));
            add(steps, one, officer, RequestMove.PASS_LEGAL, new Step("pass", "合法性审核通过", "依据、理由、救济途径是否写全，是否与征求的意见相符。", true, false));
            add(steps, one, officer, RequestMove.SIGN, new Step("sign", "签发", "签发以后编号、定稿；第三方不同意而决定公开的，同时书面告知第三方。", false, false));
            add(steps, one, officer, RequestMove.SEND_BACK, new Step("send-back", "退回", "退回必须写明理由；已经签的名作废。", true, true));
        }
        add(steps, one, officer, RequestMove.DELIVER, new Step("deliver", "登记送达", "国办公开办函〔2016〕235号：哪一天算作答复之日，看送达的方式。", false, false));
        return steps;
    }

    private static void add(List<Step> steps, InformationRequest one, Officer officer, RequestMove move, Step step) {
        Optional.of(step).filter(_ -> move.isPossibleIn(one.stage()) && officer.holdsOneOf(move.posts(), one.office())).ifPresent(steps::add);
    }

}
