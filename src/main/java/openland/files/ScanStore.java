package openland.files;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import openland.files.Scanning.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of verdicts: what the scanner said of each content, and what waits for it. */
@Repository
class ScanStore {
    private final JdbcClient db;

    ScanStore(JdbcClient db) {
        this.db = db;
    }

    /** A content that something is to be done about. */
    record Todo(String sha256, Verdict state) {}

    Optional<Verdict> verdict(String sha256) {
        return db.sql("select state from files_scan where sha256 = :sha256").param("sha256", sha256)
                .query(String.class).optional().map(Verdict::valueOf);
    }

    /** Writes down what was said of an upload; no answer leaves what was known. @return what holds now */
    Verdict put(String sha256, Answer answer, Instant now) {
        return Verdict.valueOf(db.sql("""
                insert into files_scan (sha256, state, name, at, quarantined)
                values (:sha256, :state, :name, :now,
                        :state = 'WAITING' and not exists (select 1 from files_file where sha256 = :sha256))
                on conflict (sha256) do update
                   set state = case when excluded.state = 'WAITING' then files_scan.state else excluded.state end,
                       name = case when excluded.state = 'WAITING' then files_scan.name else excluded.name end,
                       at = excluded.at,
                       quarantined = files_scan.quarantined and excluded.state <> 'CLEAN'
                returning state""")
                .param("sha256", sha256).param("state", answer.verdict().name()).param("name", answer.name())
                .param("now", Timestamp.from(now)).query(String.class).single());
    }

    /** Everything that was stored before there was a scanner. */
    void awaitStock(Instant now) {
        db.sql("""
                insert into files_scan (sha256, state, name, at, quarantined)
                select sha256, 'WAITING', '', :now, false from files_file f
                 where not exists (select 1 from files_scan s where s.sha256 = f.sha256)
                on conflict (sha256) do nothing""").param("now", Timestamp.from(now)).update();
    }

    /** Takes what has waited longest, for one node alone until then: a verdict to be had, or infected bytes to be deleted. */
    Optional<Todo> claim(Instant now, Instant until) {
        return db.sql("""
                update files_scan set claimed_until = :until
                 where sha256 = (select sha256 from files_scan
                                  where (state = 'WAITING' or (state = 'INFECTED' and quarantined))
                                    and (claimed_until is null or claimed_until < :now)
                                  order by at limit 1 for update skip locked)
                returning sha256, state""")
                .param("now", Timestamp.from(now)).param("until", Timestamp.from(until)).query(Todo.class).optional();
    }

    /** Ends a claim: with a verdict, or to the end of the queue. */
    void settle(String sha256, Answer answer, Instant now) {
        db.sql("""
                update files_scan set state = :state, name = :name, at = :now, claimed_until = null,
                                      quarantined = quarantined and :state <> 'CLEAN'
                 where sha256 = :sha256 and state = 'WAITING'""")
                .param("sha256", sha256).param("state", answer.verdict().name()).param("name", answer.name())
                .param("now", Timestamp.from(now)).update();
    }

    /** Locks the verdict until the transaction ends. True when its bytes are to be deleted. */
    boolean isToBeDeleted(String sha256) {
        return db.sql("select 1 from files_scan where sha256 = :sha256 and state = 'INFECTED' and quarantined for update")
                .param("sha256", sha256).query(Integer.class).optional().isPresent();
    }

    void deleted(String sha256) {
        db.sql("update files_scan set quarantined = false, claimed_until = null where sha256 = :sha256").param("sha256", sha256).update();
    }
}
