package openland.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import openland.OpenlandTest;
import openland.base.Refusal;
import openland.base.Time;
import openland.calendar.Calendars;
import openland.office.Addresses;
import openland.office.Level;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Post;
import openland.office.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A city reminds a county. */
@OpenlandTest
class RemindersTest {
    private static int number;

    @Autowired ApplicationContext context;
    @Autowired OpeningDuties opening;
    @Autowired Reminders reminders;
    @Autowired RemindedDuties onTheDesk;
    @Autowired Addresses addresses;
    @Autowired Calendars calendars;
    @Autowired JdbcClient db;
    private Town town;
    private Office county;
    private Officer below;
    private Officer above;

    @BeforeEach
    void offices() {
        town = Town.of(context);
        var city = town.office("REM-CITY-" + ++number, "第" + number + "催办市自然资源局", Level.CITY, "610100", town.ministry());
        county = town.office("REM-COUNTY-" + number, "第" + number + "被催县自然资源局", Level.COUNTY, "610112", city);
        below = town.officer(county, Post.DRAFTER);
        above = town.officer(city, Post.DRAFTER);
    }

    private DutyCase duty(LocalDate on) {
        return opening.open(Trigger.ofItem(county.id(), "enforcement.penalty-decision", on, "催" + number + "号", "不公开的事由", Trigger.Source.OFFICER), below).duty();
    }

    private DutyCase late() {
        return duty(LocalDate.of(2026, 3, 2));
    }

    private LocalDate today() {
        return Time.dateOf(InstantSource.system().instant());
    }

    @Test
    void an_office_above_reminds_the_office_below_answers_and_both_see_it() {
        var duty = late();
        addresses.set(below.name() + "@example.gov.cn", below);
        addresses.set(above.name() + "@example.gov.cn", above);
        var sent = reminders.remind(duty.id(), "请说明原因。", above);
        assertThat(onTheDesk.dueFor(below)).anySatisfy(due -> assertThat(due.kind()).isEqualTo("上级催办"));
        assertThat(reminders.inbox(below, 10)).containsExactly(sent);
        assertThatThrownBy(() -> reminders.remind(duty.id(), "再催一次。", above)).isInstanceOf(Refusal.class).hasMessageContaining("回执");
        var answered = reminders.acknowledge(sent.id(), "本周五前公开。", below);
        assertThat(answered.waits()).isFalse();
        assertThat(reminders.outbox(above, 10)).containsExactly(answered);
        assertThat(reminders.acknowledge(sent.id(), "本周五前公开。", below).answer()).isEqualTo("本周五前公开。");
        assertThatThrownBy(() -> reminders.acknowledge(sent.id(), "改主意了。", below)).hasMessageContaining("已经回执");
        reminders.remind(duty.id(), "第二次催办。", above);
        assertThat(reminders.of(duty.id())).hasSize(2);
        var mails = db.sql("select recipient || ' ' || subject || ' ' || body from delivery_message where reference like 'reminder:%' and body like :duty order by created_at")
                .param("duty", "%" + duty.id() + "%").query(String.class).list();
        assertThat(mails).hasSize(3).allSatisfy(mail -> assertThat(mail).doesNotContain("不公开的事由", "请说明原因", "本周五前", "催" + number + "号"));
        assertThat(mails.get(1)).startsWith(above.name() + "@").contains("已回执");
    }

    @Test
    void what_is_not_late_is_not_reminded_of() {
        var duty = duty(today());
        assertThatThrownBy(() -> reminders.remind(duty.id(), "快办。", above)).isInstanceOf(Refusal.class).hasMessageContaining("没有逾期");
        assertThat(reminders.mayRemind(duty, above)).isFalse();
    }

    @Test
    void neither_the_office_itself_nor_one_beside_it_reminds_and_nobody_else_answers() {
        var duty = late();
        assertThatThrownBy(() -> reminders.remind(duty.id(), "快办。", below)).isInstanceOf(Refusal.class).hasMessageContaining("上级机构");
        var stranger = town.officer(town.county(), Post.LEADER);
        assertThatThrownBy(() -> reminders.remind(duty.id(), "快办。", stranger)).isInstanceOf(Refusal.class).hasMessageContaining("没有这件");
        var sent = reminders.remind(duty.id(), "快办。", above);
        assertThatThrownBy(() -> reminders.acknowledge(sent.id(), "知道了。", stranger)).hasMessageContaining("没有这件");
        assertThatThrownBy(() -> reminders.acknowledge(sent.id(), "知道了。", above)).isInstanceOf(Refusal.class);
        var reviewer = town.officer(county, Post.SECRECY);
        assertThatThrownBy(() -> reminders.acknowledge(sent.id(), "知道了。", reviewer)).hasMessageContaining("岗位");
        assertThatThrownBy(() -> reminders.acknowledge(sent.id(), " ", below)).hasMessageContaining("理由");
        assertThat(reminders.of(duty.id())).allMatch(Reminder::waits);
    }

    @Test
    void the_ministry_too_may_remind_a_county_and_each_office_waits_for_its_own_receipt() {
        var duty = late();
        var ministry = town.officer(town.ministry(), Post.HEAD);
        reminders.remind(duty.id(), "市里催。", above);
        assertThat(reminders.remind(duty.id(), "部里催。", ministry).from()).isEqualTo(town.ministry().id());
        assertThat(reminders.of(duty.id())).hasSize(2);
    }

    @Test
    void after_five_working_days_and_not_before_it_comes_up_to_the_office_above() {
        var calendar = calendars.forRegion(county.region());
        var fresh = duty(calendar.workingDayAfter(today(), -11));    // 4 working days late today, or just 4 on a day of rest
        assertThat(calendar.workingDaysBetween(fresh.clock().dueOn(), today())).isEqualTo(4);
        assertThat(reminders.escalated(above, 10)).isEmpty();
        var old = duty(calendar.workingDayAfter(today(), -12));
        assertThat(reminders.escalated(above, 10)).singleElement().satisfies(late -> {
            assertThat(late.duty()).isEqualTo(old.id());
            assertThat(late.workingDays()).isEqualTo(5);
            assertThat(late.name()).doesNotContain("不公开的事由");
            assertThat(late.waits()).isFalse();
        });
        reminders.remind(old.id(), "请办理。", above);
        assertThat(reminders.escalated(above, 10)).singleElement().matches(Reminders.Late::waits);
        assertThat(onTheDesk.dueFor(above)).singleElement().satisfies(due -> assertThat(due.kind()).isEqualTo("下级逾期"));
        assertThat(reminders.escalated(town.officer(town.ministry(), Post.HEAD), 1000)).noneMatch(late -> late.office().equals(county.id()));
        assertThat(List.of(below)).allMatch(officer -> reminders.escalated(officer, 10).isEmpty());
    }
}
