package openland.ledger;

import java.util.List;

/**
 * What shows published things to the public and follows the log: search index, page cache, feeds. A room declares a bean
 * of this type; the ledger then calls it in every node, in one thread of its own, with every covered entry in order.
 * The cursor moves only when {@link #read} has returned, so after a crash, or when it throws, the same entries come
 * again: reading must be repeatable.
 */
public interface LedgerReader {
    /** Its name for ever, as in {@code search}. */
    String name();

    /**
     * Where it stands when the program starts; asked once, before the first page is served. What keeps data answers with
     * the position kept <em>in</em> them (0 when they were thrown away, or when they are ahead of {@code covered} and so
     * belong to another log); what starts empty, like a cache, answers {@code covered}.
     *
     * @param covered how many entries the newest checkpoint covers
     * @return the index of the first entry that it has not taken in
     */
    long startsAt(long covered);

    /** Takes in consecutive entries; when it returns, nothing older is shown to anyone. */
    void read(List<Entry> entries);
}
