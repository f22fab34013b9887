package openland.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    /** The log's name and keys; absent only before the first start. */
    Optional<LogKeys> keys() {
        return db.sql("select origin from ledger_log").query(String.class).optional().map(this::keysOf);
    }

    private LogKeys keysOf(String origin) {
        var epochs = new TreeMap<Long, List<VerifierKey>>();
        db.sql("select since, type, public_key from ledger_key order by since, type")
                .query(row -> {
                    epochs.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                            .add(new VerifierKey(origin, KeyType.ofWord(row.getString(2)), row.getBytes(3)));
                });
        return new LogKeys(origin, epochs.entrySet().stream().map(epoch -> new LogKeys.Epoch(epoch.getKey(), epoch.getValue())).toList());
    }

    void create(LogKeys log, Instant now) {
        db.sql("insert into ledger_log (origin, public_key, created_at) values (:origin, :key, :now)")
                .param("origin", log.origin()).param("key", log.newest().getFirst().publicKey())
                .param("now", now.atOffset(ZoneOffset.UTC)).update();
        log.epochs().forEach(epoch -> add(epoch, null, now));
    }

    /** @param entry the entry that announces them; null for the first */
    void add(LogKeys.Epoch epoch, @Nullable Long entry, Instant now) {
        for (var key : epoch.keys()) {
            db.sql("insert into ledger_key (since, type, public_key, entry, added_at) values (:since, :type, :key, :entry, :now)")
                    .param("since", epoch.since()).param("type", key.type().word()).param("key", key.publicKey())
                    .param("entry", entry).param("now", now.atOffset(ZoneOffset.UTC)).update();
        }
    }

    /** How many entries the newest checkpoint covers, 0 before the first one. */
    long size() {
        return db.sql("select coalesce(max(size), 0) from ledger_checkpoint").query(Long.class).single();
    }

    Optional<SignedCheckpoint> latest() {
        return db.sql("select size, root, note, signed_at from ledger_checkpoint order by size desc limit 1")
                .query(Checkpoints::checkpoint).optional();
    }

    Optional<SignedCheckpoint> ofSize(long size) {
        return db.sql("select size, root, note, signed_at from ledger_checkpoint where size = :size")
                .param("size", size).query(Checkpoints::checkpoint).optional();
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
