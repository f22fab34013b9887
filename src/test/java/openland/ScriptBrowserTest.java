package openland;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import openland.disclosure.Disclosures;
import openland.drafting.Attaching;
import openland.drafting.Desk;
import openland.drafting.Move;
import openland.ledger.Await;
import openland.office.Enrolling;
import openland.office.Level;
import openland.office.NewOfficer;
import openland.office.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import tools.jackson.databind.node.ObjectNode;

/** What acts, typed into every field that a person can type into, and then every page that shows it in a real browser: nothing runs. */
@OpenlandTest
class ScriptBrowserTest {
    private static final String SHORT = "<img src=x onerror=hit=1>'\"><script>hit=1</script>${71993*91997}#{71993*91997}{{71993*91997}}";
    private static final List<String> ACTIVE = List.of("<script>hit=1</script>", "<img src=x onerror=hit=1>", "<svg onload=hit=1><script>hit=1</script></svg>",
            "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=hit=1&gt;\">",
            "<math><mtext><table><mglyph><style><math><img src=x onerror=hit=1></style></mglyph></table></mtext></math>",
            "<noscript><p title=\"</noscript><img src=x onerror=hit=1>\">", "<a href=\"javascript:hit=1\">甲</a>", "<a href=\"data:text/html,<script>hit=1</script>\">乙</a>",
            "<form><math><mtext></form><form><mglyph><style></math><img src onerror=hit=1>", "<iframe srcdoc='<script>parent.hit=1</script>'></iframe>",
            "<body onload=hit=1>", "<style>@import 'javascript:hit=1';</style>", "<template><script>hit=1</script></template>",
            "<p style=\"background:url(javascript:hit=1)\">丙</p>", "<object data=\"javascript:hit=1\"></object>", "<base href=\"https://evil.example/\">",
            "<!--[if gte mso 9]><xml><script>hit=1</script></xml><![endif]--><p class=MsoNormal onmouseover=hit=1>丁<o:p></o:p></p>",
            "<meta http-equiv=refresh content='0;url=javascript:hit=1'>", "<details open ontoggle=hit=1>戊</details>", "<x onfocus=hit=1 tabindex=1 autofocus>");

    @Autowired ApplicationContext context;
    @Autowired Environment environment;
    private final List<String> heard = new ArrayList<>();

    @Test
    void nothing_that_was_typed_anywhere_runs_on_any_page() throws Exception {
        var desk = new Desk(context);
        var town = Town.of(context);
        var odd = town.office("ODD-1", SHORT, Level.COUNTY, "610112", town.ministry());
        var officer = context.getBean(Enrolling.class).enrol(new NewOfficer("odd-officer", SHORT.substring(0, 50), odd.id(), Town.PASSWORD), town.sysadmin());
        assertThat(officer).isNotNull();
        var draft = desk.save(piece(desk));
        context.getBean(Attaching.class).attach(draft, "<img src=x onerror=hit=1>&'{{7*7}}.txt", new ByteArrayInputStream("附表".getBytes(StandardCharsets.UTF_8)), desk.drafter);
        var waiting = desk.save(piece(desk));
        desk.move(waiting, Move.SUBMIT, desk.drafter);
        desk.approve(draft);
        var piece = desk.move(draft, Move.PUBLISH, desk.leader).draft().disclosure();
        Await.until(() -> context.getBean(Disclosures.class).current(piece).isPresent());
        var page = listener();
        for (var path : publicPages(piece, odd.code())) {
            visit(page, path);
        }
        signedIn(page, desk.secrecy.name(), Town.PASSWORD, List.of("/desk", "/desk/drafts/" + waiting, "/desk/drafts/" + waiting + "/preview", "/desk/disclosures/" + piece));
        signedIn(page, desk.drafter.name(), Town.PASSWORD, List.of("/desk", "/desk/drafts/new", "/desk/drafts/" + desk.save(piece(desk)), "/desk/drafts/" + draft));
        signedIn(page, "root-sysadmin", Town.PASSWORD + "1", List.of("/desk/offices", "/desk/officers"));
        signedIn(page, "root-auditor", Town.PASSWORD + "3", List.of("/desk/journal"));
        assertThat(heard).isEmpty();
    }

