package openland.disclosure;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import openland.base.RepeatedWork;
import openland.catalogue.NegativeEntry;
import openland.catalogue.NegativeList;
import openland.form.Shown;
import openland.journal.Act;
import openland.journal.Journal;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Offices;
import openland.office.Post;
import openland.screening.FileScreening;
import openland.screening.Finding;
import openland.screening.Screening;
import openland.screening.Watchlist;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads what is public already when an entry of a 负面清单 begins to count (政府信息公开条例 2019, art. 18): what it meets is
 * shown to the officers, who decide. Nothing is withdrawn by it.
 */
@Component
public class StockCheck extends RepeatedWork {
    private static final int BATCH = 50;
    private static final int MOST = 500;
    private static final Set<Post> READERS = EnumSet.of(Post.DRAFTER, Post.SECRECY, Post.LEADER, Post.HEAD, Post.SECADMIN);
    /** A piece that was checked against the older list may become public this much later. */
    private static final Duration LATEST_PUBLICATION = Duration.ofMinutes(1);

    private final StockStore store;
    private final NegativeList negativeList;
    private final Screening screening;
    private final FileScreening files;
    private final Offices offices;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final InstantSource time;

    StockCheck(StockStore store, NegativeList negativeList, Screening screening, FileScreening files, Offices offices, Journal journal,
            TransactionTemplate transaction, InstantSource time) {
        super("stock-check", Duration.ofSeconds(2));
        this.store = store;
        this.negativeList = negativeList;
        this.screening = screening;
        this.files = files;
        this.offices = offices;
        this.journal = journal;
        this.transaction = transaction;
        this.time = time;
    }

    /** What was found in editions of the officer's offices that are still public, the newest first. */
    public List<StockFinding> open(Officer officer) {
        return store.open(offices.all().stream().map(Office::id).filter(office -> officer.holdsOneOf(READERS, office)).toList(), MOST);
    }

    @Override
    protected boolean work() {
        var entries = negativeList.all();
        var done = store.done(entries.stream().map(NegativeEntry::id).toList());
        boolean more = false;
        for (var entry : entries) {
            more |= !done.contains(entry.id()) && Boolean.TRUE.equals(transaction.execute(_ -> batch(entry)));
        }
        return more;
    }

    /** Reads some editions; true when there may be more at once. */
    private boolean batch(NegativeEntry entry) {
        var next = store.locked(entry.id());
        if (next.isEmpty()) {
            return false;
        }
        var stock = store.from(next.get(), offices.subtree(entry.office()).stream().map(Office::id).toList(), BATCH);
        var watchlist = Watching.of(List.of(entry));
        var now = time.instant();
        stock.forEach(edition -> findings(edition.projection(), watchlist).forEach(found -> store.add(entry.id(), edition, found, now)));
        if (stock.isEmpty()) {
            finish(entry, now);
            return false;
        }
        store.move(entry.id(), stock.getLast().index() + 1);
        return true;
    }

    private void finish(NegativeEntry entry, Instant now) {
        if (negativeList.acceptedAt(entry.id()).filter(at -> at.plus(LATEST_PUBLICATION).isBefore(now)).isPresent()) {
            store.finish(entry.id(), now);
            journal.record(new Act("negative-list.stock-read", null, entry.office(), entry.id().toString(), Map.of("findings", store.count(entry.id()))));
        }
    }

    private List<Finding> findings(Projection piece, Watchlist watchlist) {
        var findings = new ArrayList<>(screening.watch(piece.item(), piece.genre() == null ? "" : piece.genre(), piece.title(), watchlist));
        findings.addAll(screening.watch("title", piece.title(), watchlist));
        if (piece.body() != null) {
            var body = new Shown("body", "", "rich-text", JsonNodeFactory.instance.stringNode(piece.body()));
            findings.addAll(screening.watch("body", body.screened(), watchlist));
        }
        piece.fields().forEach(field -> findings.addAll(screening.watch(field.name(), field.screened(), watchlist)));
        piece.attachments().forEach(file -> {
            findings.addAll(screening.watch("attachments/" + file.name(), file.name(), watchlist));
            findings.addAll(files.watch("attachments/" + file.name(), file.sha256(), watchlist));
        });
        return findings;
    }
}
