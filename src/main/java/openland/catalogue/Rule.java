package openland.catalogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Within what time a duty must be met, in force from one day to another. The rule of the day of the trigger holds for a
 * duty for ever.
 *
 * @param to     the last day it is in force; null while it is
 * @param basis  the law it comes from, in words
 * @param active whether the program counts by it; what nobody has read in the source is kept, but not counted by
 */
public record Rule(Term within, LocalDate from, @Nullable LocalDate to, String basis, Status status, boolean active) {
    /** How surely the rule is known. */
    public enum Status {
        /** The text of the law was read. */ READ,
        /** A document of an authority says so. */ SOURCE,
        /** From memory. */ MEM,
        /** Somebody's assumption. */ ASSUMED;

        boolean isVerified() {
            return this == READ || this == SOURCE;
        }
    }

    boolean isInForceOn(LocalDate day) {
        return active && !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    boolean overlaps(Rule other) {
        return active && other.active && (to == null || !other.from.isAfter(to)) && (other.to == null || !from.isAfter(other.to));
    }
}
