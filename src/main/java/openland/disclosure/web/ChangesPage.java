package openland.disclosure.web;

import java.util.List;
import java.util.stream.IntStream;
import openland.disclosure.Change;
import openland.disclosure.Edition;
import openland.disclosure.Piece;

/**
 * What the page of the difference between two editions shows.
 *
 * @param changes those that are shown, at most {@link #MOST}
 * @param more    how many are not
 * @param others  further pairs that can be compared
 */
public record ChangesPage(Piece piece, Edition from, Edition to, List<Change> changes, int more, List<Pair> others) {
    static final int MOST = 500;

    /** Two editions, the earlier first. */
    public record Pair(int from, int to) {}

    static ChangesPage of(Piece piece, Edition from, Edition to, List<Change> changes) {
        var readable = piece.readable().stream().map(Piece.Line::number).toList();
        var others = IntStream.range(1, readable.size())
                .mapToObj(i -> new Pair(readable.get(i - 1), readable.get(i)))
                .filter(pair -> pair.from() != from.number() || pair.to() != to.number()).toList().reversed();
        int shown = Math.min(MOST, changes.size());
        return new ChangesPage(piece, from, to, changes.subList(0, shown), changes.size() - shown, others);
    }

    /** The address of the piece. */
    public String here() {
        return "/disclosures/" + piece.id();
    }
}
