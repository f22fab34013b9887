package openland;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import openland.office.Post;
import openland.office.Town;
import openland.office.web.Browser;
import openland.page.Wire;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Host and X-Forwarded-* are the sender's word: they move no link, and only a trusted proxy tells the client's address. */
@OpenlandTest
@TestPropertySource(properties = {"openland.url=https://land.example", "openland.trusted-proxies=127.0.0.0/8,::1"})
class ForgedAddressTest {
    private static final List<String> FORGED = List.of("X-Forwarded-Host: evil.example", "X-Forwarded-Proto: http", "X-Forwarded-Port: 1",
            "Forwarded: host=evil.example;for=6.6.6.6", "X-Original-URL: /desk", "X-Rewrite-URL: /desk", "X-Forwarded-Prefix: /evil.example");

    @Autowired ApplicationContext context;
    @Autowired Environment environment;
    @Autowired JdbcClient db;

    @Test
    void no_answer_names_the_host_that_was_forged_and_each_has_every_header_of_a_secure_site() {
        var wire = Wire.to(environment);
        for (var line : RouteLine.all()) {
            var target = line.path().split("\\?")[0].replaceAll("\\{[^}]+}", "x");
            for (var path : List.of(target, target + "?theme=dark", target + "/%zz", target + "//", "/nowhere" + target)) {
                var answer = wire.send((line.method().equals("ANY") ? "GET" : line.method()) + " " + path, "", "Accept: text/html",
                        "Cookie: openland=evil", String.join("\r\n", FORGED), "Host: evil.example");
                var all = String.join("\n", answer.head()) + answer.body();
                assertThat(all).as(path).doesNotContain("evil.example").doesNotContain("://localhost");
                assertThat(answer.status()).as(path).isBetween(200, 499);
                for (var header : List.of("Strict-Transport-Security", "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy",
                        "Permissions-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy", "X-Frame-Options")) {
                    assertThat(answer.headers(header)).as(path + " " + header).hasSize(1);
                }
                assertThat(answer.headers("Set-Cookie")).as(path).allMatch(cookie -> cookie.contains("Secure") && cookie.contains("HttpOnly")
                        && cookie.contains("SameSite=Lax"));
            }
        }
    }

    @Test
    void the_last_address_that_no_trusted_proxy_bears_counts_and_nothing_before_it() {
        var town = Town.of(context);
        var officer = town.officer(town.county(), Post.DRAFTER);
        for (int i = 0; i < 100; i++) {
            assertThat(token("nobody-" + i, "6.6.6." + i + ", 203.0.113.5")).isEqualTo(401);
        }
        assertThat(token(officer.name(), "6.6.6.6, 203.0.113.5")).isEqualTo(429);
        assertThat(token(officer.name(), "203.0.113.5, 127.0.0.1")).isEqualTo(429);
        assertThat(token(officer.name(), "203.0.113.5, 203.0.113.6")).isEqualTo(200);
        assertThat(token(officer.name(), "203.0.113.5, <script>")).isEqualTo(200);
        var addresses = db.sql("select detail ->> 'address' from journal_entry where act = 'office.signed-in' and subject = :id order by n")
                .param("id", officer.id().toString()).query(String.class).list();
        assertThat(addresses).containsExactly("203.0.113.6", "127.0.0.1");
    }

    private int token(String name, String forwarded) {
        var browser = new Browser(environment);
        return browser.send(browser.request("/api/v1/tokens").header("Content-Type", "application/json").header("X-Forwarded-For", forwarded)
                .POST(BodyPublishers.ofString("{\"name\":\"" + name + "\",\"password\":\"" + Town.PASSWORD + "\"}")))
                .statusCode();
    }
}
