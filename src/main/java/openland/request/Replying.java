package openland.request;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import openland.base.CanonicalJson;
import openland.base.Digests;
import openland.base.Refusal;
import openland.base.Time;
import openland.base.Wording;
import openland.office.Officer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers a request: draft, secrecy review, legal review, signature, delivery. Signatures are bound to the digest of the draft; nobody
 * signs twice, and nobody reviews what he drafted. What is public already may be answered at the counter at once.
 */
@Service
public class Replying {
    private final RequestStore requests;
    private final ReplyStore replies;
    private final ReplyChecks checks;
    private final ReplyTypes types;
    private final ConsultationStore consultations;
    private final FilingStore filings;
    private final Papers papers;
    private final Letters letters;
    private final WritingLetters writing;
    private final Happening happening;
    private final RequestSight sight;
    private final InstantSource time;

    Replying(RequestStore requests, ReplyStore replies, ReplyChecks checks, ReplyTypes types, ConsultationStore consultations, FilingStore filings,
            Papers papers, Letters letters, WritingLetters writing, Happening happening, RequestSight sight, InstantSource time) {
        this.requests = requests;
        this.replies = replies;
        this.checks = checks;
        this.types = types;
        this.consultations = consultations;
        this.filings = filings;
        this.papers = papers;
        this.letters = letters;
        this.writing = writing;
        this.happening = happening;
        this.sight = sight;
        this.time = time;
    }

    /**
     * The letter as it would be if it were signed today.
     *
     * @throws Refusal INVALID that says what is missing; NOT_FOUND without a post of the office's
     */
    public Letter preview(UUID request, ReplyDraft draft, Officer by) {
        var one = sight.see(request, by);
        checks.mustFit(one, draft);
        return writing.write(LetterKind.REPLY, facts(one, draft));
    }

    private LetterFacts facts(InformationRequest one, ReplyDraft draft) {
        var facts = letters.facts(one).reply(draft.type(), draft.choice());
        for (var said : draft.stated().entrySet()) {
            facts = facts.state(said.getKey(), said.getValue());
        }
        if (!draft.enclosures().isEmpty()) {
            var names = papers.of(one.id()).stream().filter(paper -> draft.enclosures().contains(paper.id())).map(Paper::name).toArray(String[]::new);
            facts = facts.enclose(names);
        }
        return (isElectronic(one) ? facts.overTheInternet() : facts).edited(draft.body());
    }

    private boolean isElectronic(InformationRequest one) {
        var delivery = filings.byId(one.filing()).orElseThrow().delivery();
        return delivery.contains("电子") || delivery.contains("网");
    }

    /** Keeps the draft. @throws Refusal as {@link #preview}; FORBIDDEN without the post; CONFLICT when the request does not stand there */
    @Transactional
    public InformationRequest draft(UUID request, ReplyDraft draft, Officer by) {
        var one = locked(request);
        by.mustHoldOneOf(RequestMove.DRAFT.posts(), one.office());
        var digest = digest(one, draft);
        var kept = replies.draft(request);
        if (one.stage() == Stage.DRAFTING && kept.isPresent() && Arrays.equals(kept.get().digest(), digest)) {
            return one;
        }
        RequestMove.DRAFT.mustBePossibleIn(one.stage());
        checks.mustFit(one, draft);
        var letter = writing.write(LetterKind.REPLY, facts(one, draft));
        replies.put(request, new ReplyStore.Kept(draft, digest, by.id()), now());
        return happened(one, RequestMove.DRAFT, by, Objects.requireNonNull(letter.type()).toString(), null);
    }

    private static byte[] digest(InformationRequest one, ReplyDraft draft) {
        return Digests.sha256(CanonicalJson.bytes(Map.of("request", one.id().toString(), "asked", one.asked(), "type", draft.type(),
                "choice", Objects.requireNonNullElse(draft.choice(), ""), "stated", draft.stated().entrySet().stream()
                        .collect(java.util.stream.Collectors.toMap(said -> said.getKey().name(), Map.Entry::getValue)),
                "body", draft.body(), "enclosures", draft.enclosures().stream().map(UUID::toString).toList(), "override", draft.override())));
    }

