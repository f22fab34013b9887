package openland.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import openland.OpenlandTest;
import openland.catalogue.Catalogue;
import openland.catalogue.Item;
import openland.office.Level;
import openland.office.Office;
import openland.office.Offices;
import openland.office.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * The duties of a year of a province with 10 cities and 100 counties: its figures must add up on every level, and its pages must come
 * soon. {@code mvn -Pbench test -Dbench=OpennessBench} ({@code -Dduties=200000}).
 */
@OpenlandTest
@TestPropertySource(properties = "test.of=a province's year of duties")
class OpennessBench {
    private static final int LOADS = 10;

    @Autowired ApplicationContext context;
    @Autowired Openness openness;
    @Autowired Counting counting;
    @Autowired Offices offices;
    @Autowired Catalogue catalogue;
    @Autowired JdbcClient db;
    @Autowired InstantSource time;
    @LocalServerPort int port;

    @Test
    void measure() throws Exception {
        var province = province();
        fill(openness.subtree(province).toArray(UUID[]::new), Integer.getInteger("duties", 200_000));
        long begun = System.nanoTime();
        counting.count(time.instant());
        System.out.printf("all figures counted: %.2f s%n", (System.nanoTime() - begun) / 1e9);
        int levels = addsUp(province);
        System.out.printf("figures add up at %d offices%n", levels);
        var city = offices.byCode("BENCH-C3").orElseThrow();
        for (var path : List.of("/openness?office=" + province.code(), "/openness?office=" + city.code(), "/openness/duties?what=overdue&from=2007-01&office=" + province.code(),
                "/openness/duties?what=owed&from=2007-01&limit=100&office=" + province.code(), "/openness/months/" + city.code() + "/2026-10", "/openness.atom?office=" + province.code())) {
            System.out.printf("%s: median %.0f ms%n", path, load(path));
        }
    }

    private Office province() {
        var town = Town.of(context);
        var province = town.office("BENCH-P", "西江省自然资源厅", Level.PROVINCE, "640000", town.ministry());
        for (int c = 0; c < 10; c++) {
            var city = town.office("BENCH-C" + c, "西江第" + c + "市自然资源局", Level.CITY, "64" + (10 + c) + "00", province);
            for (int x = 0; x < 10; x++) {
                town.office("BENCH-X" + c + "-" + x, "西江第" + c + "市第" + x + "县自然资源局", Level.COUNTY, "64" + (10 + c) + (21 + x), city);
            }
        }
        return province;
    }

    /** A third is open, of it some late; the others are done, some of them late. */
    private void fill(UUID[] owing, int many) {
        var items = catalogue.items().stream().map(Item::id).toArray(String[]::new);
        db.sql("""
                insert into casework_case (id, kind, office, unit, obligation, rule_kind, rule, item, title, subject, key, happened_at, source, source_ref, state, opened_at)
                select uuidv7((i - :n) * interval '150 seconds'), 'duty', (:offices::uuid[])[1 + i % :count], '', 'ENF-02', 'DEADLINE', '{"basis": "试"}',
                       (:items::text[])[1 + i * 7 % :kinds], '某件', 'S' || i, 'K' || i, timestamp '2025-12-20' + i * interval '1 year' / :n, 'PROGRAM', '',
                       case i % 3 when 0 then 'OPEN' else 'CANCELLED' end, now() from generate_series(1, :n) i""")
                .param("offices", owing).param("count", owing.length).param("items", items).param("kinds", items.length).param("n", many).update();
        db.sql("""
                insert into casework_clock (case_id, name, office, kind, unit, n, rule, region, start_at, due_on, due_at, provisional, calendar_version, first_due_on, met_at)
                select c.id, 'duty', c.office, 'DEADLINE', 'WD', 20, 'WD 20', '640000', c.happened_at, c.happened_at::date + 28,
                       (c.happened_at::date + 29)::timestamp at time zone 'Asia/Shanghai', false, 1, c.happened_at::date + 28,
                       case when c.state = 'OPEN' then null else (c.happened_at::date + 15 + (hashtext(c.key) & 15))::timestamp at time zone 'Asia/Shanghai' end
                  from casework_case c where c.office = any(:offices) order by c.id""").param("offices", owing).update();
        db.sql("update casework_case set state = 'MET' where state = 'CANCELLED' and office = any(:offices)").param("offices", owing).update();
        List.of("casework_case", "casework_clock").forEach(table -> db.sql("vacuum analyze " + table).update());
    }

    /** Of each office: what its page says together is its own and those below it, and is what the table of clocks holds. */
    private int addsUp(Office office) {
        var subtree = openness.subtree(office);
        var branch = openness.branch(office, Asked.all(subtree));
        assertThat(branch.below().values().stream().reduce(branch.own(), Tally::plus)).isEqualTo(branch.whole());
        assertThat(openness.byItem(Asked.all(subtree)).values().stream().reduce(Tally.NONE, Tally::plus)).isEqualTo(branch.whole());
        assertThat(branch.whole().of(What.OWED)).isEqualTo(db.sql("select count(*) from casework_clock where office = any(:offices)")
                .param("offices", subtree.toArray(UUID[]::new)).query(Long.class).single());
        return 1 + branch.below().keySet().stream().mapToInt(this::addsUp).sum();
    }

    private double load(String path) throws Exception {
        var times = new ArrayList<Double>();
        try (var client = HttpClient.newHttpClient()) {
            for (int i = 0; i <= LOADS; i++) {
                long begun = System.nanoTime();
                var answer = client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(), BodyHandlers.ofString());
                if (i > 0) {
                    times.add((System.nanoTime() - begun) / 1e6);
                }
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
            }
        }
        return times.stream().sorted().toList().get(LOADS / 2);
    }
}
