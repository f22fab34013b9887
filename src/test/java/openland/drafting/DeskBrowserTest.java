package openland.drafting;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.ColorScheme.DARK;
import static com.microsoft.playwright.options.ColorScheme.LIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import openland.Browser;
import openland.OpenlandTest;
import openland.journal.Filter;
import openland.journal.Journal;
import openland.office.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The desk in a real browser: on a phone, in batches, with remarks beside fields, and with a session that ends while somebody types. */
@OpenlandTest
class DeskBrowserTest {
    private static final int PHONE = 360;

    @Autowired private ApplicationContext context;
    @LocalServerPort private int port;
    private Desk desk;

    @BeforeEach
    void county() {
        desk = new Desk(context);
    }

    @Test
    void on_a_phone_a_draft_is_approved_in_two_taps_and_the_next_one_offered() {
        var first = submitted("关于青溪村道路维修的通知");
        submitted("关于青溪村桥梁维修的通知");
        var reader = Browser.reader(PHONE, LIGHT);
        reader.addInitScript("addEventListener('pointerdown', () => sessionStorage.taps = Number(sessionStorage.taps || 0) + 1, true)");
        var secrecy = new Seated(reader, port, desk.secrecy);
        secrecy.page.evaluate("sessionStorage.taps = 0");
        secrecy.look("desk-phone");
        assertThat(Browser.scrollsSideways(secrecy.page)).isFalse();
        secrecy.page.locator("a[data-row]").first().click();
        secrecy.page.waitForURL("**/desk/drafts/" + first);
        secrecy.look("review-phone");
        assertThat(Browser.scrollsSideways(secrecy.page)).isFalse();
        var sign = secrecy.button("同意并签名");
        var box = sign.boundingBox();
        assertThat(box.height).isGreaterThanOrEqualTo(44);
        assertThat(box.x + box.width).isLessThanOrEqualTo(PHONE);
        sign.click();
        assertThat(secrecy.page.getByRole(AriaRole.STATUS)).containsText("“同意并签名”已办");
        assertThat(secrecy.page.evaluate("sessionStorage.taps")).isEqualTo("2");
        secrecy.look("signed-phone");
        assertThat(secrecy.page.locator("main")).containsText("下一件：关于青溪村桥梁维修的通知");
        assertThat(desk.look(first, desk.secrecy).signatures()).hasSize(2);
    }

    @Test
    void of_a_batch_what_can_be_signed_is_signed_and_the_rest_says_why_not() {
        var first = submitted("关于柳河镇测绘标志的通知");
        var second = submitted("关于石桥镇测绘标志的通知");
        desk.save(desk.at(desk.piece("关于冬季巡查的通知"), context.getBean(InstantSource.class).instant().plusSeconds(90_000)));
        var secrecy = new Seated(Browser.reader(), port, desk.secrecy);
        secrecy.look("desk");
        secrecy.page.keyboard().press("j");
        secrecy.page.keyboard().press("x");
        secrecy.page.keyboard().press("j");
        secrecy.page.keyboard().press("x");
        secrecy.page.keyboard().press("b");
        assertThat(secrecy.page.locator("h1")).hasText("2件，看过再办");
        secrecy.look("batch");
        assertThat(Browser.violations(secrecy.page)).isEmpty();
        desk.move(second, Move.SEND_BACK, desk.secrecy);                 // meanwhile, at another desk
        desk.save(second, desk.piece("关于石桥镇测绘标志的通知（改）"));
        desk.move(second, Move.SUBMIT, desk.drafter);
        secrecy.button("同意并签名").click();
        assertThat(secrecy.page.locator("h1")).hasText("办成1件，1件没有办成");
        assertThat(secrecy.page.locator("main")).containsText("您看到的不是现在的内容");
        secrecy.look("outcomes");
        assertThat(desk.look(first, desk.secrecy).signatures()).hasSize(2);
        assertThat(desk.look(second, desk.secrecy).signatures()).hasSize(1);
    }

    @Test
    void a_remark_beside_a_field_is_seen_there_answered_and_followed_by_the_reviewer() {
        var draft = submitted("关于矿山修复的通知");
        var secrecy = new Seated(Browser.reader(), port, desk.secrecy).open(draft);
        secrecy.look("review");
        secrecy.page.getByText("逐栏提意见").click();
        secrecy.page.locator("[name='mark.title']").fill("请写明是哪座矿山。");
        secrecy.page.locator("[name='mark.body']").fill("两段重复。");
        secrecy.button("退回修改").click();
        secrecy.done();
        var drafter = new Seated(Browser.reader(), port, desk.drafter).open(draft);
        drafter.look("returned");
        assertThat(drafter.page.locator("#f-title-notes")).containsText("请写明是哪座矿山。");
        drafter.page.locator("#f-title").fill("关于乱石岗矿山修复的通知");
        drafter.page.locator("[name='answer.body']").fill("两段说的是两件事。");
        assertThat(Browser.violations(drafter.page)).isEmpty();
        drafter.button("送审").click();
        drafter.done();
        secrecy.open(draft);
        assertThat(secrecy.page.locator("[aria-label=逐栏意见]")).containsText("没有改动，已答复：两段说的是两件事。");
        assertThat(secrecy.page.locator("[aria-label=逐栏意见]")).containsText("已改动");
        secrecy.look("review-again");
        assertThat(Browser.violations(secrecy.page)).isEmpty();
    }

