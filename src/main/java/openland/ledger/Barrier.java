package openland.ledger;

import java.time.Duration;
import java.util.List;
import openland.base.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Waits until no node can show what an entry has made untrue; a withdrawal is acknowledged only behind it. */
@Service
public class Barrier {
    private static final Logger LOG = LoggerFactory.getLogger(Barrier.class);
    private static final Duration STEP = Duration.ofMillis(25);

    private final Cursors cursors;
    private final Bells bells;

    Barrier(Cursors cursors, Bells bells) {
        this.cursors = cursors;
        this.bells = bells;
    }

    /**
     * Returns when a signed checkpoint covers the entry and every reader of every live node has taken it in. Call it after
     * the transaction of the entry has ended. A node that just died holds it up for three seconds.
     *
     * @param patience how long to wait; more than three seconds
     * @throws Refusal UNAVAILABLE when they have not by then; the entry stands all the same, and waiting again is safe
     */
    public void awaitPassed(long index, Duration patience) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Wait for the readers after the transaction: they cannot see its entry before.");
        }
        long until = System.nanoTime() + patience.toNanos();
        do {
            if (passed(index)) {
                return;
            }
            pause();
        } while (System.nanoTime() < until);
        LOG.warn("Entry {} was not passed within {}: {}", index, patience, late(index));
        throw new Refusal(Refusal.Reason.UNAVAILABLE,
                "已登入公开账本（第%d条），但尚有服务节点没有确认，请稍后重试同一操作以取得确认。".formatted(index));
    }

    private boolean passed(long index) {
        try {
            return cursors.allPassed(index);
        } catch (DataAccessException _) {
            return false; // a failover takes its time
        }
    }

    private List<String> late(long index) {
        try {
            return cursors.late(index);
        } catch (DataAccessException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private void pause() {
        try {
            bells.covered.await(bells.covered.rings(), STEP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(Refusal.Reason.UNAVAILABLE, "系统正在停止，请稍后重试同一操作。");
        }
    }
}
