package openland.portal;

import static openland.portal.DemoSite.HERE;
import static openland.portal.DemoSite.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import openland.catalogue.Catalogue;
import openland.disclosure.Disclosures;
import openland.disclosure.Withdrawing;
import openland.drafting.Drafting;
import openland.drafting.Draftroom;
import openland.drafting.Moving;
import openland.ledger.Await;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The pages of the catalogue and of its items, and what can be taken away from them, of the demonstration. */
class ItemPagesTest {
    private static final String PENALTY = "/catalogue/enforcement.penalty-decision";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static UUID second;

    /** The demonstration has one; filters need another. */
    @BeforeAll
    static void a_second_decision() {
        var id = UUID.randomUUID();
        HERE.getBean(Drafting.class).save(id, JSON.readTree("""
                {"item": "enforcement.penalty-decision", "office": "DEMO349821", "title": "对某农机站的警告", "producedOn": "2026-11-12",
                 "fields": {"decisionNumber": "青自然资罚〔2026〕31号", "offender": {"name": "青禾县某农机站", "kind": "organization"},
                            "penaltyKind": "警告", "fine": "1200"}}"""), DemoSite.officer("drafter"));
        for (var post : List.of("drafter", "secrecy", "leader", "leader")) {
            var officer = DemoSite.officer(post);
            HERE.getBean(Draftroom.class).look(id, officer).forward().ifPresent(move -> HERE.getBean(Moving.class).move(id, move, "同意。", officer));
        }
        second = HERE.getBean(Draftroom.class).look(id, DemoSite.officer("drafter")).draft().disclosure();
        Await.until(() -> published() == 2);
    }

    /** Other tests count what the demonstration has. */
    @AfterAll
    static void not_for_others() {
        HERE.getBean(Withdrawing.class).withdraw(second, DemoSite.officer("leader"), "演示用。", "", false);
    }

    private static int published() {
        return HERE.getBean(Disclosures.class).list(null, "enforcement.penalty-decision", null, 1000).items().size();
    }

    @Test
    void an_item_says_who_owes_it_by_when_and_why() {
        var page = Jsoup.parse(get(HERE, PENALTY).body());
        assertThat(page.select(".lead").text()).contains("7个工作日内", "执法");
        assertThat(page.select("main").text()).contains("双公示", "保密审查岗", "信用信息平台", "政府网站");
        assertThat(page.select(".facet a").eachText()).contains("警告1");
    }

