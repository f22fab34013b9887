package openland.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import openland.base.Time;
import openland.catalogue.Rule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of reminders and of the digests. */
@Repository
class ReminderStore {
    private static final String[] MISSABLE = Stream.of(Rule.Kind.values()).filter(Rule.Kind::canBeMissed).map(Enum::name).toArray(String[]::new);

    /** A date that was told before and is another now. */
    record Moved(UUID duty, String name, LocalDate from, LocalDate to, String reason) {}

    private final JdbcClient db;

    ReminderStore(JdbcClient db) {
        this.db = db;
    }

    /** False while the same office waits for an answer about the same duty. */
    boolean add(Reminder reminder) {
        return db.sql("""
                insert into casework_reminder (id, case_id, from_office, to_office, officer, at, text)
                values (:id, :case, :from, :to, :officer, :at, :text) on conflict do nothing""")
                .param("id", reminder.id()).param("case", reminder.duty()).param("from", reminder.from()).param("to", reminder.to())
                .param("officer", reminder.officer()).param("at", Time.utc(reminder.at())).param("text", reminder.text()).update() == 1;
    }

    /** Held against others until the transaction ends. */
    Optional<Reminder> locked(UUID id) {
        return db.sql("select * from casework_reminder where id = :id for update").param("id", id).query(ReminderStore::reminder).optional();
    }

    void acknowledge(UUID id, UUID officer, Instant at, String answer) {
        db.sql("update casework_reminder set acknowledged_by = :officer, acknowledged_at = :at, answer = :answer where id = :id")
                .param("officer", officer).param("at", Time.utc(at)).param("answer", answer).param("id", id).update();
    }

    /** The first first. */
    List<Reminder> of(UUID duty) {
        return db.sql("select * from casework_reminder where case_id = :case order by at, id").param("case", duty).query(ReminderStore::reminder).list();
    }

    /** Those that wait first, then the newest. */
    List<Reminder> to(Collection<UUID> offices, int limit) {
        return box("to_office", offices, limit);
    }

    List<Reminder> from(Collection<UUID> offices, int limit) {
        return box("from_office", offices, limit);
    }

    private List<Reminder> box(String side, Collection<UUID> offices, int limit) {
        return db.sql("select * from casework_reminder where " + side + " = any(:offices) order by acknowledged_at is not null, at desc, id limit :limit")
                .param("offices", offices.toArray(UUID[]::new)).param("limit", limit).query(ReminderStore::reminder).list();
    }

    int countWaiting(Collection<UUID> offices) {
        return db.sql("select count(*) from casework_reminder where to_office = any(:offices) and acknowledged_at is null")
                .param("offices", offices.toArray(UUID[]::new)).query(Integer.class).single();
    }

    private static Reminder reminder(ResultSet row, int n) throws SQLException {
        var acknowledged = row.getTimestamp("acknowledged_at");
        return new Reminder(row.getObject("id", UUID.class), row.getObject("case_id", UUID.class), row.getObject("from_office", UUID.class),
                row.getObject("to_office", UUID.class), row.getObject("officer", UUID.class), row.getTimestamp("at").toInstant(), row.getString("text"),
                row.getObject("acknowledged_by", UUID.class), acknowledged == null ? null : acknowledged.toInstant(), row.getString("answer"));
    }

    /** What those offices owe from before that moment, the earliest first. */
    List<Owed> owed(Collection<UUID> offices, Instant before, int limit) {
        return db.sql("""
                select c.id, k.office, c.title || coalesce('：' || c.public_subject, '') as name, k.due_on, k.due_at
                  from casework_clock k join casework_case c on c.id = k.case_id
                 where k.office = any(:offices) and k.met_at is null and k.ended_at is null and k.due_at < :before and k.kind = any(:missable)
                 order by k.due_at, c.id limit :limit""")
                .param("offices", offices.toArray(UUID[]::new)).param("before", Time.utc(before)).param("missable", MISSABLE).param("limit", limit)
                .query((row, _) -> new Owed(row.getObject("id", UUID.class), row.getObject("office", UUID.class), row.getString("name"),
                        row.getObject("due_on", LocalDate.class), row.getTimestamp("due_at").toInstant())).list();
    }

    /** False when the officer's digest of that day was begun before, perhaps by another process. */
    boolean begin(UUID officer, LocalDate day, Instant now) {
        return db.sql("insert into casework_digest (officer, on_day, at, lines) values (:officer, :day, :now, 0) on conflict do nothing")
                .param("officer", officer).param("day", day).param("now", Time.utc(now)).update() == 1;
    }

    void wrote(UUID officer, LocalDate day, int lines) {
        db.sql("update casework_digest set lines = :lines where officer = :officer and on_day = :day")
                .param("lines", lines).param("officer", officer).param("day", day).update();
    }

    /** Who has had his digest of that day, or had nothing to be told. */
    Set<UUID> toldOn(LocalDate day) {
        return Set.copyOf(db.sql("select officer from casework_digest where on_day = :day").param("day", day).query(UUID.class).list());
    }

    /** When he had the one before. */
    Optional<Instant> toldBefore(UUID officer, LocalDate day) {
        return db.sql("select at from casework_digest where officer = :officer and on_day < :day order by on_day desc limit 1")
                .param("officer", officer).param("day", day).query((row, _) -> row.getTimestamp("at").toInstant()).optional();
    }

    /** The dates of running duties that became others since then; whoever stopped a clock or let it run again knows of it. */
    List<Moved> moved(Collection<UUID> offices, Instant since, Instant now, int limit) {
        return db.sql("""
                select c.id, c.title || coalesce('：' || c.public_subject, '') as name, d.from_on, d.to_on, d.cause
                  from casework_due_change d join casework_case c on c.id = d.case_id
                 where c.office = any(:offices) and c.state = 'OPEN' and d.at > :since and d.at <= :now and d.from_on is not null and d.to_on is not null
                 order by d.at, c.id limit :limit""")
                .param("offices", offices.toArray(UUID[]::new)).param("since", Time.utc(since)).param("now", Time.utc(now)).param("limit", limit)
                .query((row, _) -> new Moved(row.getObject("id", UUID.class), row.getString("name"), row.getObject("from_on", LocalDate.class),
                        row.getObject("to_on", LocalDate.class), row.getString("cause"))).list();
    }

    /** Somebody of the office has been told. */
    void told(Collection<UUID> offices, Instant since, Instant now) {
        db.sql("""
                update casework_due_change d set told_at = :now from casework_case c
                 where c.id = d.case_id and c.office = any(:offices) and d.told_at is null and d.at > :since and d.at <= :now""")
                .param("offices", offices.toArray(UUID[]::new)).param("since", Time.utc(since)).param("now", Time.utc(now)).update();
    }
}
