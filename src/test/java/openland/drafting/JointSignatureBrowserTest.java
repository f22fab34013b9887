package openland.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import openland.Browser;
import openland.OpenlandTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The whole way of a piece through the officers' pages: 会签 of three offices, with the keyboard alone, and without JavaScript. */
@OpenlandTest
class JointSignatureBrowserTest {
    @Autowired private ApplicationContext context;
    @LocalServerPort private int port;
    private Desk desk;

    @BeforeEach
    void county() {
        desk = new Desk(context);
    }

    @Test
    void three_offices_sign_in_any_order_and_when_one_sends_back_all_sign_again() {
        var others = List.of(new Desk(context), new Desk(context), new Desk(context));
        var draft = desk.save(desk.piece("流域综合治理联合办法").put("item", "policy.normative-document").put("producedOn", "2026-11-20")
                .put("documentNumber", "第资规〔2026〕8号").put("validity", "有效"));
        var drafter = new Seated(Browser.reader(), port, desk.drafter).open(draft);
        drafter.page.locator("#joint").fill(String.join("，", others.stream().map(other -> other.office.code()).toList()));
        drafter.button("送审").click();
        drafter.done();
        var secrecy = new Seated(Browser.reader(), port, desk.secrecy);
        secrecy.decide(draft, "", "同意并签名");
        var leaders = others.stream().map(other -> new Seated(Browser.reader(), port, other.leader)).toList();
        leaders.get(2).decide(draft, "", "同意并签名");
        leaders.get(0).decide(draft, "", "同意并签名");
        assertThat(desk.look(draft, desk.drafter).awaited()).extracting(Awaited::office).containsExactly(others.get(1).office.id());
        leaders.get(0).look("joint");
        leaders.get(1).decide(draft, "请写明上游的职责。", "退回修改");
        assertThat(leaders.get(1).status()).contains("“退回修改”已办").contains("起草中");
        assertThat(desk.look(draft, desk.drafter).signatures()).isEmpty();
        drafter.open(draft).page.locator("#f-title").fill("流域上下游综合治理联合办法");
        drafter.button("送审").click();
        drafter.done();
        secrecy.decide(draft, "", "同意并签名");
        for (int i : new int[] {1, 2, 0}) {
            leaders.get(i).decide(draft, "", "同意并签名");
        }
        var signatures = desk.look(draft, desk.drafter).signatures();
        assertThat(signatures).extracting(signed -> signed.signature().office())
                .containsAll(Stream.concat(others.stream(), Stream.of(desk)).map(one -> one.office.id()).toList());
        assertThat(desk.look(draft, desk.drafter).awaited()).noneMatch(awaited -> others.stream().anyMatch(o -> o.office.id().equals(awaited.office())));
    }

    @Test
    void a_piece_is_drafted_reviewed_and_published_with_the_keyboard_alone() {
        var drafter = new Seated(Browser.reader(), port, desk.drafter);
        press(drafter, link(drafter, "拟新稿"), "Enter");
        press(drafter, drafter.page.locator("input[value='general.document']"), "Space", true);
        press(drafter, drafter.button("开始拟稿"), "Enter");
        type(drafter, "#f-title", "只用键盘的通知");
        type(drafter, "#f-body", "各乡镇：请按期报送。");
        press(drafter, drafter.button("送审"), "Enter");
        drafter.done();
        var draft = UUID.fromString(drafter.page.url().replaceAll(".*/drafts/|\\?.*", ""));
        for (var officer : List.of(desk.secrecy, desk.leader)) {
            var reviewer = new Seated(Browser.reader(), port, officer);
            press(reviewer, reviewer.page.locator("a[data-row]").first(), "Enter");
            press(reviewer, reviewer.button("同意并签名"), "Enter");
            reviewer.page.waitForURL("**/*?done=sign");
            if (officer.equals(desk.leader)) {
                press(reviewer, reviewer.button("公开"), "Enter");
                reviewer.page.waitForURL("**/*?done=publish");
            }
        }
        assertThat(desk.look(draft, desk.leader).draft().state()).isEqualTo(State.PUBLISHED);
    }

    @Test
    void the_same_way_is_gone_without_javascript() {
        var drafter = new Seated(plain(), port, desk.drafter);
        link(drafter, "拟新稿").click();
        drafter.page.locator("input[value='general.document']").check();
        drafter.button("开始拟稿").click();
        drafter.page.locator("#f-title").fill("不用脚本的通知");
        drafter.page.locator("#f-body").fill("各乡镇：请按期报送。");
        drafter.button("保存").click();
        assertThat(drafter.status()).contains("已保存");
        drafter.button("送审").click();
        drafter.done();
        var draft = UUID.fromString(drafter.page.url().replaceAll(".*/drafts/|\\?.*", ""));
        var secrecy = new Seated(plain(), port, desk.secrecy);
        var second = desk.save(desk.piece("又一通知"));
        desk.move(second, Move.SUBMIT, desk.drafter);
        secrecy.open("/desk").page.locator("input[name=draft]").all().forEach(Locator::check);
        secrecy.button("办所选的几件").click();
        secrecy.button("同意并签名").click();
        assertThat(secrecy.page.locator("h1").textContent()).isEqualTo("2件都办成了");
        var leader = new Seated(plain(), port, desk.leader);
        leader.decide(draft, "", "同意并签名");
        leader.button("公开").click();
        leader.page.waitForURL("**/*?done=publish");
        assertThat(desk.look(draft, desk.leader).draft().state()).isEqualTo(State.PUBLISHED);
    }

    private static BrowserContext plain() {
        return Browser.reader(new NewContextOptions().setJavaScriptEnabled(false));
    }

    private static Locator link(Seated officer, String name) {
        return officer.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true)).first();
    }

    private static void type(Seated officer, String field, String text) {
        officer.tabTo(officer.page.locator(field));
        officer.page.keyboard().type(text);
    }

    private static void press(Seated officer, Locator target, String key) {
        press(officer, target, key, false);
    }

    /** Tab leads to the first of a group of radio buttons; the arrows go on from there. */
    private static void press(Seated officer, Locator target, String key, boolean radio) {
        if (radio) {
            officer.tabTo(officer.page.locator("input[type=radio]").first());
            for (int i = 0; i < 100 && !target.isChecked(); i++) {
                officer.page.keyboard().press("ArrowDown");
            }
            return;
        }
        officer.tabTo(target);
        officer.page.keyboard().press(key);
        officer.page.waitForLoadState();
    }
}
