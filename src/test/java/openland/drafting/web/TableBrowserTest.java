package openland.drafting.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import openland.Browser;
import openland.OpenlandTest;
import openland.catalogue.Catalogue;
import openland.catalogue.Examples;
import openland.drafting.Drafting;
import openland.office.Officer;
import openland.office.Officers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.node.JsonNodeFactory;

/** A table of two thousand households, from the clipboard of a spreadsheet to the public page, in a real browser. */
@OpenlandTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = {"openland.demo=true", "openland.demo-password=" + TableBrowserTest.PASSWORD})
class TableBrowserTest {
    static final String PASSWORD = "table-password-83";
    private static final String ITEM = "expropriation.compensation-plan";
    private static final String TABLE = "households";
    private static final String PASTE = """
            (element, [html, plain]) => {
              const data = new DataTransfer();
              data.setData('text/html', html);
              data.setData('text/plain', plain);
              element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }""";

    @LocalServerPort
    private int port;

    @Autowired Drafting drafting;
    @Autowired Officers officers;
    @Autowired Catalogue catalogue;

    @Test
    void two_thousand_rows_are_pasted_one_cell_is_mended_and_rows_come_and_go() {
        var draft = draft();
        var page = signIn(Browser.reader().newPage(), "drafter");
        page.navigate(url("/desk/drafts/" + draft));
        page.locator("a[href$='/tables/" + TABLE + "']").click();
        assertThat(Browser.violations(page)).isEmpty();
        var copied = Households.copied(2000, 37);
        page.locator("input[name='r1.village']").evaluate(PASTE, List.of(Households.html(copied), Households.plain(copied)));
        PlaywrightAssertions.assertThat(page.locator("[data-said]")).containsText("粘贴的2000行");
        page.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(page.locator("[data-said]")).containsText("共2000行");

        page.getByRole(AriaRole.LINK, named("第37行")).click();
        var wrong = page.locator("input[name='r37.area']");
        assertThat(wrong.inputValue()).isEqualTo("两亩半多");
        assertThat(wrong.getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(page.locator("#" + wrong.getAttribute("aria-describedby")).textContent()).isNotBlank();
        wrong.focus();
        page.keyboard().press("Tab");
        PlaywrightAssertions.assertThat(page.locator(":focus")).hasAttribute("name", "r37.land");
        page.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(page.locator(":focus")).hasAttribute("name", "r38.land");
        wrong.fill("2.5亩");
        page.locator("input[name=leave][value='50']").check();
        page.getByRole(AriaRole.BUTTON, named("保存这一页")).click();
        PlaywrightAssertions.assertThat(page.locator("[data-said]")).hasText("已保存。　共1999行。");
        assertThat(page.locator(".fault").count()).isZero();
        assertThat(page.locator("input[name='r50.owner']").inputValue()).isEqualTo(Households.owner(51));

        page.getByRole(AriaRole.BUTTON, named("保存，在最后加行")).click();
        page.locator("input[name='r2000.village']").evaluate(PASTE, List.of("<table><tr><td>双溪村</td><td>周新</td></tr></table>", "双溪村\t周新"));
        assertThat(page.locator("input[name='r2000.owner']").inputValue()).isEqualTo("周新");
        page.getByRole(AriaRole.BUTTON, named("保存这一页")).click();
        PlaywrightAssertions.assertThat(page.locator("[data-said]")).containsText("共2000行，有填得不对的");
        assertThat(page.locator("#r2000 .fault").allTextContents()).contains("请填写。");
    }

    @Test
    void without_scripts_the_box_takes_the_rows_and_keeps_what_does_not_fit() {
        var page = signIn(Browser.plainReader().newPage(), "drafter");
        page.navigate(url("/desk/drafts/" + draft() + "/tables/" + TABLE));
        var rows = Households.plain(Households.copied(2000, 0));
        page.locator("#text").fill(rows.replaceFirst("户主", "户主们"));
        page.getByRole(AriaRole.BUTTON, named("放进表格")).click();
        assertThat(page.locator("[data-said]").textContent()).contains("没有“户主们”这一列");
        assertThat(page.locator("#text").inputValue()).startsWith("村、村民小组\t户主们");
        page.locator("#text").fill(rows);
        page.getByRole(AriaRole.BUTTON, named("放进表格")).click();
        assertThat(page.locator("[data-said]").textContent()).contains("共2000行。");
        page.locator("#text").fill(rows.lines().skip(1).limit(3).map(line -> line + "\t多\t余").collect(Collectors.joining("\n")));
        page.locator("[data-heads]").uncheck();
        page.getByLabel("保留，追加在后面").check();
        page.getByRole(AriaRole.BUTTON, named("放进表格")).click();
        assertThat(page.locator("[data-said]").textContent()).contains("第1行有11列").contains("共2000行");
    }

    private UUID draft() {
        var nodes = JsonNodeFactory.instance;
        var form = catalogue.byId(ITEM).orElseThrow().fields();
        var fields = nodes.objectNode();
        Examples.of(form, nodes.nullNode(), nodes.nullNode()).forEach((name, value) -> {
            if (!List.of(TABLE, "preNotice", "posted").contains(name)) {
                fields.set(name, value);
            }
        });
        var json = nodes.objectNode().put("item", ITEM).put("office", "DEMO349821").put("title", "柳河镇二期道路工程征地补偿安置方案")
                .put("documentNumber", "青征补〔2026〕71号").put("producedOn", "2026-11-03").put("body", "现将补偿安置方案公告如下。");
        json.set("fields", fields);
        var id = UUID.randomUUID();
        drafting.save(id, json, officer("drafter"));
        return id;
    }

    private Officer officer(String name) {
        return officers.byName(name).orElseThrow();
    }

    private Page signIn(Page page, String name) {
        page.navigate(url("/login"));
        page.getByLabel("用户名").fill(name);
        page.getByLabel("密码").fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, named("登录")).click();
        page.waitForURL(url("/desk"));
        return page;
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
