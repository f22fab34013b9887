package openland.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A running duty and its day, as much of it as the public may read: it goes into mails and to offices above.
 *
 * @param name title and, once somebody has answered for it, what it is about
 */
record Owed(UUID duty, UUID office, String name, LocalDate dueOn, Instant dueAt) {
    boolean isLate(Instant now) {
        return !now.isBefore(dueAt);
    }
}
