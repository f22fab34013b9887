package openland.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import openland.form.Field;
import openland.form.PublicMode;

/** What a pack would change, in words, for whoever decides on it. */
final class PackChanges {
    private final List<String> lines = new ArrayList<>();

    private PackChanges() {}

    /** @param before the version in force; empty for a pack that is new */
    static List<String> of(Optional<Pack> before, Pack after) {
        var changes = new PackChanges();
        before.ifPresent(old -> changes.compare("目录包", Map.of("名称", old.title()), Map.of("名称", after.title())));
        after.items().forEach(item -> before.flatMap(old -> old.item(item.id()))
                .ifPresentOrElse(old -> changes.item(old, item), () -> changes.added(item)));
        changes.overlay(before.map(Pack::overlay).orElse(Overlay.NONE), after.overlay());
        return List.copyOf(changes.lines);
    }

    private void added(Item item) {
        lines.add("新事项“" + item.title() + "”（" + item.id() + "）：" + item.fields().fields().size() + "个字段，" + path(item.review())
                + rules(item.duty().rules()).values().stream().map(rule -> "，" + rule).collect(Collectors.joining()));
    }

    private void item(Item before, Item after) {
        var name = "事项“" + after.title() + "”";
        compare(name, facts(before), facts(after));
        compare(name, named(before.fields().fields()), named(after.fields().fields()));
        compare(name, rules(before.duty().rules()), rules(after.duty().rules()));
    }

    private static Map<String, String> facts(Item item) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("名称", item.title());
        facts.put("五公开分组", item.group().label());
        facts.put("公开方式", item.access().label());
        facts.put("负责的层级", item.duty().levels().stream().sorted().map(Enum::name).collect(Collectors.joining("、")) + item.duty().unit());
        facts.put("审核流程", path(item.review()));
        facts.put("渠道", String.join("、", item.channels()));
        facts.put("检查", String.join("、", item.checks()));
        facts.put("依据", String.join("；", item.bases()));
        facts.put("必填的索引信息", item.head().fields().stream().filter(Field::required).map(Field::label).collect(Collectors.joining("、")));
        return facts;
    }

    private void overlay(Overlay before, Overlay after) {
        for (var change : after.changes()) {
            var old = before.changes().stream().filter(c -> c.item().equals(change.item())).findFirst()
                    .orElse(new Overlay.Change(change.item(), List.of(), List.of(), List.of(), ""));
            var name = "补充事项" + change.item();
            compare(name, named(old.fields()), named(change.fields()));
            compare(name, rules(old.rules()), rules(change.rules()));
            compare(name, steps(old), steps(change));
        }
        before.changes().stream().map(Overlay.Change::item)
                .filter(item -> after.changes().stream().noneMatch(change -> change.item().equals(item)))
                .forEach(item -> lines.add("不再补充事项" + item));
    }

    private static Map<String, String> steps(Overlay.Change change) {
        return named(change.steps(), step -> "审核步骤" + step.step().label(), step -> "在" + step.after() + "之后");
    }

    private static Map<String, String> named(List<Field> fields) {
        return named(fields, field -> "字段" + field.label(), field -> field.name() + "，" + field.type().name()
                + (field.required() ? "，必填" : "") + (field.mode() == PublicMode.SHOWN ? "" : field.mode() == PublicMode.MASKED ? "，隐名公开" : "，不公开")
                + its(field));
    }

    /** What else tells one declaration of a field from another. */
    private static String its(Field field) {
        var help = field.help().isEmpty() ? "" : "，提示：" + field.help();
        return help + field.choices().stream().map(choice -> "，" + choice.label()).collect(Collectors.joining());
    }

    private static Map<String, String> rules(List<Rule> rules) {
        return named(rules, rule -> "期限（" + rule.from() + "起）", rule -> rule.within().label() + "内" + (rule.to() == null ? "" : "，至" + rule.to())
                + (rule.active() ? "" : "，未核实不启用") + "，" + rule.basis());
    }

    private static <T> Map<String, String> named(List<T> things, Function<T, String> name, Function<T, String> says) {
        return things.stream().collect(Collectors.toMap(name, says, (a, b) -> a + "；" + b, LinkedHashMap::new));
    }

    private static String path(List<Step> review) {
        return review.stream().map(Step::label).collect(Collectors.joining("→"));
    }

    private void compare(String of, Map<String, String> before, Map<String, String> after) {
        after.forEach((name, says) -> {
            var old = before.get(name);
            if (old == null) {
                lines.add(of + "增加" + name + "：" + says);
            } else if (!Objects.equals(old, says)) {
                lines.add(of + "的" + name + "由“" + old + "”改为“" + says + "”");
            }
        });
        before.keySet().stream().filter(name -> !after.containsKey(name)).forEach(name -> lines.add(of + "去掉" + name));
    }
}
