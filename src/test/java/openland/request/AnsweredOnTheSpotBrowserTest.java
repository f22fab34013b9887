package openland.request;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.time.Duration;
import openland.OpenlandTest;
import openland.drafting.Desk;
import openland.journal.Entry;
import openland.journal.Filter;
import openland.journal.Journal;
import openland.ledger.Barrier;
import openland.ledger.Ledger;
import openland.office.Officer;
import openland.office.Post;
import openland.office.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Register, search and answer on one page while the citizen waits (条例第三十三条第一款), without scripts. */
@OpenlandTest
class AnsweredOnTheSpotBrowserTest {
    private static final String PIECE = "望江路北侧地块征地补偿安置方案公告";

    @Autowired ApplicationContext context;
    @Autowired Barrier barrier;
    @Autowired Ledger ledger;
    @LocalServerPort int port;

    private Officer counter(Desk desk) {
        return Town.of(context).officer(desk.office, Post.DESK);
    }

    private AtDesk typed(Officer officer) {
        var at = new AtDesk(port, officer);
        at.seated.open("/desk/requests/new");
        return at.fill("ask0", PIECE).fill("name", "周敏").fill("phone", "13900000000").fill("form", "纸质").fill("delivery", "当面领取");
    }

    @Test
    void what_is_public_already_is_answered_while_he_waits() {
        var desk = new Desk(context);
        var piece = desk.publish(desk.piece(PIECE));
        barrier.awaitPassed(ledger.ofSubject(piece).getLast().index(), Duration.ofSeconds(30));
        var at = typed(counter(desk)).look("counter");
        at.seated.button("查一查").click();
        assertThat(at.page.locator("#name")).hasValue("周敏");
        at.says(PIECE).look("counter-found");
        at.refused("当场答复", "选一件查到的信息");
        at.seated.button("查一查").click();
        at.choose("piece", piece.toString()).press("当场答复").says("已登记，并当场答复").says("政府信息公开申请答复书").look("counter-answered");
        assertThat(at.page.locator("main")).containsText("查询码");
        at.page.locator("main table a").first().click();
        at.says("已办结").says("已经主动公开").says("当面送达").says("按期").look("request-closed");
        at.page.getByText("政府信息公开申请答复书").first().click();
        at.says(piece.toString()).says("周敏").look("letter");
    }

    @Test
    void what_is_not_is_registered_and_the_form_sent_twice_is_one() {
        var desk = new Desk(context);
        var at = typed(counter(desk));
        at.fill("phone", "");
        at.refused("登记，打印回执", "至少留一种联系方式");
        assertThat(at.page.locator("#ask0")).hasValue(PIECE);
        at.fill("phone", "13900000000");
        at.seated.button("再加一项").click();
        var key = at.page.locator("input[name=key]").getAttribute("value");
        at.fill("ask1", "同一地块的听证笔录").press("登记，打印回执").says("登记回执").look("receipt");
        var first = at.page.url();
        var numbers = at.page.locator("main table a").allTextContents();
        assertThat(numbers).hasSize(2);
        at = typed(counter(desk));
        at.page.locator("input[name=key]").evaluate("(key, same) => key.value = same", key);
        at.press("登记，打印回执");
        assertThat(at.page.url()).isEqualTo(first);
        at.seated.open("/desk/requests");
        at.says(numbers.getFirst()).says("周敏").look("book");
    }

    @Test
    void identity_papers_are_opened_only_with_a_reason_that_the_journal_keeps() {
        var desk = new Desk(context);
        var officer = counter(desk);
        var at = typed(officer).fill("sort", "居民身份证");
        at.page.locator("#identity").setInputFiles(new FilePayload("身份证.png", "image/png", new byte[] {(byte) 0x89, 0x50, 0x4e, 0x47, 1, 2, 3}));
        at.press("登记，打印回执");
        at.page.locator("main table a").first().click();
        at.unfold("身份证明1份").fill("why-identity-1", "看").refused("打开第1份", "请写明");
        at.fill("why-identity-1", "核对申请人是不是本人");
        var opened = at.page.waitForDownload(() -> at.seated.button("打开第1份").click());
        assertThat(opened.suggestedFilename()).isEqualTo("身份证.png");
        assertThat(context.getBean(Journal.class).entries(new Filter(officer.id(), null, null), null, 100).items()).extracting(Entry::act)
                .contains("request.identity-opened");
    }

    @Test
    void who_does_not_need_to_know_does_not_see_who_asks() {
        var desk = new Desk(context);
        var at = typed(counter(desk)).press("登记，打印回执");
        var address = at.page.locator("main table a").first().getAttribute("href");
        var secrecy = new AtDesk(port, desk.secrecy);
        secrecy.seated.open(address);
        secrecy.says(PIECE).isSilentOn("周敏").isSilentOn("13900000000").look("request-secrecy");
        secrecy.seated.open("/desk/requests");
        secrecy.says(PIECE).isSilentOn("周敏");
        var stranger = new AtDesk(port, Town.of(context).officer(Town.of(context).county(), Post.HEAD));
        stranger.seated.open(address);
        stranger.isSilentOn(PIECE);
    }
}
