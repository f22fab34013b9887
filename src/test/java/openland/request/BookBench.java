package openland.request;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import openland.OpenlandTest;
import openland.office.Post;
import openland.office.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * 100,000 requests of ten years in one office: CPU of list, one request, tracker, figures and statistics, of the program's thread and of
 * the database's process together. {@code mvn -Pbench test -Dbench=BookBench} ({@code -Drequests=100000}); Linux.
 */
@OpenlandTest
@TestPropertySource(properties = "test.of=a book of ten years")
class BookBench {
    private static final int RUNS = 20;
    private static final String CASE = "('018f0000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid";
    private static final double TICK = 10;   // of /proc, in milliseconds

    @Autowired ApplicationContext context;
    @Autowired Statistics statistics;
    @Autowired PublicStatistics published;
    @Autowired RequestBook book;
    @Autowired ListingRequests listing;
    @Autowired Requests requests;
    @Autowired RequestStore store;
    @Autowired JdbcClient db;
    private Counter counter;

    @Test
    void measure() {
        counter = new Counter(context);
        counter.on("2026-11-20").asks("有了第一件，才有查询码的密钥");
        int count = Integer.getInteger("requests", 100_000);
        fill(count);
        var reader = Town.of(context).officer(counter.office, Post.LEADER);
        var one = store.byNumber("BENCH-" + count / 2).orElseThrow();
        var code = requests.code(requests.filing(one)).text();
        var asked = StatisticsAsked.of(List.of(counter.id()), 2025, LocalDate.of(2026, 11, 22));
        var old = StatisticsAsked.of(List.of(counter.id()), 2018, LocalDate.of(2026, 11, 22));
        cpu("list, first page of 50", 100, () -> book.page(new RequestBook.Asked(counter.id(), null, null, null, 50), reader));
        var middle = middle(reader, count);
        cpu("list, a page in the middle", 100, () -> book.page(new RequestBook.Asked(counter.id(), null, null, middle, 50), reader));
        cpu("list of a year and a stage", 100, () -> book.page(new RequestBook.Asked(counter.id(), Stage.CLOSED, 2020, null, 50), reader));
        cpu("the desk's list of what is open", 100, () -> listing.lines(ListQuery.open(java.util.Set.of(counter.id())), null, 50, reader));
        cpu("the desk's board of early warning", 100, () -> listing.board(java.util.Set.of(counter.id())));
        cpu("one request with its events and derivation", 100, () -> requests.answer(store.byId(one.id()).orElseThrow()));
        cpu("tracker: number and code", 100, () -> requests.ofFiling(requests.track(one.number(), code).id()));
        cpu("figures by unit", 100, () -> statistics.byUnit(asked));
        cpu("honest times", 100, () -> statistics.times(asked));
        cpu("requests behind a figure", 100, () -> statistics.behind(asked, new Statistics.Figure("requests-2021", "三(三)4", 6), java.util.Set.of(counter.id()), null, 100));
        cpu("what three have asked for", 1000, () -> book.alike(reader));
        cpu("tables of 2021", 1000, () -> statistics.tables(asked));
        cpu("table of 2014", 1000, () -> statistics.tables(old));
        cpu("tables as everybody sees them", 1000, () -> published.of(counter.id(), 2025));
    }

    private String middle(openland.office.Officer reader, int count) {
        String after = null;
        for (int i = 0; i < count / 2000; i++) {
            after = book.page(new RequestBook.Asked(counter.id(), null, null, after, 1000), reader).next();
        }
        return after;
    }

    /** Runs in one transaction and therefore on one connection, without helpers of the database; the first run does not count. */
    private void cpu(String what, double reach, Runnable work) {
        counter.within(() -> {
            db.sql("set local max_parallel_workers_per_gather = 0").update();
            long backend = db.sql("select pg_backend_pid()").query(Long.class).single();
            work.run();
            var threads = ManagementFactory.getThreadMXBean();
            long before = threads.getCurrentThreadCpuTime();
            double database = ticks(backend);
            long wall = System.nanoTime();
            for (int i = 0; i < RUNS; i++) {
                work.run();
            }
            double program = (threads.getCurrentThreadCpuTime() - before) / 1e6 / RUNS;
            double of = (ticks(backend) - database) * TICK / RUNS;
            System.out.printf("%-45s program %6.1f ms + database %6.1f ms = %6.1f ms of CPU (reach %.0f, %.2f of it), %6.1f ms by the clock%n", what, program, of, program + of,
                    reach, (program + of) / reach, (System.nanoTime() - wall) / 1e6 / RUNS);
            return true;
        });
    }

