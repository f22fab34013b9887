package openland.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import openland.OpenlandTest;
import openland.base.Refusal;
import openland.base.Refusal.Reason;
import openland.disclosure.Disclosures;
import openland.office.Granting;
import openland.office.Officer;
import openland.office.Officers;
import openland.office.Post;
import openland.office.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@OpenlandTest
class MovingTest {
    @Autowired
    private ApplicationContext context;
    @Autowired
    private Disclosures disclosures;
    @Autowired
    private JdbcClient db;
    private Desk desk;

    @BeforeEach
    void county() {
        desk = new Desk(context);
    }

    @Test
    void a_piece_is_published_with_number_signatures_and_ledger_entry() {
        var id = desk.publish(desk.piece("征地公告"));
        var edition = disclosures.current(id).orElseThrow();
        assertThat(edition.projection().indexNumber()).startsWith(desk.office.code() + "/").endsWith("-00001");
        assertThat(edition.projection().body()).contains("<p>第一段。</p>");
        assertThat(edition.ledgerIndex()).isGreaterThanOrEqualTo(0);
    }

    @Test
    void repeating_a_done_move_answers_with_the_same_result() {
        var draft = desk.save(desk.piece("通知"));
        desk.move(draft, Move.SUBMIT, desk.drafter);
        assertThat(desk.move(draft, Move.SUBMIT, desk.drafter).draft().state()).isEqualTo(State.IN_REVIEW);
        desk.move(draft, Move.SIGN, desk.secrecy);
        desk.move(draft, Move.SIGN, desk.secrecy);
        desk.move(draft, Move.SIGN, desk.leader);
        var once = desk.move(draft, Move.PUBLISH, desk.leader).draft().disclosure();
        assertThat(desk.move(draft, Move.PUBLISH, desk.leader).draft().disclosure()).isEqualTo(once);
        assertThat(count("select count(*) from disclosure_edition where disclosure = ?", once)).isEqualTo(1);
        assertThat(count("select count(*) from drafting_move where draft = ?", draft)).isEqualTo(4);
    }

    @Test
    void steps_are_not_skipped() {
        var draft = desk.save(desk.piece("通知"));
        refused(Reason.CONFLICT, draft, Move.PUBLISH, desk.leader);
        desk.move(draft, Move.SUBMIT, desk.drafter);
        refused(Reason.FORBIDDEN, draft, Move.SIGN, desk.leader);     // secrecy before any approval
        refused(Reason.CONFLICT, draft, Move.PUBLISH, desk.leader);
        refused(Reason.FORBIDDEN, draft, Move.SIGN, desk.drafter);
        assertThat(desk.look(draft, desk.drafter).draft().state()).isEqualTo(State.IN_REVIEW);
    }

    @Test
    void nobody_signs_one_edition_twice_though_he_holds_every_post() {
        var all = Town.of(context).officer(desk.office, Post.DRAFTER, Post.SECRECY, Post.LEADER);
        var draft = desk.save(desk.piece("通知"));
        desk.move(draft, Move.SUBMIT, all);
        refused(Reason.FORBIDDEN, draft, Move.SIGN, all);
        desk.move(draft, Move.SIGN, desk.secrecy);
        refused(Reason.FORBIDDEN, draft, Move.SIGN, all);
    }

