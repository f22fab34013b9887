package openland.ledger;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.LongFunction;
import org.springframework.stereotype.Component;

/** Puts one leaf behind the last, within the transaction of whoever calls. */
@Component
class Appending {
    /** What the length field of an entry bundle can say. */
    private static final int LONGEST = 0xffff;

    private final Entries entries;
    private final Standing standing;
    private final Bells bells;

    Appending(Entries entries, Standing standing, Bells bells) {
        this.entries = entries;
        this.standing = standing;
        this.bells = bells;
    }

    /**
     * @param leaf gives the leaf for its index, without a previous leaf
     * @throws openland.base.Refusal UNAVAILABLE when the log is read-only
     */
    Entry append(UUID subject, LongFunction<Leaf> leaf) {
        standing.mustBeWritable();
        long index = entries.takeIndex();
        var linked = leaf.apply(index).after(entries.lastOf(subject).orElse(null));
        var entry = new Entry(index, subject, linked, linked.canonical());
        if (entry.text().getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new IllegalArgumentException("A leaf has at most " + LONGEST + " bytes.");
        }
        entries.add(entry);
        bells.ringAfterCommit(Bells.APPENDED);
        return entry;
    }
}
