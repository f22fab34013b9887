package openland.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import openland.OpenlandTest;
import openland.files.fixed.Scans;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@OpenlandTest
class ScannedAttachmentTest {
    @Autowired ApplicationContext context;
    @Autowired Attaching attaching;
    @LocalServerPort int port;

    @Test
    void the_page_of_a_published_scan_shows_its_words_and_says_that_a_machine_read_them() throws Exception {
        Scans.mustBeReadable();
        var desk = new Desk(context);
        var id = desk.save(desk.piece("用地批准书公布"));
        var file = attaching.attach(id, "批准书.png", new ByteArrayInputStream(Scans.harmless()), desk.drafter)
                .draft().content().attachments().getFirst();
        desk.approve(id);
        var piece = desk.move(id, Move.PUBLISH, desk.leader).draft().disclosure();
        var address = "http://localhost:" + port + "/disclosures/" + piece + "/editions/1/files/" + file.sha256() + "/view";
        try (var reader = HttpClient.newHttpClient()) {
            var page = reader.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString()).body();
            assertThat(page).contains("建设用地批准书", "这些文字由机器识别，可能有错，以原图为准。").doesNotContain("机器读不出来");
        }
    }
}