    @Test
    void what_is_typed_is_kept_by_itself_and_survives_the_end_of_the_session_without_a_row_in_the_journal() {
        var draft = desk.save(desk.piece("关于界桩维护的通知"));
        var drafter = new Seated(Browser.reader(), port, desk.drafter).open(draft);
        int rows = rows();
        drafter.page.locator("#f-title").fill("关于界桩维护和巡查的通知");
        said(drafter, "分自动保存");
        assertThat(desk.look(draft, desk.drafter).draft().title()).isEqualTo("关于界桩维护和巡查的通知");
        drafter.page.context().clearCookies();
        drafter.page.locator("#f-title").fill("关于界桩维护、巡查和更换的通知");
        said(drafter, "登录已经过期");
        drafter.look("session-over");
        assertThat(drafter.page.locator("#f-title")).hasValue("关于界桩维护、巡查和更换的通知");
        drafter.signInBeside(desk.drafter);
        said(drafter, "分自动保存");
        assertThat(desk.look(draft, desk.drafter).draft().title()).isEqualTo("关于界桩维护、巡查和更换的通知");
        assertThat(rows()).isEqualTo(rows);
    }

    @Test
    void a_button_pressed_during_an_autosave_waits_for_it() {
        var draft = desk.save(desk.piece("关于界桩维护的通知"));
        var drafter = new Seated(Browser.reader(), port, desk.drafter).open(draft);
        var held = new AtomicReference<Runnable>();
        drafter.page.route("**/autosave", route -> {
            var answer = route.fetch();
            held.set(() -> route.fulfill(new Route.FulfillOptions().setResponse(answer)));
        });
        drafter.page.locator("#f-title").fill("关于界桩维护和巡查的通知");
        drafter.page.waitForCondition(() -> held.get() != null);
        drafter.page.locator("#f-title").fill("关于界桩维护、巡查和更换的通知");
        drafter.button("送审").click();
        held.get().run();
        drafter.done();
        assertThat(desk.look(draft, desk.drafter).draft()).returns("关于界桩维护、巡查和更换的通知", Draft::title).returns(State.IN_REVIEW, Draft::state);
    }

    @Test
    void who_leaves_the_page_with_words_that_could_not_be_kept_is_asked() {
        var draft = desk.save(desk.piece("关于界桩维护的通知"));
        var drafter = new Seated(Browser.reader(), port, desk.drafter).open(draft);
        var leaving = "dispatchEvent(new Event('beforeunload', { cancelable: true }))";
        assertThat(drafter.page.evaluate(leaving)).as("goes without a question").isEqualTo(true);
        drafter.page.locator("#f-title").fill("关于界桩维护和巡查的通知");
        said(drafter, "分自动保存");
        assertThat(drafter.page.evaluate(leaving)).as("goes when all is kept").isEqualTo(true);
        desk.save(draft, desk.piece("别的窗口改的标题"));
        drafter.page.locator("#f-title").fill("关于界桩维护、巡查和更换的通知");
        said(drafter, "没有自动保存");
        assertThat(drafter.page.evaluate(leaving)).as("goes without a question").isEqualTo(false);
    }

    @Test
    void a_post_is_lent_to_a_colleague_on_the_page_and_the_slip_says_for_whom_he_signed() {
        var colleague = Town.of(context).officer(desk.office);
        var leader = new Seated(Browser.reader(), port, desk.leader).open("/desk/delegations");
        leader.page.locator("#delegate").selectOption(colleague.id().toString());
        leader.page.locator("#to").fill(leader.page.locator("#from").inputValue());
        leader.page.locator("#reason").fill("外出培训");
        leader.button("委托").click();
        leader.look("delegations");
        assertThat(leader.page.locator("main table")).containsText("现在有效");
        assertThat(Browser.violations(leader.page)).isEmpty();
        var draft = submitted("关于水准点保护的通知");
        desk.move(draft, Move.SIGN, desk.secrecy);
        var delegate = new Seated(Browser.reader(1280, DARK), port, colleague);
        delegate.look("desk-delegate-dark");
        delegate.decide(draft, "", "同意并签名");
        delegate.look("signed-delegate-dark");
        assertThat(delegate.page.locator(".slip")).containsText("受张三委托");
        delegate.open("/desk?show=delegated");
        assertThat(delegate.page.locator("main")).containsText("关于水准点保护的通知");
    }

    private UUID submitted(String title) {
        var draft = desk.save(desk.piece(title));
        desk.move(draft, Move.SUBMIT, desk.drafter);
        return draft;
    }

    private static void said(Seated officer, String words) {
        assertThat(officer.page.locator("[data-said]")).hasText(Pattern.compile(".*" + words + ".*"),
                new LocatorAssertions.HasTextOptions().setTimeout(30_000));
    }

    private int rows() {
        return (int) context.getBean(Journal.class).entries(new Filter(desk.drafter.id(), null, null), null, 1000).items().stream()
                .filter(entry -> entry.act().startsWith("draft.")).count();
    }
}
