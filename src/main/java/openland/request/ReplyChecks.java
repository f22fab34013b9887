package openland.request;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import openland.base.Refusal;
import openland.files.Redacting;
import org.springframework.stereotype.Component;

/** Whether a reply fits what happened before it; what the letter itself must say is asked where it is written. */
@Component
class ReplyChecks {
    /** Only what gives something has enclosures. */
    private static final Set<ReplyTrait> CARRYING = EnumSet.of(ReplyTrait.POINTS, ReplyTrait.GIVES, ReplyTrait.GIVES_PART);

    private final ReplyTypes types;
    private final RequestStore requests;
    private final ReplyStore replies;
    private final ConsultationStore consultations;
    private final Papers papers;
    private final Redacting redacting;

    ReplyChecks(ReplyTypes types, RequestStore requests, ReplyStore replies, ConsultationStore consultations, Papers papers, Redacting redacting) {
        this.types = types;
        this.requests = requests;
        this.replies = replies;
        this.consultations = consultations;
        this.papers = papers;
        this.redacting = redacting;
    }

    /** @throws Refusal INVALID or CONFLICT that says what does not fit */
    void mustFit(InformationRequest one, ReplyDraft draft) {
        mustFitHistory(one, draft);
        mustFitViews(consultations.of(one.id()), draft);
        mustBeReleased(one, draft);
    }

    private void mustFitHistory(InformationRequest one, ReplyDraft draft) {
        var moves = requests.events(one.id()).stream().map(RequestEvent::move).toList();
        var type = types.byCode(draft.type());
        Words.must(type.isDrafted(), "不再处理的告知由“逾期不补正”“逾期未缴费”办出，不在这里拟。");
        Words.must(!type.is(ReplyTrait.AFTER_SEARCH, draft.choice()) || !replies.searches(one.id()).isEmpty(), "答复信息不存在以前，先登记检索记录：在哪里、用什么、查到什么。");
        Words.must(!type.is(ReplyTrait.AFTER_CORRECTION, draft.choice()) || moves.contains(RequestMove.CORRECT), "“补正后仍不明确”只能在申请人补正以后答复。");
        Words.must(!type.is(ReplyTrait.AFTER_REASONS, draft.choice()) || moves.contains(RequestMove.ASK_REASONS), "先要求申请人说明理由（条例第三十五条），再答复不予处理。");
    }

    /** 第十五条、第三十二条: what a third party refused with reason is not disclosed, but for a great public interest, and then he is told. */
    private void mustFitViews(List<Consultation> asked, ReplyDraft draft) {
        boolean refused = asked.stream().anyMatch(Consultation::isRefusal);
        Words.must(draft.override().isEmpty() || refused, "没有第三方不同意，不用写公共利益的理由。");
        Words.must(!refused || !types.is(ReplyTrait.GIVES, draft.type(), draft.choice()) || draft.override().length() >= 2,
                "第三方不同意公开：要么不予公开或者部分公开，要么写明不公开会对公共利益造成重大影响的理由，并书面告知第三方（条例第十五条、第三十二条）。");
        Words.must(!types.is(ReplyTrait.AFTER_VIEW, draft.type(), draft.choice()) || refused || asked.stream().anyMatch(one -> one.kind() == Consultation.Kind.THIRD_PARTY && one.answer() == Consultation.Answer.SILENT),
                "以第三方合法权益不予公开以前，先书面征求第三方的意见（条例第三十二条）。");
    }

    /** What goes out is a released copy, and none that hides something. */
    private void mustBeReleased(InformationRequest one, ReplyDraft draft) {
        var known = papers.of(one.id());
        for (var id : draft.enclosures()) {
            var paper = known.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(() -> Refusal.invalid("要提供的文件不在这件申请里。"));
            Words.must(paper.role() == Paper.Role.RELEASED, "“" + paper.name() + "”是内部的原件，先制作可以提供的文件。");
            mustHideNothing(paper);
        }
        Words.must(draft.enclosures().isEmpty() || CARRYING.stream().anyMatch(trait -> types.is(trait, draft.type(), draft.choice())), "这种答复不提供文件。");
    }

    /** Hidden sheets, rows, columns, caches, comments: what a reader does not see does not go out. */
    private void mustHideNothing(Paper paper) {
        var hidden = redacting.releasable(paper.sha256());
        Words.must(hidden.isEmpty(), "“" + paper.name() + "”里有看不见的内容，清除以后才能提供：" + hidden.stream().limit(5).map(one -> one.place() + "：" + one.kind().label()).collect(Collectors.joining("；"))
                + (hidden.size() > 5 ? "等" + hidden.size() + "处" : "") + "。");
    }

    /** No view may be outstanding when it is signed. */
    void mustHaveAllViews(InformationRequest one) {
        consultations.of(one.id()).stream().filter(asked -> asked.answer() == null).findFirst().ifPresent(asked -> {
            throw Refusal.conflict("还没有收到“" + asked.asked() + "”的意见，也没有登记为逾期没有意见。");
        });
    }
}
