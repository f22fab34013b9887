package openland;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import openland.base.database.TestDatabase;
import openland.disclosure.Disclosures;
import openland.disclosure.Withdrawing;
import openland.drafting.Attaching;
import openland.drafting.Drafting;
import openland.drafting.Draftroom;
import openland.drafting.Moving;
import openland.office.Officer;
import openland.office.Officers;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * A piece with an odd word in title, text, field, file and file name is published, found everywhere, and withdrawn:
 * then the word stands nowhere that a stranger can reach, nor where the public's role reads, nor in index or log.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoTraceTest {
    private static final String WORD = "琉璃獬豸";
    /** Of the same shape and nowhere in use: what is asked for it must be answered like for the word. */
    private static final String NEVER = "玳瑁狻猊";
    private static final String OFFICE = "DEMO349821";
    private static final String ITEM = "/catalogue/enforcement.penalty-decision";

    private final TestDatabase database = TestDatabase.fresh();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private ConfigurableApplicationContext program;
    private UUID piece;
    private UUID corrected;
    private UUID penalty;
    private Crawl before;
    private Crawl after;

    @BeforeAll
    void publish_crawl_withdraw_and_crawl_again() throws Exception {
        program = database.start("openland.demo=true", "openland.demo-password=a password of tests");
        log.start();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(log);
        piece = publish("关于" + WORD + "地块的公告", null, false);
        corrected = publish("关于" + WORD + "地块更正前的公告", null, false);
        penalty = publishPenalty();
        before = crawl(List.of());
        var known = before.holding(WORD);
        bean(Withdrawing.class).withdraw(piece, officer("leader"), "内容有误，已经撤回。", "", false);
        bean(Withdrawing.class).withdraw(penalty, officer("leader"), "决定已经撤销。", "", false);
        publish("关于某地块更正后的公告", corrected, true);
        after = crawl(known);
    }

    @AfterAll
    void stop() {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(log);
        program.close();
    }

    @Test
    void while_it_is_public_the_word_is_in_every_channel() {
        var here = "/disclosures/" + piece;
        assertThat(before.holding(WORD)).contains("/", here, here + "/editions/1/canonical", "/api/v1/disclosures",
                "/api/v1/disclosures/" + piece, "/offices/" + OFFICE, "/catalogue/general.document")
                .anyMatch(path -> path.startsWith(here + "/editions/1/files/") && path.endsWith("/view"))
                .anyMatch(path -> path.startsWith(here + "/editions/1/files/") && !path.endsWith("/view"));
        assertThat(Crawl.text(before.answers().get(search(WORD)))).contains(piece.toString());
        assertThat(before.holding(WORD)).contains(ITEM, ITEM + "/export.csv", ITEM + "/export.json", "/api/v1" + ITEM + "/disclosures");
        assertThat(Crawl.text(before.answers().get(ITEM))).contains("f.offender=" + encoded(WORD + "砖厂"));
    }

    @Test
    void afterwards_it_stands_in_no_page_file_list_or_answer() {
        assertThat(after.holding(WORD)).allMatch(path -> path.contains(encoded(WORD)), "holds it only because it was asked for");
        assertThat(after.answers()).hasSizeGreaterThan(50);
        before.holding(WORD).stream().filter(path -> path.startsWith("/disclosures/" + piece)).forEach(path ->
                assertThat(after.answers().get(path).statusCode()).as(path).isEqualTo(410));
    }

    @Test
    void whoever_searches_for_it_learns_as_much_as_about_a_word_that_never_was() throws Exception {
        for (var page : List.of("/search?q=%s", "/api/v1/search?q=%s", "/search?q=%s*", "/search?q=%s~", "/search?q=%s&sort=newest")) {
            for (var cut : List.of(4, 3, 2)) {
                var asked = after.get(page.formatted(encoded(WORD.substring(0, cut))));
                var control = after.get(page.formatted(encoded(NEVER.substring(0, cut))));
                assertThat(asked.statusCode()).as(page).isEqualTo(control.statusCode());
                assertThat(neutral(Crawl.text(asked), WORD.substring(0, cut))).isEqualTo(neutral(Crawl.text(control), NEVER.substring(0, cut)));
            }
        }
    }

    private static String neutral(String answer, String word) {
        return answer.replace(word, "…").replace(encoded(word), "…");
    }

    @Test
    void a_kept_copy_is_not_confirmed() throws Exception {
        for (var path : before.holding(WORD)) {
            var tag = before.answers().get(path).headers().firstValue("ETag");
            if (tag.isPresent() && !path.contains(encoded(WORD))) {
                assertThat(after.get(path, "If-None-Match", tag.get()).statusCode()).as(path).isNotEqualTo(304);
            }
        }
    }

    @Test
    void the_role_of_the_public_reads_it_in_no_table() {
        var tables = database.sql().sql("""
                select table_name || ': ' || string_agg('coalesce(' || quote_ident(column_name) || '::text, '''')', ' || ')
                  from information_schema.column_privileges
                 where grantee = 'openland_reader' and privilege_type = 'SELECT' group by table_name""").query(String.class).list();
        assertThat(tables).hasSizeGreaterThan(5);
        for (var table : tables) {
            var name = table.substring(0, table.indexOf(':'));
            var rows = database.sql().sql("select count(*) from " + name + " where position(:word in "
                    + table.substring(table.indexOf(':') + 2) + ") > 0").param("word", WORD).query(Integer.class).single();
            assertThat(rows).as(name).isZero();
        }
    }

    @Test
    void the_index_has_forgotten_it_on_the_disk_too() throws Exception {
        var folder = Path.of(program.getEnvironment().getRequiredProperty("openland.data")).resolve("index");
        await(() -> !isInIndex(folder));
        assertThat(isInIndex(folder)).isFalse();
    }

    private static boolean isInIndex(Path folder) {
        try (var directory = FSDirectory.open(folder); var reader = DirectoryReader.open(directory)) {
            boolean found = false;
            for (var field : FieldInfos.getIndexedFields(reader)) {
                var terms = MultiTerms.getTerms(reader, field);
                found |= terms != null && terms.iterator().seekExact(new BytesRef(WORD.substring(2, 4)));
            }
            for (int document = 0; document < reader.maxDoc(); document++) {   // deleted ones too
                found |= reader.storedFields().document(document).toString().contains(WORD);
            }
            return found;
        } catch (IOException e) {
            return true;   // in the middle of a commit
        }
    }

    @Test
    void the_log_never_held_it() {
        assertThat(List.copyOf(log.list)).noneMatch(event -> event.getFormattedMessage().contains(WORD)
                || event.getThrowableProxy() != null && String.valueOf(event.getThrowableProxy().getMessage()).contains(WORD));
    }

    private Crawl crawl(List<String> known) throws Exception {
        var from = new ArrayList<>(List.of("/", "/search", search(WORD), "/catalogue", "/offices", "/ledger", "/openapi.json",
                "/api/v1/disclosures?limit=1000", "/api/v1/disclosures", "/api/v1/catalogue", "/api/v1/offices", "/api/v1/ledger/entries?limit=1000",
                "/api/v1/search?q=" + encoded(WORD), "/ledger/checkpoint", ITEM + "/export.csv", ITEM + "/export.json", ITEM + "/export.xlsx",
                ITEM + "?f.offender=" + encoded(WORD + "砖厂"), "/api/v1" + ITEM + "/disclosures"));
        from.addAll(known);
        for (var id : List.of(piece, corrected)) {
            from.addAll(List.of("/disclosures/" + id, "/disclosures/" + id + "/editions/1", "/disclosures/" + id + "/editions/1/canonical",
                    "/api/v1/disclosures/" + id));
        }
        return new Crawl("http://localhost:" + program.getEnvironment().getProperty("local.server.port")).from(from);
    }

    private static String search(String word) {
        return "/search?q=" + encoded(word);
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }

    private UUID publish(String title, UUID amends, boolean retracts) throws IOException {
        var id = UUID.randomUUID();
        var word = amends == null ? WORD : "某";
        var json = """
                {"item": "general.document", "office": "%s", "title": "%s", "producedOn": "2026-11-20", "category": "%s", "genre": "公告",
                 "body": "<p>%s地块已经收回。</p>", "amends": %s, "retracts": %s, "attachments": []}"""
                .formatted(OFFICE, title, "土地" + word, word, amends == null ? null : "\"" + amends + "\"", retracts);
        bean(Drafting.class).save(id, bean(JsonMapper.class).readTree(json), officer("drafter"));
        if (amends == null) {
            bean(Attaching.class).attach(id, word + "清单.txt",
                    new ByteArrayInputStream((title + "：" + word + "一号。").getBytes(StandardCharsets.UTF_8)), officer("drafter"));
        }
        UUID[] published = {null};
        await(() -> (published[0] = onward(id)) != null);
        await(() -> bean(Disclosures.class).list(null, null, null, 5).items().stream().anyMatch(listed -> listed.title().equals(title)));
        await(() -> isFound(title));
        return published[0];
    }

    /** One whose fields the list of its item is filtered by. */
    private UUID publishPenalty() {
        var id = UUID.randomUUID();
        bean(Drafting.class).save(id, bean(JsonMapper.class).readTree("""
                {"item": "enforcement.penalty-decision", "office": "%s", "title": "对%s砖厂的行政处罚决定", "producedOn": "2026-11-18",
                 "fields": {"decisionNumber": "青自然资罚〔2026〕77号", "offender": {"name": "%s砖厂", "kind": "organization"}, "violation": "%s违法",
                            "penaltyKind": "罚款", "fine": "7007"}}""".formatted(OFFICE, WORD, WORD, WORD)), officer("drafter"));
        UUID[] published = {null};
        await(() -> (published[0] = onward(id)) != null);
        await(() -> bean(Disclosures.class).list(null, null, null, 5).items().stream().anyMatch(listed -> listed.id().equals(published[0])));
        return published[0];
    }

    private boolean isFound(String title) {
        try {
            var answer = new Crawl("http://localhost:" + program.getEnvironment().getProperty("local.server.port"))
                    .get("/api/v1/search?q=" + encoded(title));
            return Crawl.text(answer).contains(title);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private UUID onward(UUID draft) {
        for (var name : List.of("drafter", "secrecy", "leader", "head")) {
            var forward = bean(Draftroom.class).look(draft, officer(name)).forward();
            if (forward.isPresent()) {
                return bean(Moving.class).move(draft, forward.get(), "同意。", officer(name)).draft().disclosure();
            }
        }
        throw new IllegalStateException("Nobody can move " + draft);
    }

    private static void await(BooleanSupplier reached) {
        for (int tries = 0; !reached.getAsBoolean() && tries < 300; tries++) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private Officer officer(String name) {
        return bean(Officers.class).byName(name).orElseThrow();
    }

    private <T> T bean(Class<T> type) {
        return program.getBean(type);
    }
}
