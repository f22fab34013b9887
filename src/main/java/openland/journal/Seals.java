package openland.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The chain of hashes. */
@Repository
class Seals {
    /** The hash that stands before the first seal. */
    static final byte[] NOTHING = new byte[32];

    /** {@code entry} is the number of the sealed row. */
    record Seal(long seq, long entry, byte[] hash) {}

    /** A seal with the row it names; null when that row is gone. */
    record Sealed(Seal seal, @Nullable Entry entry) {}

    private final JdbcClient db;
    private final Entries entries;

    Seals(JdbcClient db, Entries entries) {
        this.db = db;
        this.entries = entries;
    }

    /** True when this transaction, of all nodes, may seal. */
    boolean mayBeSetHere() {
        return db.sql("select pg_try_advisory_xact_lock(hashtext('journal_seal'))").query(Boolean.class).single();
    }

    Seal last() {
        return db.sql("select seq, entry, hash from journal_seal order by seq desc limit 1")
                .query((row, _) -> new Seal(row.getLong("seq"), row.getLong("entry"), row.getBytes("hash")))
                .optional().orElse(new Seal(0, 0, NOTHING));
    }

    void set(Seal seal) {
        db.sql("insert into journal_seal (seq, entry, hash) values (:seq, :entry, :hash)")
                .param("seq", seal.seq()).param("entry", seal.entry()).param("hash", seal.hash()).update();
        db.sql("delete from journal_unsealed where n = :n").param("n", seal.entry()).update();
    }

    List<Sealed> after(long seq, int limit) {
        return db.sql("""
                select s.seq, s.entry, s.hash, e.n, e.id, e.at, e.act, e.officer, e.office, e.subject, e.detail::text as detail
                  from journal_seal s left join journal_entry e on e.n = s.entry
                 where s.seq > :seq order by s.seq limit :limit""")
                .param("seq", seq).param("limit", limit)
                .query((row, number) -> new Sealed(
                        new Seal(row.getLong("seq"), row.getLong("entry"), row.getBytes("hash")),
                        row.getObject("id") == null ? null : entries.entry(row, number)))
                .list();
    }
}
