package openland.drafting;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    private final Journal journal;
    private final InstantSource time;
    private final TransactionTemplate transaction;

    Moving(DraftStore drafts, Draftroom room, ReviewPath path, Publication publication, Withdrawing withdrawing,
            Journal journal, InstantSource time, TransactionTemplate transaction) {
        this.drafts = drafts;
        this.room = room;
        this.path = path;
        this.publication = publication;
        this.withdrawing = withdrawing;
        this.journal = journal;
        this.time = time;
        this.transaction = transaction;
    }

    /**
     * Makes one move. Repeating a move that this officer has made in this round answers with how the draft stands now.
     *
     * @param remark shown to the officers of the path; needed when sending back and for an answer from outside
     * @return the draft as this officer sees it afterwards
     * @throws Refusal NOT_FOUND for a draft that is none of the officer's business, FORBIDDEN without the post,
     *                 CONFLICT in another state, UNPROCESSABLE with the findings that stop it
     */
    public DraftStatus move(UUID id, Move move, String remark, Officer officer) {
        var status = transaction.execute(_ -> inTransaction(id, move, remark.strip(), officer));
        settle(status.draft());
        return status;
    }

    private DraftStatus inTransaction(UUID id, Move move, String remark, Officer officer) {
        var draft = drafts.locked(id).orElseThrow(Draftroom::notFound);
        var before = room.status(draft, officer);
        if (!before.moves().contains(move)) {
            if (isRepeated(before, move, officer)) {
                return before;
            }
            throw refusal(draft, move);
        }
        if (remark.length() > LONGEST_REMARK) {
            throw Refusal.invalid("意见请控制在2000字以内。");
        }
        drafts.append(draft, move, officer.id(), remark, time.instant());
        var item = room.item(draft.content());
        var after = switch (move) {
            case SUBMIT -> submit(draft, item, before, officer);
            case SIGN -> sign(draft, item, before, officer);
            case ANSWER -> advance(needing(remark, draft, "请写明外部单位的答复意见。"), item);
            case SEND_BACK -> backToDrafting(needing(remark, draft, "退回必须写明理由，拟稿人要照着修改。"), move);
            case RECALL -> backToDrafting(draft, move);
            case PUBLISH -> publish(draft, before, officer);
            case DISCARD -> awaiting(draft.in(move.arriving(State.DISCARDED), draft.step()), Set.of());
        };
        journal.record(new Act("draft." + move.code(), officer.id(), draft.office(), draft.id().toString(),
                Map.of("digest", Digests.hex(draft.digest()), "round", draft.round(), "state", after.state().name())));
        return room.status(after, officer);
    }

    private Draft submit(Draft draft, Item item, DraftStatus status, Officer officer) {
        refuseWhatStops(status);
        drafts.sign(draft, new Signature(Post.DRAFTER, draft.office(), officer.id(), draft.digest(), time.instant()));
        return advance(draft, item);
    }

    private Draft sign(Draft draft, Item item, DraftStatus status, Officer officer) {
        var seat = status.awaited().stream().filter(a -> officer.holds(a.post(), a.office()))
                .min(Comparator.comparing(Awaited::post)).orElseThrow();
        drafts.sign(draft, new Signature(seat.post(), seat.office(), officer.id(), draft.digest(), time.instant()));
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

    private Draft backToDrafting(Draft draft, Move move) {
        move.arriving(State.DRAFTING);
        return awaiting(draft.nextRound(), Set.of(new Awaited(draft.office(), Post.DRAFTER)));
    }

    private Draft publish(Draft draft, DraftStatus status, Officer officer) {
        refuseWhatStops(status);
        var at = draft.content().publishAt();
        if (at != null && at.isAfter(time.instant())) {
            Move.PUBLISH.arriving(State.SCHEDULED);
            return awaiting(draft.scheduledBy(officer.id()), Set.of());
        }
        return awaiting(publication.publish(draft, officer.id()), Set.of());
    }

    /**
     * Publishes the next scheduled draft whose time has come; one that cannot go out any more returns to its drafter
     * with the reason, so that it holds up no other. False when none is due.
     */
    boolean publishNextDue() {
        var due = drafts.due(time.instant());
        due.ifPresent(id -> {
            try {
                transaction.executeWithoutResult(_ -> scheduled(id).ifPresent(this::publishDue));
            } catch (Refusal refusal) {
                transaction.executeWithoutResult(_ -> scheduled(id).ifPresent(draft -> returnDue(draft, refusal.sentence())));
            }
            drafts.find(id).ifPresent(this::settle);
        });
        return due.isPresent();
    }

    /** The draft under lock, unless another node was quicker. */
    private Optional<Draft> scheduled(UUID id) {
        return drafts.locked(id).filter(draft -> draft.state() == State.SCHEDULED);
    }

    private void publishDue(Draft draft) {
        var stop = room.findings(draft).stream().filter(DraftFinding::stops).findFirst();
        if (stop.isPresent()) {
            returnDue(draft, stop.get().sentence());
            return;
        }
        drafts.append(draft, Move.PUBLISH, publisher(draft), "到时自动公开", time.instant());
        awaiting(publication.publish(draft, publisher(draft)), Set.of());
    }

    private void returnDue(Draft draft, String reason) {
        drafts.append(draft, Move.SEND_BACK, publisher(draft), "到了定时公开的时候不能公开：" + reason, time.instant());
        backToDrafting(draft, Move.SEND_BACK);
    }

    private static UUID publisher(Draft draft) {
        return Objects.requireNonNull(draft.publisher(), "a scheduled draft without publisher");
    }

    /** A corrected edition is gone everywhere before anybody is told that the correction is public. */
    private void settle(Draft draft) {
        if (draft.state() == State.PUBLISHED && draft.content().retracts()) {
            withdrawing.settle(Objects.requireNonNull(draft.ledgerIndex(), "a published draft without ledger entry"));
        }
    }

    private Draft awaiting(Draft draft, Set<Awaited> awaited) {
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
