package openland.drafting;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import openland.base.Refusal;
import openland.base.RepeatedWork;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Publishes scheduled drafts when their time comes; nodes share the work through row locks. */
@Component
class ScheduledPublication extends RepeatedWork {
    private final Moving moving;
    private final DraftStore drafts;
    private final Draftroom room;
    private final Publication publication;
    private final InstantSource time;
    private final TransactionTemplate transaction;

    ScheduledPublication(Moving moving, DraftStore drafts, Draftroom room, Publication publication, InstantSource time,
            TransactionTemplate transaction) {
        super("scheduled-publication", Duration.ofSeconds(1));
        this.moving = moving;
        this.drafts = drafts;
        this.room = room;
        this.publication = publication;
        this.time = time;
        this.transaction = transaction;
    }

    /**
     * Publishes the next scheduled draft whose time has come; one that cannot go out any more returns to its drafter
     * with the reason, so that it holds up no other. False when none is due.
     */
    @Override
    protected boolean work() {
        var due = drafts.due(time.instant());
        due.ifPresent(id -> {
            try {
                transaction.executeWithoutResult(_ -> scheduled(id).ifPresent(this::publishDue));
            } catch (Refusal refusal) {
                transaction.executeWithoutResult(_ -> scheduled(id).ifPresent(draft -> returnDue(draft, refusal.sentence())));
            }
            drafts.find(id).ifPresent(moving::settle);
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
        drafts.append(draft, byClock(draft, Move.PUBLISH, "到时自动公开"));
        moving.awaiting(publication.publish(draft, publisher(draft)), Set.of());
    }

    private void returnDue(Draft draft, String reason) {
        drafts.append(draft, byClock(draft, Move.SEND_BACK, "到了定时公开的时候不能公开：" + reason));
        moving.backToDrafting(draft, Move.SEND_BACK);
    }

    private Made byClock(Draft draft, Move move, String remark) {
        return new Made(0, move, draft.round(), draft.step(), publisher(draft), remark, time.instant(), null);
    }

    private static UUID publisher(Draft draft) {
        return Objects.requireNonNull(draft.publisher(), "a scheduled draft without publisher");
    }
}
