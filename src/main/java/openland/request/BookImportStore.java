package openland.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** The SQL of imports: many rows in one statement. */
@Repository
class BookImportStore {
    private static final TypeReference<List<BookImport.Fault>> FAULTS = new TypeReference<>() { };

    private final JdbcClient db;

    BookImportStore(JdbcClient db) {
        this.db = db;
    }

    void add(BookImport one) {
        db.sql("""
                insert into request_import (id, office, name, sha256, state, good, bad, open, first_on, last_on, faults, uploaded_by, uploaded_at)
                values (:id, :office, :name, :sha256, :state, :good, :bad, :open, :first, :last, :faults::jsonb, :by, :at)""")
                .param("id", one.id()).param("office", one.office()).param("name", one.name()).param("sha256", one.sha256()).param("state", one.state().name())
                .param("good", one.good()).param("bad", one.bad()).param("open", one.open()).param("first", one.firstOn()).param("last", one.lastOn())
                .param("faults", RequestStore.JSON.writeValueAsString(one.faults())).param("by", one.uploadedBy()).param("at", Timestamp.from(one.uploadedAt())).update();
    }

    Optional<BookImport> byId(UUID id) {
        return db.sql("select * from request_import where id = :id").param("id", id).query(BookImportStore::read).optional();
    }

    Optional<BookImport> locked(UUID id) {
        return db.sql("select * from request_import where id = :id for update").param("id", id).query(BookImportStore::read).optional();
    }

    List<BookImport> of(Collection<UUID> offices) {
        return db.sql("select * from request_import where office = any(:offices) order by uploaded_at desc, id desc limit 50")
                .param("offices", offices.toArray(UUID[]::new)).query(BookImportStore::read).list();
    }

    void confirm(UUID id, UUID by, Instant at) {
        db.sql("update request_import set state = 'CONFIRMED', confirmed_by = :by, confirmed_at = :at where id = :id")
                .param("by", by).param("at", Timestamp.from(at)).param("id", id).update();
    }

    /** The next one to run: confirmed, or begun by a node that says nothing any more. */
    Optional<BookImport> claimed(Instant now, Duration patience) {
        return db.sql("""
                update request_import set state = 'RUNNING', beaten_at = :now where id = (
                  select id from request_import where state = 'CONFIRMED' or state = 'RUNNING' and beaten_at < :late order by confirmed_at limit 1 for update skip locked)
                returning *""").param("now", Timestamp.from(now)).param("late", Timestamp.from(now.minus(patience))).query(BookImportStore::read).optional();
    }

    void beat(UUID id, int fresh, int known, Instant now) {
        db.sql("update request_import set beaten_at = :now, fresh = :fresh, known = :known where id = :id")
                .param("now", Timestamp.from(now)).param("fresh", fresh).param("known", known).param("id", id).update();
    }

    void end(UUID id, BookImport.State state, String failed) {
        db.sql("update request_import set state = :state, failed = :failed where id = :id").param("state", state.name()).param("failed", failed).param("id", id).update();
    }

    /** Which of these client keys there are. */
    Set<String> known(Collection<String> keys) {
        return db.sql("select client_key from request_filing where client_key = any(:keys)").param("keys", keys.toArray(String[]::new))
                .query(String.class).list().stream().collect(Collectors.toSet());
    }

    private static final String APPLICANTS = """
            insert into request_applicant (id, kind, name, name_digest, contact, phone, mail, address, postcode)
            select id, kind, '', decode(digest, 'hex'), '', '', '', '', '' from jsonb_to_recordset(:rows::jsonb) as x (id uuid, kind text, digest text)""";
    private static final String FILINGS = """
            insert into request_filing (id, office, applicant, channel, arrived_on, filed_at, form, delivery, help, client_key, filed_by)
            select id, office, applicant, channel, arrived, filed, '', '', '', client, officer from jsonb_to_recordset(:rows::jsonb)
                as x (id uuid, office uuid, applicant uuid, channel text, arrived date, filed timestamptz, client text, officer uuid)""";
    private static final String REQUESTS = """
            insert into request_request (id, filing, office, number, asked, asked_digest, purpose, stage, regime, received_on, case_id, unit, reply, reply_part,
                   closed_on, in_time, extended, counted_days, excluded_days, applicant_kind, channel, version)
            select id, filing, office, number, asked, decode(digest, 'hex'), '', stage, regime, received, kept, unit, reply, part, closed, in_time, extended, counted,
                   excluded, kind, channel, version from jsonb_to_recordset(:rows::jsonb)
                as x (id uuid, filing uuid, office uuid, number text, asked text, digest text, stage text, regime text, received date, kept uuid, unit text, reply text,
                      part text, closed date, in_time boolean, extended boolean, counted int, excluded int, kind text, channel text, version int)""";
    private static final String EVENTS = """
            insert into request_event (request, n, move, on_day, at, officer, remark, detail, to_stage)
            select request, n, move, day, at, officer, remark, detail, stage from jsonb_to_recordset(:rows::jsonb)
                as x (request uuid, n int, move text, day date, at timestamptz, officer uuid, remark text, detail jsonb, stage text)""";
    private static final String REMEDIES = """
            insert into request_remedy (id, request, kind, procedure, body, number, copy_on, result, decided_on, at, officer)
            select id, request, kind, '', '', '', copied, result, decided, at, officer from jsonb_to_recordset(:rows::jsonb)
                as x (id uuid, request uuid, kind text, copied date, result text, decided date, at timestamptz, officer uuid)""";

    /** Rows of one batch, by table. */
    record Batch(List<Map<String, @Nullable Object>> applicants, List<Map<String, @Nullable Object>> filings, List<Map<String, @Nullable Object>> requests,
            List<Map<String, @Nullable Object>> events, List<Map<String, @Nullable Object>> remedies) {}

    void add(Batch batch) {
        insert(APPLICANTS, batch.applicants());
        insert(FILINGS, batch.filings());
        insert(REQUESTS, batch.requests());
        insert(EVENTS, batch.events());
        insert(REMEDIES, batch.remedies());
    }

    private void insert(String sql, List<Map<String, @Nullable Object>> rows) {
        if (!rows.isEmpty()) {
            db.sql(sql).param("rows", RequestStore.JSON.writeValueAsString(rows)).update();
        }
    }

    private static BookImport read(ResultSet row, int n) throws SQLException {
        List<BookImport.Fault> faults = RequestStore.JSON.readValue(row.getString("faults"), FAULTS);
        var confirmed = row.getTimestamp("confirmed_at");
        return new BookImport(row.getObject("id", UUID.class), row.getObject("office", UUID.class), row.getString("name"), row.getString("sha256"),
                BookImport.State.valueOf(row.getString("state")), row.getInt("good"), row.getInt("bad"), row.getInt("open"), row.getObject("first_on", LocalDate.class),
                row.getObject("last_on", LocalDate.class), faults, row.getObject("uploaded_by", UUID.class), row.getTimestamp("uploaded_at").toInstant(),
                row.getObject("confirmed_by", UUID.class), confirmed == null ? null : confirmed.toInstant(), row.getInt("fresh"), row.getInt("known"), row.getString("failed"));
    }
}
