package openland.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import openland.OpenlandTest;
import openland.office.web.Browser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The calculator as people and programs outside meet it. */
@OpenlandTest
class WorkingDaysWebTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired Environment environment;
    Browser browser;

    @BeforeEach
    void arrive() {
        browser = new Browser(environment);
    }

    private HttpResponse<String> api(String start, String rule, String pauses, String region) {
        return program("/api/v1/working-days?start=" + encoded(start) + "&rule=" + encoded(rule) + "&pauses=" + encoded(pauses)
                + "&region=" + encoded(region));
    }

    private HttpResponse<String> program(String path) {
        return browser.send(browser.request(path).header("Accept", "application/json"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    @Test
    void a_program_gets_the_date_and_how_it_came_about() {
        var answer = json(api("2017-09-28", "WD 7", "", ""));
        assertThat(answer.path("due").asString()).isEqualTo("2017-10-13");
        assertThat(answer.path("provisional").asBoolean()).isFalse();
        assertThat(answer.path("derivation").values()).extracting(JsonNode::asString).contains("10月1日至8日 中秋节、国庆节放假，不计。");
        assertThat(json(api("2017-08-08T23:40", "H 24", "", "")).path("due").asString()).isEqualTo("2017-08-09T23:40");
        assertThat(json(api("2025-04-01", "WD 20", "2025-04-07/2025-04-25;2025-04-28/2025-05-16", "")).path("due").asString()).isEqualTo("2025-06-09");
        assertThat(json(api("2025-04-01", "WD 20", "2025-04-07/2025-04-25,2025-04-28/2025-05-16", "450102")).path("due").asString()).isEqualTo("2025-06-09");
        assertThat(json(program("/api/v1/working-days?start=2026-12-25&rule=WD+20")).path("provisional").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "2006-12-29 | WD 7 | '' | '' | 2007年以前",
        "2017-09-28 | XX 7 | '' | '' | XX 7",
        "2017-09-28 | <script> | '' | '' | <script>",
        "2017-09-31 | WD 7 | '' | '' | 没有这一天",
        "28.9.2017 | WD 7 | '' | '' | 2017-09-28",
        "2017-09-28T10:00 | WD 7 | '' | '' | 起算日start",
        "2017-08-08 | H 24 | '' | '' | T23:40",
        "2017-08-08T25:40 | H 24 | '' | '' | 没有这个时间",
        "2017-08-08T23:40+08:00 | H 24 | '' | '' | T23:40",
        "2017-08-08T23:40 | H 24 | 2017-08-09/2017-08-10 | '' | 不能停算",
        "2017-09-28 | WD 7 | tomorrow | '' | 停算",
        "2017-09-28 | WD 7 | '' | 广西 | 行政区划代码",
        "2017-09-28 | WD 7 | '' | 4 | 行政区划代码",
        "+12017-09-28 | WD 7 | '' | '' | 2017-09-28"})
    void what_cannot_be_counted_is_400_and_says_which(String start, String rule, String pauses, String region, String because) {
        var answer = api(start, rule, pauses, region);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(json(answer).path("detail").asString()).contains(because);
    }

    @Test
    void a_missing_parameter_is_named() {
        assertThat(json(program("/api/v1/working-days?start=2017-09-28")).path("detail").asString()).contains("rule");
        assertThat(program("/api/v1/working-days").statusCode()).isEqualTo(400);
    }

    @Test
    void everybody_can_read_the_notices() {
        var calendar = json(program("/api/v1/calendar"));
        assertThat(calendar.path("notices").size()).isGreaterThanOrEqualTo(20);
        assertThat(calendar.path("notices").get(0).path("days").values()).extracting(JsonNode::asString).contains("放假 05-01..05-07 劳动节");
        assertThat(calendar.path("notices").get(0).path("documentNumber").isNull()).as("not known").isTrue();
    }

    @Test
    void people_get_the_date_in_words_its_reasons_and_the_months() {
        var page = browser.get("/help/working-days?start=2025-04-01&kind=WD&n=20&sent=2025-04-07&received=2025-04-25&sent=&received=&region=");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("2025年5月22日（星期四）", "4月8日至25日停算，其间14个工作日不计。", "<caption>2025年4月</caption>",
                "class=\"hold\"", "class=\"end\"").doesNotContain("暂定</span>");
        assertThat(browser.get("/help/working-days?start=2026-12-25&kind=WD&n=20").body()).contains("暂定</span>");
        assertThat(browser.get("/help/working-days?start=2017-08-08&at=23:40&kind=H&n=24").body()).contains("2017年8月9日（星期三）23时40分");
        assertThat(browser.get("/help/working-days?start=2024-12-31&rule=" + encoded("FIXED 01-31")).body()).contains("2025年1月31日（星期五）");
        assertThat(browser.get("/help/working-days").statusCode()).isEqualTo(200);
    }

    @Test
    void the_page_says_what_is_wrong_and_keeps_what_was_typed() {
        var page = browser.get("/help/working-days?start=2006-12-29&kind=WD&n=7&region=" + encoded("\"><script>"));
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("没有算出来").doesNotContain("\"><script>");
        assertThat(browser.get("/help/working-days?start=2006-12-29&kind=WD&n=7").body()).contains("2007年以前", "value=\"7\"");
        for (var bad : new String[] {"start=2026-01-01&kind=XX&n=7", "start=2026-01-01&kind=WD&n=x", "start=2026-01-01", "start=x&kind=WD&n=1",
            "start=2026-01-01&kind=WD&n=1&sent=2026-01-01", "start=2026-01-01&kind=H&n=1", "start=2026-01-01&kind=WD&n=99999999999"}) {
            assertThat(browser.get("/help/working-days?" + bad).statusCode()).as(bad).isEqualTo(400);
        }
    }
}
