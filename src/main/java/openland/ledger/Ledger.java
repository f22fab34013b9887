package openland.ledger;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The public log of everything that became public (公开账本), in order, for ever.
 * An entry is <em>covered</em> once a signed checkpoint includes it; only then does it count as announced.
 */
@Service
public class Ledger {
    private final Entries entries;
    private final Checkpoints checkpoints;
    private final Bells bells;
    private final Standing standing;

    Ledger(Entries entries, Checkpoints checkpoints, Bells bells, Standing standing) {
        this.entries = entries;
        this.checkpoints = checkpoints;
        this.bells = bells;
        this.standing = standing;
    }

    /**
     * Appends one leaf in the caller's transaction, as its last step: from here on every other publication waits for it to end.
     *
     * @param subject the disclosure, case or draw that the leaf is about
     * @param leaf    without a previous leaf, which is filled in here
     * @throws openland.base.Refusal UNAVAILABLE when the log is read-only
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Entry append(UUID subject, Leaf leaf) {
        standing.mustBeWritable();
        long index = entries.takeIndex();
        var linked = leaf.after(entries.lastOf(subject).orElse(null));
        var entry = new Entry(index, subject, linked, linked.canonical());
        entries.add(entry);
        bells.ringAfterCommit(Bells.APPENDED);
        return entry;
    }

    /** The covered entries from {@code from} on, in order, at most {@code limit}. */
    public List<Entry> entries(long from, int limit) {
        return entries.coveredFrom(from, limit);
    }

    /** The covered entries before {@code before}, newest first, at most {@code limit}. */
    public List<Entry> newest(long before, int limit) {
        return entries.coveredBefore(before, limit);
    }

    /** All entries about one subject in order, also those that no checkpoint covers yet. */
    public List<Entry> ofSubject(UUID subject) {
        return entries.ofSubject(subject);
    }

    /** The entry at {@code index}, also when no checkpoint covers it yet. */
    public Optional<Entry> entry(long index) {
        return entries.at(index);
    }

    /** How many entries the newest checkpoint covers: all with a smaller index. */
    public long size() {
        return checkpoints.size();
    }

    /** The newest checkpoint; absent only while the first start is under way. */
    public Optional<SignedCheckpoint> latestCheckpoint() {
        return checkpoints.latest();
    }

    /** The log's name and public key. */
    public Optional<VerifierKey> key() {
        return checkpoints.log();
    }

    /** Whether this is the log of a demonstration (演示): said by its name, which it was given for ever. */
    public boolean isDemonstration() {
        return key().map(key -> key.name().equals(Opening.DEMONSTRATION)).orElse(false);
    }

    /**
     * The tree of the first {@code size} entries, read whole. Enough for the sizes of one installation's first years;
     * the tiles take over from here.
     */
    public Tree tree(long size) {
        return new Tree(entries.hashes(size));
    }
}
