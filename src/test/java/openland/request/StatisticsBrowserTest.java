package openland.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import openland.Browser;
import openland.OpenlandTest;
import openland.drafting.Seated;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The statistics as officers and as everybody see them, without scripts. */
@OpenlandTest
class StatisticsBrowserTest {
    @LocalServerPort int port;
    @Autowired ApplicationContext context;
    private Counter counter;

    /** Seven granted, two refused for the same third party, one withdrawn, one open; all in the spring of 2025. */
    @BeforeEach
    void book() {
        counter = new Counter(context);
        for (int i = 0; i < 7; i++) {
            answered(counter.on("2025-03-0" + (i % 5 + 3)).asks("第" + i + "号征地公告"), "2025-04-0" + (i + 1), "R02", null);
        }
        answered(counter.on("2025-03-03").asks("采矿权评估报告"), "2025-03-20", "R07", "商业秘密");
        answered(counter.on("2025-03-03").asks("采矿权出让合同"), "2025-03-20", "R07", "商业秘密");
        happens(counter.on("2025-03-03").asks("不要了的材料"), RequestMove.WITHDRAW, "R22", null);
        counter.on("2025-03-04").asks("还在找的材料");
    }

    private void answered(InformationRequest one, String day, String reply, String part) {
        counter.on(day);
        happens(one, RequestMove.ASSIGN, null, null);
        for (var move : List.of(RequestMove.DRAFT, RequestMove.SUBMIT, RequestMove.PASS_SECRECY, RequestMove.PASS_LEGAL, RequestMove.SIGN)) {
            happens(one, move, null, null);
        }
        happens(one, RequestMove.DELIVER, reply, part);
    }

    private void happens(InformationRequest one, RequestMove move, String reply, String part) {
        counter.within(() -> counter.happening().happened(counter.bean(RequestStore.class).locked(one.id()).orElseThrow(),
                new Happening.New(move, counter.today(), null, "", move == RequestMove.ASSIGN ? Map.of("unit", "耕地保护股") : Map.of()),
                reply == null ? null : new Happening.Outcome(reply, part)));
    }

    private static void looks(Page page, String name) {
        for (int width : new int[] {1280, 390}) {
            page.setViewportSize(width, 900);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(width == 390 ? ColorScheme.DARK : ColorScheme.LIGHT));
            var folder = System.getProperty("openland.screens", "");
            if (!folder.isEmpty()) {
                page.screenshot(new Page.ScreenshotOptions().setPath(java.nio.file.Path.of(folder, name + "-" + width + ".png")).setFullPage(true));
            }
            assertThat(Browser.scrollsSideways(page)).as(name + " at " + width).isFalse();
        }
        page.setViewportSize(1280, 900);
    }

    private static Locator row(Page page, String code) {
        return page.locator("#requests-2021 ~ .scroll tr", new Page.LocatorOptions().setHas(page.locator("td.no", new Page.LocatorOptions().setHasText(code)))).first();
    }

    @Test
    void an_officer_opens_the_requests_behind_a_number() {
        var leader = new Seated(Browser.plainReader(), port, counter.leader);
        leader.open("/desk/requests/statistics?year=2025");
        looks(leader.page, "statistics");
        assertThat(leader.page.locator("h1").textContent()).isEqualTo(counter.office.name() + "2025年依申请公开统计");
        assertThat(leader.page.locator("main").textContent()).contains("相符").doesNotContain("不相符").contains("耕地保护股");
        assertThat(row(leader.page, "三(七)").locator("td").last().textContent()).isEqualTo("10");
        row(leader.page, "三(三)4").locator("a").last().click();
        looks(leader.page, "statistics-cases");
        assertThat(leader.page.locator("main").textContent()).contains("采矿权评估报告").contains("采矿权出让合同").doesNotContain("征地公告").doesNotContain("周敏");
    }

    @Test
    void what_is_little_is_hidden_from_everybody_and_cannot_be_computed() throws Exception {
        var citizen = Browser.reader().newPage();
        citizen.navigate("http://localhost:" + port + "/openness/requests?year=2025&office=" + counter.office.code());
        looks(citizen, "openness-requests");
        assertThat(row(citizen, "三(三)4").locator("td").last().textContent()).isEqualTo("—");
        assertThat(row(citizen, "三(三)1").locator("td").last().textContent()).isEqualTo("0");
        assertThat(citizen.locator("main").textContent()).doesNotContain("采矿权").doesNotContain("周敏").contains("隐去");
        assertThat(Browser.violations(citizen)).isEmpty();
        var csv = get("/openness/requests.csv?year=2025&office=" + counter.office.code());
        assertThat(new String(csv, java.nio.charset.StandardCharsets.UTF_8)).contains(",三(三)4,不予公开：保护第三方合法权益,总计,,不足5件").contains(",三(一),予以公开,");
        assertThat(get("/openness/requests?year=1999", 400)).isNotEmpty();
        assertThat(get("/openness/requests?office=none", 404)).isNotEmpty();
    }

    @Test
    void the_tables_are_taken_away_in_the_official_form() throws Exception {
        var leader = new Seated(Browser.plainReader(), port, counter.leader);
        var asked = "?year=2025&office=" + counter.office.code();
        var page = leader.page;
        assertThat(page.request().get("http://localhost:" + port + "/desk/requests/statistics.xlsx" + asked).body()).startsWith('P', 'K');
        try (var word = new XWPFDocument(new ByteArrayInputStream(page.request().get("http://localhost:" + port + "/desk/requests/statistics.docx" + asked).body()))) {
            assertThat(word.getTables()).hasSize(2);
            assertThat(word.getTables().getFirst().getText()).contains("结转下年度继续办理").contains("法律服务机构");
        }
        assertThat(page.request().get("http://localhost:" + port + "/desk/requests/statistics" + asked + "&until=2025-02-30").status()).isEqualTo(400);
        assertThat(page.request().get("http://localhost:" + port + "/desk/requests/statistics/cases" + asked + "&form=requests-2021&row=九&column=1").status()).isEqualTo(404);
        assertThat(page.request().get("http://localhost:" + port + "/desk/requests/statistics/cases" + asked + "&form=requests-2021&row=一&column=9").status()).isEqualTo(404);
        assertThat(page.request().get("http://localhost:" + port + "/desk/requests/statistics?office=MINISTRY").status()).isEqualTo(403);
    }

    private byte[] get(String path) throws IOException, InterruptedException {
        return get(path, 200);
    }

    private byte[] get(String path, int status) throws IOException, InterruptedException {
        var answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(status);
        return answer.body();
    }
}
