package openland.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import openland.OpenlandTest;
import openland.base.Refusal;
import openland.base.Time;
import openland.casework.CaseMove;
import openland.casework.DutyCase;
import openland.casework.MovingDuties;
import openland.casework.MovingDuties.Wanted;
import openland.casework.OpeningDuties;
import openland.casework.Then;
import openland.casework.Trigger;
import openland.drafting.Desk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** An office's month as it was kept, whatever happens later. */
@OpenlandTest
class MonthsTest {
    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    @Autowired ApplicationContext context;
    @Autowired OpeningDuties opening;
    @Autowired MovingDuties moving;
    @Autowired MonthStore store;
    @Autowired Months months;
    @Autowired Counting counting;
    @Autowired InstantSource time;
    private Desk desk;

    @BeforeEach
    void desk() {
        desk = new Desk(context);
    }

    private DutyCase owed(LocalDate on, String key) {
        return opening.open(Trigger.ofItem(desk.office.id(), "enforcement.penalty-decision", on, key, "未批先占土地", Trigger.Source.OFFICER), desk.drafter).duty();
    }

    @Test
    void what_was_kept_at_the_end_of_a_month_is_not_changed_by_what_happens_later() {
        var duty = owed(LocalDate.of(2026, 3, 2), "月1号");      // due on 11 March
        owed(LocalDate.of(2026, 3, 27), "月2号");                // due in April
        var ended = Instant.parse("2026-03-31T16:00:00Z");
        store.freeze(Set.of(desk.office.id()), MARCH, ended);
        var kept = months.kept(desk.office.id(), MARCH).orElseThrow();
        assertThat(kept.tally()).isEqualTo(new Tally(1, 0, 0, 1, 0, 0));
        assertThat(kept.lateAtEnd()).isOne();
        moving.move(new Wanted(duty.id(), CaseMove.CANCEL, "不应公开。", null, 0), desk.leader);
        store.freeze(Set.of(desk.office.id()), MARCH, ended.plusSeconds(60));
        assertThat(months.kept(desk.office.id(), MARCH)).contains(kept);
        counting.count(time.instant());
        assertThat(months.now(desk.office.id(), MARCH).tally()).isEqualTo(Tally.NONE);
    }

    @Test
    void dates_that_were_moved_stand_in_the_month_in_which_they_were() {
        var duty = owed(LocalDate.of(2026, 3, 2), "改1号");
        Then.move(context, LocalDate.of(2026, 3, 3), new Wanted(duty.id(), CaseMove.EXTEND, "等王五补正材料。", null, 3), desk.leader);
        counting.count(time.instant());
        assertThat(months.now(desk.office.id(), MARCH).moved()).isOne();
        assertThat(months.moved(desk.office.id(), MARCH)).singleElement().satisfies(moved -> {
            assertThat(moved.dated().kind()).isEqualTo("延期");
            assertThat(moved.dated().to()).isEqualTo(LocalDate.of(2026, 3, 16));
        });
        assertThat(months.now(desk.office.id(), MARCH.plusMonths(1)).moved()).isZero();
    }

    @Test
    void a_month_that_has_not_begun_has_no_page() {
        assertThatThrownBy(() -> months.now(desk.office.id(), YearMonth.of(2099, 1))).isInstanceOf(Refusal.class).hasMessageContaining("还没有开始");
    }
}
