package openland.casework.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import openland.OpenlandTest;
import openland.casework.OpeningDuties;
import openland.casework.Trigger;
import openland.drafting.Desk;
import openland.form.SheetReading;
import openland.office.Post;
import openland.office.Town;
import openland.office.web.Browser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The list of what is owed as a spreadsheet, for offices above too, and all obligations for everybody. */
@OpenlandTest
class DutyListPagesTest {
    @Autowired ApplicationContext context;
    @Autowired DutyListPages pages;
    private Desk desk;

    @BeforeEach
    void duties() {
        desk = new Desk(context);
        for (int i = 1; i <= 2; i++) {
            context.getBean(OpeningDuties.class).open(Trigger.ofItem(desk.office.id(), "enforcement.penalty-decision", LocalDate.of(2026, 3, i + 1), "表" + i + "号", "",
                    Trigger.Source.OFFICER), desk.drafter);
        }
    }

    @Test
    void a_leader_takes_the_list_away_and_the_one_above_that_of_an_office_below() {
        var above = Town.of(context).officer(Town.of(context).ministry(), Post.HEAD);
        for (var sheet : new byte[][] {pages.sheet("late", null, null, false, desk.leader).getBody(), pages.sheet(null, null, desk.office.code(), true, above).getBody()}) {
            assertThat(SheetReading.lines(sheet)).extracting(line -> line.cells().get(4)).containsExactly("编号", "表1号", "表2号");
        }
        assertThat(SheetReading.lines(pages.sheet("stopped", null, null, false, desk.leader).getBody())).hasSize(1);
    }

    @Test
    void the_page_says_why_and_a_wrong_filter_is_refused() {
        var browser = new Browser(context.getEnvironment());
        browser.signIn(desk.drafter.name(), Town.PASSWORD);
        assertThat(browser.get("/desk/duties?show=late").body()).contains("表1号", "2026年3月11日", "双公示");
        assertThat(browser.get("/desk/duties?show=soon&item=no.such").body()).contains("这一列现在是空的");
        assertThat(browser.get("/desk/duties?show=never").statusCode()).isEqualTo(400);
        assertThat(browser.get("/desk/duties?after=x").statusCode()).isEqualTo(400);
        assertThat(browser.get("/desk/duties?office=NONE").statusCode()).isEqualTo(404);
    }

    @Test
    void everybody_reads_all_obligations_and_takes_them_away() {
        var browser = new Browser(context.getEnvironment());
        assertThat(browser.get("/catalogue/obligations?domain=enforcement").body()).contains("ENF-02", "双公示");
        assertThat(browser.get("/catalogue/obligations.csv").body().lines().count()).isGreaterThan(180);
    }
}
