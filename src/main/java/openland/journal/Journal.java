package openland.journal;

import java.time.InstantSource;
import java.util.UUID;
import openland.base.Ids;
import openland.base.Keyset;
import openland.base.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps and reads the record of acts (留痕). */
@Component
public class Journal {
    private final Entries entries;
    private final Verifying verifying;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final InstantSource time;

    Journal(Entries entries, Verifying verifying, TransactionTemplate transaction, Ids ids, InstantSource time) {
        this.entries = entries;
        this.verifying = verifying;
        this.transaction = transaction;
        this.ids = ids;
        this.time = time;
    }

    /** Keeps {@code act} in the caller's transaction: both are done, or neither is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Act act) {
        keep(act);
    }

    /**
     * Keeps an act that was refused, whatever becomes of the caller's transaction. Inside a transaction the row is
     * written as soon as that one ends, so that no thread ever waits for a second connection while it holds a first.
     */
    public void recordAlone(Act act) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            transaction.executeWithoutResult(_ -> keep(act));
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                Thread.startVirtualThread(() -> transaction.executeWithoutResult(_ -> keep(act)));
            }
        });
    }

    /** The newest first; {@code after} as the page before gave it. */
    @Transactional(readOnly = true)
    public Keyset<Entry> entries(Filter filter, @Nullable String after, int limit) {
        var rows = entries.newestFirst(filter, before(after), limit + 1);
        return Keyset.of(rows, limit, entry -> Long.toString(entry.n()));
    }

    /** Reads the whole chain and says how far it fits. */
    public Verification verify() {
        return verifying.verify();
    }

    private void keep(Act act) {
        entries.add(nextId(), time.instant(), act);
    }

    private UUID nextId() {
        return ids.next("000000");
    }

    private static long before(@Nullable String after) {
        var key = Keyset.decode(after);
        if (key == null) {
            return Long.MAX_VALUE;
        }
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException e) {
            throw Refusal.invalid("翻页参数after不是本系统给出的值，请从第一页重新开始。");
        }
    }
}
