package openland.oversight;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what must be so at all times. */
@Repository
class StateStore {
    private final JdbcClient db;
    private final JdbcClient reader;

    StateStore(JdbcClient db, @Qualifier("publicReader") JdbcClient reader) {
        this.db = db;
        this.reader = reader;
    }

    /** How many pieces of an item an office has made public, as far as a checkpoint covers them. */
    record Shown(String item, long pieces, Instant newest) {}

    /** What was last said. */
    record Said(String obligation, boolean holds, Instant at) {}

    List<Shown> shown(UUID office) {
        return reader.sql("""
                select item, count(distinct disclosure) as pieces, max(published_at) as newest from disclosure_content
                 where office = :office and ledger_index < (select coalesce(max(size), 0) from ledger_checkpoint) group by item""")
                .param("office", office).query((row, _) -> new Shown(row.getString("item"), row.getLong("pieces"), row.getTimestamp("newest").toInstant())).list();
    }

    List<Said> said(UUID office) {
        return reader.sql("select distinct on (obligation) obligation, holds, at from oversight_state where office = :office order by obligation, at desc")
                .param("office", office).query((row, _) -> new Said(row.getString("obligation"), row.getBoolean("holds"), row.getTimestamp("at").toInstant())).list();
    }

    void add(UUID office, Said said, UUID officer) {
        db.sql("insert into oversight_state (office, obligation, at, holds, officer) values (:office, :obligation, :at, :holds, :officer)")
                .param("office", office).param("obligation", said.obligation()).param("at", Timestamp.from(said.at())).param("holds", said.holds())
                .param("officer", officer).update();
    }
}
