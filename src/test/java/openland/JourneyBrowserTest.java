package openland;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** One normative document goes the whole way through the pages, each officer in a browser of his own. */
@OpenlandTest
@TestPropertySource(properties = {"openland.demo=true", "openland.demo-password=" + JourneyBrowserTest.PASSWORD})
class JourneyBrowserTest {
    static final String PASSWORD = "journey-password-7";
    private static final String TITLE = "青禾县废弃矿坑回填管理规定";
    private static final String NUMBER = "青自然资规〔2026〕41号";
    private static final String TEXT = "第一条　回填矿坑应当先查明地下水位。\n第二条　回填完成后三十日内公布验收结果。";

    @LocalServerPort
    private int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void a_piece_is_drafted_returned_reviewed_jointly_signed_approved_published_amended_and_withdrawn() throws Exception {
        var drafter = signIn("drafter");
        var draft = draft(drafter);
        assertThat(drafter.content()).contains("身份证号码").contains("1处必须改");
        drafter.locator("#f-body").fill(TEXT);
        drafter.getByRole(AriaRole.BUTTON, named("送审")).click();
        assertThat(drafter.getByRole(AriaRole.STATUS).textContent()).contains("审核中").contains("保密审查岗");
        nobodySeesIt();

        var secrecy = signIn("secrecy");
        returned(secrecy, drafter, draft);
        decide(secrecy, draft, "", "同意并签名");
        var other = signIn("leader-city");                       // 会签: the joint office's leader
        decide(other, draft, "", "同意并签名");
        decide(drafter, draft, "合法性审查：没有意见。", "记录外部意见");
        var leader = signIn("leader");
        decide(leader, draft, "", "同意并签名");
        nobodySeesIt();
        var head = signIn("head");
        decide(head, draft, "", "同意并签名");
        head.getByRole(AriaRole.BUTTON, named("公开")).click();
        var piece = head.getByRole(AriaRole.LINK, named("看公众页面").setExact(true)).last().getAttribute("href");

        everybodySeesIt(piece, "三十日内公布");
        amend(leader, secrecy, other, drafter, head, piece);
        everybodySeesIt(piece, "二十日内公布");
        withdraw(leader, piece);
    }

    private Page signIn(String name) {
        var page = Browser.reader().newPage();
        page.navigate(url("/login"));
        page.getByLabel("用户名").fill(name);
        page.getByLabel("密码").fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, named("登录")).click();
        page.waitForURL(url("/desk"));
        return page;
    }

    private String draft(Page drafter) {
        drafter.navigate(url("/desk/drafts/new"));
        drafter.getByRole(AriaRole.RADIO, named("规范性文件 决策公开")).check();
        drafter.getByRole(AriaRole.BUTTON, named("开始拟稿")).click();
        drafter.locator("#f-title").fill(TITLE);
        drafter.locator("#f-documentNumber").fill(NUMBER);
        drafter.locator("#f-producedOn").fill("2026-11-20");
        drafter.locator("#f-body").fill(TEXT + "\n联系人身份证号１１０１０１ １９９００３０７ ４５１４");
        drafter.locator("#joint").fill("DEMO3498");
        drafter.getByLabel("涉及重大事项").check();
        drafter.getByRole(AriaRole.BUTTON, named("送审")).click();
        return drafter.url();
    }

    private void returned(Page secrecy, Page drafter, String draft) {
        secrecy.navigate(draft);
        secrecy.locator("#remark").fill("第一条请写明由谁查明。");
        secrecy.getByRole(AriaRole.BUTTON, named("退回修改")).click();
        drafter.navigate(draft);
        assertThat(drafter.content()).contains("退回：").contains("第一条请写明由谁查明。");
        drafter.locator("#f-body").fill(TEXT.replace("应当先查明", "应当由施工单位先查明"));
        drafter.getByRole(AriaRole.BUTTON, named("送审")).click();
    }

    private static void decide(Page officer, String draft, String remark, String button) {
        officer.navigate(draft);
        officer.locator("#remark").fill(remark);
        officer.getByRole(AriaRole.BUTTON, named(button)).click();
    }

    private void amend(Page leader, Page secrecy, Page other, Page drafter, Page head, String piece) {
        drafter.navigate(url("/desk" + piece));
        drafter.getByRole(AriaRole.BUTTON, named("起草新的一版")).click();
        var body = drafter.locator("#f-body");
        body.fill(body.inputValue().replace("三十日", "二十日"));
        drafter.getByLabel("更正").check();
        drafter.getByRole(AriaRole.BUTTON, named("送审")).click();
        var draft = drafter.url();
        secrecy.navigate(draft);
        assertThat(secrecy.locator(".diff ins").allTextContents()).contains("二");
        assertThat(secrecy.locator(".diff del").allTextContents()).contains("三");
        decide(secrecy, draft, "", "同意并签名");
        decide(other, draft, "", "同意并签名");
        decide(drafter, draft, "合法性审查：没有意见。", "记录外部意见");
        decide(leader, draft, "", "同意并签名");
        decide(head, draft, "", "同意并签名");
        head.getByRole(AriaRole.BUTTON, named("公开")).click();
    }

    private void withdraw(Page leader, String piece) throws Exception {
        leader.navigate(url("/desk" + piece));
        leader.locator("#ground").fill("上位法修改，本规定不再适用。");
        leader.getByRole(AriaRole.BUTTON, named("撤回")).click();
        assertThat(leader.content()).contains("已撤回");
        assertThat(status(piece)).isEqualTo(410);
        assertThat(get(piece)).contains("上位法修改，本规定不再适用。").doesNotContain(TITLE).doesNotContain("矿坑");
        assertThat(get("/api/v1/search?q=" + encode(NUMBER))).contains("\"hits\":[]").doesNotContain("矿坑");
        assertThat(get("/search?q=" + encode("废弃矿坑"))).doesNotContain(piece);
        assertThat(get("/")).doesNotContain(TITLE);
        assertThat(get("/api/v1/ledger/entries?limit=1000")).contains("\\\"type\\\":\\\"withdraw\\\"");
    }

    private void nobodySeesIt() throws Exception {
        assertThat(get("/")).doesNotContain(TITLE);
        assertThat(get("/api/v1/disclosures?limit=100")).doesNotContain(TITLE);
        assertThat(get("/api/v1/search?q=" + encode(NUMBER))).contains("\"hits\":[]");
    }

    private void everybodySeesIt(String piece, String words) throws Exception {
        until(() -> get("/api/v1/search?q=" + encode("〔2026〕41号")).contains(TITLE));
        until(() -> get("/search?q=" + encode(words)).contains(piece));
        assertThat(get(piece)).contains(TITLE).contains(NUMBER).contains(words).contains("云溪市自然资源局");
        assertThat(get("/")).contains(TITLE);
        assertThat(get("/ledger")).contains(piece);
    }

    private static void until(BooleanSupplier holds) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within ten seconds").isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    private int status(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url(path))).build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private String get(String path) {
        try {
            return http.send(HttpRequest.newBuilder(URI.create(url(path))).build(), HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
