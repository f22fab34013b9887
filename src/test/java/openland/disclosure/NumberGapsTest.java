package openland.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import openland.OpenlandTest;
import openland.casework.Candidate;
import openland.casework.Candidates;
import openland.casework.OpeningDuties;
import openland.casework.Trigger;
import openland.drafting.Desk;
import openland.ledger.Await;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@OpenlandTest
class NumberGapsTest {
    private static final UUID OFFICE = new UUID(0, 1);

    @Autowired ApplicationContext context;
    @Autowired NumberGaps gaps;
    @Autowired Candidates candidates;
    @Autowired OpeningDuties opening;

    @Test
    void what_lies_between_known_numbers_is_missing_unless_another_item_has_it() {
        var sequences = new NumberSequences();
        for (var number : List.of("青自然资〔2026〕3号", "青自然资[2026]第008号", "青自然资〔2025〕1号", "青自然资规〔2026〕6号", "公告2026年第5号")) {
            sequences.add(OFFICE, "a", number);
        }
        sequences.add(OFFICE, "b", "青自然资〔2026〕5号");
        assertThat(sequences.gaps()).extracting(NumberSequences.Gap::number).containsExactlyInAnyOrder("青自然资〔2026〕4号", "青自然资〔2026〕6号", "青自然资〔2026〕7号");
        assertThat(sequences.gaps()).extracting(NumberSequences.Gap::before).containsOnly("青自然资〔2026〕3号");
    }

    @Test
    void of_a_sequence_fifty_are_named() {
        var sequences = new NumberSequences();
        sequences.add(OFFICE, "a", "青〔2026〕1号");
        sequences.add(OFFICE, "a", "青〔2026〕99999号");
        assertThat(sequences.gaps()).hasSize(50);
    }

    @Test
    void a_number_between_two_published_ones_is_a_candidate_and_one_that_is_reported_is_none() {
        var desk = new Desk(context);
        var pieces = List.of("青禾〔2026〕11号", "青禾〔2026〕14号").stream().map(number -> desk.publish(desk.piece(number + "文").put("documentNumber", number))).toList();
        opening.open(Trigger.ofItem(desk.office.id(), "general.document", LocalDate.of(2026, 11, 2), "青禾〔2026〕12号", "", Trigger.Source.OFFICER), desk.drafter);
        Await.until(() -> pieces.stream().allMatch(piece -> context.getBean(Disclosures.class).current(piece).isPresent()));
        gaps.find();
        gaps.find();
        var found = candidates.waiting(List.of(desk.office.id()), Candidate.Source.GAP, null, 10).items();
        assertThat(found).extracting(Candidate::key).containsExactly("青禾〔2026〕13号");
        assertThat(found.getFirst().reason()).contains("青禾〔2026〕12号和青禾〔2026〕14号");
    }
}
