package openland.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import openland.OpenlandTest;
import openland.base.Refusal;
import openland.drafting.Desk;
import openland.oversight.Indicator.Standing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What must be so at all times, and figures that do not add up. */
@OpenlandTest
class StatesTest {
    @Autowired ApplicationContext context;
    @Autowired Indicators indicators;
    @Autowired Reporting reporting;
    private Desk desk;

    @BeforeEach
    void desk() {
        desk = new Desk(context);
    }

    private Indicator first(boolean byPieces) {
        return indicators.of(desk.office).stream().filter(one -> (one.obligation().item() != null) == byPieces).findFirst().orElseThrow();
    }

    @Test
    void what_no_piece_shows_is_not_known_until_somebody_who_answers_for_it_says_so() {
        var one = first(false);
        assertThat(one.standing()).isEqualTo(Standing.UNKNOWN);
        assertThatThrownBy(() -> indicators.say(desk.office, one.obligation().name(), true, desk.drafter)).isInstanceOf(Refusal.class);
        indicators.say(desk.office, one.obligation().name(), true, desk.leader);
        assertThat(first(false).standing()).isEqualTo(Standing.HOLDS);
        indicators.say(desk.office, one.obligation().name(), false, desk.head);
        assertThat(first(false).standing()).isEqualTo(Standing.FAILS);
    }

    @Test
    void what_an_item_shows_is_not_said_by_people() {
        var shown = indicators.of(desk.office).stream().filter(one -> one.obligation().item() != null).toList();
        shown.forEach(one -> assertThat(one.standing()).isEqualTo(Standing.FAILS));
        shown.forEach(one -> assertThatThrownBy(() -> indicators.say(desk.office, one.obligation().name(), true, desk.leader)).isInstanceOf(Refusal.class));
        assertThatThrownBy(() -> indicators.say(desk.office, "none", true, desk.leader)).isInstanceOf(Refusal.class);
        assertThat(indicators.of(desk.office)).allSatisfy(one -> assertThat(one.because()).isNotBlank());
    }

    @Test
    void four_mailboxes_that_do_not_add_up_are_shown_as_they_are() {
        var parts = Map.of("mailbox", 1200L, "enquiry", 2900L, "complaint", 400L, "petition", 331L);
        reporting.report(desk.office, ReportedKind.LETTERS, YearMonth.of(2017, 12), parts, 4856, desk.leader);
        assertThat(reporting.differing(List.of(desk.office.id()), 10)).singleElement()
                .satisfies(one -> assertThat(List.of(one.sum(), one.total(), one.residue())).containsExactly(4831L, 4856L, 25L));
        reporting.report(desk.office, ReportedKind.LETTERS, YearMonth.of(2017, 12), parts, 4831, desk.leader);
        assertThat(reporting.differing(List.of(desk.office.id()), 10)).isEmpty();
    }

    @Test
    void figures_that_cannot_be_are_refused() {
        assertThatThrownBy(() -> report(YearMonth.of(2017, 12), Map.of("pigeon", 1L), 1)).hasMessageContaining("分项");
        assertThatThrownBy(() -> report(YearMonth.of(2017, 12), Map.of("mailbox", -1L), 1)).hasMessageContaining("10亿");
        assertThatThrownBy(() -> report(YearMonth.of(2007, 1), Map.of(), 1)).hasMessageContaining("2008");
        assertThatThrownBy(() -> reporting.report(desk.office, ReportedKind.LETTERS, YearMonth.of(2017, 12), Map.of(), 1, desk.drafter)).hasMessageContaining("岗位");
    }

    private void report(YearMonth month, Map<String, Long> parts, long total) {
        reporting.report(desk.office, ReportedKind.LETTERS, month, parts, total, desk.leader);
    }
}
