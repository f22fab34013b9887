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

/** Counts all running clocks of a region again in one statement, after its calendar has changed. */
@Repository
class RecountStore {
    private final JdbcClient db;

    RecountStore(JdbcClient db) {
        this.db = db;
    }

    /** The regions of offices that have running clocks. */
    List<String> regions() {
        return db.sql("select distinct region from casework_clock where met_at is null and ended_at is null").query(String.class).list();
    }

    /**
     * Every clock that was never stopped: its date is looked up among the working days. Those that move leave a line behind that
     * says from when to when.
     */
    int recount(Calendar calendar, Collection<String> regions, Instant now, String reason) {
        return db.sql("""
                with working as materialized (
                    select day, ordinal::int from unnest(:days::date[]) with ordinality as w (day, ordinal)),
                each as materialized (
                    select day::date as day, (select count(*) from working) as most,
                           (sum(case when w.day is null then 0 else 1 end) over (order by d.day))::int as upto,
                           min(w.day) over (order by d.day desc) as next
                      from generate_series(:first::date, :last::date, interval '1 day') as d (day) left join working w using (day)),
                counted as (
                    select c.case_id, c.name,
                           case when c.unit in ('CD', 'M') then e.next else w.day end as due
                      from casework_clock c
                      join each e on e.day = case c.unit
                               when 'CD' then c.start_at::date + c.n + c.extension
                               when 'M' then (c.start_at::date + make_interval(months => c.n + c.extension))::date
                               when 'BEFORE_WD' then c.start_at::date - 1
                               else c.start_at::date end
                      left join working w on w.ordinal = case c.unit
                               when 'WD' then e.upto + c.n + c.extension
                               when 'DUR_WD' then e.upto + c.n + c.extension
                               when 'BEFORE_WD' then e.upto - c.n + 1 end
                     where c.met_at is null and c.ended_at is null and c.due_on is not null and c.region = any(:regions) and c.pauses = '{}'
                       and c.unit in ('WD', 'CD', 'M', 'DUR_WD', 'BEFORE_WD')),
                moved as (
                    update casework_clock c
                       set due_on = n.due, due_at = (n.due + 1)::timestamp at time zone 'Asia/Shanghai', calendar_version = :version,
                           provisional = case c.unit when 'BEFORE_WD' then c.start_at::date - 1 > :settled else n.due > :settled end
                      from counted n
                     where c.case_id = n.case_id and c.name = n.name and n.due is not null
                       and (c.due_on <> n.due or c.provisional <> (case c.unit when 'BEFORE_WD' then c.start_at::date - 1 > :settled else n.due > :settled end))
                    returning c.case_id, c.name, old.due_on as from_on, new.due_on as to_on)
                insert into casework_due_change (case_id, name, at, from_on, to_on, reason)
                select case_id, name, :now, from_on, to_on, :reason from moved where from_on <> to_on""")
                .param("days", calendar.workingDays().stream().map(LocalDate::toString).toArray(String[]::new))
                .param("first", Calendar.FIRST).param("last", Calendar.LAST).param("regions", regions.toArray(String[]::new)).param("version", calendar.version())
                .param("settled", calendar.settledTo()).param("now", Timestamp.from(now)).param("reason", reason).update();
    }

    /** Those that were stopped for a while: few, and counted one by one. */
    List<UUID> stopped(Collection<String> regions) {
        return db.sql("""
                select case_id from casework_clock
                 where met_at is null and ended_at is null and due_on is not null and region = any(:regions) and pauses <> '{}'""")
                .param("regions", regions.toArray(String[]::new)).query(UUID.class).list();
    }
}
