package openland.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import openland.base.CanonicalJson;
import openland.base.Time;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of the journal. */
@Repository
class Entries {
    private static final TypeReference<Map<String, Object>> DETAIL = new TypeReference<>() {};
    private static final String COLUMNS = "e.n, e.id, e.at, e.act, e.officer, e.office, e.subject, e.detail::text as detail";

    private final JdbcClient db;
    private final JsonMapper json;

    Entries(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    void add(UUID id, Instant at, Act act) {
        db.sql("""
                insert into journal_entry (id, at, act, officer, office, subject, detail)
                values (:id, :at, :act, cast(:officer as uuid), cast(:office as uuid), :subject, cast(:detail as jsonb))""")
                .param("id", id).param("at", Time.utc(at))
                .param("act", act.name()).param("officer", act.officer()).param("office", act.office())
                .param("subject", act.subject()).param("detail", CanonicalJson.of(act.detail()))
                .update();
    }

    List<Entry> newestFirst(Filter filter, long before, int limit) {
        var offices = filter.offices() == null ? null : filter.offices().toArray(UUID[]::new);
        return db.sql("select " + COLUMNS + """
                  from journal_entry e
                 where e.n < :before
                   and (cast(:officer as uuid) is null or e.officer = cast(:officer as uuid))
                   and (cast(:subject as text) is null or e.subject = cast(:subject as text))
                   and (cast(:offices as uuid[]) is null or e.office = any(cast(:offices as uuid[])))
                 order by e.n desc limit :limit""")
                .param("before", before).param("officer", filter.officer()).param("subject", filter.subject())
                .param("offices", offices).param("limit", limit)
                .query(this::entry).list();
    }

    /** Entries that wait for their seal, the oldest first. */
    List<Entry> unsealed(int limit) {
        return db.sql("select " + COLUMNS + """
                  from journal_unsealed u join journal_entry e on e.n = u.n
                 order by u.n limit :limit""")
                .param("limit", limit).query(this::entry).list();
    }

    /** The first entry older than {@code before} that no seal names. */
    @Nullable Long firstWithoutSeal(Instant before) {
        return db.sql("""
                select min(e.n) from journal_entry e
                 where e.at < :before and not exists (select from journal_seal s where s.entry = e.n)""")
                .param("before", Time.utc(before))
                .query((rs, _) -> rs.getObject(1, Long.class)).list().getFirst();
    }

    Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("n"),
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("act"),
                row.getObject("officer", UUID.class),
                row.getObject("office", UUID.class),
                row.getString("subject"),
                json.readValue(row.getString("detail"), DETAIL));
    }
}
