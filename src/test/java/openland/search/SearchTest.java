package openland.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import openland.OpenlandTest;
import openland.base.Refusal;
import openland.base.database.DataFolder;
import openland.ledger.Await;
import openland.ledger.Contact;
import openland.ledger.Ledger;
import openland.office.Level;
import openland.search.Press.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OpenlandTest
class SearchTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    private ApplicationContext context;
    @Autowired
    private Search search;
    @Autowired
    private Ledger ledger;
    @Autowired
    private Reading reading;
    @Autowired
    private Filters filters;
    @Autowired
    private OfficeNames offices;
    @Autowired
    private JsonMapper json;
    @LocalServerPort
    private int port;
    private Press press;

    @BeforeEach
    void start() {
        press = new Press(context);
    }

    private HttpResponse<String> get(String path) {
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode answer(String q, String more) {
        var response = get("/api/v1/search?q=" + encoded(q) + more);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json.readTree(response.body());
    }

    private JsonNode answer(String q) {
        return answer(q, "");
    }

    private String page(String q) {
        var response = get("/search?q=" + encoded(q));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<String> titles(JsonNode answer) {
        return answer.get("hits").valueStream().map(hit -> hit.get("title").asString()).toList();
    }

    @Test
    void a_published_piece_is_found_by_programs_and_people() {
        var piece = press.publish(Sheet.of("采石场生态修复方案", "<p>削坡减载，分级<b>绿化</b>。</p>").numbered("青自然资修〔2026〕8号"));
        var found = answer("生态修复方案 削坡减载");
        var hit = found.get("hits").get(0);
        assertThat(hit.propertyNames()).containsExactlyInAnyOrder("id", "indexNumber", "documentNumber", "title", "item",
                "office", "publishedAt", "validity", "url", "snippet");
        assertThat(found.propertyNames()).containsExactlyInAnyOrder("total", "totalIsExact", "hits", "facets", "next",
                "repaired", "noGoodAnswer", "near", "vectorsBehind");
        assertThat(hit.get("id").asString()).isEqualTo(piece.disclosure().toString());
        assertThat(hit.get("indexNumber").asString()).isEqualTo(piece.indexNumber());
        assertThat(hit.get("office").asString()).isEqualTo(press.office.code());
        assertThat(hit.get("url").asString()).endsWith("/disclosures/" + piece.disclosure());
        assertThat(hit.get("snippet").asString()).contains("<mark>削坡减载</mark>");
        assertThat(found.get("total").asInt()).isEqualTo(1);
        assertThat(found.get("vectorsBehind").asInt()).isZero();
        assertThat(titles(answer(piece.indexNumber()))).containsExactly("采石场生态修复方案");
        assertThat(titles(answer("青自然资修2026-8"))).containsExactly("采石场生态修复方案");
        assertThat(page("青自然资修[2026]8号")).contains("/disclosures/" + piece.disclosure(), "文号完全一致", "找到1件",
                "value=\"青自然资修[2026]8号\"");
    }

    @Test
    void fields_offices_and_attachments_are_searched_too() {
        press.publish(Sheet.of("甲号地块征收公告", "<p>略</p>"));
        assertThat(titles(answer("望江路北侧甲号地块征收公告"))).containsExactly("甲号地块征收公告");
        assertThat(titles(answer("甲号地块 " + press.office.name()))).containsExactly("甲号地块征收公告");
    }

    @Test
    void an_amended_piece_is_found_as_it_now_stands() {
        var first = press.publish(Sheet.of("砂石开采总量公告", "<p>原定三百万吨</p>"));
        press.amend(first, Sheet.of("砂石开采总量公告", "<p>改为二百万吨</p>"));
        assertThat(titles(answer("原定三百万吨"))).isEmpty();
        assertThat(titles(answer("改为二百万吨"))).containsExactly("砂石开采总量公告");
    }

    @Test
    void a_withdrawn_piece_is_not_found_once_the_withdrawal_is_acknowledged() {
        var piece = press.publish(Sheet.of("误发的信访答复", "<p>张某某反映的问题</p>").numbered("青自然资访〔2026〕77号"));
        assertThat(titles(answer("误发的信访答复"))).hasSize(1);
        press.withdraw(piece);
        assertThat(answer("误发的信访答复").get("total").asInt()).isZero();
        assertThat(answer("青自然资访〔2026〕77号").get("total").asInt()).isZero();
        assertThat(page("误发的信访答复")).doesNotContain("/disclosures/" + piece.disclosure());
        try (var all = search.ids()) {
            assertThat(all).extracting(Indexed::id).doesNotContain(piece.disclosure());
        }
    }

    @Test
    void a_correction_leaves_nothing_of_what_it_corrects() {
        var wrong = press.publish(Sheet.of("处罚决定公示", "<p>当事人身份写错</p>"));
        var right = press.correct(wrong, Sheet.of("处罚决定公示", "<p>当事人身份已改</p>"));
        assertThat(answer("当事人身份写错").get("total").asInt()).isZero();
        assertThat(titles(answer("当事人身份已改"))).containsExactly("处罚决定公示");
        assertThat(right.edition()).isEqualTo(2);
    }

    @Test
    void an_absent_number_finds_nothing_and_says_so() {
        press.publish(Sheet.of("引用青自然资字〔2031〕5号的通知", "<p>青自然资字〔2031〕5号</p>"));
        var found = answer("青自然资字〔2031〕5号");
        assertThat(found.get("total").asInt()).isZero();
        assertThat(found.get("noGoodAnswer").asBoolean()).isTrue();
        assertThat(found.get("near")).isEmpty();
        assertThat(found.get("sentence").asString()).contains("青自然资字〔2031〕5号");
        assertThat(page("青自然资字〔2031〕5号")).contains("没有号码为“青自然资字〔2031〕5号”的公开信息");
    }

    @Test
    void a_rebuilt_index_is_the_same_index() {
        var piece = press.publish(Sheet.of("重建前的一件", "<p>文</p>"));
        press.amend(piece, Sheet.of("重建前的一件", "<p>新文</p>"));
        press.withdraw(press.publish(Sheet.of("重建前撤回的一件", "<p>文</p>")));
        var before = search.contentHash();
        search.rebuild();
        assertThat(search.contentHash()).isEqualTo(before);
        assertThat(search.position()).isEqualTo(ledger.size());
        assertThat(titles(answer("重建前的一件"))).hasSize(1);
    }

    @Test
    void a_lost_index_comes_back_by_itself_and_serves_nothing_until_then(@TempDir Path empty) throws IOException {
        press.publish(Sheet.of("索引丢失前的一件", "<p>文</p>"));
        try (var folder = DataFolder.take(empty); var indexing = new Indexing(folder, ledger, reading)) {
            var another = new Search(indexing, context.getBean(Contact.class), filters, offices);
            assertThatThrownBy(() -> another.find(Question.of("索引丢失前的一件"))).isInstanceOf(Refusal.class)
                    .hasMessageContaining("正在重建索引").extracting("reason").isEqualTo(Refusal.Reason.UNAVAILABLE);
            assertThat(indexing.startsAt(ledger.size())).isEqualTo(ledger.size());
            while (indexing.catchUp()) {
                indexing.settle();
            }
            assertThat(another.find(Question.of("索引丢失前的一件")).total()).isEqualTo(1);
            assertThat(another.contentHash()).isEqualTo(search.contentHash());
        }
    }

    @Test
    void an_index_whose_files_vanish_while_it_runs_comes_back(@TempDir Path empty) throws IOException {
        press.publish(Sheet.of("文件消失前的一件", "<p>文</p>"));
        try (var folder = DataFolder.take(empty); var indexing = new Indexing(folder, ledger, reading)) {
            indexing.startsAt(ledger.size());
            while (indexing.catchUp()) {
                indexing.settle();
            }
            indexing.settle();
            try (var files = Files.list(empty.resolve("index"))) {
                for (var file : files.toList()) {
                    Files.delete(file);
                }
            }
            long before = ledger.size();
            press.publish(Sheet.of("文件消失后的一件", "<p>文</p>"));
            indexing.read(ledger.entries(before, 10));
            indexing.settle();
            while (indexing.catchUp()) {
                indexing.settle();
            }
            assertThat(indexing.isReady()).isTrue();
            assertThat(indexing.index().contentHash()).isEqualTo(search.contentHash());
        }
    }

    @Test
    void what_is_not_for_everybody_does_not_become_public_whoever_publishes_it() {
        var sheet = Sheet.of("只给部分人看的一件", "<p>文</p>");
        for (var only : List.of(List.of("依申请公开", "面向全社会"), List.of("不予公开", "面向全社会"), List.of("主动公开", "本村村民"), List.of("", ""))) {
            assertThatThrownBy(() -> press.publishFor(only.get(0), only.get(1), sheet)).isInstanceOf(Refusal.class);
        }
        assertThat(titles(answer("只给部分人看的一件"))).isEmpty();
    }

    /** Nobody publishes meanwhile: the loss itself is noticed. */
    @Test
    void an_index_whose_folder_is_deleted_says_that_it_is_rebuilding_and_comes_back_equal() throws IOException {
        press.publish(Sheet.of("目录删除前的一件", "<p>文</p>"));
        var before = search.contentHash();
        var folder = Path.of(context.getEnvironment().getRequiredProperty("openland.data")).resolve("index");
        Await.until(() -> Files.exists(folder) && hasCommit(folder));
        FileSystemUtils.deleteRecursively(folder);
        Await.until(() -> hasCommit(folder) || get("/api/v1/search?q=x").statusCode() == 503);
        assertThat(get("/catalogue").statusCode()).isEqualTo(200);
        assertThat(get("/api/v1/disclosures").statusCode()).isEqualTo(200);
        Await.until(() -> hasCommit(folder) && get("/api/v1/search?q=x").statusCode() == 200);
        assertThat(search.contentHash()).isEqualTo(before);
        assertThat(titles(answer("目录删除前的一件"))).hasSize(1);
    }

    @Test
    void while_an_index_is_rebuilt_search_says_so(@TempDir Path empty) throws IOException {
        press.publish(Sheet.of("目录删除前的又一件", "<p>文</p>"));
        try (var data = DataFolder.take(empty); var indexing = new Indexing(data, ledger, reading)) {
            indexing.startsAt(ledger.size());
            while (indexing.catchUp()) {
                indexing.settle();
            }
            indexing.settle();
            FileSystemUtils.deleteRecursively(empty.resolve("index"));
            indexing.settle();
            var another = new Search(indexing, context.getBean(Contact.class), filters, offices);
            assertThatThrownBy(() -> another.find(Question.of("目录"))).isInstanceOf(Refusal.class).hasMessageContaining("正在重建索引");
            while (indexing.catchUp()) {
                indexing.settle();
            }
            assertThat(another.contentHash()).isEqualTo(search.contentHash());
        }
    }

    private static boolean hasCommit(Path folder) {
        var files = folder.toFile().list((_, name) -> name.startsWith("segments_"));
        return files != null && files.length > 0;
    }

    @Test
    void an_index_of_another_ledger_is_not_used(@TempDir Path empty) throws IOException {
        press.publish(Sheet.of("另一账本", "<p>文</p>"));
        try (var index = Index.open(empty.resolve("index"))) {
            index.apply(List.of(new IndexChange.Put(Pieces.piece(1, null, "别处的一件", "文"))), new Index.Position(1, "other"));
        }
        try (var folder = DataFolder.take(empty); var indexing = new Indexing(folder, ledger, reading)) {
            indexing.startsAt(ledger.size());
            try (var all = indexing.index().all()) {
                assertThat(all).extracting(Indexed::id).doesNotContain(Pieces.id(1));
            }
        }
    }

    @Test
    void a_node_that_lost_the_database_serves_nothing_from_its_index() {
        var cutOff = new Search(context.getBean(Indexing.class), new Contact(), filters, offices);
        assertThatThrownBy(() -> cutOff.find(Question.of(""))).isInstanceOf(Refusal.class)
                .extracting("reason").isEqualTo(Refusal.Reason.UNAVAILABLE);
    }

    @Test
    void an_entry_brings_the_edition_that_it_names_and_not_a_newer_one() {
        var first = press.publish(Sheet.of("版本一", "<p>文</p>"));
        var second = press.amend(first, Sheet.of("版本二", "<p>文</p>"));
        var change = reading.change(ledger.entry(first.ledgerIndex()).orElseThrow()).orElseThrow();
        assertThat(change).isInstanceOfSatisfying(IndexChange.Put.class, put -> assertThat(put.edition().title()).isEqualTo("版本一"));
        assertThat(second.edition()).isEqualTo(2);
    }

    @Test
    void filters_narrow_and_an_office_includes_all_under_it() {
        var piece = press.publish(new Sheet("筛选用的通知", "<p>文</p>", null, null, "2019-05-06"));
        var other = press.town.office("PROVINCE-S", "某省自然资源厅", Level.PROVINCE, "370000", press.town.ministry());
        List.of("&office=" + press.office.code(), "&office=MINISTRY", "&region=610112", "&region=610000", "&region=000000",
                "&item=test.notice", "&category=" + encoded("国土资源、能源"), "&genre=" + encoded("通知"), "&validity=" + encoded("有效"),
                "&place=" + encoded("望江路"), "&from=2019-05-06&to=2019-05-06", "&from=2019-01-01", "&to=2019-12-31", "&sort=newest",
                "&sort=oldest", "&limit=1000", "&office=&item=&from=&after=")
                .forEach(filter -> assertThat(titles(answer("筛选用的通知", filter))).as(filter).containsExactly("筛选用的通知"));
        List.of("&office=" + other.code(), "&region=370000", "&item=no.such", "&category=x", "&genre=x", "&validity=" + encoded("废止"),
                "&place=" + encoded("长江路"), "&from=2019-05-07", "&to=2019-05-05")
                .forEach(filter -> assertThat(titles(answer("筛选用的通知", filter))).as(filter).isEmpty());
        var facets = answer("筛选用的通知").get("facets");
        assertThat(facets.get("office").get(0).get("value").asString()).isEqualTo(press.office.code());
        assertThat(facets.get("office").get(0).get("label").asString()).isEqualTo(press.office.name());
        assertThat(facets.get("item").get(0).get("label").asString()).isEqualTo("测试通知");
        assertThat(facets.get("year").get(0).get("value").asString()).isEqualTo("2019");
        assertThat(piece.edition()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=1001", "limit=x", "limit=-1", "from=2019-13-01", "from=yesterday", "sort=best", "after=zzz",
        "after=%00", "office=NOWHERE", "region=37", "region=abcdef", "from=2020-01-01&to=2019-01-01"})
    void what_cannot_be_meant_is_refused_with_a_sentence(String parameters) {
        for (var path : List.of("/api/v1/search?q=a&", "/search?q=a&")) {
            var response = get(path + parameters);
            assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
            assertThat(response.body()).containsPattern("\\p{IsHan}{4,}");
        }
    }

    @Test
    void a_question_of_more_than_200_characters_is_refused() {
        assertThat(get("/api/v1/search?q=" + encoded("土".repeat(200))).statusCode()).isEqualTo(200);
        assertThat(get("/api/v1/search?q=" + encoded("土".repeat(201))).statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/search?q=" + encoded("土 ".repeat(99) + "地")).statusCode()).isEqualTo(200);
    }

    @Test
    void pages_of_a_search_follow_one_another() {
        IntStream.range(0, 7).forEach(n -> press.publish(Sheet.of("逐页看的公示之" + n, "<p>文</p>")));
        var first = answer("逐页看的公示", "&limit=4");
        assertThat(first.get("total").asInt()).isEqualTo(7);
        var second = answer("逐页看的公示", "&limit=4&after=" + first.get("next").asString());
        assertThat(titles(first)).hasSize(4);
        assertThat(titles(second)).hasSize(3).doesNotContainAnyElementsOf(titles(first));
        assertThat(second.get("next").isNull()).isTrue();
        var html = get("/search?limit=4&q=" + encoded("逐页看的公示")).body();
        assertThat(html).contains("找到7件", "rel=\"next\"", "after=" + first.get("next").asString());
    }

    @Test
    void the_page_is_safe_against_what_is_typed_and_what_is_published() {
        press.publish(Sheet.of("<script>alert(1)</script>标题注入", "<p>正文 &lt;img src=x onerror=alert(1)&gt; 注入</p>"));
        var html = page("标题注入");
        assertThat(html).contains("&lt;script", "/disclosures/").doesNotContain("<script>alert").doesNotContain("<img");
        assertThat(page("\"><script>alert(2)</script>")).doesNotContain("<script>alert");
    }

    @Test
    void without_a_question_the_newest_pieces_stand_first() {
        press.publish(Sheet.of("早公开的", "<p>文</p>"));
        press.publish(Sheet.of("晚公开的", "<p>文</p>"));
        assertThat(titles(answer("")).subList(0, 2)).containsExactly("晚公开的", "早公开的");
        assertThat(get("/search").body()).contains("最新公开", "晚公开的");
    }

    @Test
    void answers_are_not_kept_by_caches() {
        assertThat(get("/search").headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(get("/api/v1/search").headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void the_parameters_of_a_search_stand_in_the_openapi_document() {
        var search = json.readTree(get("/openapi.json").body()).get("paths").get("/api/v1/search").get("get");
        assertThat(search.get("parameters").valueStream().map(parameter -> parameter.get("name").asString())).containsExactlyInAnyOrder(
                "q", "office", "region", "item", "category", "genre", "validity", "place", "from", "to", "sort", "after", "limit");
    }
}
