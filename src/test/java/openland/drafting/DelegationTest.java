package openland.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.UUID;
import openland.OpenlandTest;
import openland.base.Refusal;
import openland.base.Time;
import openland.journal.Filter;
import openland.journal.Journal;
import openland.office.Delegating;
import openland.office.Granting;
import openland.office.NewDelegation;
import openland.office.Officer;
import openland.office.Officers;
import openland.office.Post;
import openland.office.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 委托代办: a post in a colleague's hands for a time, and what the law of two persons and three branches leaves of it. */
@OpenlandTest
class DelegationTest {
    @Autowired private ApplicationContext context;
    @Autowired private Delegating delegating;
    @Autowired private Officers officers;
    @Autowired private JdbcClient db;
    private Desk desk;
    private Town town;
    private Officer colleague;

    @BeforeEach
    void county() {
        desk = new Desk(context);
        town = Town.of(context);
        colleague = town.officer(desk.office);
    }

    @Test
    void a_delegate_signs_for_the_one_who_is_away_and_the_signature_says_so() {
        delegate(desk.leader, Post.LEADER, colleague);
        var draft = desk.save(desk.piece("通知"));
        desk.move(draft, Move.SUBMIT, desk.drafter);
        desk.move(draft, Move.SIGN, desk.secrecy);
        var signed = desk.move(draft, Move.SIGN, now(colleague));
        assertThat(signed.signatures().getLast().signature().behalf()).isEqualTo(desk.leader.id());
        assertThat(signed.history().getLast().behalf()).isEqualTo(desk.leader.id());
        var piece = desk.move(draft, Move.PUBLISH, now(colleague)).draft().disclosure();
        assertThat(db.sql("select on_behalf from disclosure_signature where disclosure = ? and post = 'LEADER'").param(piece)
                .query(UUID.class).single()).isEqualTo(desk.leader.id());
    }

    @Test
    void who_has_drafted_or_signed_does_not_sign_for_another() {
        delegate(desk.leader, Post.LEADER, desk.drafter);
        var draft = desk.save(desk.piece("通知"));
        desk.move(draft, Move.SUBMIT, town.officer(desk.office, Post.DRAFTER));
        desk.move(draft, Move.SIGN, desk.secrecy);
        refused(draft, now(desk.drafter));                           // he wrote it, though another submitted it
        var other = desk.save(desk.piece("又一通知"));
        desk.move(other, Move.SUBMIT, desk.drafter);
        desk.move(other, Move.SIGN, desk.secrecy);
        refused(other, now(desk.drafter));                           // he signed it as drafter
    }

    @Test
    void nobody_signs_twice_by_lending_his_other_post() {
        var both = town.officer(desk.office, Post.SECRECY, Post.LEADER);
        delegate(both, Post.LEADER, colleague);
        var draft = desk.save(desk.piece("通知"));
        desk.move(draft, Move.SUBMIT, desk.drafter);
        desk.move(draft, Move.SIGN, both);
        refused(draft, now(colleague));
        desk.move(draft, Move.SIGN, desk.leader);
        assertThatThrownBy(() -> db.sql("""
                insert into drafting_signature (draft, round, step, post, office, officer, digest, signed_at, on_behalf)
                select draft, round, 9, 'HEAD', office, :delegate, digest, signed_at, officer from drafting_signature
                 where draft = :draft and officer = :both""").param("delegate", colleague.id()).param("draft", draft)
                .param("both", both.id()).update()).isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("drafting_signature_once");
    }

    @Test
    void a_revoked_delegation_gives_nothing_and_both_acts_are_in_the_journal() {
        var id = delegate(desk.leader, Post.LEADER, colleague);
        assertThat(now(colleague).holds(Post.LEADER, desk.office.id())).isTrue();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> delegating.revoke(id, desk.head));
        delegating.revoke(id, desk.leader);
        delegating.revoke(id, desk.leader);
        assertThat(now(colleague).posts()).isEmpty();
        assertThat(context.getBean(Journal.class).entries(new Filter(desk.leader.id(), null, null), null, 100).items())
                .extracting(entry -> entry.act()).contains("office.post-delegated", "office.delegation-revoked").doesNotHaveDuplicates();
    }

    @Test
    void what_somebody_holds_for_another_is_not_handed_on_and_ends_with_the_others_post() {
        delegate(desk.leader, Post.LEADER, colleague);
        var third = town.officer(desk.office);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> delegate(now(colleague), Post.LEADER, third))
                .withMessageContaining("不能再转委托");
        context.getBean(Granting.class).take(desk.leader.id(), Post.LEADER, desk.office.id(), town.secadmin());
        assertThat(now(colleague).posts()).isEmpty();
    }

    @Test
    void the_three_branches_stay_apart_in_both_directions() {
        var auditor = town.officer(desk.office, Post.AUDITOR);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> delegate(desk.leader, Post.LEADER, auditor)).withMessageContaining("三权分立");
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> delegate(auditor, Post.AUDITOR, colleague)).withMessageContaining("三员");
        var later = today().plusDays(3);
        delegating.delegate(new NewDelegation(Post.LEADER, desk.office.id(), colleague.id(), later, later, "开会"), desk.leader);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> context.getBean(Granting.class)
                .grant(colleague.id(), Post.AUDITOR, desk.office.id(), town.secadmin())).withMessageContaining("三权分立");
    }

    @Test
    void a_post_is_lent_once_at_a_time_to_a_colleague_of_the_same_office_and_not_backwards() {
        delegate(desk.leader, Post.LEADER, colleague);
        var third = town.officer(desk.office);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> delegate(desk.leader, Post.LEADER, third));
        var stranger = town.officer(town.county());
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> delegate(desk.head, Post.HEAD, stranger)).withMessageContaining("本机关");
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> delegating.delegate(new NewDelegation(Post.HEAD, desk.office.id(),
                third.id(), today().minusDays(1), today(), "补办"), desk.head)).withMessageContaining("不能事后委托");
    }

    @Test
    void days_at_the_end_of_the_calendar_are_refused_with_a_sentence() {
        for (var from : new LocalDate[] {LocalDate.MAX, LocalDate.MAX.minusDays(1), today()}) {
            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> delegating.delegate(new NewDelegation(Post.HEAD, desk.office.id(),
                    colleague.id(), from, LocalDate.MAX, "外出培训"), desk.head)).withMessageContaining("最长90天");
        }
    }

    @Test
    void a_post_granted_for_good_outlives_the_delegation_of_it() {
        var id = delegate(desk.leader, Post.LEADER, colleague);
        context.getBean(Granting.class).grant(colleague.id(), Post.LEADER, desk.office.id(), town.secadmin());
        delegating.revoke(id, desk.leader);
        assertThat(now(colleague).holds(Post.LEADER, desk.office.id())).isTrue();
        assertThat(delegating.live(colleague)).isEmpty();
    }

    private UUID delegate(Officer from, Post post, Officer to) {
        return delegating.delegate(new NewDelegation(post, desk.office.id(), to.id(), today(), today().plusDays(5), "外出培训"), from);
    }

    private void refused(UUID draft, Officer officer) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> desk.move(draft, Move.SIGN, officer)).withMessageContaining("现在不能做");
    }

    private Officer now(Officer officer) {
        return officers.byId(officer.id()).orElseThrow();
    }

    private LocalDate today() {
        return Time.dateOf(context.getBean(InstantSource.class).instant());
    }
}
