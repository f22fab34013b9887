package openland.drafting;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import openland.base.Digests;
import openland.base.Refusal;
import openland.base.Refusal.Problem;
import openland.base.Refusal.Reason;
import openland.catalogue.Item;
import openland.disclosure.Signature;
import openland.disclosure.Withdrawing;
import openland.journal.Act;
import openland.journal.Journal;
import openland.office.Officer;
import openland.office.Post;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves a draft along its review path: submit, sign, answer, send back, recall, publish, discard. */
@Service
public class Moving {
    private static final int LONGEST_REMARK = 2000;

    private final DraftStore drafts;
    private final Draftroom room;
    private final ReviewPath path;
    private final Publication publication;
    private final Withdrawing withdrawing;
    private final Seats seats;
    private final Remarking remarking;
    private final Preconditions preconditions;
    private final Journal journal;
    private final InstantSource time;
    private final TransactionTemplate transaction;

    Moving(DraftStore drafts, Draftroom room, ReviewPath path, Publication publication, Withdrawing withdrawing,
            Seats seats, Remarking remarking, Preconditions preconditions, Journal journal, InstantSource time,
            TransactionTemplate transaction) {
        this.drafts = drafts;
        this.room = room;
        this.path = path;
        this.publication = publication;
        this.withdrawing = withdrawing;
        this.seats = seats;
        this.remarking = remarking;
        this.preconditions = preconditions;
        this.journal = journal;
        this.time = time;
        this.transaction = transaction;
    }

    /** As {@link #move(Intent, Officer)}, whatever content the draft has now. */
    public DraftStatus move(UUID id, Move move, String remark, Officer officer) {
        return move(new Intent(id, move, remark, null), officer);
    }

    /**
     * Makes one move. Repeating a move that this officer has made in this round answers with how the draft stands now.
     *
     * @return the draft as this officer sees it afterwards
     * @throws Refusal NOT_FOUND for a draft that is none of the officer's business, FORBIDDEN without the post,
     *                 CONFLICT in another state or with another content than he has seen, UNPROCESSABLE with the findings
     *                 that stop it
     */
    public DraftStatus move(Intent intent, Officer officer) {
        var status = transaction.execute(_ -> inTransaction(intent, officer));
        settle(status.draft());
        return status;
    }

    private DraftStatus inTransaction(Intent intent, Officer officer) {
        var move = intent.move();
        var draft = drafts.locked(intent.draft()).orElseThrow(Draftroom::notFound);
        var before = room.status(draft, officer);
        if (!before.moves().contains(move)) {
            if (isRepeated(before, move, officer)) {
                return before;
            }
            throw refusal(draft, move);
        }
        mustBeWhatWasSeen(intent, draft);
        var remark = remarkOf(intent);
        var seat = seatFor(intent.move(), draft, before, officer);
        drafts.append(draft, new Made(0, move, draft.round(), draft.step(), officer.id(), remark, time.instant(), seat.behalf()));
        var item = room.item(draft.content());
        var after = switch (move) {
            case SUBMIT -> submit(draft, item, before, seat, officer);
            case SIGN -> sign(draft, item, seat, officer);
            case ANSWER -> advance(needing(remark, draft, "请写明外部单位的答复意见。"), item);
            case SEND_BACK -> sendBack(needing(remark, draft, "退回必须写明理由，拟稿人要照着修改。"), intent);
            case RECALL -> backToDrafting(draft, move);
            case PUBLISH -> publish(draft, before, officer);
            case DISCARD -> awaiting(draft.in(move.arriving(State.DISCARDED), draft.step()), Set.of());
        };
        journal.record(new Act("draft." + move.code(), officer.id(), draft.office(), draft.id().toString(), detail(draft, after, seat)));
        return room.status(after, officer);
    }

    private static Map<String, Object> detail(Draft draft, Draft after, Seat seat) {
        var detail = new HashMap<String, Object>(Map.of("digest", Digests.hex(draft.digest()), "round", draft.round(),
                "state", after.state().name()));
        if (seat.behalf() != null) {
            detail.put("behalf", seat.behalf().toString());
        }
        return detail;
    }

    /** What you saw is what you sign. */
    private static void mustBeWhatWasSeen(Intent intent, Draft draft) {
        if (intent.seen() != null && !intent.seen().equals(Digests.hex(draft.digest()))) {
            throw Refusal.conflict("稿件在您打开以后改过，您看到的不是现在的内容。请重新打开，看过再办。");
        }
    }

    private static String remarkOf(Intent intent) {
        var remark = intent.remark().strip();
        if (remark.length() > LONGEST_REMARK) {
            throw Refusal.invalid("意见请控制在2000字以内。");
        }
        long marked = intent.marks().values().stream().filter(mark -> !mark.isBlank()).count();
        return remark.isEmpty() && marked > 0 && intent.move() == Move.SEND_BACK ? "见逐栏意见（" + marked + "处）。" : remark;
    }

