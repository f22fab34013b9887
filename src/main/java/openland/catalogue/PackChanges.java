package openland.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openland.office.Level;

/** What a pack would change, in sentences, for whoever decides on it. */
final class PackChanges {
    private PackChanges() {}

    /** @param before the version in force; empty for a pack that is new. @param known the items in force, by identifier */
    static List<String> of(Optional<Pack> before, Pack after, Function<String, Optional<Item>> known) {
        if (after.isOverlay()) {
            return ofOverlay(before.map(Pack::overlay).orElse(Overlay.NONE), after.overlay(), known);
        }
        var sentences = new ArrayList<String>();
        before.filter(old -> !old.title().equals(after.title()))
                .ifPresent(old -> sentences.add("领域名称由“" + old.title() + "”改为“" + after.title() + "”。"));
        for (var item : after.items()) {
            var old = before.flatMap(pack -> pack.item(item.id()));
            sentences.addAll(old.map(earlier -> of(earlier, item)).orElseGet(() -> List.of("新事项“" + item.title() + "”，"
                    + item.fields().fields().size() + "个字段。")));
        }
        sentences.addAll(ofObligations(before.map(Pack::declared).orElse(List.of()), after.declared()));
        return sentences;
    }

    private static List<String> ofObligations(List<Obligation> before, List<Obligation> after) {
        return after.stream().filter(one -> !before.contains(one)).map(one -> before.stream().filter(old -> old.id().equals(one.id())).findFirst()
                .map(old -> "义务" + one.id() + "由“" + words(old) + "”改为“" + words(one) + "”。").orElseGet(() -> "新义务" + one.id() + "“" + one.title() + "”：" + bound(one) + "。")).toList();
    }

    private static String words(Obligation one) {
        return one.title() + "，" + bound(one);
    }

    private static String bound(Obligation one) {
        var levels = one.levels().stream().sorted().map(Level::label).collect(Collectors.joining("、"));
        return (one.others() ? "约束" + one.who() : levels + "级" + (one.byChoice() ? "选用的机构" : "机构")) + "，" + ItemChanges.said(one.rule());
    }

    private static List<String> ofOverlay(Overlay before, Overlay after, Function<String, Optional<Item>> known) {
        return Stream.of(before, after).flatMap(overlay -> overlay.changes().stream()).map(Overlay.Change::item).distinct()
                .flatMap(id -> known.apply(id).stream()).flatMap(item -> of(before.appliedTo(item), after.appliedTo(item)).stream()).toList();
    }

    private static List<String> of(Item before, Item after) {
        return ItemChanges.between(before, after).stream().map(sentence -> "事项“" + after.title() + "”：" + sentence).toList();
    }
}
