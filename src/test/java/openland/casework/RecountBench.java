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
        var ratios = new ArrayList<Double>();
        var wholes = new ArrayList<Double>();
        for (int i = 0; i < PAIRS; i++) {
            double read = seconds(() -> db.sql("select count(*), sum(n), sum(hashtext(rule)), max(due_at) from casework_clock").query().listOfRows());
            var calendar = with(LocalDate.of(2026, 12, 1).plusDays(i));
            int[] moved = new int[1];
            double count = seconds(() -> moved[0] = store.recount(calendar, new Span(List.of(office.region()), LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 31)), time.instant(), "量一量"));
            System.out.printf("read %.2f s, counted again %.2f s, %d of %d moved%n", read, count, moved[0], clocks);
            double whole = seconds(() -> store.recount(calendar, new Span(List.of(office.region()), Calendar.FIRST, Calendar.LAST), time.instant(), "全部"));
            ratios.add(count / read);
            wholes.add(whole / read);
            db.sql("vacuum analyze casework_clock").update();
        }
        double overdue = seconds(() -> db.sql("""
                select case_id, due_at from casework_clock where met_at is null and ended_at is null
                   and due_at >= '2026-12-15T00:00+08' and due_at < '2026-12-15T00:01+08' order by due_at limit 100""").query().listOfRows());
        System.out.printf("newly overdue: %.2f ms%n", overdue * 1000);
        System.out.printf("all of them counted again, none moved / read: median %.2f%n", wholes.stream().sorted().toList().get(PAIRS / 2));
        System.out.printf("counted again / read: median %.2f%n", ratios.stream().sorted().toList().get(PAIRS / 2));
    }

    private Calendar with(LocalDate off) {
        var old = calendars.notices().stream().map(openland.calendar.LoadedNotice::notice).filter(notice -> notice.year() == 2026 && notice.region().isEmpty())
                .findFirst().orElseThrow();
        var days = new ArrayList<>(old.days());
        days.add(new NoticeDay(off, true, "临时放假"));
        loading.load(new Notice("", 2026, "关于调整的通知" + off, null, null, days), Town.of(context).sysadmin());
        return calendars.current();
    }

    private void fill(String office, String region, int clocks) {
        db.sql("""
                insert into casework_case (id, kind, office, unit, obligation, rule_kind, rule, item, title, subject, key, happened_at, source, source_ref, state, opened_at)
                select gen_random_uuid(), 'duty', :office::uuid, '', 'ENF-02', 'DEADLINE', '{}', null, '某件', 'S' || i, 'K' || i,
                       timestamp '2026-01-01' + (i % 320) * interval '1 day', 'PROGRAM', '', 'OPEN', now() from generate_series(1, :n) i""")
                .param("office", office).param("n", clocks).update();
        db.sql("""
                insert into casework_clock (case_id, name, office, kind, unit, n, rule, region, start_at, due_on, due_at, provisional, calendar_version, first_due_on)
                select id, 'duty', office, 'DEADLINE', 'WD', 20, 'WD 20', :region, happened_at, date '2020-01-01', '2020-01-01', false, 1, date '2020-01-01'
                  from casework_case""").param("region", region).update();
        store.recount(calendars.current(), new Span(List.of(region), LocalDate.of(2007, 1, 1), LocalDate.of(2099, 12, 31)), time.instant(), "第一次");
        db.sql("vacuum analyze casework_clock").update();
        db.sql("vacuum analyze casework_due_change").update();
    }

    private static double seconds(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }
}
