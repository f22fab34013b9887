package openland.drafting.web;

import static openland.drafting.web.Typist.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import openland.Browser;
import openland.OpenlandTest;
import openland.base.Refusal;
import openland.catalogue.Catalogue;
import openland.catalogue.Examples;
import openland.drafting.DraftFinding;
import openland.drafting.Drafting;
import openland.drafting.Draftroom;
import openland.drafting.Move;
import openland.disclosure.Withdrawing;
import openland.drafting.Moving;
import openland.drafting.Tabulating;
import openland.form.Field;
import openland.form.FieldType.Reading;
import openland.form.Grid;
import openland.office.Officer;
import openland.office.Officers;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A table of two thousand households, from the clipboard of a spreadsheet to the public page, in a real browser. */
@OpenlandTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = {"openland.demo=true", "openland.demo-password=" + TableBrowserTest.PASSWORD})
class TableBrowserTest {
    static final String PASSWORD = "table-password-83";
    private static final String ITEM = "expropriation.compensation-plan";
    private static final String TABLE = "households";

    @LocalServerPort
    private int port;

    @Autowired Drafting drafting;
    @Autowired Draftroom room;
    @Autowired Moving moving;
    @Autowired Tabulating tabulating;
    @Autowired Withdrawing withdrawing;
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
        Typist.paste(page.locator("input[name='r1.village']"), Households.html(copied), Households.plain(copied));
        PlaywrightAssertions.assertThat(page.locator("[data-said]")).containsText("粘贴的2000行");
        page.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(page.locator("[data-said]")).containsText("共2000行");
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.setViewportSize(scheme == ColorScheme.DARK ? 360 : 1280, 900);
            assertThat(Browser.scrollsSideways(page)).isFalse();
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/table-desk-" + scheme + ".png")));
        }
        page.setViewportSize(1280, 900);

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
        Typist.paste(page.locator("input[name='r2000.village']"), "<table><tr><td>双溪村</td><td>周新</td></tr></table>", "双溪村\t周新");
        assertThat(page.locator("input[name='r2000.owner']").inputValue()).isEqualTo("周新");
        page.getByRole(AriaRole.BUTTON, named("保存这一页")).click();
        PlaywrightAssertions.assertThat(page.locator("[data-said]")).containsText("共2000行，有填得不对的");
        assertThat(page.locator("#r2000 .fault").allTextContents()).contains("请填写。");
        page.locator("input[name=leave][value='2000']").check();
        page.getByRole(AriaRole.BUTTON, named("保存这一页")).click();
        PlaywrightAssertions.assertThat(page.locator("[data-said]")).hasText("已保存。　共1999行。");
        theWholeTableIsPublicAndWhatIsMaskedIsMasked(published(draft));
    }

    private void theWholeTableIsPublicAndWhatIsMaskedIsMasked(UUID piece) {
        var reader = Browser.reader().newPage();
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (reader.navigate(url("/disclosures/" + piece)).status() != 200) {   // until a checkpoint covers it
            assertThat(System.nanoTime()).as("within thirty seconds").isLessThan(deadline);
        }
        assertThat(sent("/disclosures/" + piece)).as("bytes of the page").isLessThan(60_000);
        nothingPersonal(reader.content());
        assertThat(reader.locator("#text tbody tr:has-text('岩口村一组')").count()).isLessThanOrEqualTo(50);
        reader.locator("a[href$='/tables/" + TABLE + "']").click();
        assertThat(reader.locator("tbody tr").count()).isEqualTo(100);
        assertThat(Browser.violations(reader)).isEmpty();
        nothingPersonal(reader.content());
        reader.getByRole(AriaRole.LINK, named("后面的行")).click();
        assertThat(reader.locator("tbody th").first().textContent()).isEqualTo("101");
        var here = "/disclosures/" + piece + "/editions/1/tables/" + TABLE;
        assertThat(find(reader, here, Households.identity(3), "")).contains("找到0行");
        assertThat(find(reader, here, Households.account(3), "")).contains("找到0行");
        assertThat(find(reader, here, Households.owner(3), "")).contains("找到0行");
        assertThat(find(reader, here, "双溪村三组", "village")).contains("共1999行，找到1000行");
        assertThat(find(reader, here, "双溪村三组", "owner")).contains("找到0行");
        for (var path : List.of(here + "/rows.csv", "/disclosures/" + piece + "/editions/1/canonical", "/api/v1/disclosures/" + piece)) {
            var text = reader.request().get(url(path)).text();
            assertThat(text).as(path).contains("双溪村三组");
            nothingPersonal(text);
        }
        assertThat(reader.request().get(url(here + "/rows.csv")).text().lines().count()).isEqualTo(2000);
        nothingPersonal(words(reader.request().get(url(here + "/rows.xlsx")).body()));
        reader.navigate(url("/search?q=" + Households.identity(3)));
        assertThat(reader.content()).doesNotContain("/disclosures/" + piece);
        reader.navigate(url("/search?q=双溪村三组"));
        assertThat(reader.content()).contains("/disclosures/" + piece);
        look(here);
        withdrawing.withdraw(piece, officer("leader"), "信息有误。", "各户面积有误。", false);
        for (var path : List.of(here, here + "/rows.csv", here + "/rows.xlsx")) {
            assertThat(reader.request().get(url(path)).status()).as(path).isEqualTo(410);
        }
    }

    private String find(Page reader, String here, String q, String column) {
        reader.navigate(url(here + "?column=" + column + "&q=" + q));
        return reader.locator(".lead").textContent();
    }

    /** The pages on a phone, in light and dark. */
    private void look(String here) {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            var page = Browser.reader(360, scheme).newPage();
            page.navigate(url(here));
            assertThat(Browser.scrollsSideways(page)).isFalse();
            assertThat(Browser.violations(page)).isEmpty();
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/table-public-" + scheme + ".png")));
        }
    }

    private static void nothingPersonal(String text) {
        for (int i : List.of(1, 3, 40)) {
            assertThat(text).doesNotContain(Households.identity(i), Households.account(i), Households.owner(i));
        }
    }

    /** How many bytes a browser receives. */
    private int sent(String path) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(url(path))).header("Accept-Encoding", "gzip").build(), BodyHandlers.ofByteArray()).body().length;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String words(byte[] xlsx) {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            var words = book.getFirstSheet().read().stream().flatMap(Row::stream).map(cell -> cell == null ? "" : cell.getText()).collect(Collectors.joining(" "));
            assertThat(words).contains("双溪村三组");
            return words;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Through review to publication, each with the move that is his, the signers in a browser. */
    private UUID published(UUID draft) {
        assertThat(room.look(draft, officer("drafter")).findings()).filteredOn(DraftFinding::stops).isEmpty();
        moving.move(draft, Move.SUBMIT, "", officer("drafter"));
        for (int moves = 0; moves < 8; moves++) {
            for (var name : List.of("secrecy", "leader", "head")) {
                var status = room.look(draft, officer(name));
                if (status.draft().disclosure() != null) {
                    return status.draft().disclosure();
                }
                if (status.forward().isPresent()) {
                    var page = signIn(Browser.reader().newPage(), name);
                    page.navigate(url("/desk/drafts/" + draft));
                    assertThat(page.locator(".doc tbody tr").count()).as("rows on the page of the reviewer").isLessThan(120);
                    page.getByRole(AriaRole.BUTTON, named(status.forward().orElseThrow().label())).first().click();
                    page.waitForLoadState();
                }
            }
        }
        throw new AssertionError("not published");
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

    @Test
    void twenty_thousand_rows_are_kept_and_one_more_is_refused_with_a_sentence() {
        var draft = draft();
        var table = catalogue.byId(ITEM).orElseThrow().fields().field(TABLE).orElseThrow();
        assertThat(tabulating.change(draft, TABLE, _ -> raw(20_000, table), null, officer("drafter"))).isEqualTo(20_000);
        assertThatThrownBy(() -> tabulating.change(draft, TABLE, _ -> raw(20_001, table), null, officer("drafter")))
                .isInstanceOf(Refusal.class).hasMessageContaining("最多20000行，这样就有20001行了，没有保存");
        var page = signIn(Browser.reader().newPage(), "secrecy");
        page.navigate(url("/desk/drafts/" + draft + "/tables/" + TABLE + "?row=20000"));
        assertThat(page.locator("tbody tr").last().locator("th").textContent()).isEqualTo("20000");
        assertThat(page.locator("input[name='r20000.owner']").count()).as("who reviews may look only").isZero();
    }

    private static JsonNode raw(int rows, Field table) {
        return Grid.pasted(Households.plain(Households.copied(rows, 0)), table, true) instanceof Reading.Value(var raw) ? raw : null;
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
        return new Typist(port, PASSWORD).signIn(page, name);
    }

    private String url(String path) {
        return new Typist(port, PASSWORD).url(path);
    }
}
