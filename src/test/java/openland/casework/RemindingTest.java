package openland.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import openland.OpenlandTest;
import openland.base.Time;
import openland.calendar.Calendars;
import openland.delivery.Mail;
import openland.drafting.Desk;
import openland.office.Addresses;
import openland.office.Officer;
import openland.office.Officers;
import openland.office.Offices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The morning's mail. In 2026 there are no holidays between 2 and 31 March; a penalty is due seven working days after its day. */
@OpenlandTest
class RemindingTest {
    private static final String PENALTY = "enforcement.penalty-decision";

    @Autowired ApplicationContext context;
    @Autowired OpeningDuties opening;
    @Autowired MovingDuties moving;
    @Autowired Candidates candidates;
    @Autowired Addresses addresses;
    @Autowired JdbcClient db;
    private Desk desk;

    @BeforeEach
    void desk() {
        db.sql("update office_officer set mail = null").update();
        desk = new Desk(context);
        List.of(desk.drafter, desk.leader, desk.head).forEach(officer -> addresses.set(address(officer), officer));
    }

    private static String address(Officer officer) {
        return officer.name() + "@example.gov.cn";
    }

    private Reminding at(String local) {
        InstantSource time = InstantSource.fixed(LocalDateTime.parse(local).atZone(Time.CHINA).toInstant());
        return new Reminding(context.getBean(ReminderStore.class), context.getBean(DigestWriting.class), addresses, context.getBean(Officers.class),
                context.getBean(Offices.class), context.getBean(Calendars.class), context.getBean(Mail.class), context.getBean(TransactionTemplate.class), time);
    }

    private UUID due(LocalDate happenedOn, String key) {
        return opening.open(Trigger.ofItem(desk.office.id(), PENALTY, happenedOn, key, "不公开的事由", Trigger.Source.OFFICER), desk.drafter).duty().id();
    }

    private List<String> subjects(Officer officer) {
        return letters(officer, "subject");
    }

    private List<String> texts(Officer officer) {
        return letters(officer, "body");
    }

    private List<String> letters(Officer officer, String column) {
        return db.sql("select " + column + " from delivery_message where recipient = :to order by created_at, id").param("to", address(officer))
                .query(String.class).list();
    }

    @Test
    void who_does_the_work_reads_at_eight_what_is_late_and_what_is_near_with_links_and_without_what_is_not_public() {
        var late = due(LocalDate.of(2026, 2, 28), "晚1号");    // due on 10 March
        var soon = due(LocalDate.of(2026, 3, 4), "近1号");     // due on 13 March
        due(LocalDate.of(2026, 3, 10), "远1号");               // due on 19 March
        assertThat(at("2026-03-11T07:59").remind()).isZero();
        assertThat(at("2026-03-11T08:00").remind()).isEqualTo(3);
        assertThat(subjects(desk.drafter)).containsExactly("公开义务提醒：逾期1件，三个工作日内到期1件（2026-03-11）");
        assertThat(texts(desk.drafter).getFirst()).contains("/desk/duties/" + late, "期限2026-03-10，晚了1个工作日", "/desk/duties/" + soon, "期限2026-03-13")
                .doesNotContain("不公开的事由", "晚1号", "远1号");
    }

    @Test
    void one_digest_a_day_even_when_asked_again_and_none_at_night_or_on_a_day_of_rest() {
        due(LocalDate.of(2026, 3, 2), "一1号");
        assertThat(at("2026-03-08T08:30").remind()).isZero();   // a Sunday
        assertThat(at("2026-03-11T18:00").remind()).isZero();
        assertThat(at("2026-03-11T08:30").remind()).isEqualTo(3);
        assertThat(at("2026-03-11T09:30").remind()).isZero();
        assertThat(at("2026-03-12T08:00").remind()).isEqualTo(2);   // one working day late: not the head's yet
        assertThat(subjects(desk.leader)).hasSize(2);
    }

    @Test
    void two_processes_at_the_same_moment_write_one_digest_to_each() throws Exception {
        due(LocalDate.of(2026, 3, 2), "双1号");
        var ready = new CountDownLatch(2);
        try (var both = Executors.newFixedThreadPool(2)) {
            var queued = List.of(1, 2).stream().map(_ -> both.submit(() -> {
                var node = at("2026-03-11T08:00");
                ready.countDown();
                ready.await();
                return node.remind();
            })).toList();
            assertThat(queued.get(0).get() + queued.get(1).get()).isEqualTo(3);
        }
        assertThat(subjects(desk.drafter)).hasSize(1);
        assertThat(subjects(desk.head)).hasSize(1);
    }

    @Test
    void who_has_nothing_to_be_told_gets_no_mail() {
        assertThat(at("2026-03-11T08:00").remind()).isZero();
        assertThat(subjects(desk.drafter)).isEmpty();
        due(LocalDate.of(2026, 3, 2), "空1号");
        assertThat(at("2026-03-11T09:00").remind()).isZero();   // he has had his digest of the day: it was empty
    }

    @Test
    void a_late_duty_comes_up_to_the_leader_after_one_working_day_and_to_the_head_after_three() {
        due(LocalDate.of(2026, 3, 2), "督1号");                 // due on Wednesday 11 March
        at("2026-03-12T08:00").remind();
        assertThat(subjects(desk.leader).getLast()).contains("逾期1件");
        assertThat(subjects(desk.head)).isEmpty();
        at("2026-03-13T08:00").remind();
        assertThat(subjects(desk.head)).isEmpty();
        at("2026-03-16T08:00").remind();
        assertThat(subjects(desk.head)).containsExactly("公开义务提醒：逾期1件（2026-03-16）");
    }

    @Test
    void a_date_that_moved_is_told_once_to_each_with_both_dates() {
        var duty = due(LocalDate.of(2026, 3, 10), "变1号");      // due on 19 March
        at("2026-03-11T08:00").remind();
        Then.move(context, LocalDate.of(2026, 3, 11), new MovingDuties.Wanted(duty, CaseMove.EXTEND, "等上级机关答复。", null, 10), desk.leader);
        var at = LocalDateTime.parse("2026-03-11T15:00").atZone(Time.CHINA).toInstant();
        db.sql("update casework_due_change set at = :at where case_id = :id").param("at", Time.utc(at)).param("id", duty).update();
        at("2026-03-12T08:00").remind();
        assertThat(texts(desk.drafter).getLast()).contains("期限变动（1件）", "原来2026-03-19，改为2026-04-02");
        assertThat(db.sql("select told_at from casework_due_change where case_id = :id").param("id", duty).query((row, _) -> row.getTimestamp(1).toInstant()).single())
                .isEqualTo(Instant.parse("2026-03-12T00:00:00Z"));
        at("2026-03-13T08:00").remind();
        assertThat(texts(desk.drafter)).hasSize(1);
    }

    @Test
    void candidates_are_counted_for_whoever_decides_on_them() {
        candidates.found(new Candidates.Noticed(desk.office.id(), PENALTY, "线1号", "", null, "前后两号都已公开，这一号没有。", Candidate.Source.GAP, "线"));
        at("2026-03-11T08:00").remind();
        assertThat(subjects(desk.drafter)).containsExactly("公开义务提醒：线索1件（2026-03-11）");
    }
}
