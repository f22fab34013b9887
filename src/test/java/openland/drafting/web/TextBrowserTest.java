package openland.drafting.web;

import static openland.drafting.web.Typist.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipInputStream;
import openland.Browser;
import openland.OpenlandTest;
import openland.drafting.WpsNorm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Where the text of a draft comes from, in a real browser: pasted, typed, or taken from the office's own file. */
@OpenlandTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = {"openland.demo=true", "openland.demo-password=" + TextBrowserTest.PASSWORD})
class TextBrowserTest {
    static final String PASSWORD = "text-password-71";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    @LocalServerPort
    private int port;

    @Test
    void a_norm_from_a_WPS_file_is_taken_reviewed_and_published_without_what_it_hid() throws Exception {
        var drafter = draft(signIn(Browser.reader().newPage(), "drafter"), "policy.normative-document");
        drafter.locator("#file").setInputFiles(new FilePayload("办法.docx", DOCX, WpsNorm.bytes()));
        drafter.getByRole(AriaRole.BUTTON, named("上传")).click();
        var draft = drafter.url();
        drafter.getByRole(AriaRole.LINK, named("用作正文")).click();
        assertThat(Browser.violations(drafter)).isEmpty();
        assertThat(drafter.locator("input[name=take]").count()).isEqualTo(4);
        drafter.getByRole(AriaRole.BUTTON, named("取用勾选的")).click();
        assertThat(drafter.locator("#f-title").inputValue()).isEqualTo(WpsNorm.TITLE);
        assertThat(drafter.locator("#f-documentNumber").inputValue()).isEqualTo("青自然资规〔2026〕58号");
        assertThat(drafter.locator("#f-producedOn").inputValue()).isEqualTo("2026年11月18日");
        var editor = drafter.locator("#f-body-rich");
        PlaywrightAssertions.assertThat(editor.locator("table th").first()).hasText("地类");
        var seen = (String) editor.evaluate("element => element.innerText");
        drafter.getByRole(AriaRole.BUTTON, named("送审")).click();
        decide("secrecy", draft, "同意并签名");
        var leader = decide("leader", draft, "同意并签名");
        leader.getByRole(AriaRole.BUTTON, named("公开")).first().click();
        var address = leader.getByRole(AriaRole.LINK, named("看公众页面")).last().getAttribute("href");

        var reader = Browser.reader().newPage();
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (reader.navigate(url(address)).status() != 200) {   // until a checkpoint covers it
            assertThat(System.nanoTime()).as("within thirty seconds").isLessThan(deadline);
        }
        var text = reader.locator("#text");
        assertThat(text.locator("h3").allTextContents()).containsExactly(WpsNorm.TITLE, "第一章　总则", "第二章　验收");
        assertThat(text.locator(".art").allTextContents()).containsExactly("第一条", "第二条", "第三条");
        assertThat(text.locator("li").allTextContents()).containsExactly("耕作层厚度不小于三十厘米", "排灌设施恢复原状");
        assertThat(text.locator("th[scope=col]").allTextContents()).contains("地类", "复垦标准");
        assertThat(text.locator("td[rowspan='2']").allTextContents()).containsExactly("水田");
        var published = (String) text.evaluate("element => element.innerText");
        for (var line : seen.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()) {
            assertThat(published).as("what the drafter saw").contains(line);
        }
        assertThat(reader.content()).doesNotContain(WpsNorm.AUTHOR, "六十", "请示王局", "规范性文件汇编");
        var file = reader.waitForDownload(() -> reader.getByRole(AriaRole.LINK, named("下载Word")).click());
        assertThat(words(file.createReadStream().readAllBytes())).contains("三十").doesNotContain(WpsNorm.AUTHOR, "KSOProductBuildVer", "WPS Office", "六十", "请示王局", "1A2B3C4D");
    }

    @Test
    void pasting_from_Word_keeps_the_structure_and_what_is_seen_is_what_is_kept() {
        var page = draft(signIn(Browser.reader().newPage(), "drafter"), "policy.normative-document");
        page.locator("#f-body").fill("第一条　先写的。");
        page.locator("#f-body").evaluate("element => element.setSelectionRange(8, 8)");
        Typist.paste(page.locator("#f-body"), clipboard("word.html"), "纯文本");
        var editor = page.locator("#f-body-rich");
        PlaywrightAssertions.assertThat(editor.locator("caption")).hasText("表 1　补助标准");
        assertThat(editor.locator("ul ul li").allTextContents()).containsExactly("山地可以减少");
        assertThat(page.locator(".richtext [role=status]").textContent()).contains("1张图片没有带过来");
        assertThat(Browser.violations(page)).isEmpty();
        var seen = editor.innerHTML();
        page.getByRole(AriaRole.BUTTON, named("保存")).click();
        PlaywrightAssertions.assertThat(page.locator("#f-body-rich caption")).hasText("表 1　补助标准");
        assertThat(page.locator("#f-body-rich").innerHTML()).isEqualTo(seen);
        page.getByRole(AriaRole.LINK, named("预览公众页面")).click();
        assertThat(page.locator(".doc").innerHTML().replace("<br />", "<br>")).contains(seen);
    }

