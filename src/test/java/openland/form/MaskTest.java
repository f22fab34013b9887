package openland.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MaskTest {
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @CsvSource({"name,张三,张某某", "name,欧阳清风,欧阳某某", "identity,350102199003070123,35*************123", "identity,34120219900307005X,34*************05X",
            "identity,３５０１０２１９９００３０７０１２３,35*************123", "identity,350102 19900307 0123,35*************123", "identity,350102900307012,35**********012", "identity,无,*",
            "mobile,13812341234,138****1234", "mobile,138 1234 1234,138****1234", "mobile,7012318,*******", "account,6222021234567890128,***************0128", "account,12345,*****",
            "address-township,青禾县柳河镇双塘村三组12号,青禾县柳河镇", "address-township,安徽省青州市青禾县文昌街道望江路18号3栋201室,安徽省青州市青禾县文昌街道",
            "address-township,江西省景德镇市浮梁县鹅湖镇桃岭村,江西省景德镇市浮梁县鹅湖镇", "address-township,镇江市丹徒区高桥镇一号,镇江市丹徒区高桥镇", "address-township,青禾县望江路18号,青禾县", "address-township,望江路18号,***"})
    void what_is_left(String mask, String value, String left) {
        assertThat(Mask.named(mask).orElseThrow().of(value)).isEqualTo(left);
    }

    @Test
    void a_row_of_a_compensation_list_keeps_amount_and_loses_the_person() {
        var form = new Form(List.of(Field.of("holder", "权利人", FieldType.named("party").orElseThrow()), masked("identity", "text", Mask.IDENTITY), masked("mobile", "text", Mask.MOBILE),
                masked("card", "text", Mask.ACCOUNT), masked("home", "place", Mask.ADDRESS_TOWNSHIP), Field.of("amount", "补偿金额", FieldType.named("money").orElseThrow())));
        Map<String, JsonNode> raw = Map.of("holder", JSON.readTree("{\"name\":\"陈小满\",\"kind\":\"person\",\"number\":\"350102199003070123\"}"), "identity", node("350102199003070123"),
                "mobile", node("13812341234"), "card", node("6222021234567890128"), "home", JSON.readTree("{\"address\":\"青禾县柳河镇双塘村三组12号\",\"lon\":\"117.123456\",\"lat\":\"31.654321\"}"),
                "amount", node("86500"));
        var shown = form.published(form.read(raw).values());
        assertThat(shown).extracting(Shown::text).containsExactly("陈小满", "35*************123", "138****1234", "***************0128", "青禾县柳河镇", "86500元");
        assertThat(JSON.writeValueAsString(shown)).doesNotContain("19900307", "1234123", "621234", "双塘", "117.");
        assertThat(form.whole(form.read(raw).values()).getFirst().text()).contains("350102199003070123");
    }

    @Test
    void a_mask_needs_a_type_and_a_mode_that_fit() {
        assertThatIllegalArgumentException().isThrownBy(() -> masked("amount", "money", Mask.ACCOUNT)).withMessageContaining("account");
        assertThatIllegalArgumentException().isThrownBy(() -> masked("note", "text", null)).withMessageContaining("mask");
        assertThatIllegalArgumentException().isThrownBy(() -> new Field("a", "甲", FieldType.named("text").orElseThrow(), false, PublicMode.SHOWN, Mask.NAME, Traits.NONE))
                .withMessageContaining("masked");
    }

    private static JsonNode node(String text) {
        return JSON.getNodeFactory().stringNode(text);
    }

    private static Field masked(String name, String type, Mask mask) {
        return Field.of(name, name, FieldType.named(type).orElseThrow()).masked(mask);
    }
}
