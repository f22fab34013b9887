package openland.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import openland.Browser;
import openland.OpenlandTest;
import openland.base.Digests;
import openland.base.Refusal;
import openland.base.Refusal.Reason;
import openland.base.database.TestDatabase;
import openland.files.Clamd;
import openland.files.Files;
import openland.files.Hidden.Kind;
import openland.files.Rescan;
import openland.files.Verdict;
import openland.files.ooxml.WordHidingPlaces;
import openland.office.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A file on its way through the virus scanner. */
@OpenlandTest
class QuarantineTest {
    private static final Clamd CLAMD = new Clamd();
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    @Autowired ApplicationContext context;
    @Autowired Attaching attaching;
    @Autowired Files files;
    @LocalServerPort int port;
    private Desk desk;
    private Rescan rescan;

    @DynamicPropertySource
    static void scanner(DynamicPropertyRegistry registry) {
        registry.add("openland.clamd", CLAMD::address);
    }

    @BeforeEach
    void open() {
        rescan = new Rescan(context);
        CLAMD.comeBack();
        desk = new Desk(context);
    }

    @Test
    void a_file_with_a_virus_is_refused_and_nothing_of_it_is_kept() {
        var id = desk.save(desk.piece("公告"));
        var infected = harmless() + Clamd.EICAR;
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> attaching.attach(id, "表.txt", text(infected), desk.drafter))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> {
                        assertThat(refusal.reason()).isEqualTo(Reason.UNPROCESSABLE);
                        assertThat(refusal.sentence()).contains("病毒", "没有保存");
                    });
            CLAMD.goDown();   // the second time it is known without the scanner
        }
        assertThat(desk.look(id, desk.drafter).draft().content().attachments()).isEmpty();
        assertThat(sql().sql("select count(*) from journal_entry where act = 'draft.file-infected' and subject = :id")
                .param("id", id.toString()).query(Integer.class).single()).isEqualTo(2);
        assertThat(files.bytes(digest(infected))).isEmpty();
    }

    @Test
    void while_the_scanner_is_down_a_file_waits_and_passes_once_it_was_scanned() throws Exception {
        CLAMD.goDown();
        var id = desk.save(desk.piece("公告"));
        var file = attached(id, harmless());
        assertThat(desk.look(id, desk.drafter).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.stops()).isTrue();
            assertThat(finding.mayPass()).isFalse();
            assertThat(finding.isIn(file)).isTrue();
            assertThat(finding.sentence()).contains("还没有查毒");
        });
        assertStops(id);
        assertClosed(file.sha256());
        rescan.run();
        assertClosed(file.sha256());
        CLAMD.comeBack();
        rescan.run();
        assertThat(desk.look(id, desk.drafter).findings()).isEmpty();
        assertThat(files.open(file.sha256())).isPresent();
        desk.approve(id);
        var piece = desk.move(id, Move.PUBLISH, desk.leader).draft().disclosure();
        assertThat(download(piece, file.sha256())).isEqualTo(200);
    }

    @Test
    void a_file_that_waited_and_has_a_virus_stays_closed_and_its_bytes_go() throws Exception {
        CLAMD.goDown();
        var id = desk.save(desk.piece("公告"));
        var file = attached(id, harmless() + Clamd.EICAR);
        assertThat(files.bytes(file.sha256())).isPresent();
        CLAMD.comeBack();
        rescan.run();
        assertThat(desk.look(id, desk.drafter).findings()).singleElement()
                .satisfies(finding -> assertThat(finding.sentence()).contains("查出病毒"));
        assertStops(id);
        assertClosed(file.sha256());
        assertThat(files.bytes(file.sha256())).isEmpty();
        assertThatThrownBy(() -> attaching.strip(id, "表.txt", desk.drafter)).isInstanceOf(Refusal.class);
        attaching.detach(id, "表.txt", desk.drafter);
        desk.approve(id);
    }

    @Test
    void the_desk_shows_that_a_file_waits_and_neither_gives_nor_shows_it() {
        CLAMD.goDown();
        var id = desk.save(desk.piece("征收土地公告"));
        var file = attached(id, harmless() + "不给人看的内容");
        try (var browser = Browser.reader()) {
            var page = browser.newPage();
            page.navigate(url("/login"));
            page.getByLabel("用户名").fill(desk.drafter.name());
            page.getByLabel("密码").fill(Town.PASSWORD);
            page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("登录")).click();
            page.waitForURL(url("/desk"));
            page.navigate(url("/desk/drafts/" + id));
            assertThat(page.content()).contains("表.txt", "还没有查毒").doesNotContain("/files/" + file.sha256());
            for (var way : List.of("", "/view")) {
                var answer = browser.request().get(url("/desk/drafts/" + id + "/files/" + file.sha256() + way));
                assertThat(answer.status()).as(way).isEqualTo(409);
                assertThat(answer.text()).as(way).contains("还没有查毒").doesNotContain("不给人看的内容");
            }
        }
    }

    @Test
    void the_cleaned_copy_is_scanned_by_itself() throws Exception {
        var place = WordHidingPlaces.all().stream().filter(p -> p.expected() == Kind.COMMENT).findFirst().orElseThrow();
        var word = place.file("批注" + NUMBERS.incrementAndGet());
        var original = Digests.hex(Digests.sha256(word));
        CLAMD.saying(bytes -> Digests.hex(Digests.sha256(bytes)).equals(original) ? "stream: OK\0" : "");
        var id = desk.save(desk.piece("公告"));
        var file = attaching.attach(id, "公告.docx", new ByteArrayInputStream(word), desk.drafter).draft().content().attachments().getFirst();
        assertThat(files.verdict(file.original())).isEqualTo(Verdict.CLEAN);
        assertThat(files.verdict(file.sha256())).isEqualTo(Verdict.WAITING);
        assertStops(id);
        CLAMD.comeBack();
        rescan.run();
        desk.approve(id);
    }

    @Test
    void what_was_stored_before_there_was_a_scanner_waits_in_a_draft_and_stays_public_until_a_virus_is_found() throws Exception {
        CLAMD.saying(_ -> "stream: OK\0");
        var id = desk.save(desk.piece("旧公告"));
        var file = attached(id, harmless() + Clamd.EICAR);
        desk.approve(id);
        var piece = desk.move(id, Move.PUBLISH, desk.leader).draft().disclosure();
        sql().sql("delete from files_scan where sha256 = :sha256").param("sha256", file.sha256()).update();
        assertThat(files.verdict(file.sha256())).isEqualTo(Verdict.WAITING);
        assertClosed(file.sha256());
        assertThat(download(piece, file.sha256())).isEqualTo(200);
        CLAMD.goDown();
        var other = desk.save(desk.piece("另一件"));
        attaching.attach(other, "旧表.txt", new ByteArrayInputStream(files.bytes(file.sha256()).orElseThrow().readAllBytes()), desk.drafter);
        assertStops(other);
        assertThat(download(piece, file.sha256())).isEqualTo(200);
        CLAMD.comeBack();
        rescan.run();
        assertThat(download(piece, file.sha256())).isEqualTo(409);
        assertThat(files.bytes(file.sha256())).isPresent();
    }

    @Test
    void without_a_readable_verdict_nothing_is_opened_or_stored() {
        var id = desk.save(desk.piece("公告"));
        var file = attached(id, harmless());
        assertThat(files.open(file.sha256())).isPresent();
        sql().sql("alter table files_scan rename to files_scan_away").update();
        try {
            assertThatThrownBy(() -> files.open(file.sha256())).isInstanceOf(RuntimeException.class);
            assertThatThrownBy(() -> files.openPublished(file.sha256())).isInstanceOf(RuntimeException.class);
            assertThatThrownBy(() -> desk.move(id, Move.SUBMIT, desk.drafter)).isInstanceOf(RuntimeException.class);
            var more = harmless();
            assertThatThrownBy(() -> attaching.attach(id, "表二.txt", text(more), desk.drafter)).isInstanceOf(RuntimeException.class);
            assertThat(files.bytes(digest(more))).isEmpty();
        } finally {
            sql().sql("alter table files_scan_away rename to files_scan").update();
        }
        assertThat(desk.look(id, desk.drafter).draft().content().attachments()).hasSize(1);
    }

    @Test
    void two_nodes_scan_each_waiting_file_once() throws Exception {
        rescan.run();
        CLAMD.goDown();
        var id = desk.save(desk.piece("公告"));
        var waiting = IntStream.range(0, 12).mapToObj(i -> {
            var text = harmless();
            attaching.attach(id, "表" + i + ".txt", text(text), desk.drafter);
            return digest(text);
        }).toList();
        CLAMD.comeBack();
        int before = CLAMD.scanned().size();
        Callable<Void> node = () -> {
            rescan.run();
            return null;
        };
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : nodes.invokeAll(List.of(node, node, node))) {
                done.get();
            }
        }
        assertThat(CLAMD.scanned().subList(before, CLAMD.scanned().size())).containsExactlyInAnyOrderElementsOf(waiting);
        assertThat(desk.look(id, desk.drafter).findings()).isEmpty();
    }

    private void assertStops(UUID id) {
        assertThatThrownBy(() -> desk.move(id, Move.SUBMIT, desk.drafter)).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.reason()).isEqualTo(Reason.UNPROCESSABLE));
    }

    private void assertClosed(String sha256) {
        assertThatThrownBy(() -> files.open(sha256)).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.reason()).isEqualTo(Reason.CONFLICT));
    }

    private DraftFile attached(UUID id, String text) {
        return attaching.attach(id, "表.txt", text(text), desk.drafter).draft().content().attachments().getFirst();
    }

    private int download(UUID piece, String sha256) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(url("/disclosures/" + piece + "/editions/1/files/" + sha256))).build(), HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }

    private JdbcClient sql() {
        return TestDatabase.of(context.getEnvironment()).sql();
    }

    private static String harmless() {
        return "供地计划附表之" + NUMBERS.incrementAndGet() + "\n";
    }

    private static String digest(String text) {
        return Digests.hex(Digests.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
