package openland.office.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.HashSet;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import openland.OpenlandTest;
import openland.base.database.TestDatabase;
import openland.journal.Entry;
import openland.journal.Filter;
import openland.journal.Journal;
import openland.office.Enrolling;
import openland.office.Granting;
import openland.office.Officer;
import openland.office.Post;
import openland.office.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@OpenlandTest
class SignInTest {
    private static final String SESSION = "openland";

    @Autowired ApplicationContext context;
    @Autowired Environment environment;
    @Autowired JdbcClient db;
    @Autowired Enrolling enrolling;
    @Autowired Journal journal;
    Town town;
    Officer officer;
    Browser browser;

    @BeforeEach
    void arrive() {
        town = Town.of(context);
        officer = town.officer(town.county(), Post.DRAFTER);
        browser = new Browser(environment);
        db.sql("delete from office_attempt").update();
    }

    @Test
    void an_officer_signs_in_works_and_signs_out() {
        assertThat(browser.get("/desk/password").headers().firstValue("Location")).hasValue("/login?to=%2Fdesk%2Fpassword");
        browser.get("/login?to=/desk/password");
        var answer = browser.post("/login", "name", officer.name(), "password", Town.PASSWORD, "to", "/desk/password");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/desk/password");
        assertThat(browser.get("/desk/password").statusCode()).isEqualTo(200);
        var stolen = browser.cookie(SESSION).orElseThrow();
        assertThat(browser.post("/logout").statusCode()).isEqualTo(303);
        browser.setCookie(SESSION, stolen);
        assertThat(browser.get("/desk/password").statusCode()).isEqualTo(302);
        assertThat(acts(officer)).contains("office.signed-in", "office.signed-out");
    }

    @Test
    void the_session_has_a_new_id_after_sign_in_and_its_cookie_is_kept_from_scripts() {
        browser.get("/login");
        var planted = Base64.getEncoder().encodeToString("11111111-2222-3333-4444-555555555555".getBytes());
        browser.setCookie(SESSION, planted);
        var answer = browser.post("/login", "name", officer.name(), "password", Town.PASSWORD);
        assertThat(browser.cookie(SESSION)).isPresent().get().isNotEqualTo(planted);
        assertThat(answer.headers().allValues("Set-Cookie")).anySatisfy(cookie ->
                assertThat(cookie).startsWith(SESSION + "=").contains("HttpOnly", "SameSite=Lax", "Path=/"));
        var first = browser.cookie(SESSION);
        browser.signIn(officer.name(), Town.PASSWORD);
        assertThat(browser.cookie(SESSION)).isNotEqualTo(first);
    }

    @Test
    void somebody_is_sent_nowhere_but_to_the_desk_after_sign_in() {
        for (var target : new String[] {"https://evil.example", "//evil.example", "/desk/../\\evil", "/deskevil", "/desk\r\nX: y"}) {
            browser.get("/login");
            var answer = browser.post("/login", "name", officer.name(), "password", Town.PASSWORD, "to", target);
            assertThat(answer.headers().firstValue("Location")).hasValue("/desk");
        }
    }

    @Test
    void a_session_idle_for_half_an_hour_is_over() {
        browser.signIn(officer.name(), Town.PASSWORD);
        db.sql("update spring_session set last_access_time = last_access_time - 1800001 where principal_name = :id")
                .param("id", officer.id().toString()).update();
        assertThat(browser.get("/desk/password").statusCode()).isEqualTo(302);
    }

    @Test
    void a_post_taken_away_and_an_account_closed_count_from_the_next_request_on() {
        var auditor = town.officer(town.county(), Post.AUDITOR);
        browser.signIn(auditor.name(), Town.PASSWORD);
        assertThat(browser.get("/desk/journal").statusCode()).isEqualTo(200);
        context.getBean(Granting.class).take(auditor.id(), Post.AUDITOR, auditor.office(), town.secadmin());
        assertThat(browser.get("/desk/journal").statusCode()).isEqualTo(403);
        enrolling.close(auditor.id(), town.sysadmin());
        assertThat(browser.get("/desk/password").statusCode()).isEqualTo(302);
    }

