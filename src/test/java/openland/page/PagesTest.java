package openland.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@PagesOnly
class PagesTest {
    private static final String PAGE = "/refused";   // any page; this one is at hand

    @Autowired Environment environment;

    @Test
    void a_public_page_makes_no_cookie() {
        assertThat(wire().get(PAGE, "Accept: text/html").headers("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(value = {
        "/refused?theme=dark|/refused|theme=dark; Path=/; Max-Age=31536000",
        "/refused?a=1&theme=light&b=%E5%9C%9F|/refused?a=1&b=%E5%9C%9F|theme=light; Path=/; Max-Age=31536000",
        "/refused?theme=system|/refused|theme=; Path=/; Max-Age=0",
        "/refused?care=1|/refused|care=1; Path=/; Max-Age=31536000",
        "/refused?care=0&q=x|/refused?q=x|care=; Path=/; Max-Age=0"}, delimiter = '|')
    void a_switch_sets_its_cookie_and_leads_back_to_the_page(String target, String back, String cookie) {
        var answer = wire().get(target);
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo(back);
        assertThat(answer.header("Set-Cookie")).startsWith(cookie).contains("HttpOnly", "SameSite=Lax");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @CsvSource(value = {"//evil.example/x?theme=dark|/evil.example/x", "///evil.example?care=1|/evil.example",
        "/a;b?theme=dark|/a;b",
        "/x?theme=dark&to=%0d%0aSet-Cookie:%20a=b|/x?to=%0d%0aSet-Cookie:%20a=b"}, delimiter = '|')
    void a_switch_never_leads_to_another_host_or_writes_a_header(String target, String back) {
        var answer = wire().get(target);
        assertThat(answer.header("Location")).isEqualTo(back);
        assertThat(answer.headers("Set-Cookie")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"theme=purple", "care=2", "theme=dark%0d%0aX:y", "themes=dark"})
    void what_is_no_switch_passes_through(String query) {
        assertThat(wire().get(PAGE + "?" + query, "Accept: text/html").status()).isEqualTo(422);
    }

    @Test
    void the_cookies_make_the_page() {
        var plain = wire().get(PAGE, "Accept: text/html").body();
        assertThat(plain).contains("<html lang=\"zh-CN\">", "href=\"/refused?theme=dark\"", "href=\"/refused?care=1\"");
        var chosen = wire().get(PAGE + "?q=%22%3E", "Accept: text/html", "Cookie: theme=dark; care=1").body();
        assertThat(chosen).contains("<html lang=\"zh-CN\" data-theme=\"dark\" data-care=\"\">",
                "href=\"/refused?q=%22%3E&amp;theme=light\"", "href=\"/refused?q=%22%3E&amp;care=0\"");
        assertThat(wire().get(PAGE, "Accept: text/html", "Cookie: theme=\"><script>").body()).contains("<html lang=\"zh-CN\">");
    }

    @Test
    void links_of_a_page_at_a_doubled_slash_stay_here() {
        assertThat(wire().get("//evil.example", "Accept: text/html").body()).doesNotContain("=\"//");
    }

    @Test
    void a_page_links_the_style_sheet_by_its_content_and_that_may_be_kept_for_ever() {
        var page = wire().get(PAGE, "Accept: text/html").body();
        var address = page.replaceAll("(?s).*href=\"(/openland-[0-9a-f]{32}\\.css)\".*", "$1");
        var hashed = wire().get(address);
        assertThat(hashed.status()).isEqualTo(200);
        assertThat(hashed.header("Content-Type")).startsWith("text/css");
        assertThat(hashed.header("Cache-Control")).contains("public", "max-age=31536000", "immutable");
        assertThat(wire().get("/openland.css").header("Cache-Control")).isEqualTo("max-age=3600");
        assertThat(wire().get("/openland-0123456789abcdef0123456789abcdef.css").status()).isEqualTo(404);
    }

    @Test
    void pages_and_styles_travel_compressed() {
        assertThat(wire().get(PAGE, "Accept: text/html", "Accept-Encoding: gzip").header("Content-Encoding")).isEqualTo("gzip");
        assertThat(wire().get("/openland.css", "Accept-Encoding: gzip").header("Content-Encoding")).isEqualTo("gzip");
    }

    @Test
    void browsers_find_an_icon() {
        assertThat(wire().get("/favicon.ico").status()).isEqualTo(200);
        assertThat(wire().get("/favicon.svg").header("Content-Type")).startsWith("image/svg+xml");
    }

    @Test
    void search_engines_are_told_what_is_for_officers() {
        assertThat(wire().get("/robots.txt").body()).contains("User-agent: *", "Disallow: /desk").doesNotContain("Disallow: /\n");
    }

    @Test
    void a_head_request_has_the_head_of_the_page_and_no_body() {
        var answer = wire().send("HEAD " + PAGE, "", "Accept: text/html");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void dates_and_figures_are_written_as_officials_write_them() {
        assertThat(Dates.words(LocalDate.of(2026, 3, 5))).isEqualTo("2026年3月5日");
        assertThat(Dates.minute(java.time.Instant.parse("2026-11-20T16:02:59Z"))).isEqualTo("2026年11月21日00时02分");
        assertThat(Dates.weekday(LocalDate.of(2026, 11, 20))).isEqualTo("2026年11月20日　星期五");
        assertThat(Figures.of(9812)).isEqualTo("9812");
        assertThat(Figures.of(38431)).isEqualTo("38\u202f431");
        assertThat(Figures.of(-1234567)).isEqualTo("-1\u202f234\u202f567");
        assertThat(Figures.of(-9812)).isEqualTo("-9812");
    }

    private Wire wire() {
        return Wire.to(environment);
    }
}
