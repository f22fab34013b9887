package openland.oversight;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of reported figures. Rows only come. */
@Repository
class ReportedStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST = 1_000;

    private final JdbcClient db;
    private final JdbcClient reader;

    ReportedStore(JdbcClient db, @Qualifier("publicReader") JdbcClient reader) {
        this.db = db;
        this.reader = reader;
    }

    void add(Reported reported, UUID officer) {
        db.sql("""
                insert into oversight_reported (office, kind, month, at, parts, total, officer)
                values (:office, :kind, :month, :at, :parts::jsonb, :total, :officer)""")
                .param("office", reported.office()).param("kind", reported.kind().name()).param("month", Date.valueOf(reported.month().atDay(1)))
                .param("at", Timestamp.from(reported.at())).param("parts", JSON.writeValueAsString(reported.parts())).param("total", reported.total())
                .param("officer", officer).update();
    }

    /** What each office last said of each month and kind. */
    List<Reported> newest(Collection<UUID> offices) {
        return reader.sql("""
                select * from (select distinct on (office, kind, month) office, kind, month, at, parts, total from oversight_reported
                                where office = any(:offices) order by office, kind, month, at desc) newest
                 order by month desc, office, kind limit :most""")
                .param("offices", offices.toArray(UUID[]::new)).param("most", MOST)
                .query((row, _) -> new Reported(row.getObject("office", UUID.class), ReportedKind.valueOf(row.getString("kind")),
                        YearMonth.from(row.getObject("month", LocalDate.class)), JSON.readValue(row.getString("parts"), new TypeReference<Map<String, Long>>() {}),
                        row.getLong("total"), row.getTimestamp("at").toInstant())).list();
    }
}
