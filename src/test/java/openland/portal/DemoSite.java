package openland.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import openland.base.database.TestDatabase;
import openland.disclosure.Disclosures;
import openland.disclosure.Listed;
import openland.office.Officer;
import openland.office.Officers;
import openland.office.Offices;
import org.springframework.context.ConfigurableApplicationContext;

/** The demonstration, served by two nodes on one database: they start with the first test that asks and go with the JVM. */
final class DemoSite {
    static final String PASSWORD = "a password of tests";
    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final ConfigurableApplicationContext HERE = node();
    static final ConfigurableApplicationContext THERE = node();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private DemoSite() {}

    private static ConfigurableApplicationContext node() {
        return DATABASE.start("openland.demo=true", "openland.demo-password=" + PASSWORD);
    }

    static HttpResponse<String> get(ConfigurableApplicationContext node, String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address(node) + path)).header("Accept", "text/html,*/*;q=0.8");
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String address(ConfigurableApplicationContext node) {
        return "http://localhost:" + node.getEnvironment().getRequiredProperty("local.server.port");
    }

    static Officer officer(String name) {
        return HERE.getBean(Officers.class).byName(name).orElseThrow();
    }

    /** The demonstration's piece with this title, rather than one that speaks of it. */
    static Listed piece(String title) {
        return HERE.getBean(Disclosures.class).list(null, null, null, 100).items().stream()
                .filter(piece -> piece.title().contains(title)).min(Comparator.comparingInt(piece -> piece.title().length())).orElseThrow();
    }

    /** What the office with this code published last. */
    static Listed newestOf(String office) {
        var id = HERE.getBean(Offices.class).byCode(office).orElseThrow().id();
        return HERE.getBean(Disclosures.class).list(Set.of(id), null, null, 1).items().getFirst();
    }

    static String page(UUID id) {
        return "/disclosures/" + id;
    }
}
