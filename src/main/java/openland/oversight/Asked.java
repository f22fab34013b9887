package openland.oversight;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which duties are counted.
 *
 * @param from   the first month of last days; null for all before
 * @param to     the last month; null for all after
 * @param item   null for all; empty for those that no published piece meets
 * @param target false: what the law asks by a day; true: days that offices have set themselves
 */
public record Asked(Set<UUID> offices, @Nullable YearMonth from, @Nullable YearMonth to, @Nullable String item, boolean target) {
    public Asked {
        offices = Set.copyOf(offices);
    }

    /** Everything of these offices that the law asks. */
    public static Asked all(Collection<UUID> offices) {
        return new Asked(Set.copyOf(offices), null, null, null, false);
    }

    public Asked of(Collection<UUID> others) {
        return new Asked(Set.copyOf(others), from, to, item, target);
    }

    public Asked targets() {
        return new Asked(offices, from, to, item, true);
    }
}
