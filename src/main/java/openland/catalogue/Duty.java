package openland.catalogue;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import openland.office.Level;

/**
 * Who owes an item, when, and from what moment.
 *
 * @param levels the levels of offices that owe it
 * @param unit   the part of the office that does it; empty when any may
 * @param starts the event that starts the clock
 */
public record Duty(Set<Level> levels, String unit, String starts, List<Rule> rules) {
    public Duty {
        levels = Set.copyOf(levels);
        rules = List.copyOf(rules);
    }

    /** The rule for a trigger of that day: of several (an overlay may be stricter) the shortest. */
    public Optional<Rule> ruleOn(LocalDate day) {
        return rules.stream().filter(rule -> rule.isInForceOn(day))
                .min(Comparator.comparingInt(rule -> rule.within().length()));
    }
}
