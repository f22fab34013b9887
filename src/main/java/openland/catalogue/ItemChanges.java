package openland.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import openland.form.Choice;
import openland.form.Field;
import openland.form.PublicMode;
import openland.office.Level;

/** What one declaration of an item has otherwise than another, in sentences for everybody: between two versions, or between the country and a place. */
public final class ItemChanges {
    private final List<String> sentences = new ArrayList<>();

    private ItemChanges() {}

    /** Empty when nothing that people notice differs. */
    public static List<String> between(Item before, Item after) {
        var changes = new ItemChanges();
        changes.facts(before, after);
        changes.rules(before.duty().rules(), after.duty().rules());
        changes.steps(before.review(), after.review());
        changes.listed("公开依据", before.bases(), after.bases());
        changes.listed("渠道", before.channels().stream().map(Channels::label).toList(), after.channels().stream().map(Channels::label).toList());
        changes.fields("", before.head().fields().stream().filter(Field::required).toList(), after.head().fields().stream().filter(Field::required).toList());
        changes.fields("", before.fields().fields(), after.fields().fields());
        return List.copyOf(changes.sentences);
    }

    private void facts(Item before, Item after) {
        changed("名称", before.title(), after.title());
        changed("五公开分类", before.group().label(), after.group().label());
        changed("公开方式", before.access().label(), after.access().label());
        changed("公开层级", levels(before), levels(after));
        changed("责任单位", before.duty().unit(), after.duty().unit());
        changed("起算", before.duty().starts().label(), after.duty().starts().label());
        changed("编号字段", key(before), key(after));
    }

    private static String key(Item item) {
        return item.duty().key().stream().map(name -> item.fields().column(name).map(Field::label).orElse(name)).collect(Collectors.joining("、"));
    }

    private static String levels(Item item) {
        return item.duty().levels().stream().sorted().map(Level::label).collect(Collectors.joining("、"));
    }

    private void changed(String what, String before, String after) {
        if (!before.equals(after)) {
            sentences.add(what + "由“" + before + "”改为“" + after + "”。");
        }
    }

    /** A rule is the same one while it begins on the same day under the same basis. */
    private void rules(List<Rule> before, List<Rule> after) {
        for (var rule : after) {
            var same = before.stream().filter(old -> old.from().equals(rule.from()) && old.basis().equals(rule.basis())).findFirst();
            if (same.isEmpty()) {
                boolean tighter = rule.active() && before.stream().anyMatch(old -> old.active() && old.to() == null && rule.isNoLooserThan(old) && !old.isNoLooserThan(rule));
                sentences.add((tighter ? "时限收紧：" : "增加时限：") + words(rule));
            } else if (!same.get().equals(rule)) {
                sentences.add(rule.to() != null && same.get().to() == null ? "时限终止：" + words(rule) : "时限改动：" + words(same.get()) + "改为" + words(rule));
            }
        }
        before.stream().filter(old -> after.stream().noneMatch(rule -> old.from().equals(rule.from()) && old.basis().equals(rule.basis())))
                .forEach(old -> sentences.add("去掉时限：" + words(old)));
    }

    private static String words(Rule rule) {
        return said(rule) + "。";
    }

    static String said(Rule rule) {
        return rule.label() + "（" + rule.from() + "起" + (rule.to() == null ? "" : "至" + rule.to()) + (rule.active() ? "" : "，依据没有核实，不执行")
                + "；" + rule.basis() + "）";
    }

    private void steps(List<Step> before, List<Step> after) {
        listed("审签步骤", before.stream().map(ItemChanges::words).toList(), after.stream().map(ItemChanges::words).toList());
    }

    private static String words(Step step) {
        return step.label() + (step.when() == Condition.IMPORTANT ? "（重要事项）" : "");
    }

    private void listed(String what, List<String> before, List<String> after) {
        after.stream().filter(one -> !before.contains(one)).forEach(one -> sentences.add("增加" + what + "：" + one + "。"));
        before.stream().filter(one -> !after.contains(one)).forEach(one -> sentences.add("去掉" + what + "：" + one + "。"));
    }

    private void fields(String of, List<Field> before, List<Field> after) {
        var old = before.stream().collect(Collectors.toMap(Field::name, Function.identity()));
        for (var field : after) {
            var earlier = old.get(field.name());
            if (earlier == null) {
                sentences.add("增加" + of + "字段“" + field.label() + "”" + (field.required() ? "（必填）" : "") + "。");
            } else {
                changed(of + "字段“" + field.label() + "”", said(earlier), said(field));
                fields("“" + field.label() + "”的", earlier.columns(), field.columns());
            }
        }
        before.stream().filter(field -> after.stream().noneMatch(other -> other.name().equals(field.name())))
                .forEach(field -> sentences.add("去掉" + of + "字段“" + field.label() + "”。"));
    }

    private static String said(Field field) {
        var choices = field.choices().stream().map(Choice::label).collect(Collectors.joining("、"));
        var mode = field.mode() == PublicMode.SHOWN ? "公开" : field.mode() == PublicMode.MASKED ? "隐去后公开" : "不公开";
        return field.label() + "，" + field.type().name() + "，" + (field.required() ? "必填" : "选填") + "，" + mode
                + (Objects.equals(choices, "") ? "" : "，可选" + choices);
    }
}