    @Test
    void sending_back_needs_a_remark_and_voids_every_signature() {
        var draft = desk.save(desk.piece("通知"));
        desk.move(draft, Move.SUBMIT, desk.drafter);
        desk.move(draft, Move.SIGN, desk.secrecy);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> context.getBean(Moving.class)
                .move(draft, Move.SEND_BACK, " ", desk.leader)).withMessageContaining("理由");
        desk.move(draft, Move.SEND_BACK, desk.leader);
        desk.move(draft, Move.SUBMIT, desk.drafter);
        assertThat(desk.look(draft, desk.secrecy).forward()).contains(Move.SIGN);
        assertThat(desk.look(draft, desk.leader).forward()).isEmpty();
    }

    @Test
    void what_is_under_review_is_not_changed_and_the_same_again_is_harmless() {
        var piece = desk.piece("通知");
        var draft = desk.save(piece);
        desk.move(draft, Move.SUBMIT, desk.drafter);
        assertThat(desk.save(draft, piece).draft().state()).isEqualTo(State.IN_REVIEW);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> desk.save(draft, desk.piece("别的通知")))
                .extracting(Refusal::reason).isEqualTo(Reason.CONFLICT);
    }

    @Test
    void personal_data_in_the_text_is_not_submitted() {
        var draft = desk.save(desk.piece("通知").put("body", "联系人身份证号１１０１０１ １９９００３０７ ４５１４"));
        refused(Reason.UNPROCESSABLE, draft, Move.SUBMIT, desk.drafter);
        assertThat(desk.look(draft, desk.drafter).draft().state()).isEqualTo(State.DRAFTING);
    }

    @Test
    void what_is_too_long_is_refused_and_the_draft_stays_as_it_was() {
        var draft = desk.save(desk.piece("通知"));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> desk.save(draft, desk.piece("长".repeat(5000))))
                .extracting(Refusal::reason).isEqualTo(Reason.INVALID);
        assertThat(desk.look(draft, desk.drafter).draft().title()).isEqualTo("通知");
    }

    @Test
    void a_piece_may_be_valid_without_end() {
        var id = desk.publish(desk.piece("通知").put("expiresOn", "长 期"));
        assertThat(disclosures.current(id).orElseThrow().projection().expiresOn()).isEqualTo("长期");
    }

    @Test
    void only_what_is_proactive_for_everybody_goes_out() {
        var draft = desk.save(desk.piece("通知").put("accessMode", "依申请公开"));
        refused(Reason.UNPROCESSABLE, draft, Move.SUBMIT, desk.drafter);
    }

    @Test
    void another_office_does_not_learn_that_the_draft_exists() {
        var draft = desk.save(desk.piece("通知"));
        var stranger = new Desk(context);
        refused(Reason.NOT_FOUND, draft, Move.SUBMIT, stranger.drafter);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> desk.look(draft, stranger.leader))
                .extracting(Refusal::reason).isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void who_sent_a_draft_back_for_an_office_that_issues_it_too_sees_it_while_he_has_a_post_there() {
        var other = new Desk(context);
        var piece = desk.piece("联合通知").put("item", "policy.normative-document").put("producedOn", "2026-11-20")
                .put("documentNumber", "第资规〔2026〕9号").put("validity", "有效");
        piece.putArray("jointOffices").add(other.office.code());
        var draft = desk.save(piece);
        desk.move(draft, Move.SUBMIT, desk.drafter);
        desk.move(draft, Move.SIGN, desk.secrecy);
        desk.move(draft, Move.SEND_BACK, other.leader);
        assertThat(desk.look(draft, other.leader).draft().state()).isEqualTo(State.DRAFTING);
        var town = Town.of(context);
        var granting = context.getBean(Granting.class);
        granting.take(other.leader.id(), Post.LEADER, other.office.id(), town.secadmin());
        granting.grant(other.leader.id(), Post.LEADER, town.county().id(), town.secadmin());
        var moved = context.getBean(Officers.class).byId(other.leader.id()).orElseThrow();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> desk.look(draft, moved)).extracting(Refusal::reason).isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void an_important_piece_goes_on_to_the_head() {
        var piece = desk.piece("决定").put("item", "enforcement.penalty-decision").put("important", true);
        piece.putObject("fields").put("decisionNumber", "青自然资罚〔2026〕9号").putObject("offender")
                .put("name", "柳河砖瓦有限公司").put("kind", "organization");
        var draft = desk.save(piece.put("producedOn", "2026-11-02"));
        desk.approve(draft);
        assertThat(desk.look(draft, desk.leader).forward()).isEmpty();
        assertThat(desk.look(draft, desk.head).forward()).contains(Move.SIGN);
        desk.move(draft, Move.SIGN, desk.head);
        assertThat(desk.look(draft, desk.head).forward()).contains(Move.PUBLISH);
    }

    @Test
    void a_scheduled_piece_waits_for_its_time_and_then_goes_out_by_itself() throws InterruptedException {
        var soon = Instant.ofEpochMilli(context.getBean(java.time.InstantSource.class).millis()).plusSeconds(3);
        var draft = desk.save(desk.at(desk.piece("定时通知"), soon));
        desk.approve(draft);
        assertThat(desk.move(draft, Move.PUBLISH, desk.leader).draft().state()).isEqualTo(State.SCHEDULED);
        var published = until(draft, State.PUBLISHED);
        assertThat(disclosures.current(published.disclosure()).orElseThrow().publishedAt()).isAfterOrEqualTo(soon);
    }

    @Test
    void a_scheduled_piece_that_cannot_go_out_any_more_returns_with_the_reason_and_holds_up_no_other() throws InterruptedException {
        var soon = Instant.ofEpochMilli(context.getBean(java.time.InstantSource.class).millis()).plusSeconds(3);
        var id = desk.publish(desk.piece("通知"));
        var outrun = desk.save(desk.at(desk.piece("通知（迟）").put("amends", id.toString()), soon));
        var other = desk.save(desk.at(desk.piece("别的通知"), soon.plusMillis(1)));
        for (var draft : new UUID[] {outrun, other}) {
            desk.approve(draft);
            desk.move(draft, Move.PUBLISH, desk.leader);
        }
        desk.publish(desk.piece("通知（早）").put("amends", id.toString()));
        until(other, State.PUBLISHED);
        var returned = desk.look(outrun, desk.drafter);
        assertThat(returned.draft().state()).isEqualTo(State.DRAFTING);
        assertThat(returned.history().getLast().remark()).contains("已有第2版");
    }

    @Test
    void an_amendment_written_against_an_older_edition_is_refused() {
        var id = desk.publish(desk.piece("通知"));
        var late = desk.save(desk.piece("通知（迟）").put("amends", id.toString()));
        desk.publish(desk.piece("通知（早）").put("amends", id.toString()));
        desk.approve(late);
        refused(Reason.CONFLICT, late, Move.PUBLISH, desk.leader);
        assertThat(disclosures.current(id).orElseThrow().number()).isEqualTo(2);
    }

    @Test
    void a_correction_takes_the_earlier_edition_back() {
        var id = desk.publish(desk.piece("有误的通知"));
        desk.publish(desk.piece("更正的通知").put("amends", id.toString()).put("retracts", true));
        assertThat(disclosures.edition(id, 1)).isEmpty();
        var piece = disclosures.find(id).orElseThrow();
        assertThat(piece.line(1).orElseThrow().withdrawn()).isNotNull();
        assertThat(piece.current().projection().title()).isEqualTo("更正的通知");
    }

    private Draft until(UUID draft, State state) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (desk.look(draft, desk.leader).draft().state() != state && System.nanoTime() < deadline) {
            Thread.sleep(100);
        }
        var found = desk.look(draft, desk.leader).draft();
        assertThat(found.state()).isEqualTo(state);
        return found;
    }

    private void refused(Reason reason, UUID draft, Move move, Officer officer) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> desk.move(draft, move, officer))
                .extracting(Refusal::reason).isEqualTo(reason);
    }

    private long count(String sql, UUID id) {
        return db.sql(sql).param(id).query(Long.class).single();
    }
}
