package openland.office.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import com.microsoft.playwright.options.ColorScheme;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import openland.base.database.TestDatabase;
import openland.journal.Entry;
import openland.journal.Filter;
import openland.journal.Journal;
import openland.office.Enrolling;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Post;
import openland.office.Town;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signing in by an identity provider that others wrote, over HTTP. */
class ProviderTest {
    private static final Pattern MARK = Pattern.compile("<code class=\"num\">([2-9A-Z]{4}) ([2-9A-Z]{4})</code>");
    private static final MockOAuth2Server PROVIDER = new MockOAuth2Server(new OAuth2Config(false));
    private static ConfigurableApplicationContext node;
    private static String site;
    private static int number;

    Environment environment;
    Town town;
    Office county;
    Officer officer;
    Browser browser;
    String subject;

    /** The program starts first: it must not ask for the provider then. */
    @BeforeAll
    static void start() throws IOException {
        int port = free();
        int providers = free();
        site = "http://localhost:" + port;
        node = TestDatabase.fresh().start("server.port=" + port, "openland.url=" + site,
                "openland.oidc.issuer=http://localhost:" + providers + "/office", "openland.oidc.client-id=openland",
                "openland.oidc.client-secret=secret-of-the-client", "openland.oidc.acr=two-factors");
        var early = new Browser(node.getEnvironment());
        assertThat(early.get("/login").body()).contains("用统一身份认证登录");
        var away = early.get("/login/oidc");
        assertThat(away.statusCode()).as("the provider is down").isEqualTo(503);
        assertThat(away.body()).contains("暂时连不上");
        PROVIDER.start(java.net.InetAddress.getByName("localhost"), providers);
    }

