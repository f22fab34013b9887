package openland.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import openland.base.Digests;
import openland.base.database.DataFolder;
import openland.ledger.Entry;
import openland.ledger.Ledger;
import openland.ledger.LedgerReader;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.AlreadyClosedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps the index behind the ledger. An index that is lost, damaged or far behind catches up by itself from where its
 * last commit stands; until then nothing is served from it, and so it holds up nobody's withdrawal either.
 */
@Component
class Indexing implements LedgerReader, AutoCloseable {
    static final String NAME = "search";
    private static final Logger LOG = LoggerFactory.getLogger(Indexing.class);
    private static final int MOST_AT_ONCE = 500;

    private final Path folder;
    private final Ledger ledger;
    private final Reading reading;
    private volatile Index index;
    private volatile boolean ready;
    private boolean closed;
    private long target;

    Indexing(DataFolder data, Ledger ledger, Reading reading) {
        this.folder = data.path("index");
        this.ledger = ledger;
        this.reading = reading;
        this.index = Index.open(folder);
    }

    @Override
    public String name() {
        return NAME;
    }

    Index index() {
        return index;
    }

    /** Whether the index has taken in all that it must before it may be served from. */
    boolean isReady() {
        return ready;
    }

    @Override
    public synchronized long startsAt(long covered) {
        if (!belongsToLedger(index.position(), covered)) {
            LOG.warn("The search index belongs to another ledger; it is built anew.");
            clear();
        }
        ready = false;
        target = covered;
        catchUp();
        return covered;
    }

    private boolean belongsToLedger(Index.Position position, long covered) {
        return position.next() == 0 || position.next() <= covered
                && ledger.entry(position.next() - 1).filter(last -> markOf(last).equals(position.mark())).isPresent();
    }

    @Override
    public synchronized void read(List<Entry> entries) {
        target = Math.max(target, entries.getLast().index() + 1);
        if (ready) {
            take(entries);
        }
    }

    /** Takes in one batch of what is missing. True when more is. */
    synchronized boolean catchUp() {
        if (ready) {
            return false;
        }
        var batch = ledger.entries(index.position().next(), MOST_AT_ONCE);
        if (!batch.isEmpty()) {
            take(batch);
        }
        ready = index.position().next() >= target;
        return !ready && !batch.isEmpty();
    }

    private void take(List<Entry> entries) {
        var missing = entries.stream().filter(entry -> entry.index() >= index.position().next()).toList();
        if (missing.isEmpty()) {
            return;
        }
        var last = missing.getLast();
        var changes = reading.changes(missing);
        try {
            index.apply(changes, new Index.Position(last.index() + 1, markOf(last)));
        } catch (IOException | AlreadyClosedException e) {
            recover(e);
        }
    }

    /** Opens the index again as it was last committed; {@link #catchUp} takes in the rest. */
    private void recover(Exception failure) {
        LOG.error("Writing the search index failed; it is opened again.", failure);
        ready = false;
        index.abandon();
        if (failure instanceof CorruptIndexException || failure.getCause() instanceof CorruptIndexException) {
            discard();
        }
        index = Index.open(folder);
    }

    private void discard() {
        try {
            Index.discard(folder);
        } catch (IOException e) {
            LOG.warn("The damaged index in {} cannot be deleted: {}", folder, e.getMessage());
        }
    }

    /** Makes durable what was taken in, and rewrites what holds withdrawn texts. */
    void settle() {
        var current = index;
        try {
            current.commit();
            if (ready) {
                current.purge();
            }
        } catch (IOException | AlreadyClosedException e) {
            recoverFrom(current, e);
        }
    }

    /** What failed is opened again, once. */
    synchronized void recoverFrom(Index failed, Exception failure) {
        if (index == failed && !closed) {
            recover(failure);
        }
    }

    /** Throws everything away; {@link #catchUp} builds it anew. */
    synchronized void clear() {
        ready = false;
        try {
            index.clear();
        } catch (IOException | AlreadyClosedException e) {
            recover(e);
        }
    }

    private static String markOf(Entry entry) {
        return Digests.hex(entry.hash());
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        index.close();
    }
}
