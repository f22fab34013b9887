package openland.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The log's name and key, and every checkpoint it ever signed. */
@Repository
class Checkpoints {
    private static final long LOCK = 0x6c65646765720001L;

    private final JdbcClient db;

    Checkpoints(JdbcClient db) {
        this.db = db;
    }

    /** Takes the right to sign until the transaction ends, over all nodes; false when another has it. */
    boolean tryLock() {
        return db.sql("select pg_try_advisory_xact_lock(:lock)").param("lock", LOCK).query(Boolean.class).single();
    }

    /** The same, and waits for it. */
    void lock() {
        db.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query((_, _) -> true).single();
    }

    /** The log's name and public key; absent only before the first start. */
    Optional<VerifierKey> log() {
        return db.sql("select origin, public_key from ledger_log")
                .query((row, _) -> new VerifierKey(row.getString(1), row.getBytes(2))).optional();
    }

    void create(VerifierKey log, Instant now) {
        db.sql("insert into ledger_log (origin, public_key, created_at) values (:origin, :key, :now)")
                .param("origin", log.name()).param("key", log.publicKey()).param("now", now.atOffset(ZoneOffset.UTC)).update();
    }

    /** How many entries the newest checkpoint covers, 0 before the first one. */
    long size() {
        return db.sql("select coalesce(max(size), 0) from ledger_checkpoint").query(Long.class).single();
    }

    Optional<SignedCheckpoint> latest() {
        return db.sql("select size, root, note, signed_at from ledger_checkpoint order by size desc limit 1")
                .query(Checkpoints::checkpoint).optional();
    }

    /** The right edge of the tree at that checkpoint. */
    CompactRange frontier(long size) {
        var encoded = db.sql("select frontier from ledger_checkpoint where size = :size")
                .param("size", size).query((row, _) -> row.getBytes(1)).single();
        return CompactRange.decode(size, encoded);
    }

    /** The roots signed for the sizes after {@code after}, up to and with {@code upTo}. */
    Map<Long, SignedCheckpoint> between(long after, long upTo) {
        return db.sql("select size, root, note, signed_at from ledger_checkpoint where size > :after and size <= :upTo")
                .param("after", after).param("upTo", upTo).query(Checkpoints::checkpoint)
                .stream().collect(Collectors.toMap(SignedCheckpoint::size, c -> c));
    }

    void add(SignedCheckpoint checkpoint, CompactRange frontier) {
        db.sql("""
                insert into ledger_checkpoint (size, root, note, frontier, signed_at)
                values (:size, :root, :note, :frontier, :at)""")
                .param("size", checkpoint.size()).param("root", checkpoint.root()).param("note", checkpoint.note())
                .param("frontier", frontier.encoded()).param("at", checkpoint.signedAt().atOffset(ZoneOffset.UTC)).update();
    }

    private static SignedCheckpoint checkpoint(ResultSet row, int number) throws SQLException {
        return new SignedCheckpoint(row.getLong("size"), row.getBytes("root"), row.getString("note"),
                row.getObject("signed_at", OffsetDateTime.class).toInstant());
    }
}
