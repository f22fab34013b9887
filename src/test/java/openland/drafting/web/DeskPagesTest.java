package openland.drafting.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import openland.OpenlandTest;
import openland.base.Refusal;
import openland.base.Refusal.Reason;
import openland.casework.Due;
import openland.disclosure.Withdrawing;
import openland.drafting.Desk;
import openland.ledger.Barrier;
import openland.ledger.Ledger;
import openland.office.Granting;
import openland.office.Officers;
import openland.office.Post;
import openland.office.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@OpenlandTest
class DeskPagesTest {
    @Autowired
    private ApplicationContext context;
    @Autowired
    private DeskPages pages;
    @Autowired
    private Withdrawing withdrawing;
    @Autowired
    private Ledger ledger;
    @Autowired
    private Barrier barrier;

    @Test
    void the_desk_shows_each_public_piece_once_and_no_withdrawn_one() {
        var desk = new Desk(context);
        var amended = desk.publish(desk.piece("旧题"));
        desk.publish(desk.piece("新题").put("amends", amended.toString()));
        var withdrawn = desk.publish(desk.piece("撤回的"));
        barrier.awaitPassed(ledger.ofSubject(withdrawn).getLast().index(), Duration.ofSeconds(10));
        assertThat(done(desk)).containsExactly("撤回的", "新题");
        withdrawing.withdraw(withdrawn, desk.leader, "有误。", "", false);
        assertThat(done(desk)).containsExactly("新题");
    }

    @Test
    void what_has_a_day_is_due_and_says_why_that_day() {
        var desk = new Desk(context);
        var now = context.getBean(InstantSource.class).instant();
        var late = desk.save(desk.at(desk.piece("过了时的"), now.minusSeconds(3600)));
        desk.save(desk.at(desk.piece("很久以后的"), now.plusSeconds(3600L * 24 * 60)));
        desk.save(desk.piece("没有日子的"));
        var due = ((DeskPages.Desk) pages.desk(null, null, desk.drafter).getModel().get("desk")).due();
        assertThat(due).extracting(Due::title).containsExactly("过了时的", "很久以后的");
        assertThat(due).extracting(Due::haste).containsExactly(Due.Haste.LATE, Due.Haste.CALM);
        assertThat(due.getFirst().reason()).contains("拟稿时定在").contains("起草中");
        assertThat(due.getFirst().address()).endsWith(late.toString());
    }

    @Test
    void a_tick_that_names_no_draft_is_refused() {
        var desk = new Desk(context);
        var batch = context.getBean(BatchPages.class);
        for (var seen : List.of("-".repeat(36) + " " + "0".repeat(64), "0123456789ab-0123-0123-0123-0123-0123-" + " " + "0".repeat(64), "")) {
            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> batch.move(List.of(seen), "sign", "", desk.secrecy))
                    .extracting(Refusal::reason).isEqualTo(Reason.INVALID);
        }
    }

    @Test
    void who_drafts_only_for_another_office_may_paste_too() throws Exception {
        var desk = new Desk(context);
        var town = Town.of(context);
        var guest = town.officer(town.county());
        var texts = context.getBean(TextPages.class);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> texts.clean(InputStream.nullInputStream(), guest));
        context.getBean(Granting.class).grant(guest.id(), Post.DRAFTER, desk.office.id(), town.secadmin());
        var drafter = context.getBean(Officers.class).byId(guest.id()).orElseThrow();
        assertThat(texts.clean(new ByteArrayInputStream("按期报送。".getBytes(StandardCharsets.UTF_8)), drafter).html()).isEqualTo("<p>按期报送。</p>");
    }

    private List<String> done(Desk desk) {
        var model = (DeskPages.Desk) pages.desk(null, null, desk.drafter).getModel().get("desk");
        return model.done().stream().map(DeskPages.Done::title).toList();
    }
}
