package openland.drafting.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import openland.OpenlandTest;
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

    private List<String> done(Desk desk) {
        var model = (DeskPages.Desk) pages.desk(null, null, desk.drafter).getModel().get("desk");
        return model.done().stream().map(DeskPages.Done::title).toList();
    }
}
