package openland;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openland.journal.Filter;
import openland.journal.Journal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Who gets what at which route, also of another office's things: {@code routes.tsv} says it, each cell is asked for. */
@OpenlandTest
@TestPropertySource(properties = {"openland.demo=true", "openland.demo-password=" + RouteMatrixTest.PASSWORD})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteMatrixTest {
    static final String PASSWORD = "matrix-password-7";
    private static final String STRANGER = "anonymous";
    private static final Map<String, String> STRICT = Map.of("Content-Security-Policy", "frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff", "Referrer-Policy", "strict-origin", "Permissions-Policy", "camera=()",
            "Cross-Origin-Opener-Policy", "same-origin", "Cross-Origin-Resource-Policy", "same-origin", "X-Frame-Options", "DENY");

    @Autowired ApplicationContext context;
    private final List<RouteLine> table = RouteLine.all();
    private final Map<String, RouteReader> readers = new HashMap<>();
    private RouteObjects objects;

    @BeforeAll
    void prepare() throws Exception {
        objects = RouteObjects.of(context, PASSWORD);
    }

    @Test
    void every_route_has_a_line_and_every_line_a_route() {
        assertThat(table.stream().map(RouteLine::route)).doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(routes());
    }

    @Test
    void every_reader_gets_what_the_table_says() {
        var faults = new ArrayList<String>();
        for (var line : table) {
            if (line.changesSomething() && !line.isForPrograms()) {
                compare(line, "a forged " + line.route(), reader("drafter").askForged(line), 403, faults);
            }
            line.refusedFirst().forEach(cell -> compare(line, cell.getKey() + ": " + line.route(),
                    reader(cell.getKey()).ask(line), cell.getValue(), faults));
        }
        assertThat(faults).isEmpty();
    }

    /** Nothing tells him whether the thing exists: the sentence is that of an id which was never given. */
    @Test
    void who_asks_for_a_thing_of_another_office_finds_nothing_and_leaves_a_row_in_the_journal() throws Exception {
        var foreign = table.stream().filter(line -> line.foreignStatus() == 404 && line.statuses().get(STRANGER) != 404).toList();
        assertThat(foreign).hasSizeGreaterThan(20);
        for (var line : foreign) {
            int rows = refusals(line.foreigner());
            assertThat(reader(line.foreigner()).ask(line).statusCode()).as(line.route()).isEqualTo(404);
            for (int tries = 0; refusals(line.foreigner()) == rows && tries < 200; tries++) {
                Thread.sleep(50);
            }
            assertThat(refusals(line.foreigner())).as(line.route()).isEqualTo(rows + 1);
        }
    }

    private int refusals(String officer) {
        return (int) context.getBean(Journal.class).entries(new Filter(objects.officer(officer).id(), null, null), null, 1000)
                .items().stream().filter(entry -> entry.act().equals("office.foreign-refused")).count();
    }

    @Test
    void what_a_page_of_another_site_sends_is_refused_on_every_route_that_changes_something() {
        var faults = new ArrayList<String>();
        table.stream().filter(RouteLine::changesSomething).forEach(line -> {
            for (var origin : List.of("null", "https://evil.example", "http://localhost.evil.example")) {
                compare(line, origin + " sends " + line.route(), reader("drafter").askFrom(origin, line), 403, faults);
            }
        });
        assertThat(faults).isEmpty();
    }

    private static void compare(RouteLine line, String question, HttpResponse<String> answer, int expected, List<String> faults) {
        if (answer.statusCode() != expected) {
            faults.add(question + " is answered " + answer.statusCode() + ", not " + expected);
        }
        faultsOf(line, answer).forEach(fault -> faults.add(question + " " + fault));
    }

    private static Stream<String> faultsOf(RouteLine line, HttpResponse<String> answer) {
        var faults = new ArrayList<String>();
        STRICT.forEach((name, value) -> {
            if (!header(answer, name).contains(value)) {
                faults.add("says " + name + ": " + header(answer, name));
            }
        });
        answer.headers().allValues("Set-Cookie").stream().filter(cookie -> !cookie.contains("HttpOnly") || !cookie.contains("SameSite=Lax"))
                .forEach(cookie -> faults.add("sets " + cookie));
        if (header(answer, "Content-Security-Policy").contains("unsafe") || answer.headers().firstValue("Server").isPresent()
                || answer.headers().firstValue("Access-Control-Allow-Origin").isPresent()) {
            faults.add("lets in or tells more than it should");
        }
        if (line.isPublicReading() && !header(answer, "Set-Cookie").isEmpty()) {
            faults.add("sets a cookie on a reader");
        }
        if (line.isForPrograms() && answer.statusCode() >= 400
                && !header(answer, "Content-Type").startsWith("application/problem+json")) {
            faults.add("is refused without problem+json");
        }
        if (answer.statusCode() == 302 && line.pattern().startsWith("/desk") && !header(answer, "Location").matches("/(login|desk)\\b.*")) {
            faults.add("leads away to " + header(answer, "Location"));
        }
        return faults.stream();
    }

    private RouteReader reader(String name) {
        return readers.computeIfAbsent(name, _ -> new RouteReader(context,
                name.equals(STRANGER) ? Optional.empty() : Optional.of(objects.officer(name)), PASSWORD, objects.namesFor(name)));
    }

    private Set<String> routes() {
        return context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(route -> route.getPatternValues().stream()
                        .flatMap(pattern -> methods(route).map(method -> method + " " + pattern)))
                .collect(Collectors.toSet());
    }

    private static Stream<String> methods(RequestMappingInfo route) {
        var methods = route.getMethodsCondition().getMethods();
        return methods.isEmpty() ? Stream.of("ANY") : methods.stream().map(Enum::name);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
