package openland;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import openland.base.database.TestDatabase;
import openland.office.web.Browser;
import openland.page.Wire;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** SQL and other odd input in every parameter, path and header of every route: taken literally or refused, never an error. */
@OpenlandTest
@TestPropertySource(properties = {"openland.demo=true", "openland.demo-password=" + RouteMatrixTest.PASSWORD})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OddInputTest {
    private static final List<String> SQL = List.of("' OR '1'='1", "1; drop table office_officer--", "\") or 1=1 --", "x'||pg_sleep(5)||'",
            "1) union select password_hash from office_officer--", "{\"$ne\": null}", "\\");
    private static final List<String> ODD = Stream.concat(SQL.stream(), Stream.of("", " ", "*", "(a+)+$", "[", "~2", "title:x AND *:*", "\"",
            "-1", "99999999999999999999", "1e999", "NaN", "2026-02-30", "../../../../etc/passwd", "${7*7}", "#{7*7}",
            "<script>alert(1)</script>", "x\r\nSet-Cookie: planted=1", "土\u202e地\ufeff", "𠮷🏞", "null", "true", "x".repeat(3_000)))
            .map(OddInputTest::encoded).toList();
    /** What encoding a text never makes. */
    private static final List<String> BROKEN = List.of("%00", "a%00b", "%ff", "%ed%a0%80", "%c0%ae");
    private static final List<String> HEADERS = List.of("Accept", "User-Agent", "Cookie", "If-None-Match", "If-Modified-Since", "Range",
            "Authorization", "Content-Type", "X-Forwarded-For", "Origin");
    private static final List<String> EVERYWHERE = List.of("theme", "care", "page", "sort", "order", "_csrf", "X-HTTP-Method-Override");
    private static final Pattern INSIDE = Pattern.compile("Exception|SQLSTATE|org\\.postgresql|java\\.|syntax error|\tat |\\$argon2");

    @Autowired ApplicationContext context;
    @Autowired Environment environment;
    private final Map<String, Browser> officers = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private Browser stranger;
    private RouteObjects objects;

    @BeforeAll
    void prepare() throws Exception {
        objects = RouteObjects.of(context, RouteMatrixTest.PASSWORD);
        stranger = new Browser(environment);
    }

    @Test
    void every_parameter_of_every_page_and_interface_takes_it_literally_or_refuses_it() {
        var before = rows();
        readable().forEach(line -> parameters(line).forEach(name -> Stream.concat(ODD.stream(), BROKEN.stream())
                .forEach(value -> ask(line, filled(line.path()).split("\\?")[0] + "?" + name + "=" + value))));
        assertThat(faults).isEmpty();
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void every_part_of_an_address_takes_it_literally_or_refuses_it() {
        readable().filter(line -> line.pattern().contains("{") || line.pattern().endsWith("/**")).forEach(line -> {
            int parts = line.pattern().split("/").length;
            for (int part = 1; part < parts; part++) {
                var segments = filled(line.path()).split("\\?")[0].split("/");
                if (part < segments.length && line.pattern().split("/")[part].matches("\\{.*}|\\*\\*")) {
                    for (var value : ODD.stream().filter(value -> !value.isEmpty()).toList()) {
                        segments[part] = value.replace("+", "%20");
                        ask(line, String.join("/", segments));
                    }
                }
            }
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void every_header_takes_it_literally_or_refuses_it() {
        var wire = Wire.to(environment);
        var values = Stream.concat(SQL.stream().limit(2), Stream.of("", "\u0085", "é土", "x".repeat(3_000), "text/html;q=", "*/*, */*;q=2", "openland=%00; openland-form=\"",
                "bytes=0-,-1", "Bearer ' or 1=1", "Basic !!!", "\"a\", W/\"b", "Thu, 99 Xxx 2026", "https://evil.example")).toList();
        readable().filter(RouteLine::isPublicReading).forEach(line -> HEADERS.forEach(name -> values.forEach(value -> {
            var answer = wire.get(filled(line.path()).replace("供地计划", "x"), name + ": " + value);
            judge(line.route() + " with " + name + ": " + value, answer.status(), answer.body());
        })));
        assertThat(faults).isEmpty();
    }

    @Test
    void every_form_and_body_that_strangers_may_send_takes_it_literally_or_refuses_it() {
        var before = rows();
        stranger.get("/login");
        for (var value : SQL) {
            for (var field : List.of("name", "password", "to", "code", "officeName", "_csrf")) {
                judge("POST /login " + field + "=" + value, stranger.post("/login", "name", "nobody", "password", "x", field, value));
                judge("POST /setup " + field + "=" + value, stranger.post("/setup", field, value));
            }
        }
        for (var body : List.of("{\"name\":\"' or 1=1--\",\"password\":\"x\"}", "{\"name\":\"\\u0000\",\"password\":\"\\ud800\"}", "{\"name\":{\"a\":1}}",
                "[]", "null", "\"x\"", "1e999", "[".repeat(5_000), "{\"@class\":\"java.util.HashMap\",\"name\":\"x\",\"password\":\"y\"}", "<a/>", "")) {
            var request = stranger.request("/api/v1/tokens").header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
            judge("POST /api/v1/tokens " + body, stranger.send(request));
        }
        assertThat(faults).isEmpty();
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void a_condition_that_is_always_true_finds_nothing_more() {
        for (var always : List.of("' OR '1'='1", "general.document' or 'a'='a", "%' or 1=1 --")) {
            assertThat(stranger.get("/api/v1/disclosures?item=" + encoded(always)).statusCode()).isIn(406, 200);
            var request = stranger.request("/api/v1/disclosures?item=" + encoded(always)).GET();
            assertThat(stranger.send(request).body()).isEqualTo("{\"items\":[],\"next\":null}");
        }
    }

    @Test
    void a_question_of_ten_thousand_characters_and_a_page_of_a_thousand_million_are_refused() {
        for (var path : List.of("/search", "/api/v1/search")) {
            assertThat(status(path + "?q=" + "x".repeat(7_000))).isEqualTo(400);
            assertThat(status(path + "?q=" + "x".repeat(10_000))).isEqualTo(400);
            assertThat(status(path + "?q=" + encoded("土".repeat(10_000)))).isEqualTo(400);
            assertThat(status(path + "?q=x&page=1000000000")).isEqualTo(400);
            assertThat(status(path + "?q=x&limit=1000000000")).isEqualTo(400);
            assertThat(status(path + "?q=x&after=1000000000")).isEqualTo(400);
        }
        for (var path : List.of("/catalogue/general.document", "/offices", "/offices/" + RouteObjects.COUNTY, "/api/v1/disclosures", "/api/v1/offices")) {
            assertThat(status(path + "?after=1000000000")).as(path).isEqualTo(400);
            assertThat(status(path + "?page=1000000000")).as(path).isEqualTo(400);
        }
    }

    private int status(String path) {
        return stranger.send(stranger.request(path).GET()).statusCode();
    }

    private Stream<RouteLine> readable() {
        return RouteLine.all().stream().filter(line -> !line.changesSomething());
    }

    private void ask(RouteLine line, String address) {
        HttpRequest.Builder request;
        try {
            request = stranger.request(address);
        } catch (IllegalArgumentException e) {
            return;   // no client can ask for it
        }
        judge("GET " + address, reader(line).send(request.header("Accept", line.isForPrograms() ? "*/*" : "text/html").GET()));
    }

    /** Behind the desk somebody to whom the page belongs. */
    private Browser reader(RouteLine line) {
        if (!line.pattern().startsWith("/desk")) {
            return stranger;
        }
        var officer = Stream.of(200, 404, 409).flatMap(status -> line.statuses().entrySet().stream().filter(cell -> cell.getValue().equals(status)))
                .findFirst().orElseThrow().getKey();
        return officers.computeIfAbsent(officer, name -> {
            var browser = new Browser(environment);
            assertThat(browser.signIn(name, RouteMatrixTest.PASSWORD).statusCode()).isEqualTo(303);
            return browser;
        });
    }

    private void judge(String question, HttpResponse<String> answer) {
        judge(question, answer.statusCode(), answer.body());
        if (answer.headers().allValues("Set-Cookie").stream().anyMatch(cookie -> cookie.startsWith("planted"))) {
            faults.add(question + " plants a cookie");
        }
    }

    private void judge(String question, int status, String body) {
        if (status >= 500 || INSIDE.matcher(body).find() && !question.startsWith("GET /openapi")) {
            faults.add(status + " for " + (question.length() > 200 ? question.substring(0, 200) + "…" : question));
        }
    }

    private Stream<String> parameters(RouteLine line) {
        return Stream.concat(line.pattern().matches("/|/login|(/api/v1)?/search") ? EVERYWHERE.stream() : Stream.of("page"), context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(route -> route.getKey().getPatternValues().contains(line.pattern()))
                .flatMap(route -> Arrays.stream(route.getValue().getMethod().getParameters())).flatMap(OddInputTest::names)).distinct();
    }

    private static Stream<String> names(Parameter parameter) {
        if (parameter.isAnnotationPresent(RequestParam.class)) {
            return Stream.of(parameter.getName());
        }
        return parameter.getType().isRecord() && parameter.getAnnotations().length == 0 || parameter.getType().getSimpleName().endsWith("Form")
                ? Arrays.stream(parameter.getType().getRecordComponents()).map(RecordComponent::getName) : Stream.of();
    }

    /** How much there is of what nobody may change this way. */
    private Map<String, Long> rows() {
        var rows = new HashMap<String, Long>();
        Set.of("office_officer", "office_post", "office_office", "drafting_draft", "disclosure_edition").forEach(table ->
                rows.put(table, TestDatabase.of(environment).sql().sql("select count(*) from " + table).query(Long.class).single()));
        return rows;
    }

    private String filled(String path) {
        for (var name : objects.namesFor("drafter").entrySet()) {
            path = path.replace("{" + name.getKey() + "}", name.getValue());
        }
        return path;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