    @Test
    void the_toolbar_works_by_keyboard_and_its_table_can_be_undone() {
        var page = draft(signIn(Browser.reader().newPage(), "drafter"), "policy.normative-document");
        page.getByRole(AriaRole.BUTTON, named("按公布的样子编辑")).click();
        var editor = page.locator("#f-body-rich");
        editor.focus();
        page.keyboard().type("总则 jkx");
        page.keyboard().press("Control+Alt+1");
        page.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(editor.locator("h3")).hasText("总则 jkx");
        page.keyboard().press("Alt+F10");
        for (int i = 0; i < 5; i++) {
            page.keyboard().press("ArrowRight");
        }
        PlaywrightAssertions.assertThat(page.locator(":focus")).hasText("表格");
        page.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(editor.locator("table tr")).hasCount(2);
        editor.locator("td").first().click();
        page.getByRole(AriaRole.BUTTON, named("加行").setExact(true)).click();
        PlaywrightAssertions.assertThat(editor.locator("table tr")).hasCount(3);
        page.getByRole(AriaRole.BUTTON, named("撤销").setExact(true)).click();
        PlaywrightAssertions.assertThat(editor.locator("table tr")).hasCount(2);
        editor.locator("td").first().click();
        page.keyboard().type("水田");
        page.getByRole(AriaRole.BUTTON, named("加列").setExact(true)).click();
        PlaywrightAssertions.assertThat(editor.locator("table tr").first().locator("th")).hasCount(3);
        page.getByRole(AriaRole.BUTTON, named("保存")).click();
        PlaywrightAssertions.assertThat(page.locator("#f-body-rich td").first()).hasText("水田");
        assertThat(page.locator("#f-body").inputValue()).contains("<h3>总则 jkx</h3>");
    }

    @Test
    void nothing_is_lost_when_the_server_cannot_be_asked() {
        var page = draft(signIn(Browser.reader().newPage(), "drafter"), "policy.normative-document");
        page.route("**/desk/rich-text", route -> route.abort());
        page.locator("#f-body").fill("前");
        Typist.paste(page.locator("#f-body"), "<p><b>粗</b></p>", "粗体的字");
        PlaywrightAssertions.assertThat(page.locator("#f-body")).hasValue("前粗体的字");
        PlaywrightAssertions.assertThat(page.locator(".richtext [role=status]")).containsText("只粘贴了文字");
        page.getByRole(AriaRole.BUTTON, named("按公布的样子编辑")).click();
        PlaywrightAssertions.assertThat(page.locator(".richtext [role=status]")).containsText("文字都在");
        PlaywrightAssertions.assertThat(page.locator("#f-body")).isVisible();
    }

    @Test
    void without_scripts_a_file_still_becomes_the_text_and_the_field_takes_tags() {
        var page = signIn(Browser.plainReader().newPage(), "drafter");
        draft(page, "policy.normative-document");
        assertThat(page.getByRole(AriaRole.BUTTON, named("按公布的样子编辑")).count()).isZero();
        page.locator("#f-body").fill("<h3>标题</h3><p>正文</p>");
        page.getByRole(AriaRole.BUTTON, named("保存")).click();
        page.locator("#file").setInputFiles(new FilePayload("办法.docx", DOCX, WpsNorm.bytes()));
        page.getByRole(AriaRole.BUTTON, named("上传")).click();
        page.getByRole(AriaRole.LINK, named("用作正文")).click();
        assertThat(page.content()).contains("代替稿件里现有的正文");
        page.getByRole(AriaRole.BUTTON, named("取用勾选的")).click();
        assertThat(page.locator("#f-body").inputValue()).contains("第三条").contains("<td rowspan=\"2\">水田</td>").doesNotContain("<p>正文</p>");
    }

    @Test
    void the_pages_fit_a_phone_and_the_dark() {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            var page = draft(signIn(Browser.reader(390, scheme).newPage(), "drafter"), "policy.normative-document");
            Typist.paste(page.locator("#f-body"), clipboard("wps.html"), "纯文本");
            PlaywrightAssertions.assertThat(page.locator("#f-body-rich li").first()).hasText("育秧棚");
            assertThat(Browser.scrollsSideways(page)).isFalse();
            assertThat(Browser.violations(page)).isEmpty();
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(java.nio.file.Path.of("target/text-" + scheme + ".png")));
        }
    }

    private Page draft(Page page, String item) {
        page.navigate(url("/desk/drafts/new"));
        page.locator("input[name=item][value='" + item + "']").check();
        page.getByRole(AriaRole.BUTTON, named("开始拟稿")).click();
        page.waitForURL("**/desk/drafts/*");
        return page;
    }

    private Page decide(String name, String draft, String button) {
        var page = signIn(Browser.reader().newPage(), name);
        page.navigate(draft);
        page.getByRole(AriaRole.BUTTON, named(button)).first().click();
        return page;
    }

    private Page signIn(Page page, String name) {
        return new Typist(port, PASSWORD).signIn(page, name);
    }

    private static String clipboard(String name) {
        try (var in = TextBrowserTest.class.getResourceAsStream("/openland/form/clipboard/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String words(byte[] docx) throws IOException {
        var words = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                words.append(entry.getName()).append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return words.toString();
    }

    private String url(String path) {
        return new Typist(port, PASSWORD).url(path);
    }
}