    private Seat seatFor(Move move, Draft draft, DraftStatus status, Officer officer) {
        var seat = move == Move.SIGN ? seats.toSign(draft, status.awaited(), status.signatures(), officer)
                : seats.toMove(draft, move, status.awaited(), officer);
        return seat.orElseThrow(() -> refusal(draft, move));
    }

    private Draft submit(Draft draft, Item item, DraftStatus status, Seat seat, Officer officer) {
        refuseWhatStops(status);
        preconditions.mustPassToSubmit(draft);
        drafts.sign(draft, signature(draft, seat, officer));
        return advance(draft, item);
    }

    private Signature signature(Draft draft, Seat seat, Officer officer) {
        return new Signature(seat.post(), seat.office(), officer.id(), draft.digest(), time.instant(), seat.behalf());
    }

    private Draft sendBack(Draft draft, Intent intent) {
        remarking.mark(draft, intent.marks());
        return backToDrafting(draft, intent.move());
    }

    private Draft sign(Draft draft, Item item, Seat seat, Officer officer) {
        drafts.sign(draft, signature(draft, seat, officer));
        var lacking = path.awaited(item, draft, drafts.signatures(draft));
        return lacking.isEmpty() ? advance(draft, item) : awaiting(draft, lacking);
    }

    /** To the next step that applies, or to APPROVED at the end of the path. */
    private Draft advance(Draft draft, Item item) {
        var next = path.next(item, draft.content(), draft.step());
        if (next.isEmpty()) {
            return awaiting(draft.in(Move.SIGN.arriving(State.APPROVED), draft.step()), publishers(draft));
        }
        var moved = draft.in(Move.SUBMIT.arriving(State.IN_REVIEW), next.getAsInt());
        return awaiting(moved, path.awaited(item, moved, drafts.signatures(moved)));
    }

    Draft backToDrafting(Draft draft, Move move) {
        move.arriving(State.DRAFTING);
        return awaiting(draft.nextRound(), Set.of(new Awaited(draft.office(), Post.DRAFTER)));
    }

    private Draft publish(Draft draft, DraftStatus status, Officer officer) {
        refuseWhatStops(status);
        preconditions.mustPassToPublish(draft);
        var at = draft.content().publishAt();
        if (at != null && at.isAfter(time.instant())) {
            Move.PUBLISH.arriving(State.SCHEDULED);
            return awaiting(draft.scheduledBy(officer.id()), Set.of());
        }
        return awaiting(publication.publish(draft, officer.id()), Set.of());
    }

    /** A corrected edition is gone everywhere before anybody is told that the correction is public. */
    void settle(Draft draft) {
        if (draft.state() == State.PUBLISHED && draft.content().retracts()) {
            withdrawing.settle(Objects.requireNonNull(draft.ledgerIndex(), "a published draft without ledger entry"));
        }
    }

    Draft awaiting(Draft draft, Set<Awaited> awaited) {
        drafts.update(draft, time.instant());
        drafts.await(draft.id(), awaited);
        return draft;
    }

    static Set<Awaited> publishers(Draft draft) {
        return Set.of(new Awaited(draft.office(), Post.LEADER), new Awaited(draft.office(), Post.HEAD));
    }

    private static Draft needing(String remark, Draft draft, String sentence) {
        if (remark.isBlank()) {
            throw Refusal.invalid(sentence);
        }
        return draft;
    }

    private static void refuseWhatStops(DraftStatus status) {
        var stops = status.findings().stream().filter(DraftFinding::stops).toList();
        if (!stops.isEmpty()) {
            throw new Refusal(Reason.UNPROCESSABLE, "有" + stops.size() + "处必须先改：" + stops.getFirst().sentence(),
                    stops.stream().map(stop -> new Problem(stop.field(), stop.sentence())).toList());
        }
    }

    private static boolean isRepeated(DraftStatus status, Move move, Officer officer) {
        var last = status.history().stream().filter(made -> made.officer().equals(officer.id())).reduce((_, b) -> b);
        boolean returned = EnumSet.of(Move.SEND_BACK, Move.RECALL).contains(move)
                && status.draft().state() == State.DRAFTING
                && last.isPresent() && last.get().move() == move && last.get().round() == status.draft().round() - 1;
        return returned || status.history().stream().anyMatch(made -> made.move() == move
                && made.round() == status.draft().round() && made.officer().equals(officer.id()));
    }

    private Refusal refusal(Draft draft, Move move) {
        var awaited = room.awaitedBy(draft);
        var sentence = "“" + move.label() + "”现在不能做：稿件" + draft.state().label()
                + (awaited.isEmpty() ? "" : "，正等" + awaited) + "。";
        return move.startsIn(draft.state()) ? Refusal.forbidden(sentence) : Refusal.conflict(sentence);
    }
}
