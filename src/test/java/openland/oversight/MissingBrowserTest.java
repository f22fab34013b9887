package openland.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import openland.Browser;
import openland.OpenlandTest;
import openland.base.Time;
import openland.casework.Candidate;
import openland.casework.Candidates;
import openland.casework.Candidates.Confirmation;
import openland.drafting.Desk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A citizen says that something is missing, an officer confirms it, the piece is published, the citizen sees it. */
@OpenlandTest
class MissingBrowserTest {
    private static final String PENALTY = "enforcement.penalty-decision";
    private static final String WHAT = "柳河砂场超界开采的处罚决定网上查不到";

    @LocalServerPort int port;
    @Autowired ApplicationContext context;
    @Autowired Candidates candidates;
    @Autowired Counting counting;
    @Autowired InstantSource time;
    @Autowired JdbcClient db;
    private Desk desk;
    private Page citizen;

    @BeforeEach
    void begin() {
        desk = new Desk(context);
        citizen = Browser.reader().newPage();
    }

    private void say(String what) {
        citizen.navigate("http://localhost:" + port + "/openness/missing?office=" + desk.office.code() + "&item=" + PENALTY);
        citizen.getByLabel("缺的是什么").fill(what);
        citizen.getByLabel("在哪里看到的").fill("镇政府公告栏");
        citizen.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("提交")).click();
    }

    private Candidate waiting() {
        return candidates.waiting(Set.of(desk.office.id()), Candidate.Source.CITIZEN, null, 10).items().getFirst();
    }

    private static void picture(Page page, String name) {
        var folder = System.getProperty("openland.screens", "");
        if (!folder.isEmpty()) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")).setFullPage(true));
        }
    }

    private String stands() {
        citizen.waitForURL("**/openness/missing/*");   // the answer to the form
        citizen.navigate(citizen.url());
        return citizen.getByRole(AriaRole.STATUS).textContent();
    }

    @Test
    void what_a_citizen_misses_becomes_a_duty_and_is_met() {
        say(WHAT);
        assertThat(citizen.url()).contains("/openness/missing/");
        assertThat(stands()).contains("等待核实");
        var yesterday = Time.dateOf(time.instant()).minusDays(1);
        candidates.confirm(new Confirmation(waiting().id(), PENALTY, "青自然资罚〔2026〕51号", yesterday.atStartOfDay(), "属实。"), desk.leader);
        assertThat(stands()).contains("属实，应当公开").contains("最后一日");
        assertThat(citizen.content()).doesNotContain(WHAT).doesNotContain("公告栏");
        publish(yesterday);
        assertThat(stands()).contains("已经公开");
        picture(citizen, "missing");
        citizen.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("看所公开的信息")).click();
        assertThat(citizen.title()).contains("行政处罚决定");
        counting.count(time.instant());
        citizen.navigate("http://localhost:" + port + "/openness?office=" + desk.office.code() + "&from=" + YearMonth.from(yesterday) + "&to="
                + YearMonth.from(yesterday).plusMonths(2));
        assertThat(citizen.locator("h1").textContent()).contains("应公开1件，已公开1件，逾期0件");
    }

    private void publish(LocalDate decidedOn) {
        var piece = desk.piece("对柳河砂场的行政处罚决定").put("item", PENALTY);
        piece.putObject("fields").put("decisionNumber", "青自然资罚〔2026〕51号").put("offender", "青禾县柳河砂场").put("decidedOn", decidedOn.toString());
        desk.publish(piece);
    }

    @Test
    void what_is_not_so_is_answered_with_the_reason() {
        say("乱石岗采石场的处罚决定没有公开");
        candidates.refuse(waiting().id(), "该案还在调查，没有作出处罚决定。", desk.leader);
        assertThat(stands()).contains("不属实").contains("该案还在调查");
    }

    @Test
    void of_personal_data_nothing_is_kept() {
        say("张三身份证号110101199003074514的处罚没有公开");
        assertThat(citizen.getByRole(AriaRole.ALERT).textContent()).contains("个人信息").contains("身份证");
        assertThat(candidates.countWaiting(Set.of(desk.office.id()))).isZero();
        citizen.getByLabel("缺的是什么").fill(WHAT);
        picture(citizen, "missing-form");
        citizen.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("提交")).click();
        assertThat(stands()).contains("等待核实");
        assertThat(waiting().subject()).isEqualTo(WHAT);
    }

    @Test
    void the_same_thing_said_twice_is_one_and_each_has_a_number() {
        say(WHAT);
        var first = citizen.url();
        say(WHAT);
        assertThat(citizen.url()).isNotEqualTo(first);
        assertThat(candidates.countWaiting(Set.of(desk.office.id()))).isOne();
    }

    @Test
    void the_pages_are_for_every_reader() {
        var drafter = context.getBean(openland.casework.OpeningDuties.class);
        for (int i = 1; i < 4; i++) {
            drafter.open(openland.casework.Trigger.ofItem(desk.office.id(), PENALTY, LocalDate.of(2026, 2 + i, 2), "号" + i, "未批先占", openland.casework.Trigger.Source.OFFICER), desk.drafter);
        }
        counting.count(time.instant());
        var duty = db.sql("select id from casework_case where office = :office limit 1").param("office", desk.office.id()).query(java.util.UUID.class).single();
        var pages = java.util.Map.of("openness", "/openness?office=" + desk.office.code(), "openness-parent", "/openness", "openness-missing", "/openness/missing",
                "openness-duties", "/openness/duties?from=2026-01&what=overdue&office=" + desk.office.code(), "openness-duty", "/openness/duties/" + duty,
                "openness-month", "/openness/months/" + desk.office.code() + "/2026-03");
        pages.forEach((name, path) -> {
            citizen.navigate("http://localhost:" + port + path);
            for (int width : new int[] {1280, 390}) {
                citizen.setViewportSize(width, 800);
                citizen.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(width == 390 ? com.microsoft.playwright.options.ColorScheme.DARK : com.microsoft.playwright.options.ColorScheme.LIGHT));
                picture(citizen, name + "-" + width);
                assertThat(Browser.violations(citizen)).as(name + width).isEmpty();
                assertThat(Browser.scrollsSideways(citizen)).as(name + width + " scrolls sideways").isFalse();
            }
        });
    }
}
