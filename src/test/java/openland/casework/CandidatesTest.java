package openland.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import openland.OpenlandTest;
import openland.base.Refusal;
import openland.drafting.Desk;
import openland.office.Post;
import openland.office.Town;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@OpenlandTest
class CandidatesTest {
    private static final String PENALTY = "enforcement.penalty-decision";

    @Autowired ApplicationContext context;
    @Autowired Candidates candidates;
    @Autowired Duties duties;
    private Desk desk;

    @BeforeEach
    void desk() {
        desk = new Desk(context);
    }

    private Candidate noticed(String key, Candidate.Source source, @Nullable LocalDateTime at) {
        return candidates.found(new Candidates.Noticed(desk.office.id(), PENALTY, key, "", at, "前后两号都已公开，这一号没有。", source, "青自然资罚〔2026〕"));
    }

    private static Candidates.Confirmation confirmation(Candidate candidate, @Nullable LocalDate on) {
        return new Candidates.Confirmation(candidate.id(), null, null, on == null ? null : on.atStartOfDay(), "");
    }

    @Test
    void the_same_finding_twice_is_one_and_stays_decided() {
        var first = noticed("青自然资罚〔2026〕3号", Candidate.Source.GAP, null);
        assertThat(noticed("青自然资罚〔2026〕 3号", Candidate.Source.GAP, null).id()).isEqualTo(first.id());
        assertThat(noticed("青自然资罚〔2026〕3号", Candidate.Source.CITIZEN, null).id()).isEqualTo(first.id());
        candidates.refuse(first.id(), "这一号没有发出。", desk.leader);
        assertThat(noticed("青自然资罚〔2026〕3号", Candidate.Source.GAP, null).state()).isEqualTo(Candidate.State.REFUSED);
        assertThat(candidates.waiting(List.of(desk.office.id()), null, null, 10).items()).isEmpty();
    }

    @Test
    void a_confirmed_candidate_opens_the_duty_from_its_day() {
        var candidate = noticed("青自然资罚〔2026〕4号", Candidate.Source.GAP, null);
        assertThatThrownBy(() -> candidates.confirm(confirmation(candidate, null), desk.drafter)).isInstanceOf(Refusal.class).hasMessageContaining("哪一天");
        var confirmed = candidates.confirm(confirmation(candidate, LocalDate.of(2026, 3, 2)), desk.drafter);
        var duty = duties.byId(confirmed.duty()).orElseThrow();
        assertThat(duty.clock().dueOn()).isEqualTo(LocalDate.of(2026, 3, 11));
        assertThat(duty.source()).isEqualTo(Trigger.Source.CANDIDATE);
        assertThat(candidates.confirm(confirmation(candidate, null), desk.drafter).duty()).isEqualTo(confirmed.duty());
        assertThatThrownBy(() -> candidates.refuse(candidate.id(), "反悔了。", desk.drafter)).hasMessageContaining("已经处理过");
    }

    @Test
    void one_refuses_with_a_reason_and_only_for_the_own_office() {
        var candidate = noticed("青自然资罚〔2026〕5号", Candidate.Source.GAP, null);
        assertThatThrownBy(() -> candidates.refuse(candidate.id(), " ", desk.leader)).hasMessageContaining("理由");
        assertThatThrownBy(() -> candidates.refuse(candidate.id(), "没有发出。", desk.secrecy)).hasMessageContaining("岗位");
        var stranger = Town.of(context).officer(Town.of(context).county(), Post.LEADER);
        assertThatThrownBy(() -> candidates.refuse(candidate.id(), "没有发出。", stranger)).hasMessageContaining("没有这条线索");
        assertThat(candidates.byId(candidate.id()).orElseThrow().state()).isEqualTo(Candidate.State.WAITING);
    }

    @Test
    void those_that_wait_are_read_by_key_the_oldest_first() {
        for (int i = 11; i <= 15; i++) {
            noticed("青自然资罚〔2026〕" + i + "号", Candidate.Source.GAP, null);
        }
        var here = List.of(desk.office.id());
        var first = candidates.waiting(here, Candidate.Source.GAP, null, 3);
        var second = candidates.waiting(here, null, first.next(), 3);
        assertThat(first.items()).extracting(Candidate::key).containsExactly("青自然资罚〔2026〕11号", "青自然资罚〔2026〕12号", "青自然资罚〔2026〕13号");
        assertThat(second.items()).extracting(Candidate::key).containsExactly("青自然资罚〔2026〕14号", "青自然资罚〔2026〕15号");
        assertThat(candidates.countWaiting(here)).isEqualTo(5);
        assertThat(candidates.waiting(here, Candidate.Source.STAGE, null, 3).items()).isEmpty();
    }

    @Test
    void what_nobody_can_tell_apart_is_not_kept() {
        assertThatThrownBy(() -> noticed(" ", Candidate.Source.GAP, null)).hasMessageContaining("分不清");
        assertThatThrownBy(() -> noticed("1\u0000", Candidate.Source.GAP, null)).hasMessageContaining("控制字符");
        assertThatThrownBy(() -> candidates.waiting(List.of(desk.office.id()), null, "eA", 3)).hasMessageContaining("after");
    }
}
