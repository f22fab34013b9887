package openland.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import openland.base.Keyset;
import openland.base.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of candidates. */
@Repository
class CandidateStore {
    private final JdbcClient db;

    CandidateStore(JdbcClient db) {
        this.db = db;
    }

    /** False when the same was found before. */
    boolean add(Candidate candidate) {
        var at = candidate.happenedAt();
        return db.sql("""
                insert into casework_candidate (id, office, item, key, subject, happened_at, reason, source, source_ref, found_at)
                values (:id, :office, :item, :key, :subject, :happened, :reason, :source, :ref, :at)
                on conflict do nothing""")
                .param("id", candidate.id()).param("office", candidate.office()).param("item", candidate.item()).param("key", candidate.key())
                .param("subject", candidate.subject()).param("happened", at == null ? null : Timestamp.valueOf(at)).param("reason", candidate.reason())
                .param("source", candidate.source().name()).param("ref", candidate.ref()).param("at", Timestamp.from(candidate.foundAt())).update() == 1;
    }

    /** The one that stood in its way: just this finding, or else what waits under its key. */
    Candidate same(Candidate candidate) {
        return db.sql("""
                select * from casework_candidate
                 where office = :office and item = :item and key = :key
                   and (subject = :subject and source = :source and source_ref = :ref or key <> '' and state = 'WAITING')
                 order by (subject = :subject and source = :source and source_ref = :ref) desc limit 1""")
                .param("office", candidate.office()).param("item", candidate.item()).param("key", candidate.key()).param("subject", candidate.subject())
                .param("source", candidate.source().name()).param("ref", candidate.ref()).query(CandidateStore::candidate).single();
    }

    boolean isKnown(Candidates.Noticed noticed) {
        return db.sql("""
                select exists (select from casework_candidate
                 where office = :office and item = :item and key = :key
                   and (subject = :subject and source = :source and source_ref = :ref or key <> '' and state = 'WAITING'))""")
                .param("office", noticed.office()).param("item", noticed.item()).param("key", noticed.key()).param("subject", noticed.subject())
                .param("source", noticed.source().name()).param("ref", noticed.ref()).query(Boolean.class).single();
    }

    Optional<Candidate> byId(UUID id) {
        return db.sql("select * from casework_candidate where id = :id").param("id", id).query(CandidateStore::candidate).optional();
    }

    /** The same, held against others until the transaction ends. */
    Optional<Candidate> locked(UUID id) {
        return db.sql("select * from casework_candidate where id = :id for update").param("id", id).query(CandidateStore::candidate).optional();
    }

    List<Candidate> waiting(Collection<UUID> offices, Candidate.@Nullable Source source, @Nullable String after, int limit) {
        var key = Keyset.decode(after);
        return db.sql("""
                select * from casework_candidate
                 where office = any(:offices) and state = 'WAITING' and (:source::text is null or source = :source)
                   and (found_at, id) > (:at::timestamptz, :id::uuid)
                 order by found_at, id limit :limit""")
                .param("offices", offices.toArray(UUID[]::new)).param("source", source == null ? null : source.name())
                .param("at", key == null ? "-infinity" : part(key, 0)).param("id", key == null ? new UUID(0, 0).toString() : part(key, 1))
                .param("limit", limit).query(CandidateStore::candidate).list();
    }

    static String key(Candidate candidate) {
        return candidate.foundAt() + " " + candidate.id();
    }

    /** Read, so that nothing else reaches the database. */
    private static String part(String key, int n) {
        try {
            var parts = key.split(" ", 2);
            return n == 0 ? Instant.parse(parts[0]).toString() : UUID.fromString(parts[1]).toString();
        } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw Refusal.invalid("翻页参数after不是本系统给出的值，请从第一页重新开始。");
        }
    }

    long countWaiting(Collection<UUID> offices) {
        return db.sql("select count(*) from casework_candidate where office = any(:offices) and state = 'WAITING'")
                .param("offices", offices.toArray(UUID[]::new)).query(Long.class).single();
    }

    List<Candidate> decided(Collection<UUID> offices, int limit) {
        return db.sql("select * from casework_candidate where office = any(:offices) and state <> 'WAITING' order by decided_at desc limit :limit")
                .param("offices", offices.toArray(UUID[]::new)).param("limit", limit).query(CandidateStore::candidate).list();
    }

    void decide(UUID id, Candidate.State state, UUID officer, Instant at, String reason, @Nullable UUID duty) {
        db.sql("""
                update casework_candidate set state = :state, decided_by = :officer, decided_at = :at, decision_reason = :reason, case_id = :duty
                 where id = :id""")
                .param("state", state.name()).param("officer", officer).param("at", Timestamp.from(at)).param("reason", reason).param("duty", duty)
                .param("id", id).update();
    }

    private static Candidate candidate(ResultSet row, int n) throws SQLException {
        var decided = row.getTimestamp("decided_at");
        return new Candidate(row.getObject("id", UUID.class), row.getObject("office", UUID.class), row.getString("item"), row.getString("key"),
                row.getString("subject"), row.getObject("happened_at", LocalDateTime.class), row.getString("reason"),
                Candidate.Source.valueOf(row.getString("source")), row.getString("source_ref"), Candidate.State.valueOf(row.getString("state")),
                row.getTimestamp("found_at").toInstant(), row.getObject("decided_by", UUID.class), decided == null ? null : decided.toInstant(),
                row.getString("decision_reason"), row.getObject("case_id", UUID.class));
    }
}
