package openland.casework;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.ColorScheme.DARK;
import static com.microsoft.playwright.options.ColorScheme.LIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import openland.Browser;
import openland.OpenlandTest;
import openland.drafting.Seated;
import openland.office.Level;
import openland.office.Post;
import openland.office.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A city reminds a county of a late duty and the county answers, in a real browser without scripts. */
@OpenlandTest
class ReminderBrowserTest {
    @Autowired ApplicationContext context;
    @Autowired OpeningDuties opening;
    @LocalServerPort int port;

    private static void looks(Seated seated, String name) {
        for (int width : new int[] {1280, 390}) {
            seated.page.setViewportSize(width, 900);
            seated.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(width == 390 ? DARK : LIGHT));
            seated.look(name + "-" + width);
            assertThat(Browser.scrollsSideways(seated.page)).as(name + " at " + width).isFalse();
        }
        seated.page.setViewportSize(1280, 900);
    }

    @Test
    void a_city_reminds_a_county_which_answers_and_the_city_reads_the_receipt() {
        var town = Town.of(context);
        var city = town.office("RB-CITY", "榆川市自然资源局", Level.CITY, "610100", town.ministry());
        var county = town.office("RB-COUNTY", "青禾县自然资源局", Level.COUNTY, "610112", city);
        var drafter = town.officer(county, Post.DRAFTER);
        var duty = opening.open(Trigger.ofItem(county.id(), "enforcement.penalty-decision", LocalDate.of(2026, 10, 12), "青自然资罚〔2026〕8号", "不公开的事由",
                Trigger.Source.OFFICER), drafter).duty();

        var above = new Seated(Browser.plainReader(), port, town.officer(city, Post.DRAFTER));
        above.open("/desk");
        assertThat(above.page.locator("main")).containsText("下级逾期");
        above.open("/desk/reminders");
        assertThat(above.page.locator("main")).not().containsText("不公开的事由");
        looks(above, "reminders-above");
        above.page.locator("main table a").first().click();
        above.page.locator("#text").fill("请于本周内公开，并说明逾期的原因。");
        looks(above, "reminder-write");
        above.button("发出催办").click();
        above.done();
        assertThat(above.page.locator("h1")).hasText("行政处罚决定");
        assertThat(above.page.locator("main")).containsText("催办记录（1次）");
        above.page.locator("#text").fill("再催一次。");
        above.button("发出催办").click();
        assertThat(above.page.locator("[role=alert]")).containsText("还没有回执");

        var below = new Seated(Browser.plainReader(), port, drafter);
        below.open("/desk");
        assertThat(below.page.locator("main")).containsText("上级催办");
        below.open("/desk/duties/" + duty.id());
        assertThat(below.page.locator("aside.side")).containsText("催办记录（1次）");
        looks(below, "duty-reminded");
        below.open("/desk/reminders");
        looks(below, "reminders-below");
        below.page.locator("textarea").first().fill("周四前公开，已在审签。");
        below.button("回执").click();
        below.done();
        assertThat(below.page.locator("main")).containsText("已回执");

        above.open("/desk/reminders");
        assertThat(above.page.locator("main")).containsText("周四前公开，已在审签。");
        looks(above, "reminders-answered");
    }

    @Test
    void an_officer_writes_his_address_and_an_administrator_sees_that_no_mail_server_is_set() {
        var town = Town.of(context);
        var officer = new Seated(Browser.plainReader(), port, town.officer(town.county(), Post.LEADER));
        officer.open("/desk/address");
        officer.page.locator("#mail").fill("leader@example.gov.cn");
        officer.button("保存").click();
        assertThat(officer.page.locator("#mail")).hasValue("leader@example.gov.cn");
        assertThat(officer.page.locator("main")).containsText("下一个工作日");
        looks(officer, "address");
        var sysadmin = new Seated(Browser.plainReader(), port, town.officer(town.county(), Post.SYSADMIN));
        sysadmin.open("/desk/mail");
        assertThat(sysadmin.page.locator("main")).containsText("没有设置邮件服务器");
        looks(sysadmin, "mail");
    }
}
