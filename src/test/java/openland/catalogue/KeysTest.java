package openland.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import openland.form.FieldType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

/** The field that says which thing a piece is about, so that all that is said of one thing stands together. */
class KeysTest {
    /** Types whose normal value is a word that can be compared. */
    private static final Set<String> WORDS = Set.of("text", "document-number");

    @Test
    void a_key_is_a_field_that_holds_a_word() throws Exception {
        var keyed = Shelf.of(PacksTest.files()).items().stream().filter(item -> !item.duty().key().isEmpty()).toList();
        assertThat(keyed).hasSizeGreaterThan(45).allSatisfy(item -> assertThat(item.duty().key()).as(item.id())
                .filteredOn(_ -> item.duty().key().size() == 1).allSatisfy(name -> assertThat(item.fields().column(name).orElseThrow().type()).isIn(words())));
    }

    private static List<FieldType> words() {
        return WORDS.stream().flatMap(name -> FieldType.named(name).stream()).toList();
    }

    /** As the examples of the packs are filled in, which are one thing through all its stages. */
    @ParameterizedTest
    @ValueSource(strings = {
        "QH2026-024: land-market.supply-plan land-market.grant-notice land-market.transaction-notice land-market.supply-result",
        "柳河镇二期道路工程: expropriation.pre-notice expropriation.survey-result expropriation.compensation-plan expropriation.hearing expropriation.compensation-payment",
        "青禾县2026年度第3批次城镇建设用地: expropriation.application-file expropriation.approval expropriation.notice",
        "青禾县2017年度第2批次城镇建设用地: expropriation.former-notice expropriation.former-compensation-plan expropriation.former-registration",
        "青禾县石桥镇建筑石料用灰岩矿: mining.grant-notice mining.result-notice mining.right-information",
        "青禾县双溪镇国土空间总体规划（2021—2035年）: planning.draft planning.approved-plan"})
    void the_stages_of_one_thing_carry_one_key(String chain) throws Exception {
        var words = chain.split(": ");
        var shelf = Shelf.of(PacksTest.files());
        assertThat(Stream.of(words[1].split(" ")).map(id -> keys(shelf.item(id).orElseThrow()))).allSatisfy(keys ->
                assertThat(keys).containsExactly(Item.asKey(words[0])));
    }

    @Test
    void a_key_of_several_fields_is_that_of_the_dossier_and_needs_all_of_them() throws Exception {
        var item = Shelf.of(PacksTest.files()).items().stream().filter(one -> one.duty().key().size() > 1).findFirst().orElseThrow();
        assertThat(keys(item)).containsExactly("县十七届人大五次会议/人大代表建议/第46号");
        var none = JsonNodeFactory.instance.nullNode();
        var values = new HashMap<>(item.fields().read(Examples.of(item.fields(), none, none)).values());
        values.remove(item.duty().key().getFirst());
        assertThat(item.keys(values)).isEmpty();
    }

    private static Set<String> keys(Item item) {
        var none = JsonNodeFactory.instance.nullNode();
        return item.keys(item.fields().read(Examples.of(item.fields(), none, none)).values());
    }

    @Test
    void a_key_is_compared_without_blanks_and_in_half_width() {
        assertThat(Item.asKey(" 青自然资罚〔２０２６〕 12号")).isEqualTo(Item.asKey("青自然资罚〔2026〕12号"));
    }
}
