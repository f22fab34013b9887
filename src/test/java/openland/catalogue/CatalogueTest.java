package openland.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import openland.OpenlandTest;
import openland.base.CanonicalJson;
import openland.base.Digests;
import openland.office.Offices;
import openland.office.Level;
import openland.office.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

@OpenlandTest
class CatalogueTest {
    @Autowired
    private Catalogue catalogue;

    @Autowired
    private PackStore packs;

    @Autowired
    private PackProposalStore proposals;

    @Autowired
    private Offices offices;

    @Autowired
    private ApplicationContext context;

    @Autowired
    @Qualifier("publicReader")
    private JdbcClient reader;

    @Autowired
    private JdbcClient db;

    @LocalServerPort
    private int port;

    private static final String EARLIER = """
            pack: { id: earlier, title: 试, version: 1, source: 试 }
            items:
              - item: earlier.notice
                title: 从前的事项
                group: results
                access: proactive
                duty: { offices: { levels: [county] }, starts: decision-made, event: 作出决定 }
                review: [drafter, secrecy, leader]
                basis: [试]
            """;

    private static final String OVERLAY = """
            pack: { id: local, title: 试, version: 1, source: 试, overlay-of: earlier, for: { region: "610000" } }
            items:
              - item: earlier.notice
                fields: [ { name: supervisor, label: 督办人, type: text } ]
            """;

    @Test
    void the_public_role_reads_the_packs_of_this_start() {
        for (var item : catalogue.items()) {
            assertThat(reader.sql("select id from catalogue_pack where digest = :digest").param("digest", item.pack())
                    .query(String.class).list()).hasSize(1);
            assertThat(catalogue.ofPack(item.pack(), item.id())).contains(item);
        }
    }

    @Test
    void a_draft_finds_the_packs_it_was_begun_with_after_they_are_gone_from_the_program() {
        var before = Shelf.of(List.of(new PackFile("a.yaml", EARLIER), new PackFile("b.yaml", OVERLAY)));
        var plain = before.item("earlier.notice").orElseThrow();
        var whole = before.packs().stream().filter(Pack::isOverlay).findFirst().orElseThrow().overlay().appliedTo(plain);
        assertThat(catalogue.ofPack(whole.pack(), plain.id())).isEmpty();
        before.packs().forEach(packs::keep);
        before.packs().forEach(packs::keep);   // another process that starts at once
        assertThat(catalogue.ofPack(plain.pack(), plain.id())).contains(plain);
        assertThat(catalogue.ofPack(whole.pack(), plain.id())).contains(whole);
        assertThat(catalogue.byId(plain.id())).isEmpty();
    }

    @Test
    void a_pack_of_earlier_times_that_cannot_be_read_any_more_is_as_good_as_none() {
        var kept = keep(EARLIER.replace("access: proactive", "access: whispered"));
        assertThat(catalogue.ofPack(kept, "earlier.notice")).isEmpty();
        assertThat(catalogue.ofPack(catalogue.items().getFirst().pack() + "+" + kept, catalogue.items().getFirst().id())).isEmpty();
    }

    @Test
    void what_only_a_new_pack_must_fulfil_does_not_bar_reading_one_of_earlier_times() {
        var kept = keep(EARLIER.replace("basis: [试]", "basis: [试]\n    channels: [pigeon]\n    fields: [ { name: fine, label: 罚款, type: money, example: 很多 } ]"));
        assertThat(catalogue.ofPack(kept, "earlier.notice")).get().satisfies(item -> assertThat(item.fields().field("fine")).isPresent());
    }

    /** Puts it where a program of earlier times would have put it. */
    private String keep(String yaml) {
        var content = YAMLMapper.shared().readTree(yaml);
        var digest = Digests.hex(Digests.sha256(CanonicalJson.bytes(content)));
        db.sql("insert into catalogue_pack (digest, id, version, content, loaded_at) values (:digest, 'earlier', 1, cast(:content as jsonb), now())")
                .param("digest", digest).param("content", content.toString()).update();
        return digest;
    }

    @Test
    void an_overlay_holds_for_the_office_it_names_and_all_under_it() {
        var town = Town.of(context);
        var province = town.office("CAT-P", "陕西省自然资源厅", Level.PROVINCE, "610000", town.ministry());
        var county = town.office("CAT-C", "某区自然资源局", Level.COUNTY, "610113", province);
        var overlaid = new Catalogue(Shelf.of(List.of(new PackFile("a.yaml", EARLIER), new PackFile("b.yaml", OVERLAY))), packs, proposals, offices, context);
        assertThat(overlaid.forOffice("earlier.notice", county).orElseThrow().fields().field("supervisor")).isPresent();
        assertThat(overlaid.forOffice("earlier.notice", province).orElseThrow().fields().field("supervisor")).isPresent();
        assertThat(overlaid.forOffice("earlier.notice", town.county()).orElseThrow().fields().field("supervisor")).isEmpty();
    }

    @Test
    void programs_read_the_catalogue_page_by_page() {
        var first = get("/api/v1/catalogue?limit=30");
        var seen = new ArrayList<String>();
        for (var page = first; ; page = get("/api/v1/catalogue?limit=30&after=" + page.path("next").asString())) {
            page.path("items").values().forEach(item -> seen.add(item.path("item").asString()));
            if (page.path("next").asString("").isEmpty()) {
                break;
            }
        }
        assertThat(seen).containsExactlyElementsOf(catalogue.items().stream().map(Item::id).toList());
        var item = first.path("items").get(0);
        assertThat(get(item.path("url").asString())).isEqualTo(item);
        assertThat(item.path("schema").path("type").asString()).isEqualTo("object");
    }

    @Test
    void an_item_that_is_not_there_is_said_in_a_sentence() {
        RestClient.create().get().uri("http://localhost:" + port + "/api/v1/catalogue/no.such").exchange((_, answer) -> {
            assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
            assertThat(new String(answer.getBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)).contains("目录里没有这个事项");
            return answer;
        });
    }

    private JsonNode get(String path) {
        return java.util.Objects.requireNonNull(RestClient.create().get().uri("http://localhost:" + port + path).retrieve().body(JsonNode.class));
    }
}
