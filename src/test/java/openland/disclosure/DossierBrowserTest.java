package openland.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import openland.Browser;
import openland.OpenlandTest;
import openland.casework.OpeningDuties;
import openland.casework.Trigger;
import openland.drafting.Desk;
import openland.drafting.Filling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A citizen follows one thing from its first stage to its last. Pictures are left in {@code target/screens}. */
@OpenlandTest
class DossierBrowserTest {
    @Autowired ApplicationContext context;
    @Autowired Dossiers dossiers;
    @Autowired OpeningDuties opening;
    @Autowired Withdrawing withdrawing;
    @LocalServerPort int port;
    private Filling filling;

    @BeforeEach
    void filling() {
        filling = new Filling(context);
    }

    private UUID only(String key) {
        return dossiers.list(null, key, null, 10).items().getFirst().id();
    }

    private String text(UUID dossier) {
        try (var reader = Browser.reader(1280, ColorScheme.LIGHT)) {
            var tab = reader.newPage();
            tab.navigate("http://localhost:" + port + "/dossiers/" + dossier);
            return tab.locator("main").innerText();
        }
    }

    private void isLookedAt(UUID dossier, String name) {
        looked("/dossiers/" + dossier, name);
    }

    private void looked(String path, String name) {
        for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            for (int width : new int[] {1280, 390}) {
                try (var reader = Browser.reader(width, scheme)) {
                    var tab = reader.newPage();
                    tab.navigate("http://localhost:" + port + path);
                    tab.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                            .setPath(Path.of("target/screens/" + name + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + "-" + width + ".png")));
                    assertThat(Browser.violations(tab)).as(name + scheme + width).isEmpty();
                    assertThat(Browser.scrollsSideways(tab)).as(name + scheme + width).isFalse();
                }
            }
        }
    }

    @Test
    void a_parcel_from_plan_to_result_over_three_offices_with_one_stage_late() {
        var parcel = "QH2026-" + Math.abs(UUID.randomUUID().hashCode());
        var one = new Desk(context);
        filling.publish(one, "land-market.supply-plan", Map.of("parcels.parcelNumber", parcel));
        filling.publish(one, "land-market.grant-notice", Map.of("parcels.parcelNumber", parcel, "parcels.ratioMost", "1.8"));
        filling.publish(new Desk(context), "land-market.transaction-notice", Map.of("parcels.parcelNumber", parcel, "parcels.ratioMost", "2.0"));
        var three = new Desk(context);
        opening.open(Trigger.ofItem(one.office.id(), "land-market.supply-result", LocalDate.of(2026, 10, 12), parcel, "合同已签", Trigger.Source.OFFICER), one.drafter);
        var dossier = only(parcel);
        assertThat(text(dossier)).contains("供应结果最晚应在2026年11月9日公开，已晚", "为什么是2026年11月9日", "不一致", parcel);
        isLookedAt(dossier, "dossier-parcel");
        filling.publish(three, "land-market.supply-result", Map.of("parcelNumber", parcel));
        assertThat(text(dossier)).contains(three.office.name());
    }

    @Test
    void an_expropriation_taken_over_whole_and_one_that_must_wait() {
        var project = "石桥安置点" + UUID.randomUUID();
        var county = new Desk(context);
        stock(county, "expropriation.pre-notice", project, "2026-06-08");
        stock(county, "expropriation.survey-result", project, "2026-07-03");
        stock(new Desk(context), "expropriation.compensation-plan", project, "2026-07-20");
        stock(county, "expropriation.approval", project, "2026-09-01");
        filling.publish(new Desk(context), "expropriation.notice", Map.of("project", project));
        var page = text(only(project));
        assertThat(page).contains("预公告", "2026-06-08", "现状调查结果", "补偿安置方案", "批准", "征收土地公告", "您自己的期限");
        isLookedAt(only(project), "dossier-expropriation");
        var waiting = "河东" + UUID.randomUUID();
        filling.publish(county, "expropriation.pre-notice", Map.of("project", waiting));
        assertThat(text(only(waiting))).contains("起才能办");
    }

    private void stock(Desk desk, String item, String project, String day) {
        filling.publish(desk, filling.piece(desk, item, Map.of("project", project)).put("publishedAt", day).put("producedOn", day));
    }

    @Test
    void a_penalty_from_decision_to_withdrawal() {
        var desk = new Desk(context);
        var number = "青自然资罚〔2026〕" + Math.abs(UUID.randomUUID().hashCode()) + "号";
        var piece = filling.publish(desk, "enforcement.penalty-decision", Map.of("decisionNumber", number));
        var dossier = only(number);
        assertThat(text(dossier)).contains("处罚决定", number);
        withdrawing.withdraw(piece, desk.leader, "处罚决定被复议机关撤销", "", false);
        assertThat(text(dossier)).contains("撤回", "处罚决定被复议机关撤销").doesNotContain(number).containsOnlyOnce("处罚决定被复议机关撤销");
        isLookedAt(dossier, "dossier-penalty");
    }

    @Test
    void an_evaluation_with_its_objection_period_goes_into_the_citizens_own_calendar() throws Exception {
        var project = "石桥评估" + UUID.randomUUID();
        var desk = new Desk(context);
        var said = new HashMap<>(Map.of("project", project, "stage", "选择公告"));
        filling.publish(desk, "mining.evaluation-draw", said);
        said.putAll(Map.of("stage", "评估报告公示", "noticePeriod", "{\"from\":\"2026-11-20\",\"to\":\"2099-12-01\"}"));
        filling.publish(desk, filling.piece(desk, "mining.evaluation-draw", said).put("publishedAt", "2026-11-20"));
        var dossier = only(project);
        assertThat(text(dossier)).contains("到2099年12月1日为止（含当日），您可以对评估报告提出异议", "选择结果");
        isLookedAt(dossier, "dossier-evaluation");
        looked("/dossiers", "dossiers");
        looked("/expiring", "expiring");
        looked("/dossiers/" + dossier + "/follow", "follow");
        try (var reader = Browser.reader(1280, ColorScheme.LIGHT)) {
            var page = reader.newPage();
            page.navigate("http://localhost:" + port + "/dossiers/" + dossier);
            var address = page.locator("a[href*='deadlines.ics']").first().getAttribute("href");
            var answer = reader.request().get("http://localhost:" + port + address);
            assertThat(answer.headers().get("content-type")).startsWith("text/calendar");
            var calendar = new CalendarBuilder().build(new java.io.StringReader(answer.text()));
            var event = (VEvent) calendar.getComponents("VEVENT").getFirst();
            assertThat(event.<Property>getProperty("DTSTART").orElseThrow().getValue()).isEqualTo("20991201");
            assertThat(event.<Property>getProperty("SUMMARY").orElseThrow().getValue()).contains("异议");
            calendar.validate();
            assertThat(reader.request().get("http://localhost:" + port + address.replace("2099-12-01", "2099-12-02")).status()).isEqualTo(404);
        }
    }
}