    @Test
    void the_own_password_is_changed_with_the_old_one_and_ends_the_sessions_elsewhere() {
        var elsewhere = new Browser(environment);
        elsewhere.signIn(officer.name(), Town.PASSWORD);
        browser.signIn(officer.name(), Town.PASSWORD);
        browser.get("/desk/password");
        assertThat(browser.post("/desk/password", "old", "wrong password", "password", "another password", "again", "another password")
                .statusCode()).isEqualTo(400);
        assertThat(browser.post("/desk/password", "old", Town.PASSWORD, "password", "too short", "again", "too short")
                .statusCode()).isEqualTo(400);
        assertThat(browser.post("/desk/password", "old", Town.PASSWORD, "password", "another password", "again", "another password")
                .statusCode()).isEqualTo(200);
        assertThat(browser.get("/desk/password").statusCode()).isEqualTo(200);
        assertThat(elsewhere.get("/desk/password").statusCode()).isEqualTo(302);
        assertThat(new Browser(environment).signIn(officer.name(), "another password").statusCode()).isEqualTo(303);
    }

    @Test
    void an_officer_sees_where_he_is_signed_in_and_ends_what_is_elsewhere() {
        var elsewhere = new Browser(environment);
        elsewhere.signIn(officer.name(), Town.PASSWORD);
        browser.signIn(officer.name(), Town.PASSWORD);
        assertThat(browser.get("/desk/password").body()).contains("您现在登录了2处").containsOnlyOnce("<td>这里</td>").containsOnlyOnce("<td>别处</td>");
        assertThat(browser.post("/desk/password/elsewhere").body()).contains("已退出您在别处的登录。", "您现在登录了1处");
        assertThat(elsewhere.get("/desk/password").statusCode()).isEqualTo(302);
        assertThat(browser.get("/desk/password").statusCode()).isEqualTo(200);
        assertThat(acts(officer)).contains("office.sessions-ended");
    }

