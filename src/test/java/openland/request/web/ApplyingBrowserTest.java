package openland.request.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.Map;
import openland.Browser;
import openland.OpenlandTest;
import openland.drafting.Desk;
import openland.drafting.Move;
import openland.ledger.Await;
import openland.request.Consultation;
import openland.request.Consulting;
import openland.request.Counter;
import openland.request.InformationRequest;
import openland.request.MovingRequests;
import openland.request.RequestMove;
import openland.request.Requests;
import openland.request.Suggestions;
import openland.search.Question;
import openland.search.Search;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A citizen without JavaScript: asks, reads what is public already, files, tracks, corrects, withdraws. With {@code -Dopenland.screens=FOLDER} it takes pictures. */
@OpenlandTest
class ApplyingBrowserTest {
    private static final String SCREENS = System.getProperty("openland.screens", "");
    private static final byte[] PNG = {(byte) 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0};

    @LocalServerPort
    private int port;
    @Autowired ApplicationContext context;
    @Autowired Requests requests;
    @Autowired Suggestions suggestions;
    private Counter counter;

    @BeforeEach
    void counter() {
        counter = new Counter(context);
    }

    @Test
    void somebody_asks_files_tracks_corrects_and_withdraws() {
        try (var reader = Browser.plainReader()) {
            var page = reader.newPage();
            page.navigate(url("/request"));
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("写一份申请")).click();
            page.getByLabel("要的信息").fill(counter.office.name() + "：石桥村2025年征地补偿费分配表");
            press(page, "再加一件");
            page.getByLabel("第2件").fill("石桥村征收土地的现场照片");
            picture(page, "apply");
            press(page, "下一步：看看有没有现成的");
            assertThat(page.getByLabel(counter.office.name()).isChecked()).as("the office of the place that was named").isTrue();
            assertThat(main(page)).contains("为什么是这个机关", "您写到了“" + counter.office.name().replaceAll("自然资源局", "") + "”");
            picture(page, "apply-before");
            press(page, page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("都不是，继续申请")).count() > 0 ? "都不是，继续申请" : "下一步：写您是谁");
            who(page, "周敏");
            picture(page, "apply-who");
            press(page, "提交申请", true);
            assertThat(page.locator("h1").innerText()).isEqualTo("已经收到您的申请");
            picture(page, "receipt");
            var code = page.locator(".sum .num").innerText();
            var numbers = page.locator("th[scope=row]").allInnerTexts();
            assertThat(numbers).hasSize(2);
            press(page, "记好了，退出查询");
            track(page, numbers.getFirst(), code);
            assertThat(page.locator("h1").innerText()).startsWith("最晚").endsWith("答复您");
            assertThat(page.locator(".cal .end").count()).isOne();
            picture(page, "track");
            var one = request(page);
            desk(one, RequestMove.ASK_CORRECTION, "请写明是哪一批次征地", Map.of("by", openland.base.Time.dateOf(java.time.Instant.parse("2099-12-01T00:00:00Z")).toString()));
            page.reload();
            assertThat(page.locator("h1").innerText()).startsWith("等您补充：请在2099年12月1日");
            assertThat(main(page)).contains("请写明是哪一批次征地");
            picture(page, "track-correct");
            page.getByLabel("补充的内容").fill("2025年第三批次");
            press(page, "交补正");
            assertThat(page.locator("h1").innerText()).startsWith("最晚");
            assertThat(main(page)).contains("“2025年第三批次”");
            page.getByText("撤回申请", new Page.GetByTextOptions().setExact(true)).locator("visible=true").last().click();
            page.getByLabel("我确定撤回，不再要答复。撤回不能取消，以后可以重新申请。").check();
            press(page, "撤回申请");
            assertThat(page.locator("h1").innerText()).isEqualTo("您已经撤回");
            picture(page, "track-withdrawn");
            assertThat(requests.byId(one.id()).orElseThrow().reply()).isEqualTo("R22");
        }
    }

    @Test
    void what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost() {
        try (var reader = Browser.plainReader()) {
            var page = reader.newPage();
            page.navigate(url("/request/new?office=" + counter.office.code() + "&q=石桥村的补偿"));
            press(page, "下一步：看看有没有现成的");
            press(page, page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("都不是，继续申请")).count() > 0 ? "都不是，继续申请" : "下一步：写您是谁");
            who(page, "周敏");
            page.getByLabel("电话").fill("不是电话号码");
            page.getByLabel("邮政编码").fill("12");
            page.getByLabel("邮寄").check();
            page.getByLabel("通信地址").fill("");
            press(page, "提交申请", true);
            assertThat(page.locator("#phone-fault").innerText()).contains("联系电话只写数字");
            assertThat(page.locator("#postcode-fault").innerText()).contains("六位数字");
            assertThat(page.locator("#address-fault").innerText()).contains("选了邮寄，请写通信地址");
            assertThat(page.getByLabel("姓名或者单位名称").inputValue()).isEqualTo("周敏");
            assertThat(page.getByLabel("电话").inputValue()).isEqualTo("不是电话号码");
            assertThat(page.getByLabel("邮寄").isChecked()).isTrue();
            assertThat(main(page)).contains("石桥村的补偿");
            picture(page, "apply-faults");
        }
    }

    @Test
    void who_finds_what_he_wanted_goes_to_it_and_that_is_remembered_without_him() throws Exception {
        var desk = new Desk(context);
        var draft = desk.save(desk.piece("柳河镇獾子洞村宅基地复垦验收公告").put("documentNumber", "某〔2026〕77号").put("body", "<p>獾子洞村宅基地复垦验收合格。</p>"));
        desk.approve(draft);
        var piece = desk.move(draft, Move.PUBLISH, desk.leader).draft().disclosure();
        Await.until(() -> !context.getBean(Search.class).find(Question.of("獾子洞村宅基地复垦")).hits().isEmpty());
        var before = suggestions.since(java.time.LocalDate.of(2026, 1, 1));
        try (var reader = Browser.plainReader()) {
            var page = reader.newPage();
            page.navigate(url("/request/new?q=獾子洞村宅基地复垦验收"));
            press(page, "下一步：看看有没有现成的");
            picture(page, "apply-found");
            page.locator("button[value=found-" + piece + "]").click();
            assertThat(page.url()).endsWith("/disclosures/" + piece);
        }
        try (var scripted = Browser.reader()) {
            var page = scripted.newPage();
            page.navigate(url("/request/new"));
            page.getByLabel("要的信息").pressSequentially("獾子洞村宅基地复垦");
            page.locator("#already a").waitFor();
            assertThat(page.locator("#already a").getAttribute("href")).isEqualTo("/disclosures/" + piece);
            picture(page, "apply-typing");
            assertThat(Browser.violations(page)).isEmpty();
        }
        var after = suggestions.since(java.time.LocalDate.of(2026, 1, 1));
        assertThat(after.found()).isEqualTo(before.found() + 1);
        assertThat(after.shown()).as("what is shown while somebody writes is not counted").isEqualTo(before.shown() + 1);
    }

    @Test
    void everybody_can_read_and_use_every_page() {
        try (var reader = Browser.reader(390, com.microsoft.playwright.options.ColorScheme.LIGHT)) {
            var page = reader.newPage();
            page.navigate(url("/request/new?office=" + counter.office.code() + "&q=石桥村2025年征地补偿费分配表"));
            fine(page, "phone-apply");
            press(page, "下一步：看看有没有现成的");
            fine(page, "phone-apply-before");
            press(page, page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("都不是，继续申请")).count() > 0 ? "都不是，继续申请" : "下一步：写您是谁");
            fine(page, "phone-apply-who");
            who(page, "周敏");
            press(page, "提交申请", true);
            fine(page, "phone-receipt");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("看进展")).click();
            fine(page, "phone-track");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(com.microsoft.playwright.options.ColorScheme.DARK));
            page.setViewportSize(1280, 900);
            fine(page, "dark-track");
            page.navigate(page.url() + "?care=1");
            page.setViewportSize(390, 800);
            fine(page, "care-track");
            page.navigate(url("/track"));
            fine(page, "care-track-form");
            page.navigate(url("/request"));
            fine(page, "care-apply-home");
            page.navigate(url("/request/new"));
            fine(page, "care-apply");
        }
    }

    @Test
    void who_is_asked_for_his_view_gives_it_by_his_link() {
        var one = counter.asks("石桥村征地补偿费分配表");
        counter.move(one, RequestMove.ASSIGN, counter.desk, "", Map.of("unit", "耕地保护股"));
        var link = counter.within(() -> context.getBean(Consulting.class).ask(new Consulting.Asking(one.id(), Consultation.Kind.THIRD_PARTY, "石桥村村民委员会", "", "",
                "拟公开分配表中的总额和各户面积，是否涉及商业秘密、个人隐私？", null), counter.desk)).link();
        try (var reader = Browser.plainReader(); var looker = Browser.reader(390, com.microsoft.playwright.options.ColorScheme.DARK)) {
            var page = reader.newPage();
            page.navigate(url("/request/view/" + link));
            press(page, "我已收到");
            assertThat(page.locator("h1").innerText()).startsWith("请在").endsWith("以前告诉我们您的意见");
            picture(page, "asked");
            var dark = looker.newPage();
            dark.navigate(page.url());
            fine(dark, "dark-asked");
            page.getByLabel("部分同意").check();
            press(page, "提交意见");
            assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("请写明理由");
            assertThat(page.getByLabel("部分同意").isChecked()).isTrue();
            page.getByLabel("理由").fill("各户面积涉及个人隐私，总额同意公开。");
            page.locator("#files").setInputFiles(new FilePayload("村民代表会议记录.txt", "text/plain", "会议记录".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            press(page, "提交意见");
            assertThat(page.locator("h1").innerText()).isEqualTo("您的意见已经收到");
            dark.reload();
            fine(dark, "dark-asked-done");
        }
    }

    private void fine(Page page, String name) {
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
        picture(page, name);
        assertThat(Browser.violations(page)).as(name).isEmpty();
        assertThat(Browser.scrollsSideways(page)).as(name + " scrolls sideways").isFalse();
    }

    private static void who(Page page, String name) {
        page.getByLabel("个人", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel("姓名或者单位名称").fill(name);
        page.locator("#identity").setInputFiles(new FilePayload("身份证.png", "image/png", PNG));
        page.getByLabel("电话").fill("13900000000");
        page.getByLabel("电子文件").check();
        page.getByLabel("在本网站下载").check();
        page.locator("#files").setInputFiles(new FilePayload("说明.txt", "text/plain", "石桥村三组".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private void track(Page page, String number, String code) {
        page.navigate(url("/track"));
        page.getByLabel("编号").fill(number.toLowerCase(java.util.Locale.ROOT));
        page.getByLabel("查询码").fill(code.replace("-", " "));
        press(page, "查进展");
    }

    private InformationRequest request(Page page) {
        return requests.byId(java.util.UUID.fromString(page.url().substring(page.url().lastIndexOf('/') + 1))).orElseThrow();
    }

    private void desk(InformationRequest one, RequestMove move, String words, Map<String, String> detail) {
        context.getBean(MovingRequests.class).move(new MovingRequests.Wanted(one.id(), move, null, words, detail), counter.desk);
    }

    private static void press(Page page, String button) {
        press(page, button, false);
    }

    /** @param last of those with that name: the first is for whoever presses Enter */
    private static void press(Page page, String button, boolean last) {
        var all = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true));
        (last ? all.last() : all.first()).click();
    }

    private static String main(Page page) {
        return page.getByRole(AriaRole.MAIN).innerText();
    }

    private static void picture(Page page, String name) {
        if (!SCREENS.isEmpty()) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(SCREENS, name + ".png")));
        }
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
