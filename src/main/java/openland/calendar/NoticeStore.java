package openland.calendar;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All notices that were ever loaded; none is changed or taken away. */
@Repository
class NoticeStore {
    private final JdbcClient db;

    NoticeStore(JdbcClient db) {
        this.db = db;
    }

    /** Until the end of the transaction nobody else loads a notice; whoever waited sees what the other did. */
    void lock() {
        db.sql("select pg_advisory_xact_lock(hashtextextended('calendar_notice', 0))").query((_, _) -> true).single();
    }

    long nextVersion() {
        return db.sql("select nextval('calendar_version')").query(Long.class).single();
    }

    /** 0 when there is none at all. */
    long version() {
        return db.sql("select coalesce(max(version), 0) from calendar_notice").query(Long.class).single();
    }

    boolean wasEverLoaded(Notice notice) {
        return db.sql("select exists (select from calendar_notice where region = :region and year = :year and digest = :digest)")
                .param("region", notice.region()).param("year", notice.year()).param("digest", notice.digest())
                .query(Boolean.class).single();
    }

    void add(LoadedNotice loaded) {
        var notice = loaded.notice();
        db.sql("""
                insert into calendar_notice (region, year, version, title, document_number, issued_on, by_program, digest, loaded_at)
                values (:region, :year, :version, :title, :number, :issued, :byProgram, :digest, :at)""")
                .param("region", notice.region()).param("year", notice.year()).param("version", loaded.version())
                .param("title", notice.title()).param("number", notice.documentNumber())
                .param("issued", notice.issuedOn() == null ? null : Date.valueOf(notice.issuedOn()))
                .param("byProgram", loaded.byProgram()).param("digest", notice.digest())
                .param("at", Timestamp.from(loaded.loadedAt())).update();
        db.sql("""
                insert into calendar_day (region, year, version, day, off, name)
                select :region, :year, :version, day, off, name
                  from unnest(:days::date[], :off::boolean[], :names::text[]) as each (day, off, name)""")
                .param("region", notice.region()).param("year", notice.year()).param("version", loaded.version())
                .param("days", notice.days().stream().map(day -> day.date().toString()).toArray(String[]::new))
                .param("off", notice.days().stream().map(NoticeDay::off).toArray(Boolean[]::new))
                .param("names", notice.days().stream().map(NoticeDay::name).toArray(String[]::new)).update();
    }

    Optional<LoadedNotice> newest(String region, int year) {
        return newest(Long.MAX_VALUE).stream().filter(loaded -> loaded.notice().region().equals(region) && loaded.notice().year() == year)
                .findFirst();
    }

    /** Of each region and year the newest that is no newer than {@code version}; the whole country first, by year. */
    List<LoadedNotice> newest(long version) {
        var days = days(version);
        return db.sql("""
                select distinct on (region, year) region, year, version, title, document_number, issued_on, by_program, loaded_at
                  from calendar_notice where version <= :version order by region, year, version desc""")
                .param("version", version).query((row, _) -> loaded(row, days)).list();
    }

    private Map<String, List<NoticeDay>> days(long version) {
        var days = new HashMap<String, List<NoticeDay>>();
        db.sql("select region, year, version, day, off, name from calendar_day where version <= :version order by day")
                .param("version", version).query(row -> {
                    days.computeIfAbsent(key(row), _ -> new ArrayList<>()).add(
                            new NoticeDay(row.getDate("day").toLocalDate(), row.getBoolean("off"), row.getString("name")));
                });
        return days;
    }

    private static LoadedNotice loaded(ResultSet row, Map<String, List<NoticeDay>> days) throws SQLException {
        var issued = row.getDate("issued_on");
        Instant at = row.getTimestamp("loaded_at").toInstant();
        var notice = new Notice(row.getString("region"), row.getInt("year"), row.getString("title"), row.getString("document_number"),
                issued == null ? null : issued.toLocalDate(), days.getOrDefault(key(row), List.of()));
        return new LoadedNotice(row.getLong("version"), notice, row.getBoolean("by_program"), at);
    }

    private static String key(ResultSet row) throws SQLException {
        return row.getString("region") + "/" + row.getInt("year") + "/" + row.getLong("version");
    }
}
