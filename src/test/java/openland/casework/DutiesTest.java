package openland.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import openland.OpenlandTest;
import openland.base.Refusal;
import openland.calendar.Derived;
import openland.casework.MovingDuties.Wanted;
import openland.drafting.Desk;
import openland.office.Officer;
import openland.office.Post;
import openland.office.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@OpenlandTest
class DutiesTest {
    private static final String PENALTY = "enforcement.penalty-decision";

    @Autowired ApplicationContext context;
    @Autowired OpeningDuties opening;
    @Autowired MovingDuties moving;
    @Autowired Duties duties;
    private Desk desk;

    @BeforeEach
    void desk() {
        desk = new Desk(context);
    }

    private DutyCase penalty(LocalDate on, String key) {
        return opening.open(Trigger.ofItem(desk.office.id(), PENALTY, on, key, "未批先占土地", Trigger.Source.OFFICER), desk.drafter).duty();
    }

    private DutyCase move(DutyCase duty, CaseMove move, LocalDate on, int more) {
        return Then.move(context, on == null ? duty.happenedAt().toLocalDate().plusDays(1) : on, new Wanted(duty.id(), move, "等上级机关答复。", on, more), desk.leader);
    }

    @Test
    void seven_working_days_after_28_September_2017_the_penalty_is_due_on_13_October() {
        var duty = penalty(LocalDate.of(2017, 9, 28), "青自然资罚〔2017〕12号");
        assertThat(duty.clock().dueOn()).isEqualTo(LocalDate.of(2017, 10, 13));
        assertThat(duty.clock().firstDueOn()).isEqualTo(LocalDate.of(2017, 10, 13));
        assertThat(duties.derivation(duty)).extracting(Derived::sentence).anyMatch(sentence -> sentence.contains("国庆"));
        assertThat(duty.rule().basis()).contains("双公示");
    }

    @Test
    void the_same_thing_reported_twice_is_one_case() {
        var first = penalty(LocalDate.of(2026, 3, 2), "青自然资罚〔2026〕1号");
        var again = opening.open(Trigger.ofItem(desk.office.id(), PENALTY, LocalDate.of(2026, 3, 2), "青自然资罚〔2026〕1号 ", "未批先占土地", Trigger.Source.OFFICER), desk.leader);
        assertThat(again.isNew()).isFalse();
        assertThat(again.duty().id()).isEqualTo(first.id());
    }

    @Test
    void before_a_rule_is_in_force_nothing_is_owed() {
        assertThatThrownBy(() -> penalty(LocalDate.of(2012, 3, 2), "旧1号")).isInstanceOf(Refusal.class).hasMessageContaining("2012-03-02");
    }

    @Test
    void a_stranger_reports_nothing() {
        Officer stranger = Town.of(context).officer(Town.of(context).county(), Post.DRAFTER);
        assertThatThrownBy(() -> opening.open(Trigger.ofItem(desk.office.id(), PENALTY, LocalDate.of(2026, 3, 2), "1", "", Trigger.Source.OFFICER), stranger))
                .isInstanceOf(Refusal.class).hasMessageContaining("岗位");
    }

    @Test
    void days_between_question_and_answer_are_not_counted() {
        var duty = penalty(LocalDate.of(2026, 3, 2), "停1号");            // due on 11 March
        assertThat(duty.clock().dueOn()).isEqualTo(LocalDate.of(2026, 3, 11));
        var paused = move(duty, CaseMove.PAUSE, LocalDate.of(2026, 3, 4), 0);
        assertThat(paused.clock().dueOn()).isNull();
        assertThat(duties.derivation(paused)).isEmpty();
        var resumed = move(duty, CaseMove.RESUME, LocalDate.of(2026, 3, 11), 0);
        assertThat(resumed.clock().dueOn()).isEqualTo(LocalDate.of(2026, 3, 18));   // 5, 6, 9, 10, 11 March left out
        assertThat(duties.changes(duty.id())).extracting(DueChange::to).containsExactly(null, LocalDate.of(2026, 3, 18));
        assertThat(duties.steps(duty.id())).extracting(CaseStep::move).containsExactly(CaseMove.PAUSE, CaseMove.RESUME);
    }

