package openland.ledger;

import java.time.InstantSource;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes committed entries into the tree and signs it. One at a time over all nodes, so there is one chain of checkpoints
 * and never two roots for one size. It signs only what continues the last checkpoint and the last note ever signed, and
 * only when the tiles of the new tree are on the disk; a fault on the way leaves everything to the next turn.
 */
@Component
class Integrator {
    private static final Logger LOG = LoggerFactory.getLogger(Integrator.class);
    private static final int MOST_AT_ONCE = 10_000;

    private final Entries entries;
    private final Checkpoints checkpoints;
    private final KeyFolder folder;
    private final Tiles tiles;
    private final SelfCheck selfCheck;
    private final Bells bells;
    private final TransactionTemplate transaction;
    private final InstantSource time;
    private volatile boolean tilesAreKnown;
    private long published = -1;

    Integrator(Entries entries, Checkpoints checkpoints, KeyFolder folder, Tiles tiles, SelfCheck selfCheck, Bells bells,
               TransactionTemplate transaction, InstantSource time) {
        this.entries = entries;
        this.checkpoints = checkpoints;
        this.folder = folder;
        this.tiles = tiles;
        this.selfCheck = selfCheck;
        this.bells = bells;
        this.transaction = transaction;
        this.time = time;
    }

    /**
     * Signs a checkpoint over everything that is committed, at most {@value #MOST_AT_ONCE} new entries.
     *
     * @return whether there may be more to sign at once
     * @throws Distrust when the tables do not continue what was signed
     */
    boolean integrate(Signer signer) {
        return Boolean.TRUE.equals(transaction.execute(_ -> checkpoints.tryLock() && grow(signer)));
    }

    /** Makes the same checks and signs nothing. @throws Distrust */
    void examine() {
        transaction.executeWithoutResult(_ -> {
            checkpoints.lock();
            grown(keys());
        });
    }

    private LogKeys keys() {
        return checkpoints.keys().orElseThrow(() -> new Distrust("The log has lost its name and its keys."));
    }

    /** A reader found a tile missing or damaged: the next turn looks at them. */
    void doubtTiles() {
        tilesAreKnown = false;
    }

    private boolean grow(Signer signer) {
        var log = keys();
        var tree = grown(log);
        var last = checkpoints.latest().orElseThrow();
        mend(log, last);
        publish(log, last);
        if (tree.size() == last.size()) {
            return false;
        }
        draw(log, last.size(), tree);
        var checkpoint = signer.sign(log, tree, time.instant());
        folder.keepSigned(checkpoint.note());
        checkpoints.add(checkpoint, tree);
        bells.ringAfterCommit(Bells.COVERED);
        return true;
    }

    /** Makes the tiles anew where they are not those of the last checkpoint: asked at a start, and when a reader said so. */
    private void mend(LogKeys log, SignedCheckpoint last) {
        if (!tilesAreKnown && !tiles.areWhole(last.size(), last.root())) {
            LOG.info("The tiles of the ledger are made from its {} entries.", last.size());
            selfCheck.run(log);
            tiles.rebuild(last.size());
        }
        tilesAreKnown = true;
    }

    private void publish(LogKeys log, SignedCheckpoint last) {
        if (last.size() != published) {
            tiles.publish(last, log);
            published = last.size();
        }
    }

    /** The tiles of the new tree. @throws Distrust when even made from all entries they do not give its root */
    private void draw(LogKeys log, long from, CompactRange tree) {
        try {
            tiles.write(from, tree.size());
        } catch (Tiles.Damaged _) {
            LOG.warn("A tile of the ledger is damaged; all are made anew.");
        }
        if (!gives(tree.size(), tree.root())) {
            selfCheck.run(log);
            tiles.rebuild(tree.size());
            if (!gives(tree.size(), tree.root())) {
                throw new Distrust("The tiles of " + tree.size() + " entries do not give the root of their tree.");
            }
        }
    }

    private boolean gives(long size, byte[] root) {
        try {
            return Arrays.equals(tiles.tree(size).root(), root);
        } catch (Tiles.Damaged _) {
            return false;
        }
    }

    /** The last checkpoint's tree with the new entries. */
    private CompactRange grown(LogKeys log) {
        var last = lastCheckpoint(log);
        var tree = checkpoints.frontier(last.size());
        if (!new Checkpoint(log.origin(), tree.size(), tree.root()).sameAs(last)) {
            throw new Distrust("The frontier kept with the checkpoint of size " + last.size() + " does not give its root.");
        }
        var signed = folder.signed().map(log::open).orElse(last);
        mustBeWhole(last.size(), signed.size());
        mustAgree(signed, last);
        int ahead = (int) Math.min(Integer.MAX_VALUE, Math.max(0, signed.size() - last.size()));
        long end = log.lastOf(last.size());
        for (var row : entries.rows(last.size(), (int) Math.min(end - last.size(), Math.max(MOST_AT_ONCE, ahead)))) {
            if (row.index() != tree.size()) {
                throw new Distrust("Entry " + tree.size() + " is missing; the next one is " + row.index() + ".");
            }
            mustAgree(signed, new Checkpoint(log.origin(), tree.append(row.hash()).size(), tree.root()));
        }
        return tree;
    }

    private Checkpoint lastCheckpoint(LogKeys log) {
        var last = checkpoints.latest().orElseThrow(() -> new Distrust("The log " + log.origin() + " has lost its checkpoints."));
        var checkpoint = log.open(last.note());
        if (!checkpoint.sameAs(new Checkpoint(log.origin(), last.size(), last.root()))) {
            throw new Distrust("The checkpoint of size " + last.size() + " is not the one that was signed.");
        }
        return checkpoint;
    }

    private void mustBeWhole(long covered, long signed) {
        long end = entries.end();
        if (end < Math.max(covered, signed)) {
            throw new Distrust(("A tree of %d entries has been signed, but only %d entries are there. Was the database restored "
                    + "from an older backup? Nothing is signed until the missing entries are back.")
                    .formatted(Math.max(covered, signed), end));
        }
        long next = entries.next();
        if (next < end) {
            throw new Distrust("The counter says " + next + ", but there are entries up to " + (end - 1) + ".");
        }
    }

    /** What was signed for a size stays the root of that size. */
    private static void mustAgree(Checkpoint signed, Checkpoint now) {
        if (signed.size() == now.size() && !signed.sameAs(now)) {
            throw new Distrust("For the size " + now.size() + " another root has already been signed.");
        }
    }
}
