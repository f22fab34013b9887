package openland.oversight;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import openland.base.Time;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of an office's month: as it is known now, and as it was kept when it ended. */
@Repository
class MonthStore {
    private static final String IN_MONTH = "date_trunc('month', " + FigureStore.DAY + ")::date = :month and ";
    private static final String COUNT = """
            select o.office, :month::date as month, :now::timestamptz as at,
                   coalesce(s.owed, 0) as owed, coalesce(s.met_in_time, 0) as met_in_time, coalesce(s.met_late, 0) as met_late,
                   coalesce(s.overdue, 0) as overdue, coalesce(s.stopped, 0) as stopped, coalesce(s.late_at_end, 0) as late_at_end,
                   coalesce(s.done, 0) as done,
                   (select count(*) from casework_due_change d join casework_clock k on k.case_id = d.case_id and k.name = d.name
                     where d.at >= :begun and d.at < :ended and k.office = o.office and k.kind <> 'TARGET' and %1$s) as moved
              from unnest(:offices::uuid[]) o (office) left join (
                select k.office, count(*) filter (where %2$s) as owed, count(*) filter (where %3$s) as met_in_time,
                       count(*) filter (where %4$s) as met_late, count(*) filter (where %5$s) as overdue, count(*) filter (where %6$s) as stopped,
                       count(*) filter (where k.due_at < :ended and k.due_at <= :now and (k.met_at is null or k.met_at >= :ended)) as late_at_end,
                       count(*) filter (where k.met_at >= :begun and k.met_at < :ended) as done
                  from casework_clock k where k.office = any(:offices) and k.kind <> 'TARGET' and %1$s group by k.office) s on s.office = o.office
            """.formatted(FigureStore.COUNTED, in(What.OWED), in(What.MET), in(What.LATE), in(What.OVERDUE), in(What.STOPPED));

    private final JdbcClient db;
    private final JdbcClient reader;

    MonthStore(JdbcClient db, @Qualifier("publicReader") JdbcClient reader) {
        this.db = db;
        this.reader = reader;
    }

    private static String in(What what) {
        return IN_MONTH + what.condition();
    }

    /** Keeps the month of these offices as it stands; a month that was kept before stays as it was. */
    void freeze(Collection<UUID> offices, YearMonth month, Instant now) {
        asked(db.sql("""
                insert into oversight_month (office, month, frozen_at, owed, met_in_time, met_late, overdue, stopped, late_at_end, done, moved)
                """ + COUNT + " on conflict do nothing"), offices, month, now).update();
    }

    MonthFigures live(UUID office, YearMonth month, Instant now) {
        return asked(reader.sql(COUNT), List.of(office), month, now).query(MonthStore::figures).single();
    }

    Optional<MonthFigures> frozen(UUID office, YearMonth month) {
        return reader.sql("select *, frozen_at as at from oversight_month where office = :office and month = :month").param("office", office)
                .param("month", FigureStore.first(month)).query(MonthStore::figures).optional();
    }

    private static JdbcClient.StatementSpec asked(JdbcClient.StatementSpec sql, Collection<UUID> offices, YearMonth month, Instant now) {
        return sql.param("offices", offices.toArray(UUID[]::new)).param("month", Date.valueOf(month.atDay(1))).param("now", Timestamp.from(now))
                .param("begun", begin(month)).param("ended", begin(month.plusMonths(1)));
    }

    private static Timestamp begin(YearMonth month) {
        return Timestamp.from(month.atDay(1).atStartOfDay(Time.CHINA).toInstant());
    }

    /** Which dates were moved in the month, in order. */
    List<MovedDate> moved(UUID office, YearMonth month, int limit) {
        return reader.sql("""
                select c.id, c.title, c.public_subject, d.at, d.from_on, d.to_on, d.cause as kind
                  from casework_due_change d join casework_clock k on k.case_id = d.case_id and k.name = d.name join casework_case c on c.id = k.case_id
                 where d.at >= :begun and d.at < :ended and k.office = :office and k.kind <> 'TARGET' and %s order by d.at limit :limit"""
                .formatted(FigureStore.COUNTED)).param("office", office).param("begun", begin(month)).param("ended", begin(month.plusMonths(1)))
                .param("limit", limit).query((row, _) -> new MovedDate(row.getObject("id", UUID.class), row.getString("title"),
                        row.getString("public_subject"), new Dated(row.getTimestamp("at").toInstant(), row.getObject("from_on", LocalDate.class),
                        row.getObject("to_on", LocalDate.class), row.getString("kind")))).list();
    }

    private static MonthFigures figures(ResultSet row, int n) throws SQLException {
        return new MonthFigures(row.getTimestamp("at").toInstant(),
                Tally.of(row.getLong("owed"), row.getLong("met_in_time"), row.getLong("met_late"), row.getLong("overdue"), row.getLong("stopped")),
                row.getLong("late_at_end"), row.getLong("done"), row.getLong("moved"));
    }
}
