package openland.portal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import openland.catalogue.CatalogueChanged;
import openland.disclosure.Withdrawn;
import openland.ledger.Contact;
import openland.ledger.Entry;
import openland.ledger.LedgerReader;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Public pages as they were sent, kept on this node. It reads the ledger: an entry throws out the pages of its piece and
 * every list. A page whose rendering began before a purge is not kept after it; and a node that cannot reach the
 * database serves nothing from here, so that a withdrawn piece is nowhere after its withdrawal is acknowledged.
 */
@Component
public class PageCache implements LedgerReader {
    private static final String NAME = "pages";
    private static final long LARGEST_SUM = 64L << 20;
    /** What no ledger entry tells, such as a new name of an office, shows after this time. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /**
     * A response.
     *
     * @param status 200, or 410 for a tombstone
     * @param tag    its entity tag
     * @param piece  the piece whose page it is; null for lists
     */
    public record Page(int status, String contentType, byte[] body, byte[] gzip, String tag, @Nullable UUID piece) {}

    private final Contact contact;
    private final Cache<String, Page> pages = Caffeine.newBuilder().maximumWeight(LARGEST_SUM)
            .weigher((String key, Page page) -> 2 * key.length() + page.body().length + page.gzip().length)
            .expireAfterWrite(LONGEST).build();
    private long generation;

    PageCache(Contact contact) {
        this.contact = contact;
    }

    /** The kept page, if this node may serve from its cache now. */
    public Optional<Page> find(String key) {
        return Optional.ofNullable(pages.getIfPresent(key)).filter(_ -> contact.fresh(NAME));
    }

    /** To be asked before a page is rendered and handed back when it is kept. */
    public synchronized long generation() {
        return generation;
    }

    /** Keeps a page, unless anything was purged since its rendering began. */
    public synchronized void keep(String key, Page page, long begun) {
        if (begun == generation) {
            pages.put(key, page);
        }
    }

    /** How many pages are kept. */
    long size() {
        return pages.asMap().size();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public long startsAt(long covered) {
        return covered;
    }

    @Override
    public void read(List<Entry> entries) {
        purge(entries.stream().map(Entry::subject).collect(Collectors.toSet()));
    }

    /** The node that withdraws does not wait for its own cursor. */
    @TransactionalEventListener
    void withdrawn(Withdrawn event) {
        purge(Set.of(event.disclosure()));
    }

    /** What the catalogue says of a piece stands on its page too. */
    @EventListener(CatalogueChanged.class)
    synchronized void catalogueChanged() {
        generation++;
        pages.invalidateAll();
    }

    private synchronized void purge(Set<UUID> pieces) {
        generation++;
        pages.asMap().values().removeIf(page -> page.piece() == null || pieces.contains(page.piece()));
    }
}
