package openland.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import openland.OpenlandTest;
import openland.base.Refusal;
import openland.calendar.Calendars;
import openland.calendar.Pauses;
import openland.casework.CaseMove;
import openland.casework.CaseState;
import openland.casework.FollowedCases;
import openland.casework.MovingDuties;
import openland.casework.ReleasingSubjects;
import openland.request.Consultation.Answer;
import openland.request.Consultation.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The time to answer (条例第三十一条至第三十五条), on real holiday arrangements. */
@OpenlandTest
class AnsweringInTimeTest {
    @Autowired ApplicationContext context;
    @Autowired Requests requests;
    @Autowired FollowedCases cases;
    @Autowired Calendars calendars;
    @Autowired MovingDuties duties;
    @Autowired ReleasingSubjects releasing;
    private Counter counter;

    @BeforeEach
    void counter() {
        counter = new Counter(context);
    }

    @ParameterizedTest
    @CsvSource({"2026-02-06, 2026-03-12", "2026-02-15, 2026-03-20", "2026-04-28, 2026-05-28", "2026-09-18, 2026-10-22", "2026-03-02, 2026-03-30"})
    void twenty_working_days_after_the_day_of_receipt(String received, LocalDate due) {
        assertThat(counter.due(counter.on(received).asks("石桥村征地补偿费分配表"))).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({"2019-05-14, 2019-06-04", "2019-05-15, 2019-06-13"})
    void fifteen_before_the_revision_came_into_force(String received, LocalDate due) {
        assertThat(counter.due(counter.on(received).asks("石桥村征地补偿费分配表"))).isEqualTo(due);
    }

    @Test
    void time_in_which_others_are_asked_is_not_counted_and_that_of_two_only_once() {
        var one = counter.on("2026-03-02").asks("石桥村征地补偿费分配表");
        counter.move(one, RequestMove.ASSIGN, counter.desk, "", Map.of("unit", "耕地保护股"));
        var first = ask(one, "2026-03-09", Kind.THIRD_PARTY);
        assertThat(counter.due(one)).isNull();
        var second = ask(one, "2026-03-16", Kind.ORGAN);
        answer(first, "2026-03-20");
        assertThat(counter.due(one)).as("the other is still asked").isNull();
        answer(second, "2026-03-27");
        assertThat(counter.due(one)).isEqualTo("2026-04-20");
        assertThat(counter.now(one).stage()).isEqualTo(Stage.PROCESSING);
    }

    private Consultation ask(InformationRequest one, String day, Kind kind) {
        counter.on(day);
        return counter.within(() -> counter.consulting().ask(new Consulting.Asking(one.id(), kind, "石桥村村民委员会", "", "", "拟公开分配表", null), counter.desk)).consultation();
    }

    private void answer(Consultation asked, String day) {
        counter.on(day);
        counter.within(() -> counter.consulting().answer(asked.id(), Answer.AGREES, "", null, counter.desk));
    }

    @Test
    void a_correction_starts_the_time_anew_and_is_asked_for_once() {
        var one = counter.on("2026-03-02").asks("关于那块地的材料");
        counter.on("2026-03-05").move(one, RequestMove.ASK_CORRECTION, counter.desk, "请写明地块的位置或者编号", Map.of("by", "2026-03-20"));
        assertThat(counter.due(one)).isNull();
        assertThat(cases.byId(counter.now(one).caseId()).orElseThrow().state()).isEqualTo(CaseState.PAUSED);
        counter.on("2026-03-18").move(one, RequestMove.CORRECT, counter.desk, "是QH2026-017号地块", Map.of());
        assertThat(counter.due(one)).isEqualTo("2026-04-16");
        assertThatThrownBy(() -> counter.on("2026-03-19").move(one, RequestMove.ASK_CORRECTION, counter.desk, "还是不清楚", Map.of("by", "2026-03-30")))
                .isInstanceOf(Refusal.class).hasMessageContaining("只能通知一次");
    }

    @Test
    void who_does_not_correct_in_time_is_taken_to_have_given_up_but_not_before() {
        var one = counter.on("2026-03-02").asks("关于那块地的材料");
        counter.on("2026-03-05").move(one, RequestMove.ASK_CORRECTION, counter.desk, "请写明地块的位置", Map.of("by", "2026-03-20"));
        assertThatThrownBy(() -> counter.on("2026-03-20").move(one, RequestMove.ABANDON, counter.desk)).isInstanceOf(Refusal.class);
        var closed = counter.on("2026-03-23").move(one, RequestMove.ABANDON, counter.desk);
        assertThat(closed.stage()).isEqualTo(Stage.CLOSED);
        assertThat(closed.reply()).isEqualTo("R20");
        assertThat(closed.inTime()).isTrue();
    }

    @Test
    void it_is_made_longer_once_by_a_leader_before_it_is_over() {
        var one = counter.on("2026-03-02").asks("石桥村征地补偿费分配表");
        assertThatThrownBy(() -> extend(one, counter.desk)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> counter.move(one, RequestMove.EXTEND, counter.leader, "量大", Map.of("days", "21"))).hasMessageContaining("不超过20个工作日");
        counter.on("2026-03-30");
        extend(one, counter.leader);
        assertThat(counter.due(one)).isEqualTo("2026-04-28");
        assertThatThrownBy(() -> counter.on("2026-03-31").move(one, RequestMove.EXTEND, counter.leader, "还要再查", Map.of("days", "1"))).hasMessageContaining("已经延长过一次");
    }

    private InformationRequest extend(InformationRequest one, openland.office.Officer by) {
        return counter.move(one, RequestMove.EXTEND, by, "涉及材料较多", Map.of("days", "20"));
    }

    @Test
    void not_when_it_is_over() {
        var one = counter.on("2026-03-02").asks("石桥村征地补偿费分配表");
        assertThatThrownBy(() -> extendOn("2026-03-31", one)).isInstanceOf(Refusal.class).hasMessageContaining("已经过了");
    }

    private void extendOn(String day, InformationRequest one) {
        counter.on(day);
        extend(one, counter.leader);
    }

    @Test
    void an_ordinary_letter_is_received_when_both_have_confirmed_it_and_that_is_due_the_same_day() {
        var one = counter.on("2026-03-02").files(counter.form(Channel.ORDINARY_POST, "石桥村征地补偿费分配表")).requests().getFirst();
        assertThat(one.stage()).isEqualTo(Stage.SUBMITTED);
        assertThat(cases.byId(one.confirmCase()).orElseThrow().clock().dueOn()).isEqualTo("2026-03-02");
        counter.on("2026-03-03").move(one, RequestMove.CONFIRM, counter.desk);
        assertThat(counter.due(one)).isEqualTo("2026-03-31");
        assertThat(cases.byId(one.confirmCase()).orElseThrow().clock().isLate(counter.time().instant())).isTrue();
    }

    @Test
    void the_same_form_sent_twice_is_one_filing_with_one_code() {
        counter.on("2026-03-02");
        var form = counter.form(Channel.WEB, "石桥村征地补偿费分配表", "石桥村征地公告");
        var keyed = new NewFiling(form.office(), form.who(), form.channel(), form.arrivedOn(), form.asks(), form.form(), form.delivery(), form.help(), false, "form-" + counter.id());
        var first = counter.files(keyed);
        var again = counter.files(keyed);
        assertThat(again.isNew()).isFalse();
        assertThat(again.code()).isEqualTo(first.code());
        assertThat(again.requests()).extracting(InformationRequest::number).isEqualTo(first.requests().stream().map(InformationRequest::number).toList()).hasSize(2);
        assertThat(requests.track(first.requests().getFirst().number(), first.code().text().toLowerCase(java.util.Locale.ROOT).replace("-", " "))).isEqualTo(first.filing());
        assertThatThrownBy(() -> requests.track(first.requests().getFirst().number(), "AAAA-BBBB-CCCC-DDDD")).isInstanceOf(Refusal.class);
    }

    @Test
    void every_day_is_explained() {
        var one = counter.on("2026-09-18").asks("石桥村征地补偿费分配表");
        var answer = requests.answer(counter.now(one)).orElseThrow();
        assertThat(answer.due()).isNotNull();
        assertThat(answer.derivation()).extracting(openland.calendar.Derived::sentence).anySatisfy(sentence -> assertThat(sentence).contains("国庆"))
                .anySatisfy(sentence -> assertThat(sentence).contains("第三十一条"));
        assertThat(answer.correctBy()).isEqualTo("2026-09-29");
        assertThat(answer.clock().pauses(counter.today())).isEqualTo(Pauses.NONE);
    }

    @Test
    void what_somebody_asked_for_is_neither_moved_nor_made_public_from_the_worklist() {
        var caseId = counter.on("2026-03-02").asks("石桥村征地补偿费分配表").caseId();
        var done = new MovingDuties.Wanted(caseId, CaseMove.MEET, "已经口头答复", null, 0);
        assertThatThrownBy(() -> duties.move(done, counter.desk)).isInstanceOf(Refusal.class).hasMessageContaining("依申请公开");
        assertThatThrownBy(() -> releasing.release(caseId, "周某申请的分配表", counter.secrecy)).isInstanceOf(Refusal.class).hasMessageContaining("依申请公开");
        assertThat(cases.byId(caseId).orElseThrow().publicSubject()).isNull();
    }
}