    private static double ticks(long process) {
        try {
            var stat = Files.readString(Path.of("/proc/" + process + "/stat"));
            var parts = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Double.parseDouble(parts[11]) + Double.parseDouble(parts[12]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each has its place in the worklist, like the one that was asked for at the counter. */
    private List<String> cases(String drawn) {
        var from = "from (select *, received + took > '2026-11-22' or n % 1009 = 0 as open from " + drawn + ") r, (select c.*, k.name as clock, k.kind as clock_kind,"
                + " k.unit as clock_unit, k.n as times, k.rule as clock_rule, k.region, k.calendar_version from casework_case c join casework_clock k on k.case_id = c.id"
                + " where c.kind = 'request' and c.office = '" + counter.id() + "' limit 1) t";
        return List.of("""
                insert into casework_case (id, kind, office, unit, obligation, rule_kind, rule, title, subject, key, happened_at, source, source_ref, state, opened_at)
                select ID, t.kind, t.office, t.unit, t.obligation, t.rule_kind, t.rule, t.title, '', 'BENCH-' || r.n, r.received, 'CASE', '',
                       case when r.open then 'OPEN' else 'MET' end, r.received::timestamptz\s""".replace("ID", CASE.replace("(n)", "(r.n)")) + from, """
                insert into casework_clock (case_id, name, office, kind, unit, n, rule, region, start_at, due_on, due_at, provisional, calendar_version, first_due_on, met_at)
                select ID, t.clock, t.office, t.clock_kind, t.clock_unit, t.times, t.clock_rule, t.region, r.received, r.received + 28, (r.received + 29)::timestamptz, false,
                       t.calendar_version, r.received + 28, case when not r.open then (r.received + r.took)::timestamptz end\s""".replace("ID", CASE.replace("(n)", "(r.n)")) + from);
    }

    /** Ten years, more in spring; six persons in ten; three in four granted; every thirtieth still open at the end; four events each. */
    private void fill(int count) {
        long begun = System.nanoTime();
        var id = "('%s-' || lpad(to_hex(n), 12, '0'))::uuid";
        var applicant = id.formatted("018f0000-0000-7000-a000");
        var filing = id.formatted("018f0000-0000-7000-b000");
        var request = id.formatted("018f0000-0000-7000-8000");
        var rows = new ArrayList<String>();
        var drawn = """
                (select n, date '2016-11-20' + (n::bigint * 3640 / %d)::int as received, (array['PERSON','PERSON','PERSON','PERSON','PERSON','PERSON','COMPANY','LAW','OTHER','RESEARCH'])[1 + n * 7 %% 10] as kind,
                       (array['WEB','WEB','WEB','COUNTER','ORDINARY_POST','FAX'])[1 + n * 11 %% 6] as channel, 4 + n * 7919 %% 29 as took,
                       (array['R01','R02','R02','R02','R02','R03','R03','R04','R05','R06','R07','R07','R08','R09','R12','R12','R13','R14','R15','R16','R18','R20','R22','R12'])[1 + (n * 31 %% 97) %% 24] as reply
                  from generate_series(1, %d) n) drawn""".formatted(count, count);
        rows.add("insert into request_applicant select " + applicant + ", kind, '申请人' || n %% 30000, sha256(('a' || n %% 30000)::bytea), '', '', '', '', '' from ".replace("%%", "%") + drawn);
        rows.add("insert into request_filing select " + filing + ", '" + counter.id() + "', " + applicant + ", channel, received, received::timestamptz, '纸质', '邮寄', '' from " + drawn);
        rows.addAll(cases(drawn));
        rows.add(("""
                insert into request_request (id, case_id, filing, office, number, asked, asked_digest, purpose, stage, regime, received_on, unit, reply, reply_part, closed_on, in_time, extended,
                       counted_days, excluded_days, applicant_kind, channel, version)
                select REQUEST, CASE_ID, FILING, 'OFFICE', 'BENCH-' || n, '第' || n % 60000 || '号征地公告、补偿方案和分配表', sha256(('q' || n % 60000)::bytea), '',
                       case when open then 'PROCESSING' else 'CLOSED' end, case when received < '2019-05-15' then 'OF_2008' else 'OF_2019' end, received,
                       (array['耕地保护股','矿管股','规划股','利用股','执法大队','登记中心','办公室',''])[1 + n % 8], case when not open then reply end,
                       case when open then null when reply = 'R07' then '商业秘密' when reply = 'R12' then '不存在' when reply = 'R06' then '社会稳定' end,
                       case when not open then received + took end, case when not open then took <= 28 end, n % 17 = 0, case when not open then took * 5 / 7 end,
                       case when not open and n % 9 = 0 then n % 13 else 0 end, kind, channel, 4
                  from (select *, received + took > '2026-11-22' or n % 1009 = 0 as open from DRAWN) d""").replace("DRAWN", drawn).replace("REQUEST", request).replace("CASE_ID", CASE).replace("FILING", filing)
                .replace("OFFICE", counter.id().toString()));
        for (var move : List.of("1 CONFIRM REGISTERED 0", "2 ASSIGN PROCESSING 1", "3 ADVISE PROCESSING 2", "4 DELIVER CLOSED 3")) {
            var parts = move.split(" ");
            rows.add("insert into request_event select " + request + ", " + parts[0] + ", '" + parts[1] + "', received + " + parts[3] + ", received::timestamptz, null, '', '{}', '" + parts[2] + "' from " + drawn);
        }
        rows.add("analyze");
        counter.within(() -> {
            rows.forEach(sql -> db.sql(sql).update());
            return UUID.randomUUID();
        });
        for (var table : List.of("request_request", "request_filing", "request_applicant", "request_event")) {
            db.sql("vacuum analyze " + table).update();
        }
        System.out.printf("%d requests in %.0f s%n", count, (System.nanoTime() - begun) / 1e9);
    }
}
