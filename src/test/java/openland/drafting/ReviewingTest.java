package openland.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import openland.OpenlandTest;
import openland.base.Digests;
import openland.base.Refusal;
import openland.base.Refusal.Reason;
import openland.drafting.Batching.Outcome;
import openland.drafting.Batching.Seen;
import openland.journal.Filter;
import openland.journal.Journal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a reviewer saw is what he signs; what he remarks beside a field is followed until it is changed or answered. */
@OpenlandTest
class ReviewingTest {
    @Autowired private ApplicationContext context;
    @Autowired private Moving moving;
    @Autowired private Batching batching;
    @Autowired private Remarking remarking;
    @Autowired private Drafting drafting;
    @Autowired private Worklist worklist;
    private Desk desk;

    @BeforeEach
    void county() {
        desk = new Desk(context);
    }

    @Test
    void another_content_than_was_seen_is_not_signed() {
        var draft = submitted("通知");
        var seen = digest(draft);
        desk.move(draft, Move.SEND_BACK, desk.secrecy);
        desk.save(draft, desk.piece("改过的通知"));
        desk.move(draft, Move.SUBMIT, desk.drafter);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> moving.move(new Intent(draft, Move.SIGN, "", seen), desk.secrecy))
                .withMessageContaining("您看到的不是现在的内容").extracting(Refusal::reason).isEqualTo(Reason.CONFLICT);
        assertThat(moving.move(new Intent(draft, Move.SIGN, "", digest(draft)), desk.secrecy).signatures()).hasSize(2);
    }

    @Test
    void of_a_batch_each_draft_is_moved_or_refused_by_itself_with_a_row_in_the_journal_for_each() {
        var good = submitted("通知之一");
        var changed = submitted("通知之二");
        var old = digest(changed);
        desk.move(changed, Move.SEND_BACK, desk.secrecy);
        desk.save(changed, desk.piece("通知之二（改）"));
        desk.move(changed, Move.SUBMIT, desk.drafter);
        var foreign = new Desk(context);
        var hidden = foreign.save(foreign.piece("外县的稿件"));
        var outcomes = batching.moveAll(List.of(new Seen(good, digest(good)), new Seen(changed, old), new Seen(hidden, old)), Move.SIGN, "同意。", desk.secrecy);
        assertThat(outcomes).extracting(Outcome::done).containsExactly(true, false, false);
        assertThat(outcomes.get(1).sentence()).contains("您看到的不是现在的内容");
        assertThat(outcomes.get(2).title()).isEmpty();
        assertThat(context.getBean(Journal.class).entries(new Filter(desk.secrecy.id(), null, null), null, 100).items().stream()
                .filter(entry -> entry.act().equals("draft.sign")).map(entry -> entry.subject())).containsExactly(good.toString());
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> batching.moveAll(List.of(), Move.SIGN, "", desk.secrecy));
    }

    @Test
    void what_the_database_does_not_take_holds_up_no_other_of_the_batch() {
        var forged = submitted("通知之一");
        var good = submitted("通知之二");
        for (var draft : List.of(forged, good)) {
            desk.move(draft, Move.SIGN, desk.secrecy);
            desk.move(draft, Move.SIGN, desk.leader);
        }
        context.getBean(JdbcClient.class).sql("update drafting_draft set digest = sha256('x') where id = ?").param(forged).update();
        var outcomes = batching.moveAll(List.of(new Seen(forged, digest(forged)), new Seen(good, digest(good))), Move.PUBLISH, "", desk.leader);
        assertThat(outcomes).extracting(Outcome::done).containsExactly(false, true);
        assertThat(outcomes.getFirst().sentence()).contains("这一件没有动");
        assertThat(desk.look(forged, desk.leader).draft().state()).isEqualTo(State.APPROVED);
    }

    @Test
    void a_remark_stands_beside_its_field_until_the_field_is_changed_or_the_remark_answered() {
        var draft = submitted("通知");
        moving.move(new Intent(draft, Move.SEND_BACK, "", null, Map.of("title", "请写明是哪个镇。", "body", "第二段重复。", "genre", " ")), desk.secrecy);
        var returned = desk.look(draft, desk.drafter);
        assertThat(returned.history().getLast().remark()).isEqualTo("见逐栏意见（2处）。");
        assertThat(returned.findings()).filteredOn(f -> f.kind().equals("审核意见")).extracting(DraftFinding::field).containsExactly("body", "title");
        assertThat(returned.findings()).filteredOn(f -> f.kind().equals("审核意见")).noneMatch(DraftFinding::stops);
        desk.save(draft, desk.piece("柳河镇的通知"));
        remarking.answer(desk.look(draft, desk.drafter).draft(), Map.of("body", "两段说的是两件事。"), desk.drafter);
        desk.move(draft, Move.SUBMIT, desk.drafter);
        var again = desk.look(draft, desk.secrecy);
        assertThat(remarking.points(again.draft(), again.history())).extracting(p -> p.label() + p.standing())
                .containsExactly("正文没有改动，已答复", "标题已改动");
        assertThat(again.findings()).noneMatch(f -> f.kind().equals("审核意见"));
    }

    @Test
    void a_field_that_the_form_has_not_takes_no_remark_and_the_draft_stays_in_review() {
        var draft = submitted("通知");
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> moving.move(new Intent(draft, Move.SEND_BACK, "看栏目", null, Map.of("nonsense", "改")), desk.secrecy))
                .extracting(Refusal::reason).isEqualTo(Reason.INVALID);
        assertThat(desk.look(draft, desk.secrecy).draft().state()).isEqualTo(State.IN_REVIEW);
    }

    @Test
    void who_saves_over_what_another_has_changed_meanwhile_is_told() {
        var draft = desk.save(desk.piece("通知"));
        var opened = digest(draft);
        desk.save(draft, desk.piece("同事改过的通知"));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> drafting.save(draft, desk.piece("我改的通知"), opened, desk.drafter))
                .extracting(Refusal::reason).isEqualTo(Reason.CONFLICT);
        assertThat(desk.look(draft, desk.drafter).draft().title()).isEqualTo("同事改过的通知");
    }

    @Test
    void long_lists_are_read_page_by_page_without_gap_or_double() {
        var all = new ArrayList<UUID>();
        for (int i = 0; i < 7; i++) {
            all.add(submitted("通知" + i));
        }
        var read = new ArrayList<UUID>();
        String after = null;
        do {
            var page = worklist.waiting(desk.secrecy, after, 3);
            page.items().forEach(found -> read.add(found.id()));
            after = page.next();
        } while (after != null);
        assertThat(read).containsExactlyElementsOf(all);
        assertThat(worklist.countWaiting(desk.secrecy)).isEqualTo(7);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> worklist.waiting(desk.secrecy, "bm9uc2Vuc2U", 3));
    }

    @Test
    void what_came_back_is_listed_for_its_drafter_and_not_for_others() {
        var draft = submitted("通知");
        assertThat(worklist.returned(desk.drafter, null, 10).items()).isEmpty();
        desk.move(draft, Move.SEND_BACK, desk.secrecy);
        assertThat(worklist.returned(desk.drafter, null, 10).items()).extracting(Draft::id).containsExactly(draft);
        assertThat(worklist.mine(desk.drafter, null, 10).items()).extracting(Draft::id).containsExactly(draft);
        assertThat(worklist.returned(desk.leader, null, 10).items()).isEmpty();
    }

    private UUID submitted(String title) {
        var draft = desk.save(desk.piece(title));
        desk.move(draft, Move.SUBMIT, desk.drafter);
        return draft;
    }

    private String digest(UUID draft) {
        return Digests.hex(desk.look(draft, desk.drafter).draft().digest());
    }
}
