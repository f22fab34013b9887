package openland.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link Question}.
 *
 * @param total    how many pieces there are, exactly
 * @param next     what to give as {@code after} for the following page; null on the last one
 * @param near     when there is no hit: what comes near; always empty for an absent number
 * @param numbers  the document and index numbers understood in the question, as they are looked for
 * @param sentence when there is no hit: what to tell the person
 */
public record Found(long total, List<Hit> hits, List<Facet> facets, @Nullable String next, List<Hit> near,
        List<String> numbers, @Nullable String sentence) {
    /** Whether nothing answers the question. */
    public boolean noGoodAnswer() {
        return total == 0;
    }
}
