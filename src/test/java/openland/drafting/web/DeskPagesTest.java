package openland.drafting.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.time.InstantSource;
import openland.OpenlandTest;
import openland.casework.Due;
import openland.disclosure.Withdrawing;
import openland.drafting.Desk;
import openland.ledger.Barrier;
import openland.ledger.Ledger;
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

    private List<String> done(Desk desk) {
        var model = (DeskPages.Desk) pages.desk(null, null, desk.drafter).getModel().get("desk");
        return model.done().stream().map(DeskPages.Done::title).toList();
    }
}
