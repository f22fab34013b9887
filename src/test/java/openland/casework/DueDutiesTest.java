package openland.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import openland.OpenlandTest;
import openland.base.Refusal;
import openland.base.Time;
import openland.calendar.ClockRule;
import openland.casework.Due.Haste;
import openland.catalogue.Rules;
import openland.drafting.Desk;
import openland.office.Post;
import openland.office.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What stands on the desk of an office, how near it is, and who answers for what the public reads of it. */
@OpenlandTest
class DueDutiesTest {
    private static final String PENALTY = "enforcement.penalty-decision";

    @Autowired ApplicationContext context;
    @Autowired OpeningDuties opening;
    @Autowired MovingDuties moving;
    @Autowired ReleasingSubjects releasing;
    @Autowired DueDuties due;
    @Autowired Nearness nearness;
    @Autowired Rules rules;
    @Autowired InstantSource time;
    private Desk desk;

    @BeforeEach
    void desk() {
        desk = new Desk(context);
    }

    private DutyCase penalty(LocalDate on, String key) {
        return opening.open(Trigger.ofItem(desk.office.id(), PENALTY, on, key, "未批先占土地", Trigger.Source.OFFICER), desk.drafter).duty();
    }

    @Test
    void the_desk_shows_what_is_late_what_is_near_and_what_is_stopped_with_the_reason_of_the_day() {
        var today = Time.dateOf(time.instant());
        penalty(LocalDate.of(2026, 3, 2), "晚1号");
        penalty(today, "早1号");
        var stopped = penalty(LocalDate.of(2026, 3, 2), "停1号");
        Then.move(context, LocalDate.of(2026, 3, 4), new MovingDuties.Wanted(stopped.id(), CaseMove.PAUSE, "等上级机关答复。", LocalDate.of(2026, 3, 4), 0), desk.leader);
        var all = due.dueFor(desk.drafter);
        assertThat(all).extracting(Due::haste).containsExactly(Haste.LATE, Haste.CALM, Haste.CALM);
        assertThat(all.getFirst().left()).matches("晚了\\d+个工作日");
        assertThat(all.getFirst().reason()).contains("3月11日", "双公示");
        assertThat(all.get(1).left()).isEqualTo("还有7个工作日");
        assertThat(all.get(2).left()).isEqualTo("中止计时");
        assertThat(all.get(2).reason()).contains("2026-03-04");
        assertThat(due.dueFor(desk.secrecy)).extracting(Due::next).containsOnly("");
        assertThat(due.dueFor(Town.of(context).officer(Town.of(context).county(), Post.LEADER))).isEmpty();
    }

    @Test
    void of_hours_the_last_quarter_is_near() {
        var hours = rules.inForce(desk.office, Time.dateOf(time.instant())).stream()
                .filter(one -> one.rule().clock() instanceof ClockRule.Hours(int n) && n >= 4 && !one.ofItemsRule() && one.rule().kind().canBeMissed()).findFirst().orElseThrow();
        int n = ((ClockRule.Hours) hours.rule().clock()).n();
        var now = Time.localTimeOf(time.instant());
        assertThat(near(hours.id(), now.minusMinutes(1)).haste()).isEqualTo(Haste.CALM);
        assertThat(near(hours.id(), now.minusHours(n - 1L)).haste()).isEqualTo(Haste.SOON);
        assertThat(near(hours.id(), now.minusHours(n + 2L))).isEqualTo(new Nearness.Near(Haste.LATE, "晚了2小时"));
    }

    private Nearness.Near near(String obligation, LocalDateTime at) {
        return nearness.of(opening.open(new Trigger(desk.office.id(), null, obligation, at, "", "来件", Trigger.Source.OFFICER, ""), desk.drafter).duty());
    }

    @Test
    void what_the_public_reads_needs_somebody_who_answers_for_it_and_no_personal_data() {
        var duty = penalty(LocalDate.of(2026, 3, 2), "公1号");
        assertThat(duty.publicSubject()).isNull();
        assertThatThrownBy(() -> releasing.release(duty.id(), "未批先占土地一案", desk.drafter)).hasMessageContaining("岗位");
        assertThatThrownBy(() -> releasing.release(duty.id(), "当事人身份证号110101199003074514", desk.secrecy)).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.reason()).isEqualTo(Refusal.Reason.UNPROCESSABLE));
        assertThat(releasing.release(duty.id(), "未批先占土地一案", desk.secrecy).publicSubject()).isEqualTo("未批先占土地一案");
        assertThat(releasing.release(duty.id(), " ", desk.leader).publicSubject()).isNull();
    }
}
