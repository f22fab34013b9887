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

    @Autowired ApplicationContext context;
    private final List<RouteLine> table = RouteLine.all();
    private final Map<String, RouteReader> readers = new HashMap<>();
    private RouteObjects objects;

    @BeforeAll
    void prepare() throws Exception {
        objects = new RouteObjects(context, PASSWORD);
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

    @Test
    void who_asks_for_another_office_s_draft_or_piece_leaves_a_row_in_the_journal() throws Exception {
        for (var name : List.of("draft", "piece")) {
            var line = table.stream().filter(l -> l.method().equals("GET") && l.path().endsWith("/desk/"
                    + (name.equals("draft") ? "drafts/{draft}" : "disclosures/{piece}"))).findFirst().orElseThrow();
            assertThat(reader("head-city").ask(line).statusCode()).isEqualTo(404);
            for (int tries = 0; !isRefusalKept(objects.name(name)) && tries < 200; tries++) {
                Thread.sleep(50);
            }
            assertThat(isRefusalKept(objects.name(name))).as(name).isTrue();
        }
    }

    private boolean isRefusalKept(String subject) {
        var head = objects.officer("head-city").id();
        return context.getBean(Journal.class).entries(new Filter(head, null, null), null, 100).items().stream()
                .anyMatch(entry -> entry.act().equals("office.foreign-refused") && entry.subject().endsWith(subject));
    }

    private static void compare(RouteLine line, String question, HttpResponse<String> answer, int expected, List<String> faults) {
        if (answer.statusCode() != expected) {
            faults.add(question + " is answered " + answer.statusCode() + ", not " + expected);
        }
        faultsOf(line, answer).forEach(fault -> faults.add(question + " " + fault));
    }

    private static Stream<String> faultsOf(RouteLine line, HttpResponse<String> answer) {
        var faults = new ArrayList<String>();
        var policy = header(answer, "Content-Security-Policy");
        boolean strict = policy.contains("default-src 'self'") && !policy.contains("unsafe")
                && header(answer, "X-Content-Type-Options").equals("nosniff") && !header(answer, "Referrer-Policy").isEmpty();
        if (!strict) {
            faults.add("lacks a security header");
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
