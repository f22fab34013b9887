package openland.ledger;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Runs the readers of this node, each in a thread of its own, and says where they stand. */
final class Readers {
    private static final Logger LOG = LoggerFactory.getLogger(Readers.class);
    private static final int MOST_AT_ONCE = 500;
    private static final int BEATS_PER_SWEEP = 60;
    /** The row of the node itself, so that a node without readers is known too; it is behind nothing. */
    private static final String NODE = "node";

    private final String node;
    private final Ledger ledger;
    private final Cursors cursors;
    private final Bells bells;
    private final Contact contact;
    private final List<Progress> all = new ArrayList<>();
    private final List<Worker> workers = new ArrayList<>();
    private int beats;

    Readers(String node, Ledger ledger, Cursors cursors, Bells bells, Contact contact) {
        this.node = node;
        this.ledger = ledger;
        this.cursors = cursors;
        this.bells = bells;
        this.contact = contact;
    }

    /** Asks each where it stands, makes the node known, and sets them to work. */
    void start(List<LedgerReader> readers) {
        long covered = ledger.size();
        for (var reader : readers) {
            all.add(new Progress(reader, start(reader, covered)));
        }
        contact.follow(all);
        beat(cursors);
        for (var progress : all) {
            workers.add(new Worker("reader " + progress.name(), bells.covered, () -> readOn(progress)).start());
        }
    }

    void stop() {
        workers.forEach(Worker::stop);
        bells.covered.ring();
        workers.forEach(Worker::join);
        contact.lost();
        try {
            cursors.forget(node);
        } catch (DataAccessException e) {
            LOG.info("The database is away; this node's rows will be forgotten within the hour.");
        }
    }

    /** One row per reader, then, after a silence, the size that each must come to before it is trusted again. */
    void beat(Cursors line) {
        long started = System.nanoTime();
        line.beat(node, NODE, Long.MAX_VALUE);
        all.forEach(progress -> line.beat(node, progress.name(), progress.position()));
        if (!contact.inTouch(System.nanoTime())) { // others may have gone on without this node until its rows were back
            long covered = ledger.size();
            all.forEach(progress -> progress.mustReach(covered));
        }
        contact.beat(started);
        if (++beats % BEATS_PER_SWEEP == 0) {
            line.forgetDead();
        }
    }

    /** Reads one batch; the cursor moves only after the work. */
    private boolean readOn(Progress progress) {
        var entries = ledger.entries(progress.position(), MOST_AT_ONCE);
        if (entries.isEmpty()) {
            return false;
        }
        progress.reader().read(entries);
        long next = entries.getLast().index() + 1;
        progress.moveTo(next);
        cursors.move(node, progress.name(), next);
        bells.ring(Bells.COVERED);
        return true;
    }

    private static long start(LedgerReader reader, long covered) {
        long position = reader.startsAt(covered);
        if (position > covered) {
            LOG.error("The reader {} says it has read up to {}, but only {} entries are covered. It begins anew.",
                    reader.name(), position, covered);
        }
        return position > covered ? 0 : position;
    }
}
