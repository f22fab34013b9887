package openland.drafting.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import openland.form.Field;
import openland.form.FieldType;
import openland.form.Input;
import openland.form.Note;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class FormOrderTest {
    private static final List<Input> EMPTY = List.of(input("title", true, null), input("documentNumber", false, null),
            input("indexNumber", false, null), input("producedOn", false, null), input("category", true, null),
            input("medium", false, null), input("body", false, null), input("offender", true, null), input("fine", false, null));

    @Test
    void name_and_date_come_first_then_the_items_own_the_text_and_what_is_required_of_the_index() {
        assertThat(FormOrder.of(EMPTY, Set.of()).first()).extracting(input -> input.field().name())
                .containsExactly("title", "documentNumber", "producedOn", "offender", "fine", "body", "category");
    }

    @Test
    void what_nobody_needs_is_folded_and_nothing_is_lost() {
        var order = FormOrder.of(EMPTY, Set.of());
        assertThat(order.folded()).extracting(input -> input.field().name()).containsExactly("indexNumber", "medium");
        assertThat(order.first().size() + order.folded().size()).isEqualTo(EMPTY.size());
        assertThat(order.open()).isFalse();
    }

    @Test
    void the_fold_is_open_when_it_holds_a_value_a_finding_or_a_remark() {
        assertThat(FormOrder.of(List.of(input("medium", false, JsonNodeFactory.instance.stringNode("网站"))), Set.of()).open()).isTrue();
        var found = new Input(field("medium", false), null, List.of(new Note(Note.Kind.ASK, "", "请核对。")));
        assertThat(FormOrder.of(List.of(found), Set.of()).open()).isTrue();
        assertThat(FormOrder.of(EMPTY, Set.of("medium")).open()).isTrue();
        assertThat(FormOrder.of(EMPTY, Set.of("title")).open()).isFalse();
    }

    private static Input input(String name, boolean required, @Nullable JsonNode value) {
        return new Input(field(name, required), value, List.of());
    }

    private static Field field(String name, boolean required) {
        return Field.of(name, name, FieldType.named("text").orElseThrow()).required(required);
    }
}
