package openland.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the log. There is no way to change one. */
@Repository
class Entries {
    private static final String COLUMNS = "select idx, subject, leaf from ledger_entry ";

    private final JdbcClient db;
    private final JdbcClient reader;

    /** @param reader with the rights, and from the pool, of the public */
    Entries(JdbcClient db, @Qualifier("publicReader") JdbcClient reader) {
        this.db = db;
        this.reader = reader;
    }

    /** Takes the next index. Its row stays locked until the transaction ends, so indices are committed in order, without gaps. */
    long takeIndex() {
        return db.sql("update ledger_counter set next = next + 1 returning next - 1").query(Long.class).single();
    }

    Optional<Long> lastOf(UUID subject) {
        return db.sql("select idx from ledger_entry where subject = :subject order by idx desc limit 1")
                .param("subject", subject).query(Long.class).optional();
    }

    void add(Entry entry) {
        db.sql("""
                insert into ledger_entry (idx, subject, type, leaf, leaf_hash, at)
                values (:idx, :subject, :type, :leaf, :hash, :at)""")
                .param("idx", entry.index()).param("subject", entry.subject()).param("type", entry.leaf().type().json())
                .param("leaf", entry.text()).param("hash", entry.hash())
                .param("at", entry.leaf().time().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What the tree is made of: the place and the text, unread, whatever it says. */
    record Row(long index, String text) {
        byte[] hash() {
            return Leaf.hash(text);
        }
    }

    /** All committed rows from {@code from} on, at most {@code limit}, whether covered or not. */
    List<Row> rows(long from, int limit) {
        return db.sql("select idx, leaf from ledger_entry where idx >= :from order by idx limit :limit")
                .param("from", from).param("limit", limit)
                .query((row, _) -> new Row(row.getLong(1), row.getString(2))).list();
    }

    /** The entries from {@code from} on that a checkpoint covers, at most {@code limit}. */
    List<Entry> coveredFrom(long from, int limit) {
        return reader.sql(COLUMNS + """
                where idx >= :from and idx < (select max(size) from ledger_checkpoint)
                order by idx limit :limit""")
                .param("from", from).param("limit", limit).query(Entries::entry).list();
    }

    List<Ledger.Line> linesFrom(long from, int limit) {
        return reader.sql(COLUMNS + """
                where idx >= :from and idx < (select max(size) from ledger_checkpoint)
                order by idx limit :limit""")
                .param("from", from).param("limit", limit)
                .query((row, _) -> new Ledger.Line(row.getLong("idx"), row.getObject("subject", UUID.class), row.getString("leaf"))).list();
    }

    Optional<String> line(long index) {
        return db.sql("select leaf from ledger_entry where idx = :idx").param("idx", index).query(String.class).optional();
    }

    /** The newest covered entries before {@code before}, newest first. */
    List<Entry> coveredBefore(long before, int limit) {
        return reader.sql(COLUMNS + """
                where idx < :before and idx < (select max(size) from ledger_checkpoint)
                order by idx desc limit :limit""")
                .param("before", before).param("limit", limit).query(Entries::entry).list();
    }

    List<Entry> ofSubject(UUID subject) {
        return db.sql(COLUMNS + "where subject = :subject order by idx").param("subject", subject).query(Entries::entry).list();
    }

    Optional<Entry> at(long index) {
        return db.sql(COLUMNS + "where idx = :idx").param("idx", index).query(Entries::entry).optional();
    }

    /** How many entries there are if none is missing: the highest index plus one. */
    long end() {
        return db.sql("select coalesce(max(idx) + 1, 0) from ledger_entry").query(Long.class).single();
    }

    /** What the counter says the next index is. */
    long next() {
        return db.sql("select next from ledger_counter").query(Long.class).single();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        var text = row.getString("leaf");
        return new Entry(row.getLong("idx"), row.getObject("subject", UUID.class), Leaf.parse(text), text);
    }
}