    @Test
    void a_repeated_move_changes_nothing_and_an_impossible_one_is_refused() {
        var duty = penalty(LocalDate.of(2026, 3, 2), "复1号");
        var paused = move(duty, CaseMove.PAUSE, LocalDate.of(2026, 3, 4), 0);
        assertThat(move(duty, CaseMove.PAUSE, LocalDate.of(2026, 3, 4), 0)).isEqualTo(paused);
        assertThat(duties.steps(duty.id())).hasSize(1);
        assertThatThrownBy(() -> move(duty, CaseMove.EXTEND, LocalDate.of(2026, 3, 4), 3)).isInstanceOf(Refusal.class).hasMessageContaining("中止计时");
    }

    @Test
    void more_time_is_in_the_unit_of_the_rule_and_needs_a_leader_and_a_reason() {
        var duty = penalty(LocalDate.of(2026, 3, 2), "延1号");
        assertThatThrownBy(() -> moving.move(new Wanted(duty.id(), CaseMove.EXTEND, "忙。", null, 3), desk.drafter)).hasMessageContaining("岗位");
        assertThatThrownBy(() -> moving.move(new Wanted(duty.id(), CaseMove.EXTEND, " ", null, 3), desk.leader)).hasMessageContaining("理由");
        assertThat(move(duty, CaseMove.EXTEND, null, 3).clock().dueOn()).isEqualTo(LocalDate.of(2026, 3, 16));
    }

    @Test
    void a_day_that_has_passed_is_neither_put_off_nor_stopped() {
        var duty = penalty(LocalDate.of(2026, 3, 2), "过1号");            // due on 11 March
        assertThatThrownBy(() -> moving.move(new Wanted(duty.id(), CaseMove.EXTEND, "太忙了。", null, 300), desk.leader)).hasMessageContaining("已经过了");
        assertThatThrownBy(() -> moving.move(new Wanted(duty.id(), CaseMove.PAUSE, "征求意见。", LocalDate.of(2026, 3, 5), 0), desk.leader)).hasMessageContaining("已经过了");
        assertThat(duties.byId(duty.id()).orElseThrow().clock().dueOn()).isEqualTo(LocalDate.of(2026, 3, 11));
    }

    @Test
    void what_was_stopped_when_it_was_cancelled_keeps_the_days_that_did_not_count() {
        var duty = penalty(LocalDate.of(2026, 3, 2), "停撤1号");
        move(duty, CaseMove.PAUSE, LocalDate.of(2026, 3, 4), 0);
        move(duty, CaseMove.CANCEL, LocalDate.of(2026, 3, 6), 0);
        var again = Then.move(context, LocalDate.of(2026, 3, 11), new Wanted(duty.id(), CaseMove.REOPEN, "还是要公开。", null, 0), desk.leader);
        assertThat(again.clock().dueOn()).isEqualTo(LocalDate.of(2026, 3, 18));
        assertThat(again.piece()).isNull();
    }

    @Test
    void what_a_piece_meets_is_not_met_by_a_word() {
        var duty = penalty(LocalDate.of(2026, 3, 2), "口1号");
        assertThatThrownBy(() -> moving.move(new Wanted(duty.id(), CaseMove.MEET, "已经办好。", null, 0), desk.drafter)).hasMessageContaining("拟稿");
    }

    @Test
    void a_cancelled_duty_is_owed_no_more_and_can_be_taken_up_again() {
        var duty = penalty(LocalDate.of(2026, 3, 2), "撤1号");
        assertThat(move(duty, CaseMove.CANCEL, null, 0).state()).isEqualTo(CaseState.CANCELLED);
        assertThat(duties.running(List.of(desk.office.id()), DutyQuery.ALL, 10).items()).isEmpty();
        assertThat(move(duty, CaseMove.REOPEN, null, 0).clock().isRunning()).isTrue();
    }

    @Test
    void the_list_is_sorted_by_the_day_and_read_by_key() {
        for (int i = 1; i <= 5; i++) {
            penalty(LocalDate.of(2026, 3, 20 - 2 * i), "列" + i + "号");
        }
        var first = duties.running(List.of(desk.office.id()), DutyQuery.ALL, 3);
        var second = duties.running(List.of(desk.office.id()), new DutyQuery(null, null, java.util.Set.of(), first.next()), 3);
        assertThat(first.items()).extracting(DutyCase::key).containsExactly("列5号", "列4号", "列3号");
        assertThat(second.items()).extracting(DutyCase::key).containsExactly("列2号", "列1号");
        assertThat(second.next()).isNull();
    }

    @Test
    void nobody_has_a_case_that_is_not_there() {
        assertThatThrownBy(() -> moving.move(new Wanted(UUID.randomUUID(), CaseMove.CANCEL, "没有。", null, 0), desk.leader)).hasMessageContaining("没有这件");
    }
}
