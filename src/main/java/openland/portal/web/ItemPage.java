package openland.portal.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openland.catalogue.AccessMode;
import openland.catalogue.Channels;
import openland.catalogue.Item;
import openland.catalogue.Rule;
import openland.catalogue.Step;
import openland.form.Field;
import openland.form.PublicMode;
import openland.office.Level;

/** What the public reads of a catalogue item. @param today in China */
public record ItemPage(Item item, LocalDate today) {
    /** All that is shown of a piece: what of the head is required, and the item's own fields but the hidden ones. */
    public List<Field> fields() {
        return Stream.concat(item.head().fields().stream().filter(Field::required), item.fields().fields().stream())
                .filter(field -> field.mode() != PublicMode.HIDDEN).toList();
    }

    /** Its public tables. */
    public List<Field> tables() {
        return item.fields().fields().stream().filter(field -> field.mode() != PublicMode.HIDDEN && !field.columns().isEmpty()).toList();
    }

    /** The address of what the filters leave, as a file of that kind. */
    public String download(ItemFilters filters, String ending) {
        return filters.address().at("/catalogue/" + item.id() + "/export." + ending).href();
    }

    /** The same for the rows of one table. */
    public String rows(ItemFilters filters, Field table) {
        return filters.address().with("table", table.name()).at("/catalogue/" + item.id() + "/export.csv").href();
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

    /** The rules that hold today. */
    public List<Rule> rules() {
        return item.duty().rules().stream().filter(rule -> rule.active() && !rule.from().isAfter(today) && !isOver(rule)).toList();
    }

    /** Rules that will hold from a later day on. */
    public List<Rule> coming() {
        return item.duty().rules().stream().filter(rule -> rule.active() && rule.from().isAfter(today)).toList();
    }

    /** Rules of earlier years; they still hold for what began in their time. */
    public List<Rule> ended() {
        return item.duty().rules().stream().filter(rule -> rule.active() && isOver(rule)).toList();
    }

    /** Rules whose basis nobody has read: kept, and not counted by. */
    public List<Rule> unverified() {
        return item.duty().rules().stream().filter(rule -> !rule.active()).toList();
    }

    private boolean isOver(Rule rule) {
        var to = rule.to();
        return to != null && to.isBefore(today);
    }

    /** Within what time, as of today, 20个工作日内: of several rules the strictest; empty when none counts days. */
    public String term() {
        return item.duty().ruleOn(today).map(Rule::label).orElse("");
    }

    /** Who owes it and by when, in a sentence. */
    public String answer() {
        return who() + (item.access() == AccessMode.PROACTIVE ? "应当主动公开" : "：" + item.access().label()) + (term().isEmpty() ? "。" : "，" + term() + "。");
    }

    /** Where it is made public, in words. */
    public String channels() {
        return item.channels().stream().map(Channels::label).collect(Collectors.joining("、"));
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
