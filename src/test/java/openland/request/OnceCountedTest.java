package openland.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import openland.OpenlandTest;
import openland.base.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which request counts when: small books that can be counted by hand. */
@OpenlandTest
class OnceCountedTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Autowired ApplicationContext context;
    @Autowired Statistics statistics;
    @Autowired JdbcClient program;
    private Counter counter;

    @BeforeEach
    void counter() {
        counter = new Counter(context);
    }

    private InformationRequest happens(InformationRequest one, String day, RequestMove move, String reply, String part) {
        counter.on(day);
        return counter.within(() -> counter.happening().happened(counter.bean(RequestStore.class).locked(one.id()).orElseThrow(),
                new Happening.New(move, counter.today(), null, "", move == RequestMove.ASK_CORRECTION ? Map.of("by", "2024-12-20") : Map.of()),
                reply == null ? null : new Happening.Outcome(reply, part)));
    }

    private void answered(InformationRequest one, String day, String reply, String part) {
        for (var move : List.of(RequestMove.DRAFT, RequestMove.SUBMIT, RequestMove.PASS_SECRECY, RequestMove.PASS_LEGAL, RequestMove.SIGN)) {
            happens(one, day, move, null, null);
        }
        happens(one, day, RequestMove.DELIVER, reply, part);
    }

    private StatisticsTable table(String form, int year) {
        return statistics.table(form, StatisticsAsked.of(List.of(counter.id()), year, TODAY));
    }

    private List<Long> totals(int year, String... rows) {
        var table = table("requests-2021", year);
        return List.of(rows).stream().map(row -> table.number(row, 6)).toList();
    }

    @Test
    void what_is_received_in_december_and_answered_in_january_is_carried_over() {
        answered(counter.on("2024-12-16").asks("青禾县征地公告"), "2025-01-10", "R02", null);
        assertThat(totals(2024, "一", "二", "三(七)", "四")).containsExactly(1L, 0L, 0L, 1L);
        assertThat(totals(2025, "一", "二", "三(一)", "三(七)", "四")).containsExactly(0L, 1L, 1L, 1L, 0L);
        assertThat(totals(2026, "一", "二", "三(七)", "四")).containsExactly(0L, 0L, 0L, 0L);
    }

    @Test
    void an_answer_that_was_ordered_again_counts_by_the_first_one() {
        var one = counter.on("2024-03-04").asks("青禾县征地公告");
        answered(one, "2024-03-20", "R07", "商业秘密");
        happens(one, "2025-02-10", RequestMove.REDO, null, null);
        answered(one, "2025-02-20", "R02", null);
        assertThat(totals(2024, "三(三)4", "三(七)", "四")).containsExactly(1L, 1L, 0L);
        assertThat(totals(2025, "一", "二", "三(一)", "三(七)", "四")).containsOnly(0L);
    }

    @Test
    void so_does_one_that_was_given_up_first() {
        var one = counter.on("2024-11-18").asks("青禾县征地公告");
        happens(one, "2024-11-20", RequestMove.ASK_CORRECTION, null, null);
        happens(one, "2024-12-23", RequestMove.ABANDON, "R20", null);
        happens(one, "2025-02-10", RequestMove.REDO, null, null);
        answered(one, "2025-02-20", "R02", null);
        assertThat(totals(2024, "三(六)1", "三(七)", "四")).containsExactly(1L, 1L, 0L);
        assertThat(totals(2025, "一", "二", "三(一)", "三(七)", "四")).containsOnly(0L);
        assertThat(counter.now(one).closedOn()).isEqualTo("2024-12-23");
    }

    @Test
    void one_that_was_withdrawn_counts_as_other_and_one_that_was_never_received_nowhere() {
        var fax = counter.on("2024-03-04").files(counter.form(Channel.FAX, "青禾县征地公告")).requests().getFirst();
        happens(counter.asks("青禾县征地公告之二"), "2024-03-11", RequestMove.WITHDRAW, "R22", null);
        assertThat(totals(2024, "一", "三(六)3", "三(七)", "四")).containsExactly(1L, 1L, 1L, 0L);
        happens(fax, "2024-03-11", RequestMove.WITHDRAW, "R22", null);
        assertThat(totals(2024, "一", "三(六)3", "三(七)", "四")).containsExactly(1L, 1L, 1L, 0L);
    }

    @Test
    void a_day_that_was_put_right_counts_as_it_is_now_but_never_before_the_receipt() {
        var one = counter.on("2024-11-18").asks("青禾县征地公告");
        happens(one, "2024-11-20", RequestMove.ASK_CORRECTION, null, null);
        happens(one, "2024-12-30", RequestMove.ABANDON, "R20", null);
        counter.on("2025-01-06").move(counter.now(one), RequestMove.AMEND, counter.leader, "当时写错了日期", Map.of("event", "3"));
        assertThat(totals(2024, "三(七)", "四")).containsExactly(0L, 1L);
        assertThat(totals(2025, "二", "三(七)", "四")).containsExactly(1L, 1L, 0L);
        assertThatThrownBy(() -> counter.on("2025-01-07").move(counter.now(one), RequestMove.AMEND, counter.leader, "收到的日期也写错了", Map.of("event", "1")))
                .isInstanceOf(Refusal.class).hasMessageContaining("办结之日");
    }

    @Test
    void the_older_form_shows_what_it_has_no_row_for() {
        answered(counter.on("2018-03-05").asks("青禾县征地公告"), "2018-03-12", "R07", "个人隐私");
        answered(counter.on("2018-03-05").asks("青禾县征地公告之二"), "2018-06-12", "R12", "不存在");
        happens(counter.on("2018-03-05").asks("青禾县征地公告之三"), "2018-03-06", RequestMove.WITHDRAW, "R22", null);
        var table = table("form-2014", 2018);
        assertThat(List.of("3.1", "3.1.1", "3.2", "3.2.1", "3.2.2", "3.3", "3.3.4", "3.3.4.3", "3.3.6").stream().map(row -> table.number(row, 0)))
                .containsExactly(3L, 3L, 3L, 2L, 0L, 2L, 1L, 1L, 1L);
        assertThat(table.checks().stream().filter(check -> !check.holds()).map(check -> check.rule().sentence() + check.residues()))
                .containsExactly("办结数等于按时办结加延期办结[1]", "办结的都有答复[1]");
        assertThat(new StatisticsForms().of(2018)).extracting(StatisticsForm::id).containsExactly("form-2014");
        assertThat(new StatisticsForms().of(2019)).extracting(StatisticsForm::id).containsExactly("requests-2021", "remedies-2021");
    }

    @Test
    void a_number_opens_its_requests_for_whom_has_a_post_there() {
        var year = 2023;
        for (int i = 0; i < 5; i++) {
            answered(counter.on("2023-0" + (i + 3) + "-06").asks("第" + i + "号公告"), "2023-0" + (i + 3) + "-16", i < 3 ? "R02" : "R03", null);
        }
        counter.on("2023-12-20").asks("第六号公告");
        assertThat(totals(year, "一", "三(一)", "三(二)", "三(七)", "四")).containsExactly(6L, 3L, 2L, 5L, 1L);
        var times = statistics.times(StatisticsAsked.of(List.of(counter.id()), year, TODAY));
        assertThat(times.all()).isNotNull().satisfies(all -> assertThat(all.count()).isEqualTo(5));
        assertThat(statistics.behind(StatisticsAsked.of(List.of(counter.id()), year, TODAY), new Statistics.Figure("requests-2021", "四", 6), Set.of(counter.id()), null, 10).items())
                .extracting(InformationRequest::asked).containsExactly("第六号公告");
        assertThat(statistics.behind(StatisticsAsked.of(List.of(counter.id()), year, TODAY), new Statistics.Figure("requests-2021", "四", 6), Set.of(), null, 10).items())
                .as("who has no post there opens nothing").isEmpty();
    }

    @Test
    void no_event_is_changed_or_deleted_by_the_program() {
        var one = counter.on("2024-03-04").asks("青禾县征地公告");
        for (var sql : List.of("delete from request_event where request = :id", "update request_event set on_day = on_day where request = :id",
                "delete from request_request where id = :id")) {
            assertThatThrownBy(() -> program.sql(sql).param("id", one.id()).update()).rootCause().hasMessageContaining("permission denied");
        }
        assertThatThrownBy(() -> program.sql("truncate request_event").update()).rootCause().hasMessageContaining("permission denied");
    }
}