    /** What is drafted. @throws Refusal NOT_FOUND without a post of the office's */
    public Optional<ReplyDraft> draftOf(UUID request, Officer by) {
        return replies.draft(sight.see(request, by).id()).map(ReplyStore.Kept::draft);
    }

    /** A signature of this round, in words. */
    public record Signed(String step, UUID officer, Instant at, String digest) {}

    /** Who signed the draft as it is now. @throws Refusal NOT_FOUND without a post of the office's */
    public List<Signed> signatures(UUID request, Officer by) {
        var one = sight.see(request, by);
        return replies.draft(one.id()).stream().flatMap(kept -> ofThisRound(one, kept).stream())
                .map(signature -> new Signed(signature.step(), signature.officer(), signature.at(), Digests.hex(signature.digest()))).toList();
    }

    private List<ReplyStore.Signature> ofThisRound(InformationRequest one, ReplyStore.Kept kept) {
        int submitted = requests.events(one.id()).stream().filter(event -> event.move() == RequestMove.SUBMIT).mapToInt(RequestEvent::n).max().orElse(0);
        return replies.signatures(one.id()).stream().filter(signature -> signature.n() > submitted && Arrays.equals(signature.digest(), kept.digest())).toList();
    }

    /** Sends the draft to the secrecy review. @throws Refusal as {@link #draft} */
    @Transactional
    public InformationRequest submit(UUID request, Officer by) {
        var one = locked(request);
        by.mustHoldOneOf(RequestMove.SUBMIT.posts(), one.office());
        if (one.stage() == Stage.SECRECY) {
            return one;
        }
        RequestMove.SUBMIT.mustBePossibleIn(one.stage());
        checks.mustFit(one, kept(one).draft());
        return happened(one, RequestMove.SUBMIT, by, "", null);
    }

    /**
     * Passes the review that it stands in: secrecy, then legality.
     *
     * @throws Refusal FORBIDDEN without the post, or for who drafted it or signed it before
     */
    @Transactional
    public InformationRequest pass(UUID request, String remark, Officer by) {
        var one = locked(request);
        var move = one.stage() == Stage.LEGAL ? RequestMove.PASS_LEGAL : RequestMove.PASS_SECRECY;
        by.mustHoldOneOf(move.posts(), one.office());
        move.mustBePossibleIn(one.stage());
        return signed(one, move, Wording.text(remark, "意见", 1000), by);
    }

    private InformationRequest signed(InformationRequest one, RequestMove move, String remark, Officer by) {
        var kept = kept(one);
        mustBeAnother(one, kept, by);
        var moved = happened(one, move, by, remark, null);
        replies.sign(one.id(), new ReplyStore.Signature(moved.version(), move.name(), kept.digest(), by.id(), now()));
        return moved;
    }

    private void mustBeAnother(InformationRequest one, ReplyStore.Kept kept, Officer by) {
        if (kept.officer().equals(by.id())) {
            throw Refusal.forbidden("答复是您拟的，请由别人审核。");
        }
        if (ofThisRound(one, kept).stream().anyMatch(signature -> signature.officer().equals(by.id()))) {
            throw Refusal.forbidden("您已经审过这份答复，下一步请由别人办理。");
        }
    }

    /** Back to who drafted it; what was signed is void. @throws Refusal INVALID without a reason */
    @Transactional
    public InformationRequest sendBack(UUID request, String remark, Officer by) {
        var one = locked(request);
        by.mustHoldOneOf(RequestMove.SEND_BACK.posts(), one.office());
        return happened(one, RequestMove.SEND_BACK, by, Words.reason(remark, "退回的理由"), null);
    }

    /**
     * Signs the reply: it gets a number and stands as it is, with what the law of this day demands. A third party that refused is told
     * why it is disclosed all the same.
     *
     * @throws Refusal as {@link #pass}; CONFLICT while a view is outstanding
     */
    @Transactional
    public InformationRequest sign(UUID request, Officer by) {
        var one = locked(request);
        by.mustHoldOneOf(RequestMove.SIGN.posts(), one.office());
        RequestMove.SIGN.mustBePossibleIn(one.stage());
        var draft = mustBeReady(one);
        var moved = signed(one, RequestMove.SIGN, "", by);
        letters.issue(moved, LetterKind.REPLY, facts(moved, draft), null, by.id());
        overriding(moved, draft, by);
        return moved;
    }

