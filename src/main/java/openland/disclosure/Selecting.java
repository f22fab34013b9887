package openland.disclosure;

import java.util.List;
import java.util.function.Consumer;
import openland.base.Keyset;
import openland.base.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads the public pieces of an item, filtered; only what a checkpoint of the ledger covers. */
@Service
public class Selecting {
    private static final int BATCH = 200;

    private final SelectionStore store;

    Selecting(SelectionStore store) {
        this.store = store;
    }

    /** A page. @param after the {@code next} of the page before */
    public Keyset<Listed> list(Selection selection, @Nullable String after, int limit) {
        var rows = store.list(selection, store.covered(), entry(after), limit + 1);
        return Keyset.of(rows, limit, row -> Long.toString(row.ledgerIndex()));
    }

    /** A page with the whole content of each piece. */
    public Keyset<Selected> contents(Selection selection, @Nullable String after, int limit) {
        var rows = store.contents(selection, store.covered(), entry(after), limit + 1);
        return Keyset.of(rows, limit, row -> Long.toString(row.listed().ledgerIndex()));
    }

    /** The {@code most} frequent values of each facet, all offices, and how many pieces there are at all. */
    public List<FacetCount> counts(Selection selection, int most) {
        return store.counts(selection, store.covered(), most);
    }

    /** All pieces one after the other, a small batch at a time: no transaction stays open, and what is withdrawn meanwhile does not come. */
    public void each(Selection selection, Consumer<Selected> piece) {
        long covered = store.covered();
        Long after = null;
        while (true) {
            var rows = store.contents(selection, covered, after, BATCH);
            rows.forEach(piece);
            if (rows.size() < BATCH) {
                return;
            }
            after = rows.getLast().listed().ledgerIndex();
        }
    }

    private static @Nullable Long entry(@Nullable String after) {
        var key = Keyset.decode(after);
        try {
            return key == null ? null : (Long) Long.parseLong(key);
        } catch (NumberFormatException e) {
            throw Refusal.invalid("翻页参数after不是本系统给出的值，请从第一页重新开始。");
        }
    }
}
