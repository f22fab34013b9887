package openland.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import openland.office.Level;

/**
 * Who owes an item, when, and from what moment.
 *
 * @param levels the levels of offices that owe it
 * @param unit   the part of the office that does it; empty when any may
 * @param starts the event that starts the clock, in words: 作出行政决定
 * @param key    the field that says which thing a piece is about, and so which duty it meets ({@code parcelNumber}; a column of
 *               a table is {@code table.column}); several are joined; empty when none does
 */
public record Duty(Set<Level> levels, String unit, Start starts, List<String> key, List<Rule> rules) {
    public Duty {
        levels = Set.copyOf(levels);
        key = List.copyOf(key);
        rules = List.copyOf(rules);
    }

    /** The rule for a trigger of that day whose day can be missed: of several (an overlay may be stricter) the strictest. */
    public Optional<Rule> ruleOn(LocalDate day) {
        return rules.stream().filter(rule -> rule.kind().canBeMissed() && rule.isInForceOn(day))
                .reduce((one, other) -> other.isNoLooserThan(one) ? other : one);
    }
}
