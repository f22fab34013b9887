package openland.ledger;

import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes committed entries into the tree and signs it. One at a time over all nodes, so there is one chain of checkpoints
 * and never two roots for one size. It signs only what continues the last checkpoint and the last note ever signed.
 */
@Component
class Integrator {
    private static final int MOST_AT_ONCE = 10_000;

    private final Entries entries;
    private final Checkpoints checkpoints;
    private final KeyFolder folder;
    private final Bells bells;
    private final TransactionTemplate transaction;
    private final InstantSource time;

    Integrator(Entries entries, Checkpoints checkpoints, KeyFolder folder, Bells bells, TransactionTemplate transaction,
               InstantSource time) {
        this.entries = entries;
        this.checkpoints = checkpoints;
        this.folder = folder;
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
    void examine(VerifierKey log) {
        transaction.executeWithoutResult(_ -> {
            checkpoints.lock();
            grown(log);
        });
    }

    private boolean grow(Signer signer) {
        var tree = grown(signer.log());
        if (tree.size() == checkpoints.size()) {
            return false;
        }
        var checkpoint = signer.sign(tree, time.instant());
        folder.keepSigned(checkpoint.note());
        checkpoints.add(checkpoint, tree);
        bells.ringAfterCommit(Bells.COVERED);
        return entries.end() > tree.size();
    }

    /** The last checkpoint's tree with the new entries. */
    private CompactRange grown(VerifierKey log) {
        var last = lastCheckpoint(log);
        var tree = checkpoints.frontier(last.size());
        if (!new Checkpoint(log.name(), tree.size(), tree.root()).sameAs(last)) {
            throw new Distrust("The frontier kept with the checkpoint of size " + last.size() + " does not give its root.");
        }
        var signed = folder.signed().map(note -> Checkpoint.open(note, log)).orElse(last);
        mustBeWhole(last.size(), signed.size());
        mustAgree(signed, last);
        int ahead = (int) Math.min(Integer.MAX_VALUE, Math.max(0, signed.size() - last.size()));
        for (var row : entries.rows(last.size(), Math.max(MOST_AT_ONCE, ahead))) {
            if (row.index() != tree.size()) {
                throw new Distrust("Entry " + tree.size() + " is missing; the next one is " + row.index() + ".");
            }
            mustAgree(signed, new Checkpoint(log.name(), tree.append(row.hash()).size(), tree.root()));
        }
        return tree;
    }

    private Checkpoint lastCheckpoint(VerifierKey log) {
        var last = checkpoints.latest().orElseThrow(() -> new Distrust("The log " + log.name() + " has lost its checkpoints."));
        var checkpoint = Checkpoint.open(last.note(), log);
        if (!checkpoint.sameAs(new Checkpoint(log.name(), last.size(), last.root()))) {
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
