package openland.portal.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openland.catalogue.Item;
import openland.catalogue.Rule;
import openland.catalogue.Step;
import openland.form.Field;
import openland.form.PublicMode;
import openland.office.Level;

/** What the public reads of a catalogue item. */
public record ItemPage(Item item) {
    /** All that is shown of a piece: what of the head is required, and the item's own fields but the hidden ones. */
    public List<Field> fields() {
        return Stream.concat(item.head().fields().stream().filter(Field::required), item.fields().fields().stream())
                .filter(field -> field.mode() != PublicMode.HIDDEN).toList();
    }

    /** 必有 · 隐去个人身份, or nothing. */
    public static String remarks(Field field) {
        return Stream.of(field.required() ? "必有" : "", field.mode() == PublicMode.MASKED ? "个人信息隐去后公开" : "", field.help())
                .filter(text -> !text.isEmpty()).collect(Collectors.joining("；"));
    }

    /** 部、省、市、县机构 with the unit in charge. */
    public String who() {
        var levels = item.duty().levels().stream().sorted().map(Level::label).collect(Collectors.joining("、"));
        return levels + "机构" + (item.duty().unit().isEmpty() ? "" : "的" + item.duty().unit() + "部门");
    }

    /** The rules that the program counts by. */
    public List<Rule> rules() {
        return item.duty().rules().stream().filter(Rule::active).toList();
    }

    /** Who signs, in order. */
    public List<String> steps() {
        return item.review().stream().map(ItemPage::inWords).toList();
    }

    private static String inWords(Step step) {
        return step.label() + switch (step.when()) {
            case ALWAYS -> "";
            case IMPORTANT -> "（重要事项）";
        };
    }
}
