package openland.disclosure;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import openland.ledger.Commitment;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the tables say became public or was withdrawn, by its place in the ledger: for comparing the two. */
@Repository
public class Publications {
    /**
     * An edition that became public at one entry.
     *
     * @param commitment   computed anew from the salt and the canonical text; null when the content is not there
     * @param withdrawn    whether a tombstone stands for it
     * @param isListedTrue whether lists show the title, number and dates of the canonical text
     * @param files        SHA-256 of its attachments
     */
    public record Publication(UUID disclosure, String indexNumber, int edition, long ledgerIndex, @Nullable Commitment commitment,
            boolean withdrawn, boolean isListedTrue, List<String> files) {}

    /** A tombstone. @param edition null: for the whole piece */
    public record Taken(UUID disclosure, @Nullable Integer edition, long ledgerIndex) {}

    private final JdbcClient db;

    Publications(JdbcClient db) {
        this.db = db;
    }

    /** Those of the entries from {@code from} up to, and without, {@code to}, in order. */
    public List<Publication> between(long from, long to) {
        return db.sql("""
                select e.disclosure, d.index_number, e.number, e.ledger_index, c.canonical, c.salt,
                       exists (select 1 from disclosure_withdrawal w where w.disclosure = e.disclosure
                                  and (w.edition is null or w.edition = e.number)) as withdrawn,
                       (c.title, c.document_number, c.item, c.validity, c.produced_on::text) is not distinct from
                           (j ->> 'title', j ->> 'documentNumber', j ->> 'item', j ->> 'validity', j ->> 'producedOn')
                           and (c.canonical is null or (c.ledger_index, c.office, d.index_number)
                               = (e.ledger_index, d.office, j ->> 'indexNumber')) as listed_true,
                       array(select a ->> 'sha256' from jsonb_array_elements(j -> 'attachments') a) as files
                  from disclosure_edition e join disclosure_disclosure d on d.id = e.disclosure
                       left join disclosure_content c on (c.disclosure, c.number) = (e.disclosure, e.number)
                       left join lateral (select c.canonical::jsonb as j) parsed on true
                 where e.ledger_index >= :from and e.ledger_index < :to
                 order by e.ledger_index""")
                .param("from", from).param("to", to).query((row, _) -> publication(row)).list();
    }

    private static Publication publication(ResultSet row) throws SQLException {
        var canonical = row.getString("canonical");
        return new Publication(row.getObject("disclosure", UUID.class), row.getString("index_number"), row.getInt("number"),
                row.getLong("ledger_index"),
                canonical == null ? null : Commitment.of(row.getBytes("salt"), canonical.getBytes(StandardCharsets.UTF_8)),
                row.getBoolean("withdrawn"), row.getBoolean("listed_true"),
                List.of((String[]) row.getArray("files").getArray()));
    }

    /** The tombstones of those entries, in order. */
    public List<Taken> takenBetween(long from, long to) {
        return db.sql("""
                select disclosure, edition, ledger_index from disclosure_withdrawal
                 where ledger_index >= :from and ledger_index < :to order by ledger_index""")
                .param("from", from).param("to", to)
                .query((row, _) -> new Taken(row.getObject("disclosure", UUID.class), row.getObject("edition", Integer.class),
                        row.getLong("ledger_index"))).list();
    }

    /** The index numbers (索引号) that were issued and that no piece bears: {@code DEMO01 2026-00007}. There are none. */
    public List<String> missingNumbers(int limit) {
        return db.sql("""
                select counter.office || ' ' || counter.tail
                  from (select office, year || '-' || lpad(n::text, greatest(5, length(n::text)), '0') as tail
                          from disclosure_number_counter, generate_series(1, next - 1) n) counter
                       left join (select office, substring(index_number from '/(\\d{4}-\\d{5,})$') as tail
                                    from disclosure_disclosure) piece using (office, tail)
                 where piece.tail is null
                 order by 1 limit :limit""")
                .param("limit", limit).query(String.class).list();
    }
}
