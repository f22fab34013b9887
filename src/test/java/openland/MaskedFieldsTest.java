package openland;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import openland.catalogue.WithTestPack;
import openland.disclosure.Disclosures;
import openland.drafting.Desk;
import openland.drafting.DraftFinding;
import openland.drafting.DraftStatus;
import openland.ledger.Await;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Of a published piece, what its item masks or hides stands in no public channel, neither as a field nor as a cell. */
@OpenlandTest
@Import(WithTestPack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MaskedFieldsTest {
    private static final String PAPER = "11010519491231002X";
    private static final List<String> SECRETS = List.of("狴犴甲", "狴犴乙", "狴犴丙", "狴犴丁", PAPER, "13800138000", "6222020200112230128", "望江新村7幢302室",
            "睚眦备注", "睚眦内部", "117.123456", "31.765432");
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired ApplicationContext context;
    @Autowired Environment environment;
    @Autowired Disclosures disclosures;
    private Desk desk;
    private UUID piece;
    private Crawl crawl;

    @BeforeAll
    void publish() throws Exception {
        desk = new Desk(context);
        piece = desk.publish(draft("""
                {"holder":"狴犴甲","paper":"%1$s","mobile":"13800138000","account":"6222020200112230128",
                 "home":{"address":"青禾县柳河镇望江新村7幢302室","lon":117.123456,"lat":31.765432},
                 "party":{"name":"狴犴乙","kind":"person","number":"%1$s"},"remark":"睚眦备注","site":"18亩","count":"12000","term":"2026-01-01至2026-12-31",
                 "division":"330122 桐庐县","office":"%2$s",
                 "list":[{"who":"狴犴丙","paper":"%1$s","bank":"6222020200112230128","home":"青禾县柳河镇望江新村7幢302室","party":"狴犴丁（个人，%1$s）",
                          "sum":"12000.50","more":"第一批","remark":"睚眦内部"}]}""".formatted(PAPER, desk.office.code())));
        crawl = new Crawl("http://localhost:" + environment.getProperty("local.server.port"));
        Await.until(() -> disclosures.current(piece).isPresent() && asked("/api/v1/search?q=" + encoded("螭吻公告")).contains(piece.toString()));
        crawl.from(addresses());
    }

    private ObjectNode draft(String fields) {
        var draft = desk.piece("螭吻公告").put("item", "test.compensation");
        draft.set("fields", JSON.readTree(fields));
        return draft;
    }

    private List<String> addresses() {
        var addresses = new ArrayList<>(List.of("/", "/catalogue", "/offices", "/ledger", "/sitemap.xml", "/api/v1/disclosures?limit=1000", "/api/v1/catalogue",
                "/disclosures/" + piece, "/disclosures/" + piece + "/editions/1", "/disclosures/" + piece + "/editions/1/canonical", "/api/v1/disclosures/" + piece,
                "/api/v1/ledger/entries?limit=1000"));
        Stream.concat(SECRETS.stream(), Stream.of("螭吻公告", "柳河镇", "第一批")).forEach(word ->
                addresses.addAll(List.of("/search?q=" + encoded(word), "/api/v1/search?q=" + encoded(word))));
        return addresses;
    }

    private String asked(String path) {
        try {
            return Crawl.text(crawl.get(path));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void no_page_answer_or_export_holds_a_word_of_it() {
        for (var secret : SECRETS) {
            assertThat(crawl.holding(secret)).as(secret).allMatch(path -> path.contains(encoded(secret)), "holds it only because it was asked for");
        }
    }

    @Test
    void nobody_finds_the_piece_by_it() {
        assertThat(asked("/api/v1/search?q=" + encoded("第一批"))).contains(piece.toString());
        for (var secret : SECRETS.stream().filter(secret -> !secret.contains(".")).toList()) {
            assertThat(asked("/api/v1/search?q=" + encoded("\"" + secret + "\""))).as(secret).contains("\"total\":0,");
        }
    }

    @Test
    void what_may_be_seen_is_shown_with_its_unit_everywhere() {
        var canonical = asked("/disclosures/" + piece + "/editions/1/canonical");
        assertThat(canonical).contains("\"狴某某\"", "11*************02X", "138****8000", "***************0128", "\"青禾县柳河镇\"",
                "{\"also\":{\"unit\":\"公顷\",\"value\":\"1.2\"},\"unit\":\"亩\",\"value\":\"18\"}", "{\"unit\":\"户\",\"value\":\"12000\"}");
        var page = asked("/disclosures/" + piece);
        assertThat(page).contains("18亩（1.2公顷）", "12\u202f000户", "2026年1月1日</time>至<time", "桐庐县", desk.office.name(), "<caption class=\"hide\">补偿明细</caption>", "12\u202f000.50元");
    }

    @Test
    void the_desk_keeps_for_its_officers_what_the_public_does_not_see() {
        var status = desk.save(UUID.randomUUID(), draft("{\"holder\":\"狴犴甲\"}"));
        assertThat(status.draft().content().fields().get("holder").asString()).isEqualTo("狴犴甲");
    }

    private List<DraftFinding> findings(String fields) {
        DraftStatus status = desk.save(UUID.randomUUID(), draft(fields));
        return status.findings();
    }

    @Test
    void personal_data_in_a_cell_is_named_by_row_and_column() {
        var found = findings("""
                {"list":[{"who":"甲某","more":"好"},{"who":"乙某","more":"证件%s"},{"who":"丙某","more":"电话13800138000"}]}""".formatted(PAPER));
        assertThat(found).filteredOn(finding -> finding.field().equals("list")).extracting(DraftFinding::head)
                .containsExactly("必须改：身份证号码（第2行“说明”）", "必须改：手机号码（第3行“说明”）");
    }

    @Test
    void an_identity_number_split_over_cells_is_found_too() {
        var found = findings("""
                {"list":[{"who":"甲某","more":"110105"},{"who":"乙某","more":"19491231"},{"who":"丙某","more":"002X"}]}""");
        assertThat(found).filteredOn(finding -> finding.field().equals("list")).extracting(DraftFinding::head)
                .containsExactly("必须改：身份证号码（第1行“说明”）");
    }

    @Test
    void a_wrong_cell_stops_the_draft_and_is_kept() {
        var status = desk.save(UUID.randomUUID(), draft("{\"list\":[{\"who\":\"甲某\",\"sum\":\"很多\"}]}"));
        assertThat(status.findings()).filteredOn(DraftFinding::stops).extracting(DraftFinding::sentence).containsExactly("“补偿明细”第1行“补偿金额”：“很多”不是金额。请写成12000.50或9860万元。");
        assertThat(status.draft().content().fields().get("list").toString()).contains("很多");
    }

    @Test
    void an_office_and_a_piece_are_found_by_what_people_call_them() {
        var number = disclosures.find(piece).orElseThrow().indexNumber();
        var kept = desk.save(UUID.randomUUID(), draft("{\"office\":\"" + desk.office.name() + "\",\"piece\":\"" + number + "\"}")).draft().content().fields();
        assertThat(kept.get("office").path("code").asString()).isEqualTo(desk.office.code());
        assertThat(kept.get("piece").path("id").asString()).isEqualTo(piece.toString());
        var address = desk.save(UUID.randomUUID(), draft("{\"piece\":\"https://example.test/disclosures/" + piece + "\"}")).draft().content().fields();
        assertThat(address.get("piece").path("indexNumber").asString()).isEqualTo(number);
        assertThat(findings("{\"office\":\"没有局\",\"piece\":\"000/2026-1\",\"division\":\"没有县\"}")).filteredOn(DraftFinding::stops).extracting(DraftFinding::field)
                .containsExactly("division", "office", "piece");
    }

    @Test
    void a_file_that_is_not_attached_is_not_named() {
        assertThat(findings("{\"papers\":[\"材料.pdf\"]}")).filteredOn(DraftFinding::stops).extracting(DraftFinding::sentence)
                .singleElement().asString().contains("附件里没有“材料.pdf”");
    }
}
