package openland.ledger;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The two wake-ups of the ledger, in this node at once and in the others by the database's NOTIFY. */
@Component
class Bells {
    static final String CHANNEL = "openland_ledger";
    static final String APPENDED = "appended";
    static final String COVERED = "covered";

    /** There are entries without a checkpoint. */
    final Bell appended = new Bell();
    /** There is a new checkpoint, or a reader has moved. */
    final Bell covered = new Bell();

    private final JdbcClient db;

    Bells(JdbcClient db) {
        this.db = db;
    }

    /** Inside a transaction: rings when, and only when, it commits. */
    void ringAfterCommit(String news) {
        db.sql("select pg_notify(:channel, :news)").param("channel", CHANNEL).param("news", news).query((_, _) -> true).single();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                ring(news);
            }
        });
    }

    /** Rings in this node only. */
    void ring(String news) {
        (news.equals(APPENDED) ? appended : covered).ring();
    }

    void ringAll() {
        appended.ring();
        covered.ring();
    }
}
