package openland.office.web;

import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import openland.OpenlandTest;
import openland.journal.Entry;
import openland.journal.Filter;
import openland.journal.Journal;
import openland.office.Enrolling;
import openland.office.Granting;
import openland.office.NewOfficer;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Officers;
import openland.office.Post;
import openland.office.Town;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@OpenlandTest
class SecondFactorTest {
    private static final Pattern SECRET = Pattern.compile("<code id=\"secret\">([A-Z2-7 ]+)</code>");
    private static final Pattern RECOVERY = Pattern.compile("<li><code>([0-9A-Z-]{19})</code>");

    @Autowired ApplicationContext context;
    @Autowired Environment environment;
    @Autowired JdbcClient db;
    @Autowired Journal journal;
    @Autowired Enrolling enrolling;
    @Autowired Granting granting;
    @Autowired Officers officers;
    private final long step = AuthenticatorApp.step();
    Town town;
    Office county;
    Officer officer;
    Browser browser;

    @BeforeEach
    void arrive() {
        town = Town.of(context);
        county = town.county();
        officer = town.officer(county, Post.LEADER);
        browser = new Browser(environment);
        db.sql("delete from office_attempt").update();
    }

    @Test
    void after_setting_it_up_the_password_alone_opens_nothing_and_no_code_opens_twice() {
        var secret = begin(browser, officer);
        var recovery = confirm(browser, secret);
        assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
        assertThat(browser.get("/desk/second-factor").body()).contains("已启用").doesNotContain(secret.substring(0, 4) + " ");

        var other = new Browser(environment);
        assertThat(location(other.signIn(officer.name(), Town.PASSWORD))).isEqualTo("/login/code");
        assertThat(location(other.get("/desk"))).startsWith("/login");
        assertThat(location(other.get("/login/password"))).isEqualTo("/login/code");
        other.get("/login/code");
        assertThat(other.post("/login/code", "code", AuthenticatorApp.code(secret, step)).statusCode()).as("the code that confirmed it").isEqualTo(401);
        var next = AuthenticatorApp.code(secret, step + 1);
        assertThat(location(other.post("/login/code", "code", next.substring(0, 3) + " " + next.substring(3)))).isEqualTo("/desk");
        assertThat(other.get("/desk/password").statusCode()).isEqualTo(200);

        var third = new Browser(environment);
        third.signIn(officer.name(), Town.PASSWORD);
        third.get("/login/code");
        assertThat(third.post("/login/code", "code", next).statusCode()).as("used").isEqualTo(401);
        assertThat(third.post("/login/code", "code", AuthenticatorApp.code(secret, step + 3)).statusCode()).as("of a clock too far ahead").isEqualTo(401);
        assertThat(location(third.post("/login/code", "code", recovery.getFirst().toLowerCase()))).isEqualTo("/desk");
        assertThat(acts()).contains("office.second-factor-confirmed", "office.recovery-code-used", "office.code-refused");
    }

    @Test
    void a_recovery_code_is_good_once_and_new_ones_make_the_old_worthless() {
        var secret = begin(browser, officer);
        var recovery = confirm(browser, secret);
        assertThat(location(signInWith(recovery.get(0)))).isEqualTo("/desk");
        assertThat(signInWith(recovery.get(0)).statusCode()).isEqualTo(401);
        browser.get("/desk/second-factor");
        var fresh = codes(browser.post("/desk/second-factor/recovery-codes", "code", recovery.get(1)));
        assertThat(fresh).hasSize(10);
        assertThat(signInWith(recovery.get(2)).statusCode()).isEqualTo(401);
        assertThat(location(signInWith(fresh.get(0)))).isEqualTo("/desk");
    }

    @Test
    void five_wrong_codes_lock_also_the_right_one_and_say_for_how_long() {
        var secret = begin(browser, officer);
        confirm(browser, secret);
        var other = new Browser(environment);
        other.signIn(officer.name(), Town.PASSWORD);
        other.get("/login/code");
        for (int i = 0; i < 5; i++) {
            assertThat(other.post("/login/code", "code", "12345" + i + "x").body()).contains("连续输错5次");
        }
        var locked = other.post("/login/code", "code", AuthenticatorApp.code(secret, step + 1));
        assertThat(locked.statusCode()).isEqualTo(429);
        assertThat(locked.headers().firstValue("Retry-After")).hasValue("900");
        assertThat(locked.body()).contains("15分钟");
    }

