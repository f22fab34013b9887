package openland.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.UUID;
import openland.OpenlandTest;
import openland.base.Refusal;
import openland.base.Refusal.Reason;
import openland.catalogue.NegativeEntry;
import openland.catalogue.NegativeEntry.Category;
import openland.catalogue.NegativeEntry.Grade;
import openland.catalogue.NegativeEntry.Kind;
import openland.catalogue.NegativeList;
import openland.catalogue.NegativeList.Proposal;
import openland.disclosure.Disclosures;
import openland.disclosure.StockCheck;
import openland.office.Officer;
import openland.office.Post;
import openland.office.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.jspecify.annotations.Nullable;

@OpenlandTest
class NegativeListTest {
    @Autowired
    private ApplicationContext context;
    @Autowired
    private NegativeList list;
    @Autowired
    private Overriding overriding;
    @Autowired
    private StockCheck stock;
    @Autowired
    private Disclosures disclosures;
    private Desk desk;
    private Officer keeper;

    @BeforeEach
    void county() {
        desk = new Desk(context);
        keeper = Town.of(context).officer(desk.office, Post.SECADMIN);
    }

    private static Proposal wish(Kind kind, String what, Category category, @Nullable Double metres, @Nullable Double squareKm) {
        return new Proposal(null, kind, what, category, "某条例第三条", null, null, null, null, metres, squareKm, false);
    }

    private NegativeEntry listed(Kind kind, String what, Category category) {
        return listed(wish(kind, what, category, null, null));
    }

    private NegativeEntry listed(Proposal wish) {
        return list.decide(list.propose(desk.office.id(), wish, keeper).id(), true, desk.secrecy);
    }

    private UUID draft(String body) {
        return desk.save(desk.piece("通知").put("body", body));
    }

    private long stops(UUID draft) {
        return desk.look(draft, desk.drafter).findings().stream().filter(DraftFinding::stops).count();
    }

    @Test
    void an_entry_counts_only_after_a_second_person_accepted_it() {
        var proposed = list.propose(desk.office.id(), wish(Kind.TERM, "雷达阵地", Category.ARTICLE_14, null, null), keeper);
        var draft = draft("途经雷达阵地。");
        assertThat(stops(draft)).isZero();
        refused(Reason.FORBIDDEN, () -> list.decide(proposed.id(), true, keeper));
        refused(Reason.NOT_FOUND, () -> list.decide(proposed.id(), true, desk.leader));
        list.decide(proposed.id(), true, desk.secrecy);
        assertThat(stops(draft)).isEqualTo(1);
        refused(Reason.CONFLICT, () -> list.decide(proposed.id(), false, desk.head));
    }

    @Test
    void blanks_width_and_case_do_not_hide_a_word() {
        listed(Kind.TERM, "QH-7工程", Category.ARTICLE_14);
        assertThat(stops(draft("配合ｑｈ－７ 工\u200b程施工。"))).isEqualTo(1);
    }

    @Test
    void the_three_articles_have_three_consequences() {
        listed(Kind.TERM, "甲号库", Category.ARTICLE_14);
        listed(Kind.TERM, "乙公司配方", Category.ARTICLE_15);
        listed(Kind.TERM, "丙会讨论", Category.ARTICLE_16);
        var secret = draft("甲号库");
        refused(Reason.FORBIDDEN, () -> overriding.pass(secret, finding(secret), "consent", "都同意了", desk.secrecy));
        var trade = draft("乙公司配方");
        refused(Reason.INVALID, () -> overriding.pass(trade, finding(trade), "other", "理由很多很多很多很多", desk.secrecy));
        overriding.pass(trade, finding(trade), "consent", "公司来函同意。", desk.secrecy);
        assertThat(stops(trade)).isZero();
        var internal = draft("丙会讨论");
        assertThat(stops(internal)).isZero();
        assertThat(desk.look(internal, desk.drafter).findings()).anyMatch(f -> f.sentence().contains("第十六条"));
    }

    @Test
    void what_a_higher_office_lists_binds_all_below_it_and_nobody_beside() {
        var above = context.getBean(openland.office.Offices.class).byId(desk.office.parent()).orElseThrow();
        var town = Town.of(context);
        var proposed = list.propose(above.id(), wish(Kind.TERM, "丁字靶场" + desk.office.code(), Category.ARTICLE_14, null, null), town.officer(above, Post.SECADMIN));
        list.decide(proposed.id(), true, town.officer(above, Post.HEAD));
        assertThat(stops(draft("丁字靶场" + desk.office.code()))).isEqualTo(1);
        listed(Kind.TERM, "戊字靶场", Category.ARTICLE_14);
        var beside = new Desk(context);
        var other = beside.save(beside.piece("通知").put("body", "戊字靶场"));
        assertThat(beside.look(other, beside.drafter).findings()).noneMatch(DraftFinding::stops);
    }

    @ParameterizedTest
    @CsvSource({"东经117.1234，北纬31.6543,1", "东经117.12，北纬31.65,0", "117°12′30.5″,1", "117°12′30″,0", "'X=3512345.12, Y=39512345.12',1", "面积31.6543公顷,0"})
    void coordinates_finer_than_the_rule_stop(String text, int stops) {
        listed(wish(Kind.PLACE, "*", Category.ARTICLE_14, 30.0, null));
        assertThat(stops(draft(text))).isEqualTo(stops);
    }

