package openland.search;

import java.io.UncheckedIOException;
import java.util.stream.Stream;
import openland.base.Refusal;
import openland.ledger.Contact;
import org.apache.lucene.store.AlreadyClosedException;
import org.springframework.stereotype.Service;

/** Finds published pieces. The index holds their newest covered editions and nothing else. */
@Service
public class Search {
    private static final int MOST_TRIES = 5;

    private final Indexing indexing;
    private final Contact contact;
    private final Filters filters;
    private final OfficeNames offices;

    Search(Indexing indexing, Contact contact, Filters filters, OfficeNames offices) {
        this.indexing = indexing;
        this.contact = contact;
        this.filters = filters;
        this.offices = offices;
    }

    /**
     * @throws Refusal INVALID for a filter or page that there is not; UNAVAILABLE while the index is built anew, or while
     *                 this node cannot know what was withdrawn
     */
    public Found find(Question question) {
        mustServe();
        var filter = filters.of(question);
        for (int i = 0; i < MOST_TRIES; i++) {
            var index = indexing.index();
            long before = index.disappearances();
            var found = look(index, searcher -> new Finding(searcher, question, filter, offices::byId).find());
            mustServe();
            if (index.disappearances() == before) { // nothing was withdrawn while it was looked for
                return found;
            }
        }
        throw unavailable("搜索正忙，请稍后再试。");
    }

    private void mustServe() {
        if (!indexing.isReady()) {
            throw unavailable("正在重建索引，搜索暂时不能使用，请稍后再试；公开目录和已公开的信息照常可看。");
        }
        if (!contact.fresh(Indexing.NAME)) {
            throw unavailable("搜索暂时无法确认信息是否最新，请稍后再试。");
        }
    }

    private <T> T look(Index index, Index.Look<T> look) {
        try {
            return index.look(look);
        } catch (AlreadyClosedException e) {
            throw unavailable("搜索正在重新启动，请稍后再试。");
        } catch (UncheckedIOException e) {
            indexing.recoverFrom(index, e);
            throw unavailable("搜索索引有损坏，正在重建，请稍后再试。");
        }
    }

    private static Refusal unavailable(String sentence) {
        return new Refusal(Refusal.Reason.UNAVAILABLE, sentence);
    }

    /** Every piece in the index, in no order; the stream is to be closed. */
    public Stream<Indexed> ids() {
        return indexing.index().all();
    }

    /** The same for the same pieces, editions and contents, however the index came about. */
    public String contentHash() {
        return indexing.index().contentHash();
    }

    /** The ledger index up to which the index has read. */
    public long position() {
        return indexing.index().position().next();
    }

    /**
     * Builds the index anew from the ledger's first entry and returns when it stands where it stood. Searches are refused
     * meanwhile; everything else goes on.
     */
    public void rebuild() {
        indexing.clear();
        while (indexing.catchUp()) {
            indexing.settle();
        }
        indexing.settle();
    }
}
