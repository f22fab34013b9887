package openland.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import openland.base.Refusal;
import openland.base.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Notices in the database: loaded once at the start, replaced, kept, for the country and for regions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalendarsTest {
    private final TestDatabase database = TestDatabase.fresh();
    private ConfigurableApplicationContext program;
    private Calendars calendars;
    private TransactionTemplate transaction;

    @BeforeAll
    void start() {
        program = database.start();
        calendars = program.getBean(Calendars.class);
        transaction = program.getBean(TransactionTemplate.class);
    }

    @AfterAll
    void stop() {
        program.close();
    }

    private Optional<CalendarChanged> load(Notice notice) {
        return transaction.execute(_ -> calendars.load(notice));
    }

    private CalendarChanged loaded(Notice notice) {
        return load(notice).orElseThrow();
    }

    private static Notice notice(String region, int year, String... lines) {
        return Notice.of(region, year, year + "年安排", null, null, List.of(lines));
    }

    private static String due(Calendar calendar, String rule, String start) {
        return Reckoning.due((ClockRule.DayRule) ClockRule.parse(rule), LocalDate.parse(start), Pauses.NONE, calendar).text();
    }

    @Test
    void notices_are_replaced_and_kept_and_every_node_counts_by_the_newest() {
        var before = calendars.current();
        assertThat(calendars.asOf("", 1).day(LocalDate.of(2017, 10, 4)).source()).isEqualTo("国务院办公厅2017年节假日安排");
        assertThat(before.settledTo()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(due(before, "WD 5", "2026-12-25")).isEqualTo("2027-01-01");

        var first = loaded(notice("", 2027, "上班 2026-12-27 元旦", "放假 2026-12-31..01-02 元旦", "上班 01-03 元旦"));
        assertThat(first.version()).isGreaterThan(before.version());
        assertThat(first.changed()).containsExactlyInAnyOrder(LocalDate.of(2026, 12, 27), LocalDate.of(2026, 12, 31),
                LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 3));
        assertThat(due(calendars.current(), "WD 5", "2026-12-25")).isEqualTo("2027-01-03");
        assertThat(calendars.current().settledTo()).isEqualTo(LocalDate.of(2027, 12, 31));

        var second = loaded(notice("", 2027, "放假 01-01..01-04 元旦"));   // the second one holds alone
        assertThat(due(calendars.current(), "WD 5", "2026-12-25")).isEqualTo("2027-01-05");
        assertThat(due(calendars.asOf("", first.version()), "WD 5", "2026-12-25")).isEqualTo("2027-01-03");
        assertThat(due(calendars.asOf("", before.version()), "WD 5", "2026-12-25")).isEqualTo(due(before, "WD 5", "2026-12-25"));
        assertThat(load(notice("", 2027, "放假 01-01..01-04 元旦"))).as("the same once more").isEmpty();
        assertThat(calendars.version()).isEqualTo(second.version());

        try (var other = database.start()) {
            assertThat(due(other.getBean(Calendars.class).current(), "WD 5", "2026-12-25")).isEqualTo("2027-01-05");
            assertThat(other.getBean(Calendars.class).version()).as("nothing is loaded twice").isEqualTo(second.version());
        }
    }

    @Test
    void a_region_has_the_days_of_the_regions_above_it_and_no_other_has_them() {
        var holiday = LocalDate.of(2025, 4, 2);
        loaded(notice("45", 2025, "放假 04-01..04-02 三月三"));
        loaded(notice("4502", 2025, "上班 04-05 当地调休"));
        assertThat(calendars.current().isWorkingDay(holiday)).isTrue();
        assertThat(calendars.forRegion("44").isWorkingDay(holiday)).isTrue();
        assertThat(calendars.forRegion("450102").isWorkingDay(holiday)).isFalse();
        assertThat(calendars.forRegion("450102").isWorkingDay(LocalDate.of(2025, 4, 5))).as("the country's holiday").isFalse();
        assertThat(calendars.forRegion("450203").isWorkingDay(holiday)).isFalse();
        assertThat(calendars.forRegion("450203").isWorkingDay(LocalDate.of(2025, 4, 5))).isTrue();
        assertThat(calendars.forRegion("450102").region()).isEqualTo("45");
        assertThat(calendars.forRegion("450102")).isSameAs(calendars.forRegion("4503"));
    }

    @Test
    void what_was_rolled_back_was_never_there() {
        var before = calendars.version();
        transaction.executeWithoutResult(status -> {
            calendars.load(notice("46", 2024, "放假 03-04 试验"));
            assertThat(calendars.forRegion("46").isWorkingDay(LocalDate.of(2024, 3, 4))).as("inside the transaction").isFalse();
            status.setRollbackOnly();
        });
        assertThat(calendars.version()).isEqualTo(before);
        assertThat(calendars.forRegion("46").isWorkingDay(LocalDate.of(2024, 3, 4))).isTrue();
        loaded(notice("46", 2024, "放假 03-05 试验"));
        assertThat(calendars.forRegion("46").isWorkingDay(LocalDate.of(2024, 3, 4))).isTrue();
        assertThat(calendars.forRegion("46").isWorkingDay(LocalDate.of(2024, 3, 5))).isFalse();
    }

    @Test
    void two_who_load_the_same_notice_at_once_load_it_once() {
        var notice = notice("64", 2023, "放假 04-21..04-22 开斋节");
        var both = List.of(CompletableFuture.supplyAsync(() -> load(notice)), CompletableFuture.supplyAsync(() -> load(notice)));
        assertThat(both.stream().map(CompletableFuture::join).filter(Optional::isPresent)).hasSize(1);
    }

    @Test
    void whoever_listens_is_woken_when_a_notice_is_loaded() {
        var heard = new LinkedBlockingQueue<CalendarChanged>();
        program.addApplicationListener(event -> {
            if (event instanceof PayloadApplicationEvent<?> payload && payload.getPayload() instanceof CalendarChanged changed) {
                heard.add(changed);
            }
        });
        var changed = loaded(notice("65", 2022, "放假 05-06 当地节日"));
        assertThat(heard).containsExactly(changed);
    }

    @Test
    void what_an_administrator_loaded_is_not_replaced_by_what_came_with_the_program() {
        loaded(notice("", 2016, "放假 01-01 元旦", "放假 03-03 试验"));
        try (var restarted = database.start()) {
            assertThat(restarted.getBean(Calendars.class).current().isWorkingDay(LocalDate.of(2016, 3, 3))).isFalse();
        }
    }

    @Test
    void neither_the_program_nor_the_public_can_change_a_notice_that_was_loaded() {
        var db = program.getBean(JdbcClient.class);
        for (var sql : List.of("update calendar_day set off = not off", "delete from calendar_notice", "truncate calendar_day")) {
            assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> db.sql(sql).update())
                    .havingRootCause().withMessageContaining("permission denied");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'' | 2029 | 放假 01-01 元旦 | 请先装入全国",
        "45 | 2029 | 放假 01-01 元旦 | 请先装入全国",
        "'' | 2006 | 放假 01-01 元旦 | 年份应在",
        "45x | 2025 | 放假 01-01 元旦 | 行政区划代码",
        "'' | 2025 | 放假 05-01 劳动节 | 缺少2025年1月1日",
        "45 | 2025 | # 空 | 没有写放假",
        "45 | 2025 | 放假 02-29 试验 | 不存在的日期",
        "45 | 2025 | 放假 2024-11-30 试验 | 不在2025年",
        "45 | 2025 | 放假 01-05..01-02 试验 | 写反了",
        "45 | 2025 | 上班 04-02 试验 | 本来就上班",
        "45 | 2025 | 休息 04-02 试验 | 读不懂",
        "45 | 2025 | 放假 04-02 | 读不懂"})
    void a_notice_that_cannot_be_is_refused_and_changes_nothing(String region, int year, String line, String because) {
        long before = calendars.version();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> load(notice(region, year, line))).withMessageContaining(because);
        assertThat(calendars.version()).isEqualTo(before);
    }

    @Test
    void a_day_named_twice_is_refused() {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> notice("45", 2025, "放假 04-05 一", "上班 04-05 二"))
                .withMessageContaining("2025-04-05写了两次");
    }

    @Test
    void the_notices_of_the_program_read_as_they_are_written() {
        assertThat(NoticeFiles.all()).hasSize(20).allSatisfy(notice -> {
            assertThat(notice.documentNumber()).as("not invented").isNull();
            assertThat(Notice.of("", notice.year(), notice.title(), null, null, notice.lines())).isEqualTo(notice);
        });
        assertThat(NoticeFiles.all().stream().mapToLong(notice -> notice.days().size()).sum()).isEqualTo(677);
    }
}
