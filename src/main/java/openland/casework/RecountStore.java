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
     * days. Each that moves leaves a line behind that says from when to when. The working days come as two arrays that each clock
     * reads at one place: whatever the planner takes them for, the clocks are read once, and only those that move are touched.
     *
     * @return how many moved
     */
    int recount(Calendar calendar, Span span, Instant now, String cause) {
        var days = calendar.ordinals();
        return db.sql("""
                with days as materialized (select :upto::int[] as upto, :working::int[] as working),
                counted as materialized (
                    select k.place, k.day, o.open
                      from days d cross join lateral (
                        select c.ctid as place, c.unit, c.start_at::date as start_on, c.due_on, c.provisional, :first::date + d.working[case c.unit
                               when 'CD' then d.upto[c.start_at::date - :first::date + c.n + c.extension] + 1
                               when 'M' then d.upto[(c.start_at::date + make_interval(months => c.n + c.extension))::date - :first::date] + 1
                               when 'BEFORE_WD' then d.upto[c.start_at::date - :first::date] - c.n + 1
                               else d.upto[c.start_at::date - :first::date + 1] + c.n + c.extension end] as day
                          from casework_clock c
                         where (c.due_on >= :from and c.start_at < :to::date + 1 or c.due_on <= :to and c.start_at > :from and c.unit = 'BEFORE_WD')
                           and c.met_at is null and c.ended_at is null and c.unit in ('WD', 'CD', 'M', 'DUR_WD', 'BEFORE_WD')
                           and c.region = any(:regions) and c.pauses = '{}' offset 0) k
                     cross join lateral (select case k.unit when 'BEFORE_WD' then k.start_on - 1 else k.day end > :settled as open) o
                     where k.day <> k.due_on or k.provisional <> o.open),
                moved as (
                    update casework_clock c
                       set due_on = w.day, due_at = (w.day + 1)::timestamp at time zone 'Asia/Shanghai', calendar_version = :version, provisional = w.open
                      from counted w where c.ctid = w.place
                    returning c.case_id, c.name, old.due_on as from_on, new.due_on as to_on)
                insert into casework_due_change (case_id, name, at, from_on, to_on, cause, reason)
                select case_id, name, :now, from_on, to_on, :cause, '' from moved where from_on <> to_on""")
                .param("upto", days.upTo()).param("working", days.working()).param("first", Calendar.FIRST).param("version", calendar.version())
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
