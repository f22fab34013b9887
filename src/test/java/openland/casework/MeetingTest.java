package openland.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import openland.OpenlandTest;
import openland.base.Refusal;
import openland.base.Time;
import openland.casework.MovingDuties.Wanted;
import openland.catalogue.Catalogue;
import openland.catalogue.Rule;
import openland.catalogue.Rules;
import openland.disclosure.Withdrawing;
import openland.drafting.Desk;
import openland.drafting.Filling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.node.ObjectNode;

/** A duty is met by the right piece, and by no other. */
@OpenlandTest
class MeetingTest {
    private static final String PENALTY = "enforcement.penalty-decision";

    @Autowired ApplicationContext context;
    @Autowired OpeningDuties opening;
    @Autowired MeetingDuties meeting;
    @Autowired MovingDuties moving;
    @Autowired Withdrawing withdrawing;
    @Autowired Duties duties;
    @Autowired InstantSource time;
    private Desk desk;
    private LocalDate today;

    @BeforeEach
    void desk() {
        desk = new Desk(context);
        today = Time.dateOf(time.instant());
    }

    private DutyCase owed(String key) {
        return opening.open(Trigger.ofItem(desk.office.id(), PENALTY, today.minusDays(1), key, "未批先占土地", Trigger.Source.OFFICER), desk.drafter).duty();
    }

    private ObjectNode penalty(String number) {
        var piece = desk.piece("对某公司未批先占土地的行政处罚决定").put("item", PENALTY);
        piece.putObject("fields").put("decisionNumber", number).put("offender", "青禾县柳河新型建材有限公司").put("decidedOn", today.minusDays(1).toString());
        return piece;
    }

    private DutyCase now(DutyCase duty) {
        return duties.byId(duty.id()).orElseThrow();
    }

    @Test
    void the_piece_of_a_draft_that_was_begun_from_it_meets_it() {
        var duty = owed("");
        var piece = desk.publish(penalty("青自然资罚〔2026〕31号").put("duty", duty.id().toString()));
        assertThat(now(duty).state()).isEqualTo(CaseState.MET);
        assertThat(now(duty).piece()).isEqualTo(piece);
        assertThat(now(duty).clock().isLate(time.instant())).isFalse();
        assertThat(duties.steps(duty.id())).extracting(CaseStep::move).containsExactly(CaseMove.MEET);
    }

    @Test
    void so_does_one_that_carries_its_number_whatever_the_brackets_width() {
        var duty = owed("青自然资罚〔2026〕３２号");
        var piece = desk.publish(penalty("青自然资罚〔2026〕32号"));
        assertThat(now(duty).piece()).isEqualTo(piece);
    }

    @Test
    void another_number_of_the_same_office_and_item_does_not() {
        var duty = owed("青自然资罚〔2026〕33号");
        desk.publish(penalty("青自然资罚〔2026〕34号"));
        assertThat(now(duty).state()).isEqualTo(CaseState.OPEN);
    }

    @Test
    void an_officer_may_link_a_piece_of_the_same_office_and_item_and_of_no_other() {
        var duty = owed("青自然资罚〔2026〕35号");
        var piece = desk.publish(penalty("青自然资罚〔2026〕36号"));
        var elsewhere = new Desk(context);
        var foreign = elsewhere.publish(elsewhere.piece("别的机关的"));
        assertThatThrownBy(() -> meeting.link(duty.id(), foreign, desk.drafter)).isInstanceOf(Refusal.class);
        var other = desk.publish(desk.piece("别的事项"));
        assertThatThrownBy(() -> meeting.link(duty.id(), other, desk.drafter)).hasMessageContaining("同一目录事项");
        assertThatThrownBy(() -> meeting.link(duty.id(), UUID.randomUUID(), desk.drafter)).isInstanceOf(Refusal.class);
        assertThat(meeting.link(duty.id(), piece, desk.drafter).state()).isEqualTo(CaseState.MET);
        assertThat(meeting.link(duty.id(), piece, desk.drafter).piece()).isEqualTo(piece);
        assertThat(now(duty).clock().metAt()).isBefore(time.instant());
        assertThat(duties.steps(duty.id())).hasSize(1);
    }

    @Test
    void what_was_met_by_a_piece_that_is_withdrawn_is_owed_again() {
        var duty = owed("青自然资罚〔2026〕37号");
        var piece = desk.publish(penalty("青自然资罚〔2026〕37号"));
        withdrawing.withdraw(piece, desk.leader, "决定被撤销。", "", false);
        assertThat(now(duty).state()).isEqualTo(CaseState.OPEN);
        assertThat(now(duty).piece()).isNull();
        moving.move(new Wanted(duty.id(), CaseMove.CANCEL, "处罚决定已被撤销。", null, 0), desk.leader);
        assertThat(now(duty).state()).isEqualTo(CaseState.CANCELLED);
    }

    @Test
    void a_draft_is_not_begun_from_another_offices_duty() {
        var foreign = new Desk(context);
        var duty = owed("");
        assertThatThrownBy(() -> foreign.save(foreign.piece("别处的").put("item", PENALTY).put("duty", duty.id().toString())))
                .isInstanceOf(Refusal.class).hasMessageContaining("公开义务");
        assertThatThrownBy(() -> desk.save(desk.piece("别的事项").put("duty", duty.id().toString()))).hasMessageContaining("公开义务");
        assertThatThrownBy(() -> desk.save(penalty("1").put("duty", "x"))).hasMessageContaining("UUID");
    }

    @Test
    void a_time_of_display_begins_with_what_is_new_and_not_with_what_was_public_elsewhere_before() {
        var rules = context.getBean(Rules.class);
        var item = context.getBean(Catalogue.class).itemsFor(desk.office).stream()
                .filter(one -> !rules.floorsOf(one.id(), desk.office, today).isEmpty() && !one.duty().key().isEmpty()).findFirst().orElseThrow();
        var floors = new DutyQuery(null, item.id(), Set.of(Rule.Kind.MIN_DURATION), null);
        var filling = new Filling(context);
        filling.publish(desk, filling.piece(desk, item.id(), Map.of()).put("publishedAt", today.minusDays(90).toString()));
        assertThat(duties.running(List.of(desk.office.id()), floors, 10).items()).isEmpty();
        filling.publish(desk, filling.piece(desk, item.id(), Map.of()));
        assertThat(duties.running(List.of(desk.office.id()), floors, 10).items()).isNotEmpty();
    }
}