    @Test
    void the_secret_is_kept_encrypted_and_shown_only_until_it_is_confirmed() throws Exception {
        var secret = begin(browser, officer);
        var picture = browser.get("/desk/second-factor/qr.svg");
        assertThat(picture.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(picture.headers().firstValue("Content-Type")).get().asString().startsWith("image/svg+xml");
        assertThat(picture.body()).startsWith("<svg");
        var kept = db.sql("select secret from office_factor where officer = :id").param("id", officer.id()).query(byte[].class).single();
        assertThat(kept).hasSize(12 + 20 + 16);
        assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(new Base32().decode(secret), java.nio.charset.StandardCharsets.ISO_8859_1));
        var key = Path.of(environment.getRequiredProperty("openland.files"), "keys", "second-factor");
        assertThat(Files.getPosixFilePermissions(key)).containsExactlyInAnyOrder(OWNER_READ, OWNER_WRITE);
        confirm(browser, secret);
        assertThat(browser.get("/desk/second-factor/qr.svg").statusCode()).isEqualTo(409);
    }

    @Test
    void a_secret_copied_to_another_account_opens_nothing() {
        var secret = begin(browser, officer);
        confirm(browser, secret);
        var victim = town.officer(county, Post.HEAD);
        db.sql("insert into office_factor (officer, secret, created_at, confirmed_at) select :victim, secret, created_at, confirmed_at"
                + " from office_factor where officer = :own").param("victim", victim.id()).param("own", officer.id()).update();
        var thief = new Browser(environment);
        thief.signIn(victim.name(), Town.PASSWORD);
        thief.get("/login/code");
        assertThat(thief.post("/login/code", "code", AuthenticatorApp.code(secret, step)).statusCode()).isEqualTo(503);
        assertThat(location(thief.get("/desk"))).startsWith("/login");
    }

    @Test
    void it_is_given_up_with_a_code_and_not_without() {
        var secret = begin(browser, officer);
        confirm(browser, secret);
        browser.get("/desk/second-factor");
        assertThat(browser.post("/desk/second-factor/remove", "code", "000000").statusCode()).isEqualTo(400);
        assertThat(location(new Browser(environment).signIn(officer.name(), Town.PASSWORD))).isEqualTo("/login/code");
        assertThat(browser.post("/desk/second-factor/remove", "code", AuthenticatorApp.code(secret, step + 1)).body()).contains("已停用");
        assertThat(location(new Browser(environment).signIn(officer.name(), Town.PASSWORD))).isEqualTo("/desk");
        assertThat(acts()).contains("office.second-factor-removed");
    }

    @Test
    void setting_it_up_asks_for_the_password_and_ends_what_was_open_elsewhere() {
        var elsewhere = new Browser(environment);
        elsewhere.signIn(officer.name(), Town.PASSWORD);
        browser.signIn(officer.name(), Town.PASSWORD);
        browser.get("/desk/second-factor");
        assertThat(browser.post("/desk/second-factor", "password", "a wrong guess").statusCode()).isEqualTo(400);
        confirm(browser, begin(browser, officer));
        assertThat(elsewhere.get("/desk/password").statusCode()).isEqualTo(302);
        assertThat(browser.get("/desk/password").statusCode()).isEqualTo(200);
    }

    @Test
    void a_program_gives_the_code_with_the_password() {
        var secret = begin(browser, officer);
        confirm(browser, secret);
        assertThat(token("\"password\":\"" + Town.PASSWORD + "\"").statusCode()).isEqualTo(401);
        assertThat(token("\"password\":\"" + Town.PASSWORD + "\"").body()).contains("code");
        assertThat(token("\"password\":\"a wrong guess\",\"code\":\"" + AuthenticatorApp.code(secret, step + 1) + "\"").statusCode()).isEqualTo(401);
        assertThat(token("\"password\":\"" + Town.PASSWORD + "\",\"code\":\"" + AuthenticatorApp.code(secret, step + 1) + "\"").statusCode()).isEqualTo(200);
        assertThat(token("\"password\":\"" + Town.PASSWORD + "\",\"code\":\"" + AuthenticatorApp.code(secret, step + 1) + "\"").statusCode()).isEqualTo(401);
    }

    @Test
    void a_one_time_password_opens_nothing_but_the_choice_of_an_own_one() {
        var name = "once-" + county.code().toLowerCase();
        enrolling.enrol(new NewOfficer(name, "李四", county.id(), "given by the office"), town.sysadmin());
        assertThat(location(browser.signIn(name, "given by the office"))).isEqualTo("/login/password");
        assertThat(location(browser.get("/desk"))).startsWith("/login");
        browser.get("/login/password");
        assertThat(browser.post("/login/password", "password", "given by the office", "again", "given by the office").statusCode()).isEqualTo(400);
        assertThat(browser.post("/login/password", "password", "short", "again", "short").statusCode()).isEqualTo(400);
        assertThat(browser.post("/login/password", "password", "one of my own", "again", "another of mine").statusCode()).isEqualTo(400);
        assertThat(location(browser.post("/login/password", "password", "one of my own", "again", "one of my own"))).isEqualTo("/desk");
        assertThat(location(new Browser(environment).signIn(name, "one of my own"))).isEqualTo("/desk");
    }

