package openland.search;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Counts, over all hits of a search, how many bear each value of each facet. */
final class FacetCounts implements CollectorManager<FacetCounts.Counting, Map<String, Map<String, Integer>>> {
    static final List<String> FACETS = List.of(Fields.OFFICE, Fields.ITEM, Fields.YEAR, Fields.VALIDITY, Fields.CATEGORY);

    @Override
    public Counting newCollector() {
        return new Counting();
    }

    @Override
    public Map<String, Map<String, Integer>> reduce(Collection<Counting> parts) throws IOException {
        var sum = new HashMap<String, Map<String, Integer>>();
        for (var part : parts) {
            part.finishSegment();
            part.counts.forEach((facet, values) -> values.forEach((value, count) ->
                    sum.computeIfAbsent(facet, _ -> new HashMap<>()).merge(value, count, Integer::sum)));
        }
        return sum;
    }

    /** Counts ordinals within a segment and turns them into values at its end. */
    static final class Counting extends SimpleCollector {
        private final Map<String, Map<String, Integer>> counts = new HashMap<>();
        private SortedDocValues[] values = {};
        private int[][] ordinals = {};

        @Override
        protected void doSetNextReader(LeafReaderContext segment) throws IOException {
            finishSegment();
            values = new SortedDocValues[FACETS.size()];
            ordinals = new int[FACETS.size()][];
            for (int facet = 0; facet < values.length; facet++) {
                values[facet] = DocValues.getSorted(segment.reader(), FACETS.get(facet));
                ordinals[facet] = new int[values[facet].getValueCount()];
            }
        }

        @Override
        public void collect(int document) throws IOException {
            for (int facet = 0; facet < values.length; facet++) {
                if (values[facet].advanceExact(document)) {
                    ordinals[facet][values[facet].ordValue()]++;
                }
            }
        }

        private void finishSegment() throws IOException {
            for (int facet = 0; facet < values.length; facet++) {
                var sums = counts.computeIfAbsent(FACETS.get(facet), _ -> new HashMap<>());
                for (int ordinal = 0; ordinal < ordinals[facet].length; ordinal++) {
                    if (ordinals[facet][ordinal] > 0) {
                        sums.merge(values[facet].lookupOrd(ordinal).utf8ToString(), ordinals[facet][ordinal], Integer::sum);
                    }
                }
            }
            values = new SortedDocValues[0];
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
