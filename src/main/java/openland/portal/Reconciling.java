package openland.portal;

import java.util.List;
import openland.disclosure.Publications;
import openland.files.Files;
import openland.ledger.Ledger;
import openland.ledger.SelfCheck;
import openland.search.Search;
import org.springframework.stereotype.Service;

/**
 * Compares the ledger, entry by entry, with everything that stands on it: its own checkpoints, the published tables, the
 * commitments, the attachments, the index numbers, and this node's search index. Reads only, and may run while the
 * program publishes: what moves meanwhile is waited for before it is called a difference.
 */
@Service
public class Reconciling {
    private static final int BATCH = 500;
    private static final int MOST_TRIES = 20;
    private static final long PAUSE_MILLIS = 250;
    private static final int MOST_NUMBERS = 100;

    private final Ledger ledger;
    private final SelfCheck selfCheck;
    private final Publications publications;
    private final Search search;
    private final Files files;

    Reconciling(Ledger ledger, SelfCheck selfCheck, Publications publications, Search search, Files files) {
        this.ledger = ledger;
        this.selfCheck = selfCheck;
        this.publications = publications;
        this.search = search;
        this.files = files;
    }

    /** Reads the whole ledger once. */
    public Reconciliation reconcile() {
        var comparison = new Comparison(files::exists);
        selfCheck.doubt().ifPresent(doubt -> comparison.add("ledger", null, null, "账本与签过名的检查点不符：" + doubt));
        walkTo(ledger.size(), comparison);
        publications.missingNumbers(MOST_NUMBERS)
                .forEach(number -> comparison.add("numbers", null, null, "索引号已经发出，却没有信息用它：" + number));
        indexDifferences(comparison).forEach(d -> comparison.add(d.between(), d.disclosure(), d.entry(), d.sentence()));
        return new Reconciliation(comparison.next(), comparison.pieces(), comparison.differences());
    }

    private void walkTo(long size, Comparison comparison) {
        while (comparison.next() < size) {
            long from = comparison.next();
            var entries = ledger.entries(from, (int) Math.min(BATCH, size - from));
            if (entries.isEmpty() || entries.getFirst().index() != from) {
                comparison.add("ledger", null, from, "账本缺第" + from + "条，后面的没有再比。");
                return;
            }
            long to = entries.getLast().index() + 1;
            comparison.walk(entries, publications.between(from, to), publications.takenBetween(from, to));
        }
    }

    /** The index follows within a moment; only what stays is a difference. */
    private List<Difference> indexDifferences(Comparison comparison) {
        var found = indexDifferencesNow(comparison);
        for (int i = 0; i < MOST_TRIES && !found.isEmpty(); i++) {
            pause();
            found = indexDifferencesNow(comparison);
        }
        return found;
    }

    private List<Difference> indexDifferencesNow(Comparison comparison) {
        long position = search.position();
        if (position < comparison.next()) {
            return List.of(new Difference("index", null, position, "搜索索引只读到第%d条，账本有%d条。".formatted(position, comparison.next())));
        }
        walkTo(position, comparison);
        try (var index = search.ids()) {
            return comparison.against(index);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