    @Test
    void five_failures_lock_a_name_for_fifteen_minutes_even_for_the_right_password() {
        for (int i = 0; i < 5; i++) {
            assertThat(browser.signIn(officer.name(), "wrong password").statusCode()).isEqualTo(401);
        }
        var locked = browser.signIn(officer.name().toUpperCase(), Town.PASSWORD);
        assertThat(locked.statusCode()).isEqualTo(429);
        assertThat(locked.headers().firstValue("Retry-After")).hasValue("900");
        assertThat(browser.cookie(SESSION)).isEmpty();
        db.sql("update office_attempt set since = since - interval '15 minutes'").update();
        assertThat(browser.signIn(officer.name(), Town.PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void a_second_process_knows_the_session_the_lock_and_the_sign_out() {
        browser.signIn(officer.name(), Town.PASSWORD);
        try (var second = TestDatabase.of(environment).start()) {
            var there = new Browser(second.getEnvironment());
            there.setCookie(SESSION, browser.cookie(SESSION).orElseThrow());
            assertThat(there.get("/desk/password").statusCode()).isEqualTo(200);
            for (int i = 0; i < 5; i++) {
                new Browser(environment).signIn(officer.name(), "wrong password");
            }
            assertThat(new Browser(second.getEnvironment()).signIn(officer.name(), Town.PASSWORD).statusCode()).isEqualTo(429);
            browser.get("/desk/password");
            browser.post("/logout");
            assertThat(there.get("/desk/password").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void a_success_begins_the_count_anew() {
        for (int i = 0; i < 8; i++) {
            assertThat(browser.signIn(officer.name(), "wrong password").statusCode()).isEqualTo(401);
            if (i % 4 == 3) {
                assertThat(browser.signIn(officer.name(), Town.PASSWORD).statusCode()).isEqualTo(303);
            }
        }
    }

    @Test
    void a_hundred_guesses_at_once_are_still_a_hundred() throws InterruptedException {
        browser.get("/login");
        try (var threads = Executors.newFixedThreadPool(20)) {
            for (int i = 0; i < 40; i++) {
                threads.submit(() -> new Browser(environment).signIn(officer.name(), "wrong password"));
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(refusedSignIns()).isEqualTo(5);
    }

    @Test
    void an_unknown_name_gets_the_same_answers_as_a_known_one() {
        var known = browser.signIn(officer.name(), "wrong password");
        var unknown = browser.signIn("nobody-here", "wrong password");
        assertThat(unknown.statusCode()).isEqualTo(known.statusCode());
        assertThat(sentence(unknown.body())).isEqualTo(sentence(known.body()));
        for (int i = 0; i < 4; i++) {
            browser.signIn("nobody-here", "wrong password");
        }
        assertThat(browser.signIn("nobody-here", "wrong password").statusCode()).isEqualTo(429);
    }

    @Test
    void a_hundred_failures_from_one_address_make_it_wait_whatever_the_names() {
        browser.get("/login");
        for (int i = 0; i < 100; i++) {
            assertThat(browser.post("/login", "name", "nobody-" + i, "password", "x").statusCode()).isEqualTo(401);
        }
        var answer = browser.post("/login", "name", officer.name(), "password", Town.PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        var forged = browser.send(browser.request("/api/v1/tokens").header("X-Forwarded-For", "203.0.113.9")
                .header("Forwarded", "for=203.0.113.9").header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"" + officer.name() + "\",\"password\":\"" + Town.PASSWORD + "\"}")));
        assertThat(forged.statusCode()).isEqualTo(429);
        assertThat(forged.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void nothing_is_changed_without_the_token_of_our_own_page() {
        browser.signIn(officer.name(), Town.PASSWORD);
        for (var path : new String[] {"/logout", "/desk/password", "/desk/offices", "/desk/officers", "/desk/journal/verify", "/login", "/setup"}) {
            var answer = browser.send(browser.request(path).header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("old=a&password=b")));
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
        }
        assertThat(browser.get("/desk/password").statusCode()).isEqualTo(200);
    }

    @Test
    void a_form_of_another_site_is_refused_whatever_it_carries() {
        browser.signIn(officer.name(), Town.PASSWORD);
        for (var origin : new String[] {"null", "https://evil.example", "http://localhost.evil.example"}) {
            assertThat(browser.send(browser.request("/logout").header("Origin", origin)
                    .POST(BodyPublishers.noBody())).statusCode()).isEqualTo(403);
        }
        assertThat(browser.get("/desk/password").statusCode()).isEqualTo(200);
    }

    @Test
    void passwords_are_kept_as_argon2id_and_nothing_secret_is_kept_as_it_is() {
        assertThat(db.sql("select password_hash from office_officer where id = :id").param("id", officer.id())
                .query(String.class).single()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        browser.signIn(officer.name(), "a very secret guess");
        var rows = TestDatabase.of(environment).sql().sql("select detail::text || subject from journal_entry").query(String.class).list();
        assertThat(rows).noneMatch(row -> row.contains("a very secret guess") || row.contains(Town.PASSWORD));
    }

    private long refusedSignIns() {
        return journal.entries(new Filter(null, officer.id().toString(), null), null, 1000).items().stream()
                .filter(entry -> entry.act().startsWith("office.sign-in-")).count();
    }

    private HashSet<String> acts(Officer by) {
        var acts = new HashSet<String>();
        journal.entries(new Filter(by.id(), null, null), null, 100).items().stream().map(Entry::act).forEach(acts::add);
        return acts;
    }

    private static String sentence(String page) {
        return page.replaceAll("(?s).*role=\"alert\"[^>]*>(.*?)</p>.*", "$1");
    }
}
