package openland.portal.web;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import openland.disclosure.Count;

/** How many pieces are public, seen from several sides. */
public record Counts(List<Count> rows) {
    public long all() {
        return sum(_ -> true);
    }

    public long ofItem(String item) {
        return sum(count -> count.item().equals(item));
    }

    public long ofOffice(UUID office) {
        return sum(count -> count.office().equals(office));
    }

    public long of(String item, UUID office) {
        return sum(count -> count.item().equals(item) && count.office().equals(office));
    }

    /** Pieces of that validity (有效性). */
    public long ofValidity(String validity) {
        return sum(count -> validity.equals(count.validity()));
    }

    private long sum(Predicate<Count> which) {
        return rows.stream().filter(which).mapToLong(Count::pieces).sum();
    }
}
