package openland.office.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import openland.base.database.CannotStart;

/** What is left to each address, in this process: a bucket each, refilled evenly. A full one need not be remembered. */
class Buckets {
    /** Some 300 bytes each. */
    private static final int MOST = 100_000;
    private static final Duration REFILLED = Duration.ofMinutes(1);

    private record Key(Limit limit, String network) {}

    private final int factor;
    private final Cache<Key, Bucket> buckets = Caffeine.newBuilder().maximumSize(MOST)
            .expireAfterAccess(REFILLED.multipliedBy(2)).build();

    /** @param factor by which every limit is multiplied. @throws CannotStart when it would let nobody in */
    Buckets(int factor) {
        if (factor < 1 || factor > 100_000) {
            throw new CannotStart("OPENLAND_LIMIT_FACTOR is " + factor + ".", "Give a whole number from 1 to 100000, or nothing for 1.");
        }
        this.factor = factor;
    }

    /** Takes one request out. @return zero when it may pass, else how long to wait */
    Duration take(Limit limit, String network) {
        var probe = buckets.get(new Key(limit, network), key -> bucket(key.limit())).tryConsumeAndReturnRemaining(1);
        return Duration.ofNanos(probe.isConsumed() ? 0 : Math.max(1, probe.getNanosToWaitForRefill()));
    }

    private Bucket bucket(Limit limit) {
        long most = (long) limit.aMinute() * factor;
        return Bucket.builder().addLimit(bandwidth -> bandwidth.capacity(most).refillGreedy(most, REFILLED))
                .withNanosecondPrecision().build();   // which no change of the clock moves
    }
}