    @ParameterizedTest
    @CsvSource({"所附地形图覆盖30平方公里,1", "所附地形图覆盖20平方公里,0", "所附影像图3000公顷,1", "耕地30平方公里,0"})
    void maps_larger_than_the_rule_stop(String text, int stops) {
        listed(wish(Kind.PLACE, "*", Category.ARTICLE_14, null, 25.0));
        assertThat(stops(draft(text))).isEqualTo(stops);
    }

    @Test
    void a_class_of_documents_stops_by_title_or_genre() {
        listed(Kind.DOCUMENT_CLASS, "会议纪要", Category.ARTICLE_15);
        assertThat(stops(desk.save(desk.piece("第三次局长办公会会议纪要")))).isEqualTo(1);
        assertThat(stops(desk.save(desk.piece("关于会议纪要格式的通知")))).isZero();
    }

    @Test
    void a_word_that_is_listed_after_approval_stops_publication() {
        var draft = draft("途经己号营区。");
        desk.approve(draft);
        listed(Kind.TERM, "己号营区", Category.ARTICLE_14);
        refused(Reason.UNPROCESSABLE, () -> desk.move(draft, Move.PUBLISH, desk.leader));
    }

    @Test
    void what_is_public_already_is_read_again_and_shown_but_stays() throws InterruptedException {
        var piece = desk.publish(desk.piece("道路通知").put("body", "第一段。\n途经庚号营区。"));
        var entry = listed(Kind.TERM, "庚号营区", Category.ARTICLE_14);
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (stock.open(desk.secrecy).isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(100);
        }
        var found = stock.open(desk.secrecy);
        assertThat(found).singleElement().satisfies(f -> {
            assertThat(f.disclosure()).isEqualTo(piece);
            assertThat(f.version()).isEqualTo(entry.id());
            assertThat(f.place()).isEqualTo("第2段");
        });
        assertThat(disclosures.current(piece)).isPresent();
        assertThat(stock.open(new Desk(context).secrecy)).isEmpty();
    }

    @Test
    void grade_and_years_stay_within_the_law() {
        for (var grade : Grade.values()) {
            int most = grade == Grade.TOP_SECRET ? 30 : grade == Grade.SECRET ? 20 : 10;
            list.propose(desk.office.id(), secret(grade, most), keeper);
            refused(Reason.INVALID, () -> list.propose(desk.office.id(), secret(grade, most + 1), keeper));
        }
        refused(Reason.INVALID, () -> list.propose(desk.office.id(), secret(Grade.SECRET, null), keeper));
        refused(Reason.FORBIDDEN, () -> list.propose(desk.office.id(), secret(Grade.SECRET, 5), desk.secrecy));
    }

    private static Proposal secret(Grade grade, @Nullable Integer years) {
        return new Proposal(null, Kind.TERM, "辛字", Category.ARTICLE_14, "某条例第三条", grade, years, null, null, null, null, false);
    }

    @Test
    void the_public_sees_what_and_why_but_no_word_and_no_place() {
        listed(Kind.TERM, "壬号秘密", Category.ARTICLE_14);
        listed(Kind.DOCUMENT_CLASS, "内部请示", Category.ARTICLE_16);
        var mine = list.lines().stream().filter(line -> line.office().equals(desk.office.id())).toList();
        assertThat(mine).extracting(line -> line.what()).containsExactlyInAnyOrder(null, "内部请示");
        assertThat(mine.toString()).doesNotContain("壬号");
    }

    @Test
    void an_entry_that_ended_no_longer_counts() {
        var entry = listed(Kind.TERM, "癸号库", Category.ARTICLE_14);
        var draft = draft("癸号库");
        assertThat(stops(draft)).isEqualTo(1);
        listed(new Proposal(entry.entry(), Kind.TERM, "癸号库", Category.ARTICLE_14, "某条例第三条", null, null, null, null, null, null, true));
        assertThat(stops(draft)).isZero();
    }

    @Test
    void access_on_request_needs_a_ground_and_never_goes_out() {
        var id = desk.save(desk.piece("内部材料").put("accessMode", "不予公开"));
        assertThat(desk.look(id, desk.drafter).findings()).extracting(DraftFinding::field).contains("accessMode", "accessGround", "accessBasis");
        desk.save(id, desk.piece("内部材料").put("accessMode", "不予公开").put("accessGround", "article-16").put("accessBasis", "条例第十六条第二款"));
        assertThat(desk.look(id, desk.drafter).findings()).extracting(DraftFinding::field).containsExactly("accessMode");
        refused(Reason.UNPROCESSABLE, () -> desk.move(id, Move.SUBMIT, desk.drafter));
    }

    private String finding(UUID draft) {
        return desk.look(draft, desk.secrecy).findings().stream().filter(DraftFinding::stops).findFirst().orElseThrow().identity();
    }

    private static void refused(Reason reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act).extracting(Refusal::reason).isEqualTo(reason);
    }
}
