package openland.disclosure;

import java.time.Instant;
import java.util.UUID;
import openland.ledger.Leaf;
import openland.ledger.LeafType;
import openland.ledger.Ledger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes content out of public reach within the caller's transaction, whole or one edition of it. */
@Component
class Retraction {
    private final EditionStore editions;
    private final Followers followers;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;

    Retraction(EditionStore editions, Followers followers, Ledger ledger, ApplicationEventPublisher events) {
        this.editions = editions;
        this.followers = followers;
        this.ledger = ledger;
        this.events = events;
    }

    Piece.Withdrawal retract(EditionStore.Row piece, @Nullable Integer edition, String issuer, Instant now, String ground,
            @Nullable String title, UUID officer, String remark) {
        editions.forget(piece.id(), edition);
        followers.unsay(piece.id(), edition);
        long index = ledger.append(piece.id(),
                Leaf.of(LeafType.WITHDRAW, issuer, piece.indexNumber(), edition, now, null)).index();
        editions.insertWithdrawal(piece.id(), edition, index, now, ground, title, officer, remark);
        events.publishEvent(new Withdrawn(piece.id()));
        return new Piece.Withdrawal(now, index, ground, title);
    }
}
