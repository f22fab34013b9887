package openland.search;

import static openland.search.Pieces.edition;
import static openland.search.Pieces.id;
import static openland.search.Pieces.piece;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import openland.base.Refusal;
import openland.office.Level;
import openland.office.Office;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingTest {
    private static final Office YANTAI = new Office(Pieces.YANTAI, "YT", "烟台市自然资源和规划局", Level.CITY, "370600", null, null);

    @TempDir
    private Path folder;
    private Index index;

    @BeforeEach
    void open() {
        index = Index.open(folder.resolve("index"));
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    private void publish(Searchable... editions) {
        try {
            var changes = Arrays.stream(editions).<IndexChange>map(IndexChange.Put::new).toList();
            index.apply(changes, new Index.Position(index.position().next() + changes.size(), ""));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Found find(Question question) {
        return index.look(searcher -> new Finding(searcher, question, new MatchAllDocsQuery(),
                office -> Optional.of(YANTAI).filter(yantai -> yantai.id().equals(office))).find());
    }

    private Found find(String q) {
        return find(Question.of(q));
    }

    private List<UUID> ids(String q) {
        return find(q).hits().stream().map(Hit::id).toList();
    }

    @Test
    void every_word_must_stand_in_the_piece() {
        publish(piece(1, null, "2017年政务公开工作要点", "加大政策解读力度"), piece(2, null, "2017年政务公开工作实施方案", "责任清单"));
        assertThat(ids("政务公开")).containsExactlyInAnyOrder(id(1), id(2));
        assertThat(ids("政务公开 责任清单")).containsExactly(id(2));
        assertThat(ids("2017年政务公开工作要点")).containsExactly(id(1));
        assertThat(ids("政务公开 征地")).isEmpty();
    }

    @Test
    void a_run_of_characters_is_found_as_it_stands_and_not_scattered() {
        publish(piece(1, null, "甲", "土地使用权出让合同"), piece(2, null, "乙", "出让土地。使用合同。权利"));
        assertThat(ids("土地使用权出让")).containsExactly(id(1));
    }

    @Test
    void one_character_letters_digits_and_padded_words_are_found() {
        publish(piece(1, null, "贵州省国土资源厅2017年政府信息公开\n\n年 度 报 告", "ＮＯ．2017G08地块，砼结构"));
        assertThat(List.of("年度报告", "砼", "g08", "G08", "2017g08", "no.2017G08", "ｇ０８", "贵", "2017", "公开"))
                .allSatisfy(q -> assertThat(ids(q)).as(q).containsExactly(id(1)));
        assertThat(ids("201")).isEmpty();
    }

    @Test
    void traditional_characters_are_left_alone() {
        publish(piece(1, null, "國土資源", "正文"), piece(2, null, "国土资源", "正文"));
        assertThat(ids("國土資源")).containsExactly(id(1));
    }

    @Test
    void the_asked_number_comes_first_however_often_others_cite_it() {
        var cited = "烟国土资字〔2017〕138号 ".repeat(30);
        publish(piece(1, null, cited, cited), piece(2, "烟国土资字〔2017〕138号", "通知", "无"),
                piece(3, "烟国土资字〔2017〕1138号", cited, cited));
        for (var sort : Question.Sort.values()) {
            var q = new Question("烟国土资字2017-138", null, null, null, null, null, null, null, null, null, sort, null, 20);
            assertThat(find(q).hits()).extracting(Hit::id).containsExactly(id(2));
            var mixed = new Question("烟国土资字[2017]138号 烟国土资字", null, null, null, null, null, null, null, null, null, sort, null, 20);
            assertThat(find(mixed).hits()).extracting(Hit::id).startsWith(id(2)).hasSize(3);
        }
        assertThat(find("烟国土资字〔2017〕138号").hits().getFirst().why()).containsExactly("文号完全一致");
        assertThat(ids("〔2017〕138号")).containsExactly(id(2));
        assertThat(ids("2017〕138")).containsExactly(id(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"烟国土资字〔2017〕139号", "鲁国土资字〔2017〕138号", "国土资字〔2017〕138号", "烟国土资字〔2018〕138号", "〔2017〕13号",
        "烟国土资字〔2017〕1号", "烟国土资字2017-999", "014000060/2017-00009", "014000061/2017-00002", "2017-99999", "国土资源部令第74号"})
    void an_absent_number_finds_nothing_and_nothing_near(String q) {
        publish(piece(2, "烟国土资字〔2017〕138号", "关于" + q + "的通知", q + " 烟国土资字〔2017〕139号 国土资源部令"));
        var found = find(q);
        assertThat(found.total()).isZero();
        assertThat(found.hits()).isEmpty();
        assertThat(found.near()).isEmpty();
        assertThat(found.noGoodAnswer()).isTrue();
        assertThat(found.sentence()).contains("没有号码为");
    }

    @ParameterizedTest
    @ValueSource(strings = {"014000060/2017-00002", "014000060／2017－00002", "014000060 / 2017-00002", "索引号：014000060/2017-00002",
        "014000060201700002", "2017-00002", "014000060-2017-00002"})
    void an_index_number_is_found_in_every_writing(String q) {
        publish(piece(1, null, "甲", "014000060/2017-00002"), piece(2, null, "乙", "无"));
        assertThat(ids(q)).containsExactly(id(2));
    }

    @Test
    void a_number_of_any_shape_is_found_by_its_whole() {
        publish(piece(1, "国土资源部令第74号", "甲", "无"), piece(2, "自然资源部公告2019年第8号", "乙", "无"), piece(3, null, "国土资源部令第74号", "无"));
        assertThat(ids("国土资源部令 第74号")).containsExactly(id(1));
        assertThat(ids("自然资源部公告２０１９年第８号")).containsExactly(id(2));
    }

    @Test
    void what_may_be_words_is_found_as_words_too() {
        publish(piece(1, null, "贯彻2017年1号文件", "无"), piece(2, "中发〔2017〕1号", "意见", "无"));
        assertThat(ids("2017年1号文件")).containsExactly(id(2), id(1));
        publish(piece(3, null, "烟J〔2017〕1012号地块成交公示", "无"));
        assertThat(ids("烟J[2017]1012号")).containsExactly(id(3));
    }

    @Test
    void without_an_answer_what_is_near_is_offered_apart() {
        publish(piece(1, null, "集体土地征收补偿安置办法", "无"));
        var found = find("集体土地征收补偿多少钱");
        assertThat(found.noGoodAnswer()).isTrue();
        assertThat(found.hits()).isEmpty();
        assertThat(found.near()).extracting(Hit::id).containsExactly(id(1));
        assertThat(find("海底光缆保护").near()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "*土地", "土地*", "?", "/.*/", "title:土地", "土地 AND NOT 海洋", "\"土地", "(土地", "[* TO *]", "土地~2", "土地^9", "\\", "+-&&||!(){}[]^\"~*?:\\/",
        "<script>alert(1)</script>", "'; drop table x; --", "\u0000", "😀", "𠮷野家", "%00", "${jndi:ldap://x}"})
    void nothing_typed_is_a_command(String q) {
        publish(piece(1, null, "海洋预报", "无"));
        assertThat(find(q).hits()).isEmpty();
        assertThat(find(q).sentence()).isNotBlank();
    }

    @Test
    void rare_characters_are_found() {
        publish(piece(1, null, "𠮷野家用地批复", "无"));
        assertThat(ids("𠮷野家")).containsExactly(id(1));
        assertThat(ids("𠮷")).containsExactly(id(1));
    }

    @Test
    void a_snippet_shows_the_place_and_is_safe() {
        publish(piece(1, null, "办法", "第一条 略。".repeat(100) + "未竞得人的<b>保证金</b>&利息，自成交之日起退还。" + "第九条 略。".repeat(100)));
        var snippet = find("保证金").hits().getFirst().snippet();
        assertThat(snippet).contains("未竞得人的&lt;b&gt;<mark>保证金</mark>&lt;/b&gt;&amp;利息").doesNotContain("<b>").startsWith("…");
        assertThat(snippet.length()).isLessThan(300);
        assertThat(find("办法").hits().getFirst().snippet()).startsWith("第一条 略。").doesNotContain("<mark>");
    }

    @Test
    void an_empty_question_lists_the_newest_pieces_and_counts_them() {
        publish(piece(1, null, "甲", "无"), piece(2, null, "乙", "无"), piece(12, null, "丙", "无"));
        var found = find(" ");
        assertThat(found.hits()).extracting(Hit::id).containsExactly(id(12), id(2), id(1));
        assertThat(found.facets()).extracting(Facet::name).containsExactly("office", "item", "year", "validity", "category");
        assertThat(found.facets().getFirst().values()).containsExactly(new Facet.Value("YT", "烟台市自然资源和规划局", 3));
        assertThat(found.facets().get(1).values()).containsExactly(new Facet.Value("test.item", "测试事项", 3));
        assertThat(found.facets().get(2).values()).containsExactly(new Facet.Value("2012", "2012年", 2), new Facet.Value("2011", "2011年", 1));
        assertThat(found.facets().get(3).values()).containsExactly(new Facet.Value("有效", "有效", 2));
    }

    @Test
    void pages_follow_one_another_without_gap_or_double_in_every_order() {
        publish(IntStream.range(0, 57).mapToObj(n -> piece(n, null, "土地" + "公告".repeat(n % 3), "土地")).toArray(Searchable[]::new));
        for (var sort : Question.Sort.values()) {
            var seen = new ArrayList<UUID>();
            String after = null;
            do {
                var found = find(new Question("土地", null, null, null, null, null, null, null, null, null, sort, after, 10));
                assertThat(found.total()).isEqualTo(57);
                found.hits().forEach(hit -> seen.add(hit.id()));
                after = found.next();
            } while (after != null);
            assertThat(seen).doesNotHaveDuplicates().hasSize(57);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "////", "bmV3ZXN0OjE6MTox", "cmVsZXZhbmNlOnp6Oi06MQ", "cmVsZXZhbmNl"})
    void a_page_mark_of_elsewhere_is_refused(String after) {
        publish(piece(1, null, "土地", "无"));
        assertThatThrownBy(() -> find(new Question("土地", null, null, null, null, null, null, null, null, null,
                Question.Sort.RELEVANCE, after, 10))).isInstanceOf(Refusal.class);
    }

    @Test
    void a_newer_edition_takes_the_place_of_the_older() {
        publish(edition(1, 1, 1, "烟国土资字〔2017〕138号", "旧标题", "旧文"), edition(1, 2, 5, "烟国土资字〔2017〕139号", "新标题", "新文"));
        assertThat(ids("旧标题")).isEmpty();
        assertThat(ids("烟国土资字〔2017〕138号")).isEmpty();
        assertThat(ids("新标题")).containsExactly(id(1));
        assertThat(ids("烟国土资字〔2017〕139号")).containsExactly(id(1));
    }
}