    private ReplyDraft mustBeReady(InformationRequest one) {
        var draft = kept(one).draft();
        checks.mustFit(one, draft);
        checks.mustHaveAllViews(one);
        return draft;
    }

    private void overriding(InformationRequest one, ReplyDraft draft, Officer by) {
        if (draft.override().isEmpty()) {
            return;
        }
        consultations.of(one.id()).stream().filter(asked -> asked.isRefusal()).forEach(asked -> {
            var facts = letters.facts(one).to(new LetterFacts.Party(asked.asked(), true)).state(Stated.DISCLOSED_CONTENT, asked.question())
                    .state(Stated.REASON, draft.override());
            letters.issue(one, LetterKind.DISCLOSURE_TO_THIRD_PARTY, facts, asked.id(), by.id());
        });
    }

    /**
     * Answers on the spot (第三十三条第一款) with what is public already: it was reviewed when it was published.
     *
     * @throws Refusal CONFLICT for any other reply
     */
    @Transactional
    public InformationRequest signAtOnce(UUID request, Officer by) {
        var one = locked(request);
        by.mustHoldOneOf(RequestMove.SIGN_AT_ONCE.posts(), one.office());
        RequestMove.SIGN_AT_ONCE.mustBePossibleIn(one.stage());
        var draft = mustBeReady(one);
        if (!types.is(ReplyTrait.POINTS, draft.type(), draft.choice()) || !draft.enclosures().isEmpty()) {
            throw Refusal.conflict("只有已经主动公开的信息可以当场答复；其他答复要经过保密审查和审批。");
        }
        var moved = happened(one, RequestMove.SIGN_AT_ONCE, by, "", null);
        letters.issue(moved, LetterKind.REPLY, facts(moved, draft), null, by.id());
        return moved;
    }

    /**
     * It went out, and so the request is closed with that reply.
     *
     * @throws Refusal INVALID without a proof; CONFLICT before it is signed
     */
    @Transactional
    public InformationRequest deliver(UUID request, Delivery delivery, Officer by) {
        var one = locked(request);
        by.mustHoldOneOf(RequestMove.DELIVER.posts(), one.office());
        RequestMove.DELIVER.mustBePossibleIn(one.stage());
        var on = delivery.on() == null ? Time.dateOf(time.instant()) : delivery.on();
        var reply = letters.all(request).stream().filter(letter -> letter.kind() == LetterKind.REPLY && letter.sentOn() == null).toList().getLast();
        Words.must(delivery.way() != Delivery.Way.ELECTRONIC || isElectronic(one),
                "申请人要的不是网上获取，这封答复没有写互联网复议渠道：请当面或者邮寄送达，或者由申请人改收件方式后重新签发。");
        Words.must(!on.isBefore(reply.letter().date()), "送达的日期不能早于答复的日期" + reply.letter().date() + "。");
        letters.all(request).stream().filter(letter -> letter.sentOn() == null)
                .forEach(letter -> letters.sent(letter, delivery.way().label(), delivery.proof(), on));
        var draft = kept(one).draft();
        papers.given(draft.enclosures(), on);
        return happening.happened(one, new Happening.New(RequestMove.DELIVER, on, by.id(), delivery.way().label(),
                Map.of("way", delivery.way().name(), "proof", delivery.proof(), "reply", draft.type())), new Happening.Outcome(draft.type(), draft.choice()));
    }

    private InformationRequest happened(InformationRequest one, RequestMove move, Officer by, String remark, @Nullable LocalDate on) {
        return happening.happened(one, new Happening.New(move, on == null ? happening.today() : on, by.id(), remark, Map.of()), null);
    }

    private ReplyStore.Kept kept(InformationRequest one) {
        return replies.draft(one.id()).orElseThrow(() -> Refusal.conflict("还没有拟出答复。"));
    }

    private InformationRequest locked(UUID request) {
        return requests.locked(request).orElseThrow(() -> Refusal.notFound("没有这件申请。"));
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** All reply types, for the desk's form. */
    public List<ReplyType> types() {
        return types.all();
    }
}
