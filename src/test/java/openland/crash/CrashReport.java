package openland.crash;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a run came to.
 *
 * @param looks         how often a piece on its way out was asked for
 * @param ends          ends of programs that nobody caused directly, as when a start misses its database
 * @param longestOutage the longest time in which no request of any writer succeeded
 * @param differences   between what was acknowledged and what is shown, each in a sentence; none is the only good answer
 */
record CrashReport(CrashPlan plan, Book book, Map<String, Integer> kills, int looks, int retries, int ends, Duration time,
        Duration longestOutage, List<String> differences) {
    int killed() {
        return kills.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public String toString() {
        return "crash: %d process(es), seed %d: %d pieces, %d acknowledged, %d editions, %d withdrawn; %d kills %s; %d retries, %d ends by themselves; %d things seen, %d looks at withdrawn pieces; %d s, longest outage %.1f s; %d differences%s"
                .formatted(plan.programs(), plan.seed(), plan.pieces(), book.acknowledged(), book.told.size(), book.withdrawn.size(),
                        killed(), kills, retries, ends, book.seen.size(), looks, time.toSeconds(), longestOutage.toMillis() / 1000.0,
                        differences.size(), differences.stream().limit(20).map(each -> "\n  " + each).reduce("", String::concat));
    }
}
