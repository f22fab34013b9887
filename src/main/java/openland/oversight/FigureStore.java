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
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the figures: counted by the program, read in the reader's role. */
@Repository
class FigureStore {
    /** What is counted at all: of the law's own days, and apart from them of an office's. */
    static final String COUNTED = "k.name = 'duty' and k.ended_at is null and k.kind in ('DEADLINE', 'LEAD', 'PERIODIC', 'IMMEDIATE', 'TARGET')";
    /** The day by which a duty is put into a month. */
    static final String DAY = "coalesce(k.due_on, (k.met_at at time zone 'Asia/Shanghai')::date, k.first_due_on)";
    private static final String SUMS = "sum(owed) as owed, sum(met_in_time) as met_in_time, sum(met_late) as met_late, sum(overdue) as overdue, sum(stopped) as stopped";

    private static final String WHERE = """
             from oversight_figure where office = any(:offices) and target = :target and (:from::date is null or month >= :from::date)
               and (:to::date is null or month <= :to::date) and (:item::text is null or item = :item)""";

    private final JdbcClient db;
    private final JdbcClient reader;

    FigureStore(JdbcClient db, @Qualifier("publicReader") JdbcClient reader) {
        this.db = db;
        this.reader = reader;
    }

    /** For which moment the figures hold; whoever asks here keeps others from counting until his transaction ends. */
    Instant lockedAsOf() {
        return db.sql("select at from oversight_as_of for update").query(Timestamp.class).single().toInstant();
    }

    void asOf(Instant at) {
        db.sql("update oversight_as_of set at = :at").param("at", Timestamp.from(at)).update();
    }

    /** Takes the notes of what has changed. */
    List<UUID> changed() {
        return db.sql("delete from oversight_change returning office").query(UUID.class).list();
    }

    /** Where something has become late in the meantime without anybody touching it. */
    List<UUID> fallenDue(Instant after, Instant until) {
        return db.sql("""
                select distinct office from casework_clock
                 where met_at is null and ended_at is null and coalesce(due_at, 'infinity') > :after and coalesce(due_at, 'infinity') <= :until""")
                .param("after", Timestamp.from(after)).param("until", Timestamp.from(until)).query(UUID.class).list();
    }

    List<UUID> all() {
        return db.sql("select distinct office from casework_clock").query(UUID.class).list();
    }

    void count(Collection<UUID> offices, Instant now) {
        var ids = offices.toArray(UUID[]::new);
        db.sql("delete from oversight_figure where office = any(:offices)").param("offices", ids).update();
        db.sql("""
                insert into oversight_figure (office, item, target, month, owed, met_in_time, met_late, overdue, stopped)
                select k.office, coalesce(c.item, ''), k.kind = 'TARGET', date_trunc('month', %s)::date, %s
                  from casework_clock k join casework_case c on c.id = k.case_id
                 where k.office = any(:offices) and %s
                 group by 1, 2, 3, 4""".formatted(DAY, columns(), COUNTED))
                .param("offices", ids).param("now", Timestamp.from(now)).update();
    }

    private static String columns() {
        return List.of(What.OWED, What.MET, What.LATE, What.OVERDUE, What.STOPPED).stream()
                .map(what -> "count(*) filter (where " + what.condition() + ")").collect(Collectors.joining(", "));
    }

    /** How many were late at the last moment of each month. */
    void countMonthEnds(Collection<UUID> offices, YearMonth first, YearMonth last) {
        var ids = offices.toArray(UUID[]::new);
        db.sql("delete from oversight_month_end where office = any(:offices)").param("offices", ids).update();
        db.sql("""
                insert into oversight_month_end (office, month, overdue)
                select k.office, m.month, count(*)
                  from (select month::date, (month + interval '1 month') at time zone 'Asia/Shanghai' as ended
                          from generate_series(:first::timestamp, :last::timestamp, interval '1 month') month) m
                  join casework_clock k on k.office = any(:offices) and k.due_at < m.ended and (k.met_at is null or k.met_at >= m.ended)
                 where k.kind <> 'TARGET' and %s
                 group by 1, 2""".formatted(COUNTED))
                .param("offices", ids).param("first", first.atDay(1).toString()).param("last", last.atDay(1).toString()).update();
    }

    Instant asOf() {
        return reader.sql("select at from oversight_as_of").query(Timestamp.class).single().toInstant();
    }

    Map<UUID, Tally> byOffice(Asked asked) {
        return sums("office", asked, row -> row.getObject("part", UUID.class));
    }

    Map<String, Tally> byItem(Asked asked) {
        return sums("item", asked, row -> row.getString("part"));
    }

    /** Reads the key of a row. */
    private interface Part<K> {
        K of(ResultSet row) throws SQLException;
    }

    private <K> Map<K, Tally> sums(String part, Asked asked, Part<K> key) {
        return asked(reader.sql("select " + part + " as part, " + SUMS + " " + WHERE + " group by " + part), asked)
                .query((row, _) -> Map.entry(key.of(row), tally(row))).list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void each(Asked asked, Consumer<FigureLine> line) {
        asked(reader.sql("select office, item, month, owed, met_in_time, met_late, overdue, stopped " + WHERE + " order by office, item, month"), asked)
                .query((RowCallbackHandler) row -> line.accept(new FigureLine(row.getObject("office", UUID.class), row.getString("item"),
                        YearMonth.from(row.getObject("month", LocalDate.class)), tally(row))));
    }

    Map<YearMonth, Long> monthEnds(Collection<UUID> offices) {
        return reader.sql("select month, sum(overdue) as overdue from oversight_month_end where office = any(:offices) group by month")
                .param("offices", offices.toArray(UUID[]::new))
                .query((row, _) -> Map.entry(YearMonth.from(row.getObject("month", LocalDate.class)), row.getLong("overdue")))
                .list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static JdbcClient.StatementSpec asked(JdbcClient.StatementSpec sql, Asked asked) {
        return sql.param("offices", asked.offices().toArray(UUID[]::new)).param("target", asked.target()).param("from", first(asked.from()))
                .param("to", first(asked.to())).param("item", asked.item());
    }

    static @Nullable Date first(@Nullable YearMonth month) {
        return month == null ? null : Date.valueOf(month.atDay(1));
    }

    private static Tally tally(ResultSet row) throws SQLException {
        return Tally.of(row.getLong("owed"), row.getLong("met_in_time"), row.getLong("met_late"), row.getLong("overdue"), row.getLong("stopped"));
    }
}
