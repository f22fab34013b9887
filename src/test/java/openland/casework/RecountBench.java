package openland.casework;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import openland.OpenlandTest;
import openland.calendar.Calendar;
import openland.calendar.Calendars;
import openland.calendar.Notice;
import openland.calendar.NoticeDay;
import openland.casework.RecountStore.Span;
import openland.catalogue.LoadingNotices;
import openland.office.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * P9: counting a million running clocks again after a new notice, in one statement, against reading the same table once from end
 * to end; and finding what has become overdue. {@code mvn -Pbench test -Dbench=RecountBench} ({@code -Dclocks=1000000}).
 */
@OpenlandTest
@TestPropertySource(properties = "test.of=a million clocks")
class RecountBench {
    private static final int PAIRS = 5;

    @Autowired ApplicationContext context;
    @Autowired Recounting recounting;
    @Autowired RecountStore store;
    @Autowired Calendars calendars;
    @Autowired LoadingNotices loading;
    @Autowired JdbcClient db;
    @Autowired InstantSource time;

    @Test
    void measure() {
        recounting.stop();
        var office = Town.of(context).county();
        int clocks = Integer.getInteger("clocks", 1_000_000);
        fill(office.id().toString(), office.region(), clocks);
        var all = new Span(List.of(office.region()), Calendar.FIRST, Calendar.LAST);
        var december = new Span(List.of(office.region()), LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 31));
        var calendar = calendars.current();
        ratio("all looked at, none moved", all, i -> calendar);
        ratio("those of December looked at, none moved", december, i -> calendar);
        var off = LocalDate.of(2026, 12, 1).datesUntil(LocalDate.of(2027, 1, 1)).filter(day -> day.getDayOfWeek().getValue() < 6).toList();
        ratio("six days of December become holidays one by one", december, i -> with(off.get(i)));
        run("update casework_clock set region = 'elsewhere' where hashtext(case_id::text) % 40 <> 0");
        vacuum();
        ratio("the same with a fortieth of them", december, i -> with(off.get(PAIRS + 1 + i)));
        run("update casework_clock set region = '" + office.region() + "'");
        vacuum();
        alone();
        overdue();
    }

    private interface Given {
        Calendar calendar(int i);
    }

    /** Pairs of reading the table once and counting again; the first, which warms up, does not count. */
    private void ratio(String what, Span span, Given given) {
        var ratios = new ArrayList<Double>();
        int moved = 0;
        for (int i = 0; i <= PAIRS; i++) {
            var calendar = given.calendar(i);
            double read = read();
            int[] count = new int[1];
            double counted = seconds(() -> count[0] = store.recount(calendar, span, time.instant(), "量一量"));
            moved = count[0];
            if (i > 0) {
                ratios.add(counted / read);
            }
            System.out.printf("read %.3f s, counted again %.3f s, %d moved%n", read, counted, moved);
            vacuum();
        }
        System.out.printf("%s: %d moved, counted again / read: median %.2f%n", what, moved, ratios.stream().sorted().toList().get(PAIRS / 2));
    }

    private double read() {
        return seconds(() -> db.sql("select count(*), sum(n), sum(hashtext(rule)), max(due_at) from casework_clock").query().listOfRows());
    }

    /** What no statement can be cheaper than: giving the same rows another day, with nothing to find out and no line left behind. */
    private void alone() {
        var ratios = new ArrayList<Double>();
        for (int i = 0; i <= PAIRS; i++) {
            double read = read();
            double update = seconds(() -> run("""
                    update casework_clock set due_on = due_on + 1, due_at = due_at + interval '1 day'
                     where due_on >= '2026-12-01' and start_at < '2026-11-16'"""));
            if (i > 0) {
                ratios.add(update / read);
            }
            vacuum();
        }
        System.out.printf("the update of such rows alone / read: median %.2f%n", ratios.stream().sorted().toList().get(PAIRS / 2));
    }

    private void overdue() {
        var times = new ArrayList<Double>();
        var after = java.sql.Timestamp.from(Instant.parse("2026-11-20T15:59:30Z"));
        var until = java.sql.Timestamp.from(Instant.parse("2026-11-20T16:00:30Z"));
        for (int i = 0; i < 20; i++) {
            times.add(seconds(() -> db.sql("""
                    select case_id, due_at from casework_clock where met_at is null and ended_at is null
                       and coalesce(due_at, 'infinity') > :after and coalesce(due_at, 'infinity') <= :until
                     order by coalesce(due_at, 'infinity'), case_id limit 100""").param("after", after).param("until", until).query().listOfRows()));
        }
        System.out.printf("newly overdue, a hundred of a day's: median %.2f ms%n", times.stream().sorted().toList().get(times.size() / 2) * 1000);
    }

    private void run(String sql) {
        db.sql(sql).update();
    }

    private void vacuum() {
        run("vacuum analyze casework_clock");
        run("vacuum analyze casework_due_change");
    }

    private Calendar with(LocalDate off) {
        var old = calendars.notices().stream().map(openland.calendar.LoadedNotice::notice).filter(notice -> notice.year() == 2026 && notice.region().isEmpty())
                .findFirst().orElseThrow();
        var days = new ArrayList<>(old.days());
        days.add(new NoticeDay(off, true, "临时放假"));
        loading.load(new Notice("", 2026, "关于调整的通知" + off, null, null, days), Town.of(context).sysadmin());
        return calendars.current();
    }

    /** As they come in life: opened one after the other, under ids that begin with the time. */
    private void fill(String office, String region, int clocks) {
        db.sql("""
                insert into casework_case (id, kind, office, unit, obligation, rule_kind, rule, item, title, subject, key, happened_at, source, source_ref, state, opened_at)
                select uuidv7((i - :n) * interval '27 seconds'), 'duty', :office::uuid, '', 'ENF-02', 'DEADLINE', '{}', null, '某件', 'S' || i, 'K' || i,
                       timestamp '2026-01-01' + (i::bigint * 320 / :n) * interval '1 day', 'PROGRAM', '', 'OPEN', now() from generate_series(1, :n) i""")
                .param("office", office).param("n", clocks).update();
        db.sql("""
                insert into casework_clock (case_id, name, office, kind, unit, n, rule, region, start_at, due_on, due_at, provisional, calendar_version, first_due_on)
                select id, 'duty', office, 'DEADLINE', 'WD', 20, 'WD 20', :region, happened_at, date '2020-01-01', '2020-01-01', false, 1, date '2020-01-01'
                  from casework_case order by happened_at""").param("region", region).update();
        store.recount(calendars.current(), new Span(List.of(region), LocalDate.of(2007, 1, 1), LocalDate.of(2099, 12, 31)), time.instant(), "第一次");
        vacuum();
    }

    private static double seconds(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }
}
