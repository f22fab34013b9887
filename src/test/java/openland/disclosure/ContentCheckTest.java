package openland.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import openland.base.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** A piece that was changed behind the program: its page says so, and the slow check raises an alarm. */
class ContentCheckTest {
    @Test
    void a_changed_piece_is_marked_on_its_page_and_raises_an_alarm() throws Exception {
        var database = TestDatabase.fresh();
        try (var site = database.start("openland.demo=true", "openland.demo-password=a password of tests")) {
            var check = site.getBean(ContentCheck.class);
            check.walk(Duration.ZERO);
            assertThat(check.health().getStatus()).isEqualTo(Status.UP);
            var piece = site.getBean(Disclosures.class).list(null, null, null, 100).items().getFirst();
            var address = URI.create("http://localhost:" + site.getEnvironment().getProperty("local.server.port") + "/disclosures/" + piece.id());
            assertThat(page(address)).doesNotContain("请勿依据");
            change(database, "update disclosure_content set canonical = canonical || ' ' where disclosure = :id", piece);
            check.walk(Duration.ZERO);
            assertThat(check.health().getStatus()).isEqualTo(Status.DOWN);
            assertThat(check.health().getDetails().get("reason").toString())
                    .contains(piece.indexNumber(), "entry " + piece.ledgerIndex(), "checkpoint");
            assertThat(page(URI.create(address + "?fresh"))).contains("请勿依据", "账本第" + piece.ledgerIndex() + "条");
            change(database, "update disclosure_content set canonical = rtrim(canonical) where disclosure = :id", piece);
            check.walk(Duration.ZERO);
            assertThat(check.health().getStatus()).isEqualTo(Status.UP);
        }
    }

    private static void change(TestDatabase database, String statement, Listed piece) {
        database.sql().sql("set session_replication_role = replica; ".concat(statement)).param("id", piece.id()).update();
    }

    private static String page(URI address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
    }
}
