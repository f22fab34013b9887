package openland.office;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import openland.base.Digests;
import openland.base.Time;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts tries, in the database, so that all nodes count together. A try is counted before it is made: a hundred at
 * once are still a hundred. Only digests of names and addresses are kept.
 */
@Repository
class Attempts {
    /** How long a count lives, and how long a lock lasts. */
    static final Duration WINDOW = Duration.ofMinutes(15);

    private final JdbcClient db;

    Attempts(JdbcClient db) {
        this.db = db;
    }

    /** The number of this try. The try that reaches {@code limit} starts the window anew: the lock lasts from then. */
    int take(String key, int limit, Instant now) {
        return db.sql("""
                insert into office_attempt as a (key, count, since) values (:key, 1, :now)
                on conflict (key) do update set
                    count = case when a.since <= :expired then 1 else a.count + 1 end,
                    since = case when a.since <= :expired or a.count + 1 = :limit then :now else a.since end
                returning count""")
                .param("key", digest(key)).param("limit", limit).param("now", Time.utc(now)).param("expired", Time.utc(now.minus(WINDOW)))
                .query(Integer.class).single();
    }

    /** True when {@code limit} tries are used up and the window is still open. */
    boolean isUsedUp(String key, int limit, Instant now) {
        return db.sql("select exists (select from office_attempt where key = :key and count >= :limit and since > :expired)")
                .param("key", digest(key)).param("limit", limit).param("expired", Time.utc(now.minus(WINDOW)))
                .query(Boolean.class).single();
    }

    /** The try was none: it succeeded. */
    void giveBack(String key) {
        db.sql("update office_attempt set count = greatest(count - 1, 0) where key = :key").param("key", digest(key)).update();
    }

    void forget(String key) {
        db.sql("delete from office_attempt where key = :key").param("key", digest(key)).update();
    }

    void forgetExpired(Instant now) {
        db.sql("delete from office_attempt where since <= :expired").param("expired", Time.utc(now.minus(WINDOW))).update();
    }

    private static byte[] digest(String key) {
        return Digests.sha256(key.getBytes(StandardCharsets.UTF_8));
    }
}
