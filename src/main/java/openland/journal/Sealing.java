package openland.journal;

import java.time.Duration;
import openland.base.Digests;
import openland.base.RepeatedWork;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Chains the hashes of new entries, each second. Every node runs it; a lock in the database lets one work at a time, so
 * the chain has no fork. A lost database is waited for.
 */
@Component
class Sealing extends RepeatedWork {
    private static final int BATCH = 1000;

    private final Entries entries;
    private final Seals seals;
    private final TransactionTemplate transaction;

    Sealing(Entries entries, Seals seals, TransactionTemplate transaction) {
        super("journal-sealing", Duration.ofSeconds(1));
        this.entries = entries;
        this.seals = seals;
        this.transaction = transaction;
    }

    @Override
    protected boolean work() {
        return seal() == BATCH;
    }

    /** Seals what waits, at most one batch. @return how many; 0 also when another node is at it */
    int seal() {
        var count = transaction.execute(_ -> seals.mayBeSetHere() ? chain() : 0);
        return count == null ? 0 : count;
    }

    static byte[] hash(byte[] previous, Entry entry) {
        return Digests.sha256(previous, entry.canonical());
    }

    private int chain() {
        var last = seals.last();
        var waiting = entries.unsealed(BATCH);
        for (var entry : waiting) {
            last = new Seals.Seal(last.seq() + 1, entry.n(), hash(last.hash(), entry));
            seals.set(last);
        }
        return waiting.size();
    }
}
