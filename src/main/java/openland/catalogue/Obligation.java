package openland.catalogue;

import java.util.Set;
import openland.office.Level;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the law asks of somebody (义务): of an item, that its piece be public by a day; of everything else, an answer, a
 * step that comes first, a state that must hold.
 *
 * @param id      for ever (ENF-02); of an item's rule without one, the item's identifier
 * @param domain  the pack that declares it
 * @param who     who does it in the office, or the citizen, court or body that it binds
 * @param others  whether it binds somebody else than an office: it is shown, and never counted against one
 * @param via     how it is done or where it is shown
 * @param paper   what there is when it is done: 处罚公示, 保密审查记录
 * @param item    the item whose piece meets it; null when no piece does
 * @param gate    for a rule of kind GATE: which act waits for it
 * @param byChoice whether one place made it for itself: it holds only for offices that have chosen it
 * @param ofItemsRule whether it is a rule of the item itself, and so says by when its piece must be public
 */
public record Obligation(String id, String title, String domain, Set<Level> levels, String who, boolean others, Start starts, String via,
        String paper, @Nullable String item, Rule rule, @Nullable Gate gate, boolean byChoice, boolean ofItemsRule) {
    public Obligation {
        levels = Set.copyOf(levels);
    }

    /** By what administrators name it: its identifier; of an item's rule that has none, the item and the day it begins. */
    public String name() {
        return rule.id().isEmpty() ? id + "@" + rule.from() : rule.id();
    }

    /** The same obligation under another rule. */
    Obligation with(Rule other) {
        return new Obligation(id, title, domain, levels, who, others, starts, via, paper, item, other, gate, byChoice, ofItemsRule);
    }
}
