package openland.search;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The folder of the index, one per node, written by one thread at a time. How far it has read the ledger stands in its
 * own commits, so documents and position can never disagree. What cannot be opened (damaged, of an older schema) is
 * thrown away: everything in it comes from the ledger and the tables.
 */
final class Index implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(Index.class);
    private static final String SCHEMA = "schema";
    private static final String POSITION = "position";
    private static final String MARK = "mark";
    private static final String PURGE = "purge";

    /** How far the ledger was read: the index of the next entry, and the hash of the last one. */
    record Position(long next, String mark) {
        static final Position START = new Position(0, "");
    }

    /** A look into the index. */
    interface Look<T> {
        T at(IndexSearcher searcher) throws IOException;
    }

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private volatile Position position;
    private boolean uncommitted;
    private final AtomicLong removals = new AtomicLong();
    private volatile long purged;
    private final AtomicLong disappearances = new AtomicLong();

    private Index(Directory directory, IndexWriter writer, SearcherManager searchers) {
        this.directory = directory;
        this.writer = writer;
        this.searchers = searchers;
        var data = committed(writer);
        this.position = positionIn(data);
        this.removals.set(data.containsKey(PURGE) ? 1 : 0);
    }

    /** Opens what lies in {@code folder}, or begins anew. */
    static Index open(Path folder) {
        try {
            return opened(folder);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("The search index in {} cannot be used ({}); it is built anew from the ledger.", folder, e.getMessage());
        }
        try {
            discard(folder);
            return opened(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Throws the folder away. */
    static void discard(Path folder) throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }

    private static Index opened(Path folder) throws IOException {
        var directory = FSDirectory.open(folder);
        IndexWriter writer = null;
        try {
            writer = new IndexWriter(directory, config());
            var data = committed(writer);
            if (writer.getDocStats().maxDoc > 0 && !Documents.SCHEMA.equals(data.get(SCHEMA))) {
                throw new IllegalArgumentException("schema " + data.get(SCHEMA));
            }
            return new Index(directory, writer, new SearcherManager(writer, null));
        } catch (IOException | RuntimeException e) {
            if (writer != null) {
                writer.rollback();
            }
            directory.close();
            throw e;
        }
    }

    private static IndexWriterConfig config() {
        // a withdrawn text must be gone from the segment, however few of its documents were deleted
        return new IndexWriterConfig(BigramTokenizer.analyzer())
                .setMergePolicy(new TieredMergePolicy().setForceMergeDeletesPctAllowed(0))
                .setCommitOnClose(false);
    }

    private static Map<String, String> committed(IndexWriter writer) {
        var data = new TreeMap<String, String>();
        var live = writer.getLiveCommitData();
        if (live != null) {
            live.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        return data;
    }

    private static Position positionIn(Map<String, String> data) {
        return new Position(Long.parseLong(data.getOrDefault(POSITION, "0")), data.getOrDefault(MARK, ""));
    }

    /** How far the ledger was read, as searches see it. */
    Position position() {
        return position;
    }

    /** Takes in what consecutive entries did; when it returns, every search sees it. */
    synchronized void apply(List<IndexChange> changes, Position reached) throws IOException {
        for (var change : changes) {
            switch (change) {
                case IndexChange.Put(var edition) ->
                        writer.updateDocument(new Term(Fields.ID, edition.id().toString()), Documents.of(edition));
                case IndexChange.Remove remove -> remove(remove);
            }
        }
        searchers.maybeRefreshBlocking();
        if (changes.stream().anyMatch(IndexChange.Remove.class::isInstance)) {
            disappearances.incrementAndGet();
        }
        position = reached;
        uncommitted = true;
    }

    /** Changes whenever something can no longer be found; what was found before may be out of date then. */
    long disappearances() {
        return disappearances.get();
    }

    private void remove(IndexChange.Remove remove) throws IOException {
        var piece = new Term(Fields.ID, remove.id().toString());
        var edition = remove.edition();
        if (edition == null) {
            writer.deleteDocuments(piece);
        } else {
            writer.deleteDocuments(new BooleanQuery.Builder().add(new TermQuery(piece), Occur.FILTER)
                    .add(LongPoint.newExactQuery(Fields.EDITION, edition), Occur.FILTER).build());
        }
        removals.incrementAndGet();
    }

    /** Makes durable what was taken in. */
    synchronized void commit() throws IOException {
        if (!uncommitted) {
            mustBeThere();
            return;
        }
        var data = new TreeMap<>(Map.of(SCHEMA, Documents.SCHEMA, POSITION, Long.toString(position.next()), MARK, position.mark()));
        if (removals.get() > purged) {
            data.put(PURGE, "owed");
        }
        writer.setLiveCommitData(data.entrySet());
        writer.commit();
        uncommitted = false;
    }

    /** Open files outlive their names; a folder that somebody deletes is lost with the next start at the latest. */
    private void mustBeThere() throws IOException {
        if (!committed(writer).isEmpty() && !DirectoryReader.indexExists(directory)) {
            throw new NoSuchFileException(String.valueOf(directory), null, "the index has been deleted");
        }
    }

    /**
     * Rewrites the segments that still hold what was withdrawn, and deletes the old ones. May take long in a large index,
     * and hinders nobody meanwhile; it is remembered across a crash until it is done.
     */
    void purge() throws IOException {
        long due = removals.get();
        if (due == purged) {
            return;
        }
        writer.forceMergeDeletes(true);
        purged = due;
        searchers.maybeRefreshBlocking();
        synchronized (this) {
            uncommitted = true;
            commit();
            writer.deleteUnusedFiles();
        }
    }

    /** Looks into the index as of the last change. */
    <T> T look(Look<T> look) {
        try {
            var searcher = searchers.acquire();
            try {
                return look.at(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything in it; the stream is to be closed. */
    Stream<Indexed> all() {
        try {
            var searcher = searchers.acquire();
            return Inventory.all(searcher).onClose(() -> release(searcher));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void release(IndexSearcher searcher) {
        try {
            searchers.release(searcher);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String contentHash() {
        return look(Inventory::hash);
    }

    /** Empties the index; it stands at the ledger's beginning. */
    synchronized void clear() throws IOException {
        writer.deleteAll();
        purged = removals.get();
        apply(List.of(), Position.START);
        commit();
    }

    @Override
    public synchronized void close() throws IOException {
        if (writer.isOpen()) {
            commit();
        }
        abandon();
    }

    /** Closes without keeping what was not committed. */
    void abandon() {
        try {
            searchers.close();
            writer.rollback();
            directory.close();
        } catch (IOException | RuntimeException e) {
            LOG.debug("closing the index", e);
        }
    }
}