    private static ObjectNode piece(Desk desk) {
        return desk.piece(SHORT + "公告").put("documentNumber", "<b onclick=hit=1>某〔2026〕1号").put("body", "<p>正文</p>" + String.join("", ACTIVE) + "<p>完</p>")
                .put("category", "<script>hit=1</script>").put("genre", "\" autofocus onfocus=\"hit=1").put("medium", "javascript:hit=1");
    }

    private List<String> publicPages(UUID piece, String office) {
        var pages = new ArrayList<>(List.of("/", "/catalogue", "/catalogue/general.document", "/offices", "/offices/" + office, "/disclosures/" + piece,
                "/disclosures/" + piece + "/editions/1", "/ledger", "/search?q=" + encoded("公告 hit")));
        for (var typed : ACTIVE.subList(0, 4)) {
            pages.add("/search?q=" + encoded(typed) + "&office=&from=2026-01-01&category=" + encoded(typed));
            pages.add("/request/new?q=" + encoded(typed) + "&office=" + encoded(typed) + "&item=" + encoded(typed));
            pages.add("/track?number=" + encoded(typed));
            pages.add("/nowhere/" + encoded(typed).replace("+", "%20"));
            pages.add("/i/" + encoded(typed).replace("+", "%20"));
            pages.add("/login?to=" + encoded(typed));
            pages.add("/search?sort=" + encoded(typed) + "&theme=" + encoded(typed));
        }
        return pages;
    }

    /** Hears of scripts that ran, dialogs, refusals of the content security policy and errors of scripts. */
    private Page listener() {
        var reader = Browser.reader();
        reader.addInitScript("addEventListener('securitypolicyviolation', e => console.error('violation ' + e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sample))");
        var page = reader.newPage();
        page.onDialog(dialog -> {
            heard.add("dialog " + dialog.message());
            dialog.dismiss();
        });
        page.onPageError(error -> heard.add("error " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource: the server responded with a status of 4")) {
                heard.add(page.url() + " " + message.text());
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(url("/")) && !request.url().startsWith("data:")) {
                heard.add("asks for " + request.url());
            }
        });
        return page;
    }

    private void visit(Page page, String path) {
        page.navigate(url(path));
        assertThat(page.evaluate("typeof hit")).as(path).isEqualTo("undefined");
        assertThat(page.locator("main script, main iframe, main object, main svg, main math, main base, main meta, main template").count()).as(path).isZero();
        var acting = page.evaluate("[...document.querySelectorAll('main *')].flatMap(e => [...e.attributes]).filter(a => a.name.startsWith('on')"
                + " || /^\\s*(javascript|data):/i.test(a.value) && a.name != 'value').map(a => a.name + '=' + a.value).join()");
        assertThat(acting).as(path).isEqualTo("");
        assertThat(page.locator("main").textContent()).as(path).doesNotContain("6623140021");
    }

    private void signedIn(Page page, String name, String password, List<String> pages) {
        page.navigate(url("/login"));
        page.locator("input[name=name]").fill("<img src=x onerror=hit=1>");
        page.locator("input[name=password]").fill("wrong password");
        page.locator("main button").first().click();
        assertThat(page.evaluate("typeof hit")).isEqualTo("undefined");
        page.navigate(url("/login"));
        page.locator("input[name=name]").fill(name);
        page.locator("input[name=password]").fill(password);
        page.locator("main button").first().click();
        page.waitForURL(url("/desk"));
        pages.forEach(path -> visit(page, path));
        page.context().clearCookies();
    }

    private String url(String path) {
        return "http://localhost:" + environment.getRequiredProperty("local.server.port") + path;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