    @AfterAll
    static void stop() {
        node.close();
        PROVIDER.shutdown();
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @BeforeEach
    void arrive() {
        environment = node.getEnvironment();
        town = Town.of(node);
        county = town.county();
        officer = town.officer(county, Post.LEADER);
        browser = new Browser(environment);
        subject = "person-" + ++number;
        node.getBean(JdbcClient.class).sql("delete from office_attempt").update();
    }

    @Test
    void an_unknown_person_waits_for_the_security_administrator_and_then_shows_once_that_the_account_is_his() {
        var first = signIn(Map.of("name", "张三"));
        assertThat(first.statusCode()).isEqualTo(403);
        assertThat(first.body()).contains("张三", "申请码");
        assertThat(browser.get("/desk").statusCode()).isEqualTo(302);
        var mark = mark(first);
        assertThat(mark(signIn(Map.of("name", "张三")))).as("asked twice").isEqualTo(mark);
        assertThat(link("root-sysadmin", "1", mark).statusCode()).isEqualTo(403);
        var page = link("root-secadmin", "2", mark);
        assertThat(page.body()).contains("已关联", "统一身份待本人确认");

        assertThat(location(signIn(Map.of("name", "张三")))).isEqualTo("/login/link");
        assertThat(browser.get("/desk").statusCode()).isEqualTo(302);
        assertThat(browser.get("/login/link").body()).contains(officer.name());
        assertThat(browser.post("/login/link", "password", "a wrong guess").statusCode()).isEqualTo(401);
        assertThat(location(browser.post("/login/link", "password", Town.PASSWORD))).isEqualTo("/desk");
        assertThat(browser.get("/desk/password").statusCode()).isEqualTo(200);

        browser = new Browser(environment);
        assertThat(location(signIn(Map.of("name", "改了名字")))).isEqualTo("/desk");
        assertThat(browser.get("/desk/password").statusCode()).isEqualTo(200);
        assertThat(location(browser.post("/logout"))).isEqualTo("/login?left=true");
        assertThat(browser.get("/login?left=true").body()).contains("同时退出统一身份认证");
        assertThat(location(browser.get("/login/oidc/logout"))).contains("/office/endsession", "client_id=openland");
        assertThat(acts(officer.id().toString())).contains("office.identity-linked", "office.identity-taken-up", "office.signed-in");
    }

    @Test
    void a_wrong_link_opens_nothing_without_the_officers_own_password() {
        var mark = mark(signIn(Map.of()));
        link("root-secadmin", "2", mark);
        assertThat(location(signIn(Map.of()))).isEqualTo("/login/link");
        browser.get("/login/link");
        assertThat(browser.post("/login/link", "password", Town.PASSWORD + "2").statusCode()).isEqualTo(401);
        assertThat(browser.get("/desk").statusCode()).isEqualTo(302);
        var security = administrator("root-secadmin", "2");
        assertThat(security.post("/desk/officers/" + officer.id() + "/unlink").body()).contains("已解除关联");
        assertThat(location(browser.get("/login/link"))).isEqualTo("/login");
        assertThat(signIn(Map.of()).statusCode()).isEqualTo(403);
    }

    @Test
    void unlinking_closing_and_a_second_account_end_or_refuse_it() {
        linked();
        var second = town.officer(county, Post.DRAFTER);
        var other = new Browser(environment);
        subject = "person-" + ++number;
        browser = other;
        var mark = mark(signIn(Map.of()));
        assertThat(link("root-secadmin", "2", mark).statusCode()).as("the account has one").isEqualTo(409);
        assertThat(administrator("root-secadmin", "2").post("/desk/officers/" + second.id() + "/link", "mark", "ZZZZZZZZ").statusCode()).isEqualTo(400);
        subject = "person-" + (number - 1);
        node.getBean(Enrolling.class).close(officer.id(), town.sysadmin());
        browser = new Browser(environment);
        assertThat(signIn(Map.of()).statusCode()).isEqualTo(401);
        assertThat(browser.get("/desk").statusCode()).isEqualTo(302);
    }

    @Test
    void an_answer_is_good_once_and_only_in_the_browser_that_asked() {
        linked();
        browser = new Browser(environment);
        var callback = askProvider(browser.get("/login/oidc"), Map.of(), List.of("openland"), 3600);
        var thief = new Browser(environment);
        assertThat(thief.get(callback).statusCode()).isEqualTo(400);
        thief.get("/login/oidc");
        assertThat(thief.get(callback).body()).contains("与本浏览器的不一致");
        assertThat(location(browser.get(callback))).isEqualTo("/desk");
        var again = browser.get(callback);
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("从本站登录页重新开始");
    }

    @Test
    void what_is_not_issued_for_this_sign_in_is_refused_with_a_sentence() {
        linked();
        assertRefused(Map.of("nonce", "of another sign-in"), List.of("openland"), 3600, "不是为这次登录签发");
        assertRefused(Map.of("aud", "somebody-else"), List.of("openland"), 3600, "身份凭证无效");
        assertRefused(Map.of("iss", "http://evil.example/office"), List.of("openland"), 3600, "身份凭证无效");
        assertRefused(Map.of(), List.of("openland"), -3600, "身份凭证无效");
        browser = new Browser(environment);
        browser.get("/login/oidc");
        assertThat(browser.get("/login/oidc/callback?error=access_denied&state=guess").statusCode()).isEqualTo(400);
    }

    @Test
    void the_session_is_another_after_sign_in_and_the_request_carries_pkce_state_and_nonce() {
        linked();
        browser = new Browser(environment);
        var sent = location(browser.get("/login/oidc?to=/desk/password"));
        assertThat(sent).contains("response_type=code", "code_challenge_method=S256", "code_challenge=", "state=", "nonce=", "scope=openid");
        var before = browser.cookie("openland").orElseThrow();
        assertThat(location(browser.get(askProvider(browser.get("/login/oidc?to=/desk/password"), Map.of(), List.of("openland"), 3600))))
                .isEqualTo("/desk/password");
        assertThat(browser.cookie("openland")).get().isNotEqualTo(before);
        browser = new Browser(environment);
        assertThat(location(browser.get(askProvider(browser.get("/login/oidc?to=https://evil.example/"), Map.of(), List.of("openland"), 3600))))
                .isEqualTo("/desk");
    }

    @Test
    void the_own_second_factor_is_asked_for_unless_the_provider_asserts_one() {
        linked();
        node.getBean(JdbcClient.class).sql("insert into office_factor (officer, secret, created_at, confirmed_at) values (:id, '\\x00', now(), now())")
                .param("id", officer.id()).update();
        browser = new Browser(environment);
        assertThat(location(signIn(Map.of("amr", List.of("pwd"))))).isEqualTo("/login/code");
        assertThat(browser.get("/desk").statusCode()).isEqualTo(302);
        assertThat(location(signIn(Map.of("amr", List.of("pwd", "mfa"))))).isEqualTo("/desk");
        browser = new Browser(environment);
        assertThat(location(signIn(Map.of("acr", "two-factors")))).isEqualTo("/desk");
        assertThat(location(signIn(Map.of("acr", "one-factor")))).isEqualTo("/login/code");
    }

    @Test
    void in_a_real_browser_the_link_on_the_sign_in_page_leads_to_the_desk_and_back() {
        linked();
        try (var reader = openland.Browser.reader(360, ColorScheme.DARK)) {
            var page = reader.newPage();
            var foreign = new java.util.ArrayList<String>();
            page.onConsoleMessage(message -> foreign.add(message.text()));
            page.navigate(site + "/login");
            assertThat(openland.Browser.violations(page)).isEmpty();
            assertThat(openland.Browser.scrollsSideways(page)).isFalse();
            PROVIDER.enqueueCallback(callback(Map.of(), List.of("openland"), 3600));
            page.getByText("用统一身份认证登录").click();
            page.waitForURL(site + "/desk");
            assertThat(page.content()).contains("工作台");
            assertThat(foreign).as("what the security policy forbids").isEmpty();
        }
    }

    /** Makes {@code subject} the identity of {@code officer}. */
    private void linked() {
        link("root-secadmin", "2", mark(signIn(Map.of())));
        signIn(Map.of());
        browser.get("/login/link");
        assertThat(location(browser.post("/login/link", "password", Town.PASSWORD))).isEqualTo("/desk");
    }

    private void assertRefused(Map<String, Object> claims, List<String> audience, long seconds, String sentence) {
        browser = new Browser(environment);
        var answer = browser.get(askProvider(browser.get("/login/oidc"), claims, audience, seconds));
        assertThat(answer.statusCode()).as(sentence).isEqualTo(400);
        assertThat(answer.body()).contains(sentence);
        assertThat(browser.get("/desk").statusCode()).isEqualTo(302);
    }

    private HttpResponse<String> signIn(Map<String, Object> claims) {
        return browser.get(askProvider(browser.get("/login/oidc"), claims, List.of("openland"), 3600));
    }

    /** Goes where we are sent and gives back the path to which the provider sends us back. */
    private String askProvider(HttpResponse<String> sent, Map<String, Object> claims, List<String> audience, long seconds) {
        PROVIDER.enqueueCallback(callback(claims, audience, seconds));
        try (var client = HttpClient.newHttpClient()) {
            var back = location(client.send(HttpRequest.newBuilder(URI.create(location(sent))).build(), HttpResponse.BodyHandlers.ofString()));
            assertThat(back).startsWith(site + "/login/oidc/callback?");
            return back.substring(site.length());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private DefaultOAuth2TokenCallback callback(Map<String, Object> claims, List<String> audience, long seconds) {
        return new DefaultOAuth2TokenCallback("office", subject, "JWT", audience, claims, seconds);
    }

    private HttpResponse<String> link(String administrator, String number, String mark) {
        return administrator(administrator, number).post("/desk/officers/" + officer.id() + "/link", "mark", mark.toLowerCase());
    }

    private Browser administrator(String name, String number) {
        var desk = new Browser(environment);
        desk.signIn(name, Town.PASSWORD + number);
        desk.get("/desk/officers");
        return desk;
    }

    private static String mark(HttpResponse<String> page) {
        var found = MARK.matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return found.group(1) + found.group(2);
    }

    private List<String> acts(String of) {
        return node.getBean(Journal.class).entries(new Filter(null, of, null), null, 100).items().stream().map(Entry::act).toList();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("status " + answer.statusCode() + " " + answer.body());
    }
}
