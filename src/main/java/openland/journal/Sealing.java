package openland.journal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import openland.base.Digests;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Chains the hashes of new entries, each second. Every node runs it; a lock in the database lets one work at a time, so
 * the chain has no fork. A lost database is waited for.
 */
@Component
class Sealing implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Sealing.class);
    private static final int BATCH = 1000;

    private final Entries entries;
    private final Seals seals;
    private final TransactionTemplate transaction;
    private volatile @Nullable Thread thread;
    private volatile CountDownLatch stopping = new CountDownLatch(1);

    Sealing(Entries entries, Seals seals, TransactionTemplate transaction) {
        this.entries = entries;
        this.seals = seals;
        this.transaction = transaction;
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

    private void run(CountDownLatch stopping) {
        long pause = 0;
        try {
            while (!stopping.await(pause, TimeUnit.MILLISECONDS)) {
                pause = sealed() < BATCH ? 1000 : 0;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int sealed() {
        try {
            return seal();
        } catch (RuntimeException e) {   // the database is away, or worse: the loop must live
            if (isRunning()) {
                log.warn("The journal could not be sealed, trying again: {}", e.toString());
            }
            return 0;
        }
    }

    @Override
    public void start() {
        var latch = new CountDownLatch(1);
        stopping = latch;
        thread = Thread.ofVirtual().name("journal-sealing").start(() -> run(latch));
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running == null) {
            return;
        }
        stopping.countDown();   // no interrupt: it would break the connection of a seal that is being set
        try {
            running.join(5000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
