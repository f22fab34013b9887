package openland;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import openland.base.Refusal;
import openland.drafting.Draftroom;
import openland.drafting.Drafting;
import openland.drafting.Move;
import openland.drafting.Moving;
import openland.office.Officers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** Of what is drafted, reviewed, approved or waiting for its day, and of what is for some people only, no channel tells a word. */
@OpenlandTest
@TestPropertySource(properties = {"openland.demo=true", "openland.demo-password=" + RouteMatrixTest.PASSWORD})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnpublishedTest {
    private static final String WORD = "螭吻狴犴";
    private static final String NEVER = "囚牛睚眦";
    private static final String NUMBER = "青自然资〔2026〕987号";
    private static final String OFFICE = "DEMO349821";

    @Autowired ApplicationContext context;
    @Autowired Environment environment;
    private Crawl crawl;

    @BeforeAll
    void draft_in_every_state() throws Exception {
        draft("", "");
        moved(draft("", ""), Move.SUBMIT);
        moved(draft("", ""), Move.SUBMIT, Move.SIGN);
        moved(draft("", ""), Move.SUBMIT, Move.SIGN, Move.SIGN);
        moved(draft("", ", \"publishAt\": \"2099-01-01T00:00:00Z\""), Move.SUBMIT, Move.SIGN, Move.SIGN, Move.PUBLISH);
        moved(draft("", ""), Move.DISCARD);
        draft("", ", \"accessMode\": \"依申请公开\"");
        draft("", ", \"audience\": \"本村村民\"");
        crawl = new Crawl("http://localhost:" + environment.getProperty("local.server.port")).from(addresses());
    }

    private static List<String> addresses() {
        var addresses = new ArrayList<>(List.of("/", "/catalogue", "/offices", "/ledger", "/openapi.json", "/api/v1/disclosures?limit=1000",
                "/api/v1/catalogue", "/api/v1/offices", "/api/v1/ledger/entries?limit=1000", "/i/" + encoded(NUMBER), "/offices/" + OFFICE));
        for (var path : List.of("/search?q=", "/api/v1/search?limit=1000&q=")) {
            addresses.addAll(List.of(path, path + encoded(WORD), path + encoded(WORD.substring(0, 2)), path + encoded(WORD.substring(0, 1)) + "*",
                    path + encoded(WORD) + "~2", path + encoded(NUMBER), path + "*", path + "title:" + encoded(WORD), path + "&category=" + encoded(WORD),
                    path + "&place=" + encoded(WORD), path + "&sort=newest", path + "&sort=oldest", path + "&genre=" + encoded(WORD)));
        }
        return addresses;
    }

    @Test
    void no_page_list_count_or_suggestion_holds_a_word_of_it() {
        assertThat(crawl.answers()).hasSizeGreaterThan(60);
        for (var word : List.of(WORD, NUMBER)) {
            assertThat(crawl.holding(word)).allMatch(path -> path.contains(encoded(word)), "holds it only because it was asked for");
        }
    }

    @Test
    void whoever_asks_for_it_learns_as_much_as_about_a_word_that_never_was() throws Exception {
        for (var page : List.of("/search?q=%s", "/api/v1/search?q=%s", "/search?q=%s*", "/api/v1/search?q=%s~", "/api/v1/search?q=%s&sort=newest",
                "/api/v1/search?category=%s", "/api/v1/search?place=%s", "/api/v1/search?validity=%s", "/api/v1/search?genre=%s")) {
            for (int length = 1; length <= WORD.length(); length++) {
                var asked = crawl.get(page.formatted(encoded(WORD.substring(0, length))));
                var control = crawl.get(page.formatted(encoded(NEVER.substring(0, length))));
                assertThat(asked.statusCode()).as(page).isEqualTo(control.statusCode());
                assertThat(neutral(Crawl.text(asked), WORD.substring(0, length))).isEqualTo(neutral(Crawl.text(control), NEVER.substring(0, length)));
            }
        }
    }

    @Test
    void nothing_is_sorted_or_counted_by_what_is_hidden() throws Exception {
        for (var field : List.of("title", "body", "state", "officer", "important", "draft", "remark", "salt")) {
            assertThat(crawl.get("/api/v1/search?sort=" + field).statusCode()).as(field).isEqualTo(400);
        }
        var facets = new JsonMapper().readTree(Crawl.text(crawl.get("/api/v1/search"))).get("facets");
        assertThat(facets.propertyNames()).containsExactlyInAnyOrder("office", "item", "year", "validity", "category");
        assertThat(Crawl.text(crawl.get("/api/v1/search?facet=state"))).isEqualTo(Crawl.text(crawl.get("/api/v1/search")));
    }

    @Test
    void what_is_for_some_people_only_cannot_even_be_submitted() throws Exception {
        for (var more : List.of(", \"accessMode\": \"依申请公开\"", ", \"audience\": \"本村村民\"")) {
            var id = draft("", more);
            assertThatThrownBy(() -> moved(id, Move.SUBMIT)).isInstanceOf(Refusal.class).hasMessageContaining("不能在网站公布");
        }
    }

    private UUID draft(String title, String more) throws Exception {
        var id = UUID.randomUUID();
        var json = """
                {"item": "general.document", "office": "%s", "title": "关于%s地块的公告%s", "documentNumber": "%s", "producedOn": "2026-11-20",
                 "category": "土地供应", "genre": "公告", "body": "<p>%s地块拟出让。</p>"%s}""".formatted(OFFICE, WORD, title, NUMBER, WORD, more);
        context.getBean(Drafting.class).save(id, new JsonMapper().readTree(json), context.getBean(Officers.class).byName("drafter").orElseThrow());
        return id;
    }

    private void moved(UUID draft, Move... moves) {
        var officers = context.getBean(Officers.class);
        for (var move : moves) {
            var mover = List.of("drafter", "secrecy", "leader", "head").stream().map(name -> officers.byName(name).orElseThrow())
                    .filter(officer -> context.getBean(Draftroom.class).look(draft, officer).moves().contains(move)).findFirst().orElseThrow();
            context.getBean(Moving.class).move(draft, move, "同意。", mover);
        }
    }

    private static String neutral(String answer, String word) {
        return answer.replace(word, "…").replace(encoded(word), "…");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
