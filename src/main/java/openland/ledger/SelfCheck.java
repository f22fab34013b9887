package openland.ledger;

import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads the whole log once and compares it with every checkpoint that was ever signed. */
@Component
public class SelfCheck {
    private static final int PAGE = 5_000;

    private final Entries entries;
    private final Checkpoints checkpoints;

    SelfCheck(Entries entries, Checkpoints checkpoints) {
        this.entries = entries;
        this.checkpoints = checkpoints;
    }

    /** The first place where the log does not fit what was signed; empty when it is whole. */
    public Optional<String> doubt() {
        try {
            checkpoints.keys().ifPresent(this::run);
            return Optional.empty();
        } catch (Distrust | IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Reads the whole log.
     *
     * @return how many entries were read
     * @throws Distrust naming the first place that does not fit
     */
    long run(LogKeys log) {
        long covered = checkpoints.size();
        var tree = new CompactRange();
        while (tree.size() < covered) {
            var page = entries.rows(tree.size(), (int) Math.min(PAGE, covered - tree.size()));
            if (page.isEmpty()) {
                throw new Distrust("Entry " + tree.size() + " is missing.");
            }
            var signed = checkpoints.between(tree.size(), tree.size() + page.size());
            for (var row : page) {
                take(tree, row);
                var checkpoint = signed.get(tree.size());
                if (checkpoint != null) {
                    mustFit(log, checkpoint, tree);
                }
            }
        }
        return tree.size();
    }

    private static void take(CompactRange tree, Entries.Row row) {
        if (row.index() != tree.size()) {
            throw new Distrust("Entry " + tree.size() + " is missing.");
        }
        tree.append(row.hash());
    }

    private static void mustFit(LogKeys log, SignedCheckpoint checkpoint, CompactRange tree) {
        var signed = log.open(checkpoint.note());
        if (signed.size() != tree.size() || !Arrays.equals(signed.root(), tree.root())) {
            throw new Distrust("The first " + tree.size() + " entries are not the ones that were signed at "
                    + checkpoint.signedAt() + ": one of them was changed, removed or moved.");
        }
    }
}
