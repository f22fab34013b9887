package openland;

import static com.microsoft.playwright.options.ColorScheme.DARK;
import static com.microsoft.playwright.options.ColorScheme.LIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import openland.base.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/**
 * Every page for every reader: WCAG 2.2 AA on a desk and a phone, at 200 %, light and dark, and in the 关怀版.
 * With {@code -Dopenland.screens=docs/screens} it also makes the pictures of the documentation.
 */
@OpenlandTest
@TestPropertySource(properties = {"openland.demo=true", "openland.demo-password=" + JourneyBrowserTest.PASSWORD})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookBrowserTest {
    private static final String SCREENS = System.getProperty("openland.screens", "");
    private static final int DESK = 1280;
    private static final int HALF = 640;   // what a desk's screen shows at 200 %
    private static final int PHONE = 360;
    private static final int HIGHEST_PICTURE = 2400;
    private static final double SMALLEST_CARE = 18;
    private static final String NOBODY = "";
    private static final String APPLICANT = "applicant: ";
    private static final Map<String, List<String>> SHOWN = Map.ofEntries(Map.entry("home", List.of("", "-phone", "-dark")),
            Map.entry("piece", List.of("", "-phone")), Map.entry("search", List.of("")), Map.entry("catalogue", List.of("")),
            Map.entry("item-filtered", List.of("")), Map.entry("ledger", List.of("")), Map.entry("desk", List.of("")),
            Map.entry("draft", List.of("", "-phone")), Map.entry("review", List.of("")), Map.entry("components", List.of("-dark", "-care")),
            Map.entry("error", List.of("")), Map.entry("closed", List.of("-phone")));
    private static final String SMALLEST = """
            () => { let least = 99; const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walk.nextNode()) { const at = walk.currentNode.parentElement;
                if (walk.currentNode.data.trim() && at.getClientRects().length && !at.closest('.hide, svg, script, option'))
                  least = Math.min(least, parseFloat(getComputedStyle(at).fontSize)); }
              return least; }""";

    @LocalServerPort
    private int port;
    @Autowired
    private ApplicationContext program;

    private final Map<String, Page> readers = new HashMap<>();
    private LookPieces pieces;

    /** A page, and the officer who looks at it. */
    record Look(String name, String officer, String path) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    void prepare() {
        pieces = LookPieces.in(program);
    }

    @AfterAll
    void leave() {
        readers.values().forEach(page -> page.context().close());
    }

    Stream<Look> looks() {
        return Stream.of(publicLooks(), applicantsLooks(), officersLooks()).flatMap(looks -> looks);
    }

    /** Who has shown number and code: asked for views, asked to correct, late, refused, and a receipt. */
    private Stream<Look> applicantsLooks() {
        return Stream.of(track("consulting", "石桥村2025年征地补偿费分配表"), track("correcting", "关于那块地的全部材料"), track("late", "双溪镇光伏项目用地预审的全部材料"),
                track("refused", "2026年第一季度局务会讨论耕地占补平衡的会议记录"), track("waiting", "2025年度柳河镇耕地地力保护补贴发放到村的明细"),
                new Look("receipt", APPLICANT + "关于那块地的全部材料", "/track/receipts/" + pieces.request("关于那块地的全部材料").filing()));
    }

    private Look track(String name, String asked) {
        return new Look("track-" + name, APPLICANT + asked, "/track/" + pieces.request(asked).id());
    }

    private Stream<Look> publicLooks() {
        return Stream.of(new Look("home", NOBODY, "/"), new Look("search-empty", NOBODY, "/search"),
                new Look("search", NOBODY, "/search?q=土地"), new Look("search-nothing", NOBODY, "/search?q=〔1999〕9999号"),
                new Look("piece", NOBODY, pieces.demo("青禾县临时用地管理细则")),
                new Look("piece-penalty", NOBODY, pieces.demo("行政处罚决定")),
                new Look("piece-table", NOBODY, pieces.demo("国有建设用地供应计划")),
                new Look("piece-editions", NOBODY, pieces.amended()), new Look("edition-old", NOBODY, pieces.amended() + "/editions/1"),
                new Look("changes", NOBODY, pieces.amended() + "/changes?from=1&to=2"),
                new Look("verify", NOBODY, pieces.amended() + "/editions/2/verify"),
                new Look("tombstone", NOBODY, pieces.withdrawn()), new Look("catalogue", NOBODY, "/catalogue"),
                new Look("catalogue-filtered", NOBODY, "/catalogue?group=results&level=county&q=处罚"),
                new Look("obligations", NOBODY, "/catalogue/obligations?domain=enforcement"),
                new Look("catalogue-nothing", NOBODY, "/catalogue?q=没有这样的事项"), new Look("negative-list", NOBODY, "/negative-list"),
                new Look("catalogue-table", NOBODY, "/catalogue?view=table&group=results"), new Look("rows", NOBODY, pieces.rows()),
                new Look("file", NOBODY, pieces.publishedFile()),
                new Look("item", NOBODY, pieces.item()), new Look("item-filtered", NOBODY, LookPieces.PENALTIES + "?year=2026&f.fine.from=1"),
                new Look("item-nothing", NOBODY, LookPieces.PENALTIES + "?year=1949"),
                new Look("dictionary", NOBODY, LookPieces.PENALTIES + "/dictionary"), new Look("versions", NOBODY, LookPieces.PENALTIES + "/versions"), new Look("offices", NOBODY, "/offices"),
                new Look("office", NOBODY, pieces.office()), new Look("ledger", NOBODY, "/ledger"),
                new Look("calculator", NOBODY, "/help/working-days"),
                new Look("calculator-due", NOBODY, "/help/working-days?start=2025-04-01&kind=WD&n=20&sent=2025-04-07&received=2025-04-25"),
                new Look("calculator-refused", NOBODY, "/help/working-days?start=2006-04-01&kind=WD&n=20"),
                new Look("openness", NOBODY, "/openness"), new Look("openness-duties", NOBODY, "/openness/duties"),
                new Look("dossiers", NOBODY, "/dossiers"), new Look("dossier", NOBODY, pieces.dossier()), new Look("dossier-pieces", NOBODY, pieces.stage()), new Look("expiring", NOBODY, "/expiring"),
                new Look("openness-indicators", NOBODY, "/openness/indicators?office=DEMO349821"), new Look("indicators-desk", "leader", "/desk/indicators"),
                new Look("reported", "leader", "/desk/reported"),
                new Look("openness-missing", NOBODY, "/openness/missing"), new Look("openness-month", NOBODY, "/openness/months/DEMO349821/2026-11"),
                new Look("request", NOBODY, "/request"), new Look("request-new", NOBODY, "/request/new?q=征地补偿费分配表"), new Look("track", NOBODY, "/track"),
                new Look("components", NOBODY, "/help/components"), new Look("login", NOBODY, "/login"),
                new Look("error", NOBODY, "/没有这一页"), new Look("error-refused", NOBODY, LookPieces.PENALTIES + "?f.fine.from=many"));
    }

    private Look request(String name, String officer, String asked, String below) {
        return new Look("request-" + name, officer, "/desk/requests/" + pieces.request(asked).id() + below);
    }

    private Stream<Look> officersLooks() {
        var duty = pieces.duty();
        return Stream.of(new Look("desk", "drafter", "/desk"), new Look("desk-waiting", "secrecy", "/desk"),
                new Look("new", "drafter", "/desk/drafts/new"), new Look("requests", "leader", "/desk/requests"), new Look("requests-closed", "secrecy", "/desk/requests?year=2026"),
                new Look("request-new", "desk", "/desk/requests/new"), new Look("request-settings", "leader", "/desk/requests/settings"),
                request("consulting", "desk", "石桥村2025年征地补偿费分配表", ""), request("late", "leader", "双溪镇光伏项目用地预审的全部材料", ""),
                request("closed", "secrecy", "2026年第一季度局务会讨论耕地占补平衡的会议记录", ""), request("reply", "desk", "双溪镇光伏项目用地预审的全部材料", "/reply?type=R03"),
                new Look("request-receipt", "desk", "/desk/requests/filings/" + pieces.request("关于那块地的全部材料").filing()), new Look("draft", "drafter", pieces.draft()),
                new Look("draft-penalty", "drafter", pieces.penaltyDraft()), new Look("draft-with-table", "drafter", pieces.tableDraft()),
                new Look("draft-table", "drafter", pieces.tableDraft() + "/tables/households"), new Look("preview", "drafter", pieces.draft() + "/preview"),
                new Look("review", "secrecy", pieces.review()), new Look("batch", "secrecy", "/desk/batch?draft=" + pieces.reviewId()),
                new Look("delegations", "leader", "/desk/delegations"), new Look("desk-office", "leader", "/desk?show=office"),
                new Look("manage", "leader", "/desk" + pieces.amended()),
                new Look("manage-withdrawn", "leader", "/desk" + pieces.withdrawn()),
                new Look("admin-offices", "sysadmin-city", "/desk/offices"), new Look("admin-officers", "sysadmin-city", "/desk/officers"),
                new Look("admin-posts", "secadmin-city", "/desk/officers"), new Look("journal", "auditor-city", "/desk/journal"),
                new Look("admin-calendar", "sysadmin-ministry", "/desk/calendar?year=2026"),
                new Look("draft-file", "drafter", pieces.file() + "/view"), new Look("draft-file-text", "drafter", pieces.file() + "/text"),
                new Look("desk-drafts", "drafter", "/desk?show=mine"), new Look("desk-done", "leader", "/desk?show=done"),
                new Look("packs", "sysadmin-ministry", "/desk/packs"), new Look("pack", "leader-ministry", pieces.waitingPack()),
                new Look("roster", "sysadmin", pieces.roster()), new Look("admin-negative-list", "secadmin", "/desk/negative-list"),
                new Look("stock", "leader", "/desk/stock-findings"), new Look("second-factor", "leader", "/desk/second-factor"),
                new Look("duty", "leader", duty), new Look("duties", "drafter", "/desk/duties"), new Look("duties-below", "leader-city", "/desk/duties?below=true"),
                new Look("duty-new", "drafter", "/desk/duties/new?what=item:enforcement.penalty-decision&on=2026-11-02&key=〔2026〕60号"),
                new Look("candidates", "drafter", "/desk/candidates"), new Look("rules", "sysadmin-ministry", "/desk/rules?counted=no"),
                new Look("rule", "sysadmin-ministry", "/desk/rules/ENF-11"),
                new Look("reminders", "leader-city", "/desk/reminders"), new Look("reminder", "leader-city", duty + "/reminders"),
                new Look("reminders-below", "leader", "/desk/reminders"), new Look("mail", "sysadmin", "/desk/mail"), new Look("address", "drafter", "/desk/address"),
                new Look("password", "drafter", "/desk/password"), new Look("desk-error", "drafter", "/desk/drafts/none"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("looks")
    void everybody_can_read_and_use(Look look) {
        look(look, readers.computeIfAbsent(look.officer(), this::reader), url(look.path()));
    }

    @Test
    void everybody_can_read_and_use_the_first_set_up() {
        try (var empty = TestDatabase.fresh().start(); var reader = Browser.reader()) {
            look(new Look("setup", NOBODY, "/setup"), reader.newPage(),
                    "http://localhost:" + empty.getEnvironment().getRequiredProperty("local.server.port") + "/setup");
        }
    }

    @Test
    void everybody_can_read_the_page_of_the_closed_site() throws IOException {
        var notice = Path.of(program.getEnvironment().getRequiredProperty("openland.files"), "maintenance");
        Files.writeString(notice, "11月22日20时至22时升级，期间不能访问。已经公开的信息都在。");
        try (var reader = Browser.reader()) {
            look(new Look("closed", NOBODY, "/"), reader.newPage(), url("/"));
        } finally {
            Files.delete(notice);
        }
    }

    private void look(Look look, Page page, String url) {
        var complaints = new ArrayList<String>();
        page.onConsoleMessage(message -> {
            boolean itself = message.text().startsWith("Failed to load resource") && message.location().startsWith(page.url());
            if (message.type().equals("error") && !itself) {   // a 404 of the page itself is what was asked for
                complaints.add(message.text());
            }
        });
        page.navigate(url);
        assertThat(page.locator("h1").count()).as("one h1").isOne();
        assertThat(page.title()).matches(".+ - 阳光国土");
        check(look, page, DESK, LIGHT, "");
        check(look, page, DESK, DARK, "-dark");
        check(look, page, HALF, DARK, "-half-dark");
        check(look, page, PHONE, LIGHT, "-phone");
        page.context().addCookies(List.of(new Cookie("care", "1").setUrl(url)));
        page.navigate(url);
        assertThat(page.locator("html[data-care]").count()).isOne();
        check(look, page, PHONE, LIGHT, "-care");
        assertThat(((Number) page.evaluate(SMALLEST)).doubleValue()).as("the smallest letters of the 关怀版").isGreaterThanOrEqualTo(SMALLEST_CARE);
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("care"));
        assertThat(complaints).as("the browser's complaints").isEmpty();
    }

    private static void check(Look look, Page page, int width, ColorScheme scheme, String state) {
        page.setViewportSize(width, 800);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        if (!SCREENS.isEmpty() && (SHOWN.getOrDefault(look.name(), List.of()).contains(state))) {
            unfold(page, false);
            int height = ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue();
            page.setViewportSize(width, Math.min(height, HIGHEST_PICTURE));
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(SCREENS, look.name() + state + ".png")));
            page.setViewportSize(width, 800);
        }
        unfold(page, true);
        assertSoftly(all -> {
            all.assertThat(Browser.violations(page)).as(look.name() + state).isEmpty();
            all.assertThat(Browser.scrollsSideways(page)).as(look.name() + state + " scrolls sideways").isFalse();
        });
    }

    private static void unfold(Page page, boolean open) {
        page.evaluate("open => document.querySelectorAll('details').forEach(each => each.open = open)", open);
    }

    private Page reader(String officer) {
        var page = Browser.reader().newPage();
        if (officer.startsWith(APPLICANT)) {
            var one = pieces.request(officer.substring(APPLICANT.length()));
            page.navigate(url("/track"));
            page.getByLabel("编号").fill(one.number());
            page.getByLabel("查询码").fill(pieces.code(one));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("查进展")).click();
            page.waitForURL(url("/track/" + one.id()));
        } else if (!officer.isEmpty()) {
            page.navigate(url("/login"));
            page.getByLabel("用户名").fill(officer);
            page.getByLabel("密码").fill(JourneyBrowserTest.PASSWORD);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("登录")).click();
            page.waitForURL(url("/desk"));
        }
        return page;
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
