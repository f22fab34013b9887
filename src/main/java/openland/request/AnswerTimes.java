package openland.request;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How long answers took, in counted working days; days on which others were asked stand apart.
 *
 * @param label    of which answers
 * @param count    how many
 * @param median   half of them took no longer
 * @param ninth    nine in ten took no longer
 * @param longest  of all
 * @param excluded of those for whom others were asked: how many they are, and the median of the days that were not counted
 */
public record AnswerTimes(String label, long count, int median, int ninth, int longest, Excluded excluded) {

    /** Days that were not counted. @param median 0 when there are none */
    public record Excluded(long count, int median) {}

    /**
     * Some that took as long.
     *
     * @param reply their type
     */
    record Took(String reply, int counted, int excluded, boolean extended, long count) {}

    /** @return null when there are none */
    static @Nullable AnswerTimes of(String label, List<Took> some) {
        var counted = new TreeMap<Integer, Long>();
        var excluded = new TreeMap<Integer, Long>();
        for (var took : some) {
            counted.merge(took.counted(), took.count(), Long::sum);
            if (took.excluded() > 0) {
                excluded.merge(took.excluded(), took.count(), Long::sum);
            }
        }
        if (counted.isEmpty()) {
            return null;
        }
        return new AnswerTimes(label, count(counted), percentile(counted, 50), percentile(counted, 90), counted.lastKey(),
                new Excluded(count(excluded), excluded.isEmpty() ? 0 : percentile(excluded, 50)));
    }

    private static long count(Map<Integer, Long> days) {
        return days.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The fewest days within which that many in a hundred lie. */
    static int percentile(TreeMap<Integer, Long> days, int percent) {
        long wanted = Math.max(1, Math.ceilDiv(count(days) * percent, 100));
        long seen = 0;
        for (var entry : days.entrySet()) {
            seen += entry.getValue();
            if (seen >= wanted) {
                return entry.getKey();
            }
        }
        throw new IllegalArgumentException("No days");
    }
}
