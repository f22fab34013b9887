package openland.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import openland.OpenlandTest;
import openland.base.Time;
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

/** The lists of the desk say what the officer can do: their number, their pages and the draft itself agree. */
@OpenlandTest
class WorklistTest {
    @Autowired private ApplicationContext context;
    @Autowired private Worklist worklist;
    @Autowired private Officers officers;
    private Desk desk;
    private Town town;

    @BeforeEach
    void county() {
        desk = new Desk(context);
        town = Town.of(context);
    }

    @Test
    void what_a_delegate_signed_for_him_waits_for_nobody_who_may_not_sign_it() {
        var both = town.officer(desk.office, Post.SECRECY, Post.LEADER);
        var colleague = town.officer(desk.office);
        delegate(both, Post.SECRECY, colleague);
        var draft = submitted("通知");
        assertThat(waiting(both)).containsExactly(draft);
        desk.move(draft, Move.SIGN, now(colleague));
        assertThat(desk.look(draft, both).forward()).isEmpty();
        assertThat(waiting(both)).isEmpty();
        assertThat(worklist.countWaiting(both)).isZero();
    }

    @Test
    void what_he_wrote_himself_does_not_wait_for_him_as_a_delegate() {
        delegate(desk.secrecy, Post.SECRECY, desk.drafter);
        var drafter = now(desk.drafter);
        var draft = desk.save(desk.piece("通知"));
        desk.move(draft, Move.SUBMIT, town.officer(desk.office, Post.DRAFTER));
        assertThat(worklist.delegated(drafter, null, 10).items()).isEmpty();
        assertThat(worklist.countWaiting(drafter)).isZero();
    }

    @Test
    void a_page_of_what_waits_is_full_as_long_as_more_waits() {
        delegate(desk.secrecy, Post.SECRECY, desk.drafter);
        var drafter = now(desk.drafter);
        var second = town.officer(desk.office, Post.DRAFTER);
        for (int i = 0; i < 3; i++) {
            desk.move(desk.save(desk.piece("他写的通知")), Move.SUBMIT, second);
        }
        var other = UUID.randomUUID();
        context.getBean(Drafting.class).save(other, desk.piece("别人写的通知"), second);
        desk.move(other, Move.SUBMIT, second);
        var page = worklist.waiting(drafter, null, 2);
        assertThat(page.items()).extracting(Draft::id).containsExactly(other);
        assertThat(page.next()).isNull();
        assertThat(worklist.countWaiting(drafter)).isEqualTo(1);
    }

    @Test
    void who_drafts_for_another_office_than_his_own_finds_its_drafts_on_his_desk() {
        var guest = town.officer(town.county());
        context.getBean(Granting.class).grant(guest.id(), Post.DRAFTER, desk.office.id(), town.secadmin());
        var here = now(guest);
        var draft = UUID.randomUUID();
        context.getBean(Drafting.class).save(draft, desk.piece("通知"), here);
        desk.move(draft, Move.SUBMIT, here);
        assertThat(worklist.mine(here, null, 10).items()).extracting(Draft::id).containsExactly(draft);
        assertThat(worklist.ofOffice(here, null, 10).items()).extracting(Draft::id).containsExactly(draft);
        desk.move(draft, Move.SEND_BACK, desk.secrecy);
        assertThat(worklist.returned(here, null, 10).items()).extracting(Draft::id).containsExactly(draft);
        context.getBean(Granting.class).take(guest.id(), Post.DRAFTER, desk.office.id(), town.secadmin());
        context.getBean(Granting.class).grant(guest.id(), Post.DRAFTER, guest.office(), town.secadmin());
        assertThat(worklist.mine(now(guest), null, 10).items()).as("where he drafts no more").isEmpty();
    }

    private UUID submitted(String title) {
        var draft = desk.save(desk.piece(title));
        desk.move(draft, Move.SUBMIT, desk.drafter);
        return draft;
    }

    private List<UUID> waiting(Officer officer) {
        return worklist.waiting(officer, null, 10).items().stream().map(Draft::id).toList();
    }

    private void delegate(Officer from, Post post, Officer to) {
        var today = Time.dateOf(context.getBean(InstantSource.class).instant());
        context.getBean(Delegating.class).delegate(new NewDelegation(post, desk.office.id(), to.id(), today, today.plusDays(5), "外出培训"), from);
    }

    private Officer now(Officer officer) {
        return officers.byId(officer.id()).orElseThrow();
    }
}
