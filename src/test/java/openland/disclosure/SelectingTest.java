package openland.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import openland.OpenlandTest;
import openland.base.database.TestDatabase;
import openland.disclosure.Selection.Between;
import openland.disclosure.Selection.Condition;
import openland.disclosure.Selection.Is;
import openland.drafting.Desk;
import openland.ledger.Await;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The list of an item, filtered by what its pieces say of themselves in public. */
@OpenlandTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SelectingTest {
    private static final String ITEM = "enforcement.penalty-decision";

    @Autowired
    private ApplicationContext context;
    @Autowired
    private Selecting selecting;
    @Autowired
    private Withdrawing withdrawing;
    @Autowired
    private FacetStore facets;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private Environment environment;
    private Desk desk;
    private UUID small;
    private UUID large;
    private UUID person;

    @BeforeAll
    void three_decisions() {
        desk = new Desk(context);
        small = publish("甲一〔2026〕1号", "青禾县砖厂", "organization", "罚款", "1200");
        large = publish("甲一〔2026〕2号", "青禾县采石场", "organization", "警告", "64140.50");
        person = publish("甲一〔2026〕3号", "欧阳测试", "person", "罚款", "300");
        Await.until(() -> ids().size() == 3);
    }

    private UUID publish(String number, String offender, String kind, String penalty, String fine) {
        var piece = desk.piece("行政处罚决定" + number).put("item", ITEM).put("producedOn", "2025-12-30");
        piece.putObject("fields").put("decisionNumber", number).put("penaltyKind", penalty).put("fine", fine).put("decidedOn", "2025-12-30")
                .set("offender", new JsonMapper().createObjectNode().put("name", offender).put("kind", kind));
        return desk.publish(piece);
    }

    private Set<UUID> ids(Condition... conditions) {
        return selecting.list(new Selection(ITEM, Set.of(desk.office.id()), List.of(conditions), false), null, 100).items().stream()
                .map(Listed::id).collect(Collectors.toSet());
    }

    @Test
    void a_choice_is_found_by_its_word_and_an_amount_between_two_ends() {
        assertThat(ids()).containsExactlyInAnyOrder(small, large, person);
        assertThat(ids(new Is("penaltyKind", "罚款"))).containsExactlyInAnyOrder(small, person);
        assertThat(ids(new Between("fine", new BigDecimal("1000"), null))).containsExactlyInAnyOrder(small, large);
        assertThat(ids(new Between("fine", new BigDecimal("300"), new BigDecimal("1200")))).containsExactlyInAnyOrder(small, person);
        assertThat(ids(new Is("penaltyKind", "罚款"), new Between("fine", new BigDecimal("1000"), null))).containsExactly(small);
        assertThat(ids(new Is(Selection.YEAR, "2025"))).hasSize(3);
        assertThat(ids(new Is(Selection.YEAR, "2026"))).isEmpty();
    }

    @Test
    void an_organisation_can_be_chosen_and_a_person_cannot() {
        assertThat(ids(new Is("offender", "青禾县砖厂"))).containsExactly(small);
        var offenders = selecting.counts(new Selection(ITEM, Set.of(desk.office.id()), List.of(), false), 20).stream()
                .filter(count -> count.field().equals("offender")).map(FacetCount::value);
        assertThat(offenders).containsExactlyInAnyOrder("青禾县砖厂", "青禾县采石场");
        assertThat(sql("select count(*) from disclosure_facet where disclosure = :id and (value like '%欧阳%' or label like '%欧%')", person)).isZero();
    }

    @Test
    void a_field_that_cannot_be_filtered_leaves_nothing() {
        assertThat(TestDatabase.of(environment).sql().sql("select distinct field from disclosure_facet where disclosure = :id").param("id", small)
                .query(String.class).list()).containsExactlyInAnyOrder("@year", "offender", "decidedOn", "penaltyKind", "fine");
    }

    @Test
    void pages_go_on_by_key_in_both_directions() {
        var selection = new Selection(ITEM, Set.of(desk.office.id()), List.of(), false);
        var first = selecting.list(selection, null, 2);
        var second = selecting.list(selection, first.next(), 2);
        assertThat(first.items()).extracting(Listed::id).containsExactly(person, large);
        assertThat(second.items()).extracting(Listed::id).containsExactly(small);
        assertThat(second.next()).isNull();
        assertThat(selecting.list(new Selection(ITEM, Set.of(desk.office.id()), List.of(), true), null, 2).items())
                .extracting(Listed::id).containsExactly(small, large);
    }

    @Test
    void what_is_withdrawn_leaves_no_facet_and_does_not_come_back_when_they_are_made_anew() {
        var piece = publish("甲一〔2026〕4号", "临时甲厂", "organization", "罚款", "77");
        assertThat(sql("select count(*) from disclosure_facet where disclosure = :id", piece)).isPositive();
        var kept = facets.from(ITEM, 0, 1000).stream().filter(edition -> edition.disclosure().equals(piece)).findFirst().orElseThrow();
        withdrawing.withdraw(piece, desk.leader, "内容有误。", "", false);
        assertThat(sql("select count(*) from disclosure_facet where disclosure = :id", piece)).isZero();
        transaction.executeWithoutResult(_ -> facets.replace(kept));
        assertThat(sql("select count(*) from disclosure_facet where disclosure = :id", piece)).isZero();
    }

    @Test
    void they_can_be_made_anew_from_what_is_public() {
        var before = rows(small);
        assertThat(sql("with gone as (delete from disclosure_facet where disclosure = :id returning 1) select count(*) from gone", small)).isPositive();
        transaction.executeWithoutResult(_ -> facets.from(ITEM, 0, 1000).forEach(facets::replace));
        assertThat(rows(small)).isEqualTo(before).isNotEmpty();
    }

    private List<Map<String, Object>> rows(UUID id) {
        return TestDatabase.of(environment).sql().sql("select field, value, label, low, high from disclosure_facet where disclosure = :id order by field, value")
                .param("id", id).query().listOfRows();
    }

    private int sql(String question, UUID id) {
        return TestDatabase.of(environment).sql().sql(question).param("id", id).query(Integer.class).single();
    }
}
