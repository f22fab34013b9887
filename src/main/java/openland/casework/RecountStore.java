package openland.casework;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import openland.calendar.Calendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts the running clocks of a region again in one statement, after its calendar has changed. */
@Repository
class RecountStore {
    /** Shared by who counts one clock, alone by who counts all. */
    static final long LOCK = 0x636c6f636bL;

    private final JdbcClient db;

    RecountStore(JdbcClient db) {
        this.db = db;
    }

    /** The version of the calendar up to which everything is counted; held against other nodes until the transaction ends. */
    long locked() {
        db.sql("select pg_advisory_xact_lock(" + LOCK + ")").query((_, _) -> true).single();
        return db.sql("select version from casework_recount for update").query(Long.class).single();
    }

    void counted(long version) {
        db.sql("update casework_recount set version = :version").param("version", version).update();
    }

    /** The regions of offices that have running clocks. */
    List<String> regions() {
        return db.sql("select distinct region from casework_clock where met_at is null and ended_at is null").query(String.class).list();
    }

    /** What is counted again: the clocks of the regions that have something to do with the days from one to the other. */
    record Span(Collection<String> regions, LocalDate from, LocalDate to) {}

    /**
     * Every clock that was never stopped and whose way leads over the days of the span: its date is looked up among the working
     * days. Each that moves leaves a line behind that says from when to when.
     *
     * @return how many moved
     */
    int recount(Calendar calendar, Span span, Instant now, String cause) {
        var days = calendar.ordinals();
        return db.sql("""
                with each as materialized (select * from unnest(:days::date[], :upto::int[], :next::int[]) as e (day, upto, next)),
                working as materialized (select day, upto as ordinal from each where upto = next),
                moved as (
                    update casework_clock c
                       set due_on = w.day, due_at = (w.day + 1)::timestamp at time zone 'Asia/Shanghai', calendar_version = :version,
                           provisional = case c.unit when 'BEFORE_WD' then c.start_at::date - 1 else w.day end > :settled
                      from each e, working w
                     where c.met_at is null and c.ended_at is null and c.due_on is not null and c.region = any(:regions) and c.pauses = '{}'
                       and c.unit in ('WD', 'CD', 'M', 'DUR_WD', 'BEFORE_WD')
                       and case c.unit when 'BEFORE_WD' then c.due_on <= :to and c.start_at > :from
                                       else c.due_on >= :from and c.start_at::date <= :to end
                       and e.day = case c.unit
                               when 'CD' then c.start_at::date + c.n + c.extension
                               when 'M' then (c.start_at::date + make_interval(months => c.n + c.extension))::date
                               when 'BEFORE_WD' then c.start_at::date - 1
                               else c.start_at::date end
                       and w.ordinal = case c.unit
                               when 'CD' then e.next when 'M' then e.next
                               when 'BEFORE_WD' then e.upto - c.n + 1
                               else e.upto + c.n + c.extension end
                       and (c.due_on <> w.day
                            or c.provisional <> (case c.unit when 'BEFORE_WD' then c.start_at::date - 1 else w.day end > :settled))
                    returning c.case_id, c.name, old.due_on as from_on, new.due_on as to_on)
                insert into casework_due_change (case_id, name, at, from_on, to_on, cause, reason)
                select case_id, name, :now, from_on, to_on, :cause, '' from moved where from_on <> to_on""")
                .param("days", days.stream().map(day -> day.date().toString()).toArray(String[]::new))
                .param("upto", days.stream().map(Calendar.Ordinal::upTo).toArray(Integer[]::new))
                .param("next", days.stream().map(Calendar.Ordinal::next).toArray(Integer[]::new)).param("version", calendar.version())
                .param("regions", span.regions().toArray(String[]::new)).param("from", span.from()).param("to", span.to())
                .param("settled", calendar.settledTo()).param("now", Timestamp.from(now)).param("cause", cause).update();
    }

    /** Those that were stopped for a while: few, and counted one by one. */
    List<UUID> stopped(Span span) {
        return db.sql("""
                select case_id from casework_clock
                 where met_at is null and ended_at is null and due_on >= :from and region = any(:regions) and pauses <> '{}'""")
                .param("from", span.from()).param("regions", span.regions().toArray(String[]::new)).query(UUID.class).list();
    }
}