    /** The gap that this closes: who sets a password knows it. */
    @Test
    void no_administrator_alone_becomes_an_officer_with_posts() {
        var secret = begin(browser, officer);
        confirm(browser, secret);
        enrolling.resetPassword(officer.id(), "known to two people", town.sysadmin());
        var thief = new Browser(environment);
        var held = thief.signIn(officer.name(), "known to two people");
        assertThat(held.statusCode()).isEqualTo(401);
        assertThat(held.body()).contains("放行");
        var security = new Browser(environment);
        security.signIn("root-secadmin", Town.PASSWORD + "2");
        security.get("/desk/officers");
        assertThat(security.post("/desk/officers/" + officer.id() + "/release").body()).contains("已放行");
        assertThat(location(thief.signIn(officer.name(), "known to two people"))).as("the second factor stays").isEqualTo("/login/code");
        assertThat(security.post("/desk/officers/" + officer.id() + "/second-factor").body()).contains("已重置");
        assertThat(location(new Browser(environment).signIn(officer.name(), "known to two people"))).isEqualTo("/login/password");
        assertThat(journal.entries(new Filter(null, officer.id().toString(), null), null, 100).items()).extracting(Entry::act)
                .contains("office.password-reset", "office.password-released", "office.second-factor-reset");
    }

    @Test
    void where_it_is_demanded_a_reviewer_sets_it_up_before_anything_else_and_a_drafter_need_not() {
        var security = town.officer(county, Post.SECADMIN);
        var drafter = town.officer(county, Post.DRAFTER);
        var before = new Browser(environment);
        before.signIn(officer.name(), Town.PASSWORD);
        var desk = new Browser(environment);
        desk.signIn(security.name(), Town.PASSWORD);
        desk.get("/desk/officers");
        assertThat(desk.post("/desk/officers/second-factor", "office", county.code(), "demanded", "true").statusCode())
                .as("he would lock himself out").isEqualTo(409);
        confirm(desk, begin(desk, security));
        desk.get("/desk/officers");
        assertThat(desk.post("/desk/officers/second-factor", "office", county.code(), "demanded", "true").body()).contains("已要求动态口令");

        assertThat(location(before.get("/desk/password"))).startsWith("/login");
        assertThat(location(new Browser(environment).signIn(drafter.name(), Town.PASSWORD))).isEqualTo("/desk");
        assertThat(location(browser.signIn(officer.name(), Town.PASSWORD))).isEqualTo("/login/second-factor");
        assertThat(location(browser.get("/desk"))).startsWith("/login");
        var secret = secret(browser.get("/login/second-factor"));
        assertThat(browser.get("/login/second-factor/qr.svg").statusCode()).isEqualTo(200);
        assertThat(browser.post("/login/second-factor", "code", "000000").statusCode()).isEqualTo(400);
        assertThat(codes(browser.post("/login/second-factor", "code", AuthenticatorApp.code(secret, step)))).hasSize(10);
        assertThat(browser.get("/desk/password").statusCode()).isEqualTo(200);
        assertThat(desk.post("/desk/officers/second-factor", "office", county.code(), "demanded", "false").body()).contains("不再要求");
    }

    private String begin(Browser by, Officer who) {
        if (by.get("/desk/second-factor").statusCode() != 200) {
            by.signIn(who.name(), Town.PASSWORD);
            by.get("/desk/second-factor");
        }
        return secret(by.post("/desk/second-factor", "password", Town.PASSWORD));
    }

    private static String secret(HttpResponse<String> page) {
        var found = SECRET.matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return found.group(1).replace(" ", "");
    }

    private List<String> confirm(Browser by, String secret) {
        return codes(by.post("/desk/second-factor/confirm", "code", AuthenticatorApp.code(secret, step)));
    }

    private static List<String> codes(HttpResponse<String> page) {
        return RECOVERY.matcher(page.body()).results().map(found -> found.group(1)).toList();
    }

    private HttpResponse<String> signInWith(String code) {
        var other = new Browser(environment);
        other.signIn(officer.name(), Town.PASSWORD);
        other.get("/login/code");
        return other.post("/login/code", "code", code);
    }

    private HttpResponse<String> token(String rest) {
        var program = new Browser(environment);
        return program.send(program.request("/api/v1/tokens").header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"" + officer.name() + "\"," + rest + "}")));
    }

    private List<String> acts() {
        return journal.entries(new Filter(officer.id(), null, null), null, 100).items().stream().map(Entry::act).toList();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("status " + answer.statusCode());
    }
}
