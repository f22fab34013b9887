package openland.drafting.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import openland.OpenlandTest;
import openland.base.Refusal;
import openland.base.Refusal.Reason;
import openland.drafting.Desk;
import openland.drafting.Tabulating;
import openland.journal.Filter;
import openland.journal.Journal;
import openland.office.Town;
import openland.office.web.Browser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import tools.jackson.databind.node.ObjectNode;

@OpenlandTest
class TablePagesTest {
    private static final String TABLE = "households";

    @Autowired private ApplicationContext context;
    @Autowired private Environment environment;
    @Autowired private TablePages pages;
    @Autowired private Tabulating tabulating;
    private Desk desk;

    @BeforeEach
    void county() {
        desk = new Desk(context);
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void rows_far_below_the_last_one_are_refused() {
        var draft = desk.save(plan(Households.owner(1)));
        int far = Integer.MAX_VALUE;
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> pages.save(draft, TABLE, far - 10, far, Set.of(), Map.of(), desk.drafter))
                .extracting(Refusal::reason).isEqualTo(Reason.INVALID);
        assertThat(rows(draft)).isEqualTo(1);
    }

    @Test
    void what_somebody_else_saved_while_rows_were_read_is_not_overwritten() {
        var draft = desk.save(plan(Households.owner(1)));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> tabulating.change(draft, TABLE, grid -> {
            desk.save(draft, plan(Households.owner(2)).put("title", "别的窗口改的标题"));
            return grid.changed(1, 1, _ -> null, Set.of(1));
        }, null, desk.drafter)).extracting(Refusal::reason).isEqualTo(Reason.CONFLICT);
        assertThat(desk.look(draft, desk.drafter).draft().title()).isEqualTo("别的窗口改的标题");
        assertThat(rows(draft)).isEqualTo(1);
    }

    @Test
    void a_table_that_leaves_the_house_unpublished_leaves_a_row_in_the_journal_of_its_office() {
        var draft = desk.save(plan(Households.owner(1)));
        var leader = new Browser(environment);
        leader.signIn(desk.leader.name(), Town.PASSWORD);
        for (var type : List.of("csv", "xlsx")) {
            assertThat(leader.get("/desk/drafts/" + draft + "/tables/" + TABLE + "/rows." + type).statusCode()).isEqualTo(200);
        }
        assertThat(context.getBean(Journal.class).entries(new Filter(desk.leader.id(), null, null), null, 10).items())
                .filteredOn(entry -> entry.act().equals("draft.table-exported")).hasSize(2)
                .allMatch(entry -> entry.subject().equals(draft.toString()) && desk.office.id().equals(entry.office()));
    }

    private ObjectNode plan(String owner) {
        var plan = desk.piece("征地补偿安置方案").put("item", "expropriation.compensation-plan");
        plan.putObject("fields").putArray(TABLE).addObject().put("owner", owner);
        return plan;
    }

    private int rows(UUID draft) {
        return tabulating.look(draft, TABLE, 1, desk.drafter).grid().size();
    }
}
