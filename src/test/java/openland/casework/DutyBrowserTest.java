package openland.casework;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.ColorScheme.DARK;
import static com.microsoft.playwright.options.ColorScheme.LIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import openland.Browser;
import openland.OpenlandTest;
import openland.base.Time;
import openland.calendar.Calendars;
import openland.calendar.ClockRule;
import openland.calendar.Pause;
import openland.calendar.Pauses;
import openland.calendar.Reckoning;
import openland.drafting.Desk;
import openland.drafting.Seated;
import openland.page.Dates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What an office owes, in a real browser without scripts: reported, seen on the desk, stopped, resumed, drafted. */
@OpenlandTest
class DutyBrowserTest {
    private static final String KEY = "青自然资罚〔2026〕31号";

    @Autowired ApplicationContext context;
    @Autowired Candidates candidates;
    @LocalServerPort int port;
    private Desk desk;

    @BeforeEach
    void desk() {
        desk = new Desk(context);
    }

    /** Small and large, light and dark: nothing scrolls sideways. */
    private static void looks(Seated seated, String name) {
        for (int width : new int[] {1280, 390}) {
            for (var scheme : new ColorScheme[] {LIGHT, DARK}) {
                seated.page.setViewportSize(width, 900);
                seated.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                seated.look(name + "-" + width + "-" + scheme);
                assertThat(Browser.scrollsSideways(seated.page)).as(name + " at " + width).isFalse();
            }
        }
        seated.page.setViewportSize(1280, 900);
    }

    private LocalDate today() {
        return Time.dateOf(context.getBean(InstantSource.class).instant());
    }

    /** The last day, in words, of what happened the day before yesterday. */
    private String due(Pauses pauses) {
        return Dates.words(Reckoning.due(new ClockRule.WorkingDays(7), today().minusDays(2), pauses, context.getBean(Calendars.class).current()).date());
    }

    private String reported(Seated drafter) {
        drafter.open("/desk/duties/new");
        looks(drafter, "duty-new");
        drafter.page.locator("#what").selectOption("item:enforcement.penalty-decision");
        drafter.page.locator("#on").fill(today().minusDays(2).toString());
        drafter.page.locator("#key").fill(KEY);
        drafter.button("看哪天到期").click();
        assertThat(drafter.page.getByRole(AriaRole.STATUS)).containsText(due(Pauses.NONE));
        looks(drafter, "duty-preview");
        assertThat(context.getBean(DutySight.class).own(desk.drafter)).containsExactly(desk.office.id());
        drafter.button("登记").click();
        drafter.done();
        assertThat(drafter.page.locator("h1")).containsText(KEY);
        return drafter.page.url().replaceAll(".*/desk/duties/|\\?.*", "");
    }

    @Test
    void an_officer_reports_a_decision_and_the_desk_knows_by_when_it_must_be_public() {
        var drafter = new Seated(Browser.plainReader(), port, desk.drafter);
        var id = reported(drafter);
        looks(drafter, "duty");
        drafter.open("/desk");
        assertThat(drafter.page.locator("main")).containsText(KEY);
        looks(drafter, "desk-duties");
        var leader = new Seated(Browser.plainReader(), port, desk.leader);
        leader.open("/desk/duties/" + id);
        leader.page.locator("summary", new Page.LocatorOptions().setHasText("中止计时")).click();
        leader.page.locator("#on-pause").fill(today().minusDays(1).toString());
        leader.page.locator("#reason-pause").fill("征求上级机关意见。");
        looks(leader, "duty-leader");
        leader.button("中止计时").click();
        leader.done();
        drafter.open("/desk");
        assertThat(drafter.page.locator("main")).containsText("中止计时");
        leader.page.locator("summary", new Page.LocatorOptions().setHasText("恢复计时")).click();
        leader.page.locator("#on-resume").fill(today().toString());
        leader.page.locator("#reason-resume").fill("收到答复。");
        leader.button("恢复计时").click();
        leader.done();
        assertThat(leader.page.locator("main")).containsText(due(new Pauses(List.of(new Pause(today().minusDays(1), today())))));
        looks(leader, "duty-history");
        drafter.open("/desk/duties");
        looks(drafter, "duties");
        drafter.open("/desk/duties/" + id);
        drafter.button("起草").click();
        assertThat(drafter.page.locator("form input[value='" + KEY + "']")).isVisible();
        drafter.open("/desk/duties?item=enforcement.penalty-decision");
        assertThat(drafter.page.locator("tbody")).containsText(KEY);
        drafter.open("/desk/duties?show=stopped");
        assertThat(drafter.page.locator("main")).not().containsText(KEY);
    }

    @Test
    void what_was_found_is_confirmed_or_refused() {
        for (int i : new int[] {1, 2}) {
            candidates.found(new Candidates.Noticed(desk.office.id(), "enforcement.penalty-decision", "青自然资罚〔2026〕" + i + "号", "", null, "前后两号都有。",
                    Candidate.Source.GAP, "青自然资罚〔2026〕"));
        }
        var drafter = new Seated(Browser.plainReader(), port, desk.drafter);
        drafter.open("/desk/candidates");
        drafter.page.locator("summary", new Page.LocatorOptions().setHasText("确认")).first().click();
        looks(drafter, "candidates");
        drafter.page.locator("input[name=on]").first().fill(LocalDate.of(2026, 11, 2).toString());
        drafter.button("确认").first().click();
        drafter.done();
        assertThat(drafter.page.locator("h1")).containsText("青自然资罚〔2026〕1号");
        drafter.open("/desk/candidates");
        drafter.page.locator("summary", new Page.LocatorOptions().setHasText("不属实")).first().click();
        drafter.page.locator("textarea[name=reason]").first().fill("这一号作废，没有发出。");
        drafter.button("不属实").first().click();
        assertThat(drafter.page.locator("main")).containsText("这一号作废");
        looks(drafter, "candidates-decided");
    }
}
