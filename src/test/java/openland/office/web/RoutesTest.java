package openland.office.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openland.OpenlandTest;
import openland.office.Post;
import openland.office.Town;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.AntPathMatcher;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@OpenlandTest
class RoutesTest {
    @Autowired ApplicationContext context;
    @Autowired Environment environment;
    @Autowired JdbcClient db;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/desk", "/desk/offices", "/nowhere", "/offices/nowhere", "/error", "/refused", "/api/refused",
        "/api/v1/offices", "/api/v1/nowhere", "/api/v1/offices?limit=x", "/api/3/nowhere", "/openapi.json", "/a;b", "//x",
        "/actuator/health/readiness", "/actuator/env", "/openland.css", "/openland-0.css", "/favicon.ico"})
    void every_answer_bears_the_strict_headers_also_when_there_is_nothing(String path) {
        var answer = new Browser(environment).get(path);
        assertThat(header(answer, "Content-Security-Policy")).isEqualTo("default-src 'self'; script-src 'self'; style-src 'self'; "
                + "img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
        assertThat(header(answer, "Permissions-Policy")).contains("camera=()");
        assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.headers().firstValue("Server")).isEmpty();
        assertThat(answer.statusCode()).isLessThan(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nowhere", "/api/v1/offices", "/api/v1/nowhere", "/offices/nowhere", "/search", "/openapi.json", "/desk"})
    void who_only_reads_gets_no_cookie_and_no_session(String path) {
        var sessions = db.sql("select count(*) from spring_session").query(Long.class).single();
        assertThat(new Browser(environment).get(path).headers().allValues("Set-Cookie")).isEmpty();
        assertThat(db.sql("select count(*) from spring_session").query(Long.class).single()).isEqualTo(sessions);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/error", "/refused", "/api/refused", "/actuator/env", "/actuator/shutdown", "/actuator", "/nowhere",
        "/v3/api-docs", "/api/3/action/package_list", "/WEB-INF/web.xml"})
    void what_is_not_listed_is_not_there_for_strangers_and_officers_alike(String path) {
        var stranger = new Browser(environment);
        assertThat(stranger.get(path).statusCode()).isEqualTo(404);
        stranger.signIn(Town.of(context).officer(Town.of(context).ministry(), Post.HEAD).name(), Town.PASSWORD);
        assertThat(stranger.get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk", "/desk/offices", "/desk/officers", "/desk/journal", "/desk/password", "/desk/not-built-yet"})
    void the_desk_asks_strangers_to_sign_in(String path) {
        var answer = new Browser(environment).get(path);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(header(answer, "Location")).startsWith("/login?to=");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    }

    /** Whoever adds a route need not think of this test; who opens one to everybody must write it down in Routes. */
    @Test
    void every_route_that_is_not_listed_as_public_is_shut_to_strangers() {
        var stranger = new Browser(environment);
        var shut = new ArrayList<String>();
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods().keySet().forEach(route ->
                route.getPatternValues().forEach(pattern -> methods(route).forEach(method -> {
                    var path = pattern.replaceAll("\\{[^}]+}", "x").replace("/**", "/x");
                    if (!isPublic(method, path)) {
                        var answer = stranger.send(stranger.request(path).method(method, BodyPublishers.noBody()));
                        assertThat(answer.statusCode()).as(method + " " + path).isIn(302, 401, 403, 404);
                        assertThat(answer.headers().firstValue("Location").orElse("/login")).startsWith("/login");
                        shut.add(path);
                    }
                })));
        assertThat(shut).contains("/desk/officers/x/grant", "/desk/journal/verify", "/api/v1/tokens", "/error", "/refused");
    }

    private static Set<String> methods(RequestMappingInfo route) {
        var methods = route.getMethodsCondition().getMethods().stream().map(Enum::name).collect(Collectors.toSet());
        return methods.isEmpty() ? Set.of("GET", "POST") : methods;
    }

    private static boolean isPublic(String method, String path) {
        var matcher = new AntPathMatcher();
        var listed = switch (method) {
            case "GET" -> Stream.of(Routes.PUBLIC_PAGES, Routes.PUBLIC_API).flatMap(Stream::of);
            case "POST" -> Stream.concat(Stream.of(Routes.PUBLIC_FORMS), Stream.of("/api/v1/tokens"));
            default -> Stream.<String>of();
        };
        return listed.anyMatch(pattern -> matcher.match(pattern, path));
    }

    @Test
    void a_forged_Host_header_changes_no_link() {
        var browser = new Browser(environment);
        var answer = browser.send(browser.request("/desk").header("X-Forwarded-Host", "evil.example").header("X-Forwarded-Proto", "https").GET());
        assertThat(header(answer, "Location")).startsWith("/login");
    }

    @Test
    void a_preflight_of_another_site_is_told_nothing() {
        var browser = new Browser(environment);
        var answer = browser.send(browser.request("/api/v1/tokens").header("Origin", "null")
                .header("Access-Control-Request-Method", "POST").method("OPTIONS", BodyPublishers.noBody()));
        assertThat(answer.headers().map().keySet()).noneMatch(name -> name.toLowerCase().startsWith("access-control"));
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
