package openland.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import openland.base.database.TestDatabase;
import openland.disclosure.Selection.Between;
import openland.disclosure.Selection.Is;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How the database goes about a filtered page of an item with 100,000 pieces, of 200,000 altogether: never by reading a whole table. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SelectionPlanTest {
    private static final int PIECES = 200_000;
    private static final UUID OFFICE = new UUID(0, 7);

    private final TestDatabase database = TestDatabase.fresh();

    @BeforeAll
    void two_hundred_thousand_pieces() {
        Flyway.configure().dataSource(database.url(), database.username(), database.password()).locations("classpath:db/migration").load().migrate();
        database.sql().sql("""
                set session_replication_role = replica;
                insert into disclosure_disclosure select ('00000000-0000-0000-0001-' || lpad(i::text, 12, '0'))::uuid,
                       ('00000000-0000-0000-0000-' || lpad((i %% 90)::text, 12, '0'))::uuid, 'a.' || i %% 2, 'N/' || i, now()
                  from generate_series(1, %1$d) i;
                insert into disclosure_content select ('00000000-0000-0000-0001-' || lpad(i::text, 12, '0'))::uuid, 1, i, now(),
                       ('00000000-0000-0000-0000-' || lpad((i %% 90)::text, 12, '0'))::uuid, 'a.' || i %% 2, '题' || i, null, '2026-01-01', null, '{}',
                       '\\x00000000000000000000000000000000' from generate_series(1, %1$d) i;
                insert into disclosure_facet select ('00000000-0000-0000-0001-' || lpad(i::text, 12, '0'))::uuid, 1, i, 'a.' || i %% 2, 'kind',
                       case when i %% 20000 < 2 then '少见' else '常见' || i %% 7 end, '' from generate_series(1, %1$d) i;
                insert into disclosure_facet select ('00000000-0000-0000-0001-' || lpad(i::text, 12, '0'))::uuid, 1, i, 'a.' || i %% 2, 'fine',
                       null, null, i * 7919 %% 1000003, i * 7919 %% 1000003 from generate_series(1, %1$d) i;
                analyze""".formatted(PIECES)).update();
    }

    static Stream<Selection> selections() {
        return Stream.of(Selection.of("a.0"), new Selection("a.0", null, List.of(new Is("kind", "常见3")), false),
                new Selection("a.0", null, List.of(new Is("kind", "少见")), false), new Selection("a.0", null, List.of(new Is("kind", "没有")), true),
                new Selection("a.0", null, List.of(new Between("fine", new BigDecimal("1000"), new BigDecimal("1100"))), false),
                new Selection("a.0", null, List.of(new Between("fine", new BigDecimal("1000"), null)), true),
                new Selection("a.0", null, List.of(new Is("kind", "少见"), new Between("fine", null, new BigDecimal("500000"))), false),
                new Selection("a.0", Set.of(OFFICE), List.of(), false));
    }

    @ParameterizedTest
    @MethodSource("selections")
    void a_page_reads_no_whole_table(Selection selection) {
        for (Long after : Arrays.asList(null, 100_000L)) {
            var statement = SelectionStore.pageStatement("", selection, PIECES + 1, after, 31);
            var plan = String.join("\n", database.sql().sql("explain (analyze, costs off) " + statement.sql()).params(statement.parameters())
                    .query(String.class).list());
            assertThat(plan).doesNotContain("Seq Scan").contains("Index");
        }
    }
}
