package openland.office.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import openland.OpenlandTest;
import openland.base.database.CannotStart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

/** The limits as they are delivered; a trusted proxy lets the test come from many addresses. */
@OpenlandTest
@TestPropertySource(properties = {"openland.limit-factor=1", "openland.trusted-proxies=127.0.0.0/8,::1"})
class RateLimitsTest {
    @Autowired Environment environment;
    private Browser browser;

    @BeforeEach
    void arrive() {
        browser = new Browser(environment);
    }

    @Test
    void who_searches_too_often_is_told_when_to_come_back_and_nobody_else_is() {
        int passed = 0;
        HttpResponse<String> answer = search("203.0.113.7");
        while (answer.statusCode() == 200 && passed < 10_000) {
            passed++;
            answer = search("203.0.113.7");
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(passed).isBetween(Limit.SEARCH.aMinute(), 9_999);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 60L);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("请求太频繁，请");
        assertThat(search("203.0.113.8").statusCode()).isEqualTo(200);
        assertThat(get("203.0.113.7", "/catalogue").statusCode()).isEqualTo(200);
    }

    @Test
    void every_request_counts_also_what_is_not_there_and_the_page_says_so_in_words() {
        var buckets = new Buckets(1);
        for (int i = 0; i < Limit.ANYTHING.aMinute(); i++) {
            assertThat(buckets.take(Limit.ANYTHING, "a")).isZero();
        }
        assertThat(buckets.take(Limit.ANYTHING, "b")).isZero();
        int asked = 0;
        var answer = get("203.0.113.9", "/nowhere");
        while (answer.statusCode() == 404 && asked++ < 3 * Limit.ANYTHING.aMinute()) {
            answer = get("203.0.113.9", "/nowhere");
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).contains("<h1>请求太频繁</h1>", "秒后再试");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void a_house_with_a_network_of_IPv6_counts_as_one_address() {
        for (int i = 0; i < 2 * Limit.SIGN_IN.aMinute(); i++) {
            token("2001:db8:7:7::" + Integer.toHexString(i + 1));
        }
        assertThat(token("2001:db8:7:7::ffff:1").statusCode()).isEqualTo(429);
        assertThat(token("2001:db8:7:8::1").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"GET,/search,SEARCH", "HEAD,/api/v1/search,SEARCH", "POST,/login,SIGN_IN", "POST,/api/v1/tokens,SIGN_IN", "GET,/login,ANYTHING",
        "POST,/setup,SIGN_IN", "POST,/desk/drafts/x/files,UPLOAD", "PUT,/api/v1/drafts/x/attachments/a.pdf,UPLOAD", "GET,/api/v1/reconcile,WHOLE_CHECK",
        "GET,/api/v1/ledger/proof/7,PROOF", "GET,/,ANYTHING",
        "POST,/dossiers/x/follow,FOLLOW", "POST,/dossiers/follow/x,ANYTHING",
        "POST,/track,TRACK", "GET,/track,ANYTHING", "POST,/request,APPLY", "POST,/request/view/x,APPLY", "POST,/track/x/moves,APPLY", "POST,/request/new,SEARCH"})
    void each_kind_of_request_has_its_limit(String method, String path, Limit limit) {
        assertThat(Limit.of(method, path)).isEqualTo(limit);
    }

    @Test
    void the_way_an_address_is_written_does_not_get_round_a_limit() {
        for (int i = 0; i < 3 * Limit.SEARCH.aMinute(); i++) {
            get("203.0.113.10", i % 2 == 0 ? "/%73earch?q=x" : "/search?q=x");
        }
        assertThat(get("203.0.113.10", "/se%61rch?q=x").statusCode()).isEqualTo(429);
    }

    @Test
    void a_factor_that_would_let_nobody_in_or_everybody_is_no_setting() {
        for (int factor : new int[] {0, -1, 100_001}) {
            assertThatThrownBy(() -> new Buckets(factor)).isInstanceOf(CannotStart.class);
        }
        assertThatThrownBy(() -> new ClientAddress(List.of("proxy.example"))).isInstanceOf(CannotStart.class);
    }

    @Test
    void who_guesses_query_codes_is_stopped_after_ten() {
        browser.get("/login");
        for (int i = 0; i < Limit.TRACK.aMinute(); i++) {
            assertThat(guess(i).statusCode()).isEqualTo(404);
        }
        assertThat(guess(11).statusCode()).isEqualTo(429);
    }

    private HttpResponse<String> guess(int i) {
        return browser.send(browser.request("/track").header("Accept", "text/html").header("X-Forwarded-For", "203.0.113.20").header("X-XSRF-TOKEN", browser.forgery())
                .header("Content-Type", "application/x-www-form-urlencoded").POST(java.net.http.HttpRequest.BodyPublishers.ofString("number=QHSQ-2026-000" + i + "&code=AAAA-AAAA-AAAA-AAAA")));
    }

    private HttpResponse<String> search(String from) {
        return get(from, "/api/v1/search?q=x");
    }

    private HttpResponse<String> get(String from, String path) {
        return browser.send(browser.request(path).header("Accept", path.startsWith("/api/") ? "*/*" : "text/html").header("X-Forwarded-For", from).GET());
    }

    private HttpResponse<String> token(String from) {
        return browser.send(browser.request("/api/v1/tokens").header("X-Forwarded-For", from).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
    }
}