    @Test
    void a_filter_is_a_link_and_a_range_is_a_form() {
        var all = Jsoup.parse(get(HERE, PENALTY).body());
        var pieces = all.select("section .toc li").size();
        var fined = Jsoup.parse(get(HERE, PENALTY + "?f.fine.from=6" + encoded("万")).body());
        assertThat(fined.select("section .toc li").size()).isPositive().isLessThan(pieces);
        assertThat(fined.select(".tag[aria-current]").text()).contains("罚款不小于6万");
        assertThat(fined.select(".side form input[name=f.fine.from]").val()).isEqualTo("6万");
        var none = Jsoup.parse(get(HERE, PENALTY + "?f.fine.from=900000000").body());
        assertThat(none.select("#list").text()).isEqualTo("筛选后0件");
        assertThat(none.text()).contains("没有符合这些条件的信息");
        assertThat(Jsoup.parse(get(HERE, PENALTY + "?office=DEMO0001&year=2026").body()).select("#list").text()).contains("筛选后");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?f.nothing=1", "?f.facts=x", "?unknown=1", "?f.fine.from=many", "?f.fine.from=9&f.fine.to=1", "?year=now", "?sort=price",
        "?office=NOWHERE", "?after=%21", "/export.csv?f.nothing=1", "/export.csv?table=facts", "/export.json?year=20266"})
    void what_cannot_be_asked_is_answered_with_a_sentence(String question) {
        var answer = get(HERE, PENALTY + question);
        assertThat(answer.statusCode()).as(question).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("Exception").containsPattern("\\p{IsHan}{6}");
    }

    @Test
    void a_question_of_great_length_is_refused_and_one_that_is_typed_is_not_kept() {
        assertThat(get(HERE, PENALTY + "?f.violation=" + "x".repeat(3_000)).statusCode()).isEqualTo(400);
        assertThat(get(HERE, PENALTY + "?f.fine.from=12345").headers().firstValue("Cache-Control")).contains("no-store");
        for (var nothing : List.of("?f.penaltyKind=" + encoded("没有这种"), "?validity=nothing", "?year=1999", "?year=2026&f.penaltyKind=x")) {
            assertThat(get(HERE, PENALTY + nothing).headers().firstValue("Cache-Control")).as(nothing).contains("no-store");
        }
        assertThat(get(HERE, PENALTY + "?year=2026").headers().firstValue("ETag")).isPresent();
    }

    @Test
    void the_rows_of_a_table_go_out_with_the_filters_of_the_page() {
        var item = HERE.getBean(Catalogue.class).items().stream().filter(each -> each.fields().fields().stream().anyMatch(field -> !field.columns().isEmpty()))
                .findFirst().orElseThrow();
        var links = Jsoup.parse(get(HERE, "/catalogue/" + item.id() + "?year=2026&office=DEMO349821").body()).select(".side a[href*=table=]");
        assertThat(links).isNotEmpty().allSatisfy(link -> {
            assertThat(link.attr("href")).contains("/export.csv?", "year=2026", "office=DEMO349821");
            assertThat(get(HERE, link.attr("href")).statusCode()).isEqualTo(200);
        });
    }

    @Test
    void the_schema_describes_every_published_piece() {
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        for (var item : HERE.getBean(Catalogue.class).items()) {
            var schema = registry.getSchema(get(HERE, "/catalogue/" + item.id() + "/schema.json").body());
            var pieces = JSON.readTree(get(HERE, "/api/v1/catalogue/" + item.id() + "/disclosures?limit=1000").body()).get("items");
            for (var piece : pieces) {
                assertThat(schema.validate(JSON.writeValueAsString(piece), InputFormat.JSON)).as(item.id()).isEmpty();
            }
        }
        assertThat(registry.getSchema(get(HERE, PENALTY + "/schema.json").body()).validate("{\"id\": 7}", InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void a_dictionary_says_of_each_field_how_far_it_is_public() {
        var csv = get(HERE, PENALTY + "/dictionary.csv").body();
        assertThat(csv).startsWith("\ufeff名称,标签,类型,单位,必填,公开方式").contains("offender,被处罚人,party,,是,隐去后公开", "fine,罚款,money,元");
        assertThat(Jsoup.parse(get(HERE, PENALTY + "/dictionary").body()).select("tbody tr").size()).isEqualTo(csv.lines().count() - 1);
    }

    @Test
    void the_exports_hold_what_the_page_lists_with_the_same_filters() throws Exception {
        var pieces = JSON.readTree(get(HERE, PENALTY + "/export.json").body());
        assertThat(pieces.size()).isEqualTo(published()).isGreaterThan(1);
        assertThat(get(HERE, PENALTY + "/export.csv").body().lines().findFirst().orElseThrow()).contains("索引号", "罚款（元）");
        assertThat(JSON.readTree(get(HERE, PENALTY + "/export.json?f.fine.from=6" + encoded("万")).body()).size()).isPositive().isLessThan(pieces.size());
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(bytes(PENALTY + "/export.xlsx")))) {
            assertThat(book.getSheetAt(0).getLastRowNum()).isEqualTo(published());
        }
    }

    @Test
    void the_catalogue_is_a_table_of_ten_columns_for_paper_too() throws Exception {
        int items = HERE.getBean(Catalogue.class).items().size();
        var page = Jsoup.parse(get(HERE, "/catalogue?view=table").body());
        assertThat(page.select("tbody tr")).hasSize(items);
        try (var document = new XWPFDocument(new ByteArrayInputStream(bytes("/catalogue.docx")))) {
            var table = document.getTables().getFirst();
            assertThat(table.getRow(0).getTableCells()).hasSize(11);
            assertThat(table.getNumberOfRows()).isEqualTo(items + 1);
            assertThat(table.getRow(1).getTableCells().stream().map(cell -> cell.getText()).toList())
                    .isEqualTo(page.select("tbody tr").first().select("td").eachText());
        }
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(bytes("/catalogue.xlsx?group=results")))) {
            assertThat(book.getSheetAt(0).getLastRowNum()).isPositive().isLessThan(items);
        }
    }

    @Test
    void the_catalogue_of_an_office_says_what_its_place_adds() {
        var county = Jsoup.parse(get(HERE, "/catalogue?office=DEMO349821").body());
        assertThat(county.select("h1").text()).contains("青禾县自然资源局");
        assertThat(county.select(".hit .finding").eachText()).anyMatch(text -> text.contains("时限收紧：10个工作日内") && text.contains("村务公开监督员"));
        assertThat(get(HERE, "/catalogue").body().length()).isLessThan(100_000);
        assertThat(Jsoup.parse(get(HERE, "/catalogue?q=" + encoded("双公示")).body()).select(".hit .t a").eachAttr("href")).contains(PENALTY);
        for (var wrong : List.of("?domain=none", "?group=none", "?level=none", "?office=NOWHERE", "?view=pie")) {
            assertThat(get(HERE, "/catalogue" + wrong).statusCode()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void an_item_shows_what_became_of_it() {
        assertThat(Jsoup.parse(get(HERE, PENALTY + "/versions").body()).select("section h2").eachText()).hasSize(1).first().asString().contains("启用");
        assertThat(get(HERE, "/catalogue/no.such/versions").statusCode()).isEqualTo(404);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(DemoSite.address(HERE) + path)).build(), BodyHandlers.ofByteArray()).body();
        }
    }
}
