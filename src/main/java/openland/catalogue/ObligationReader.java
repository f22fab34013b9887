package openland.catalogue;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openland.catalogue.Rule.Kind;
import openland.office.Level;
import org.jspecify.annotations.Nullable;

/** Reads what a pack asks besides its items' pieces. */
final class ObligationReader {
    private ObligationReader() {}

    static Obligation obligation(Place place, String domain) {
        var rule = RuleReader.rule(place);
        if (rule.kind() == Kind.GATE != place.has("before-act")) {
            throw place.fault("前置条件（gate）应写明before-act：哪一步要等它；其他规则不写。");
        }
        return new Obligation(rule.id(), place.at("title").text(), domain, levels(place.at("levels")), place.at("who").text(),
                place.at("binds-others").isTrue(), start(place), place.at("via").text(), place.at("paper").text(),
                place.has("item") ? place.at("item").text() : null, rule, gate(place), place.at("applies").text().equals("by-choice"), false);
    }

    static Set<Level> levels(Place levels) {
        var found = new HashSet<Level>();
        levels.each().forEach(level -> found.add(level.must(Level.of(level.text()), "没有" + level.text() + "这一层级。")));
        return found;
    }

    static Start start(Place place) {
        return new Start(place.at("starts").text(), place.at("event").text());
    }

    private static @Nullable Gate gate(Place place) {
        if (!place.has("before-act")) {
            return null;
        }
        var metBy = place.at("met-by").text();
        return new Gate(place.at("before-act").text(), place.at("items").map(Place::text).stream().collect(Collectors.toSet()),
                place.at("asks").text(), metBy.isEmpty() ? Gate.RECORD : metBy);
    }

    /** The obligations that the rules of an item are. */
    static Stream<Obligation> of(Item item, String domain) {
        var duty = item.duty();
        return duty.rules().stream().map(rule -> new Obligation(rule.id().isEmpty() ? item.id() : rule.id(), item.title(), domain,
                duty.levels(), duty.unit(), false, duty.starts(), item.channels().stream().map(Channels::label).collect(Collectors.joining("、")), item.title(), item.id(), rule, null, false, true));
    }
}
