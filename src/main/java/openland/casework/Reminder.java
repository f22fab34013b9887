package openland.casework;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An office above asks about a late duty (催办).
 *
 * @param from           the office above
 * @param to             the office that owes
 * @param officer        who asked
 * @param acknowledgedAt when the office answered (回执); null before
 * @param answer         empty before
 */
public record Reminder(UUID id, UUID duty, UUID from, UUID to, UUID officer, Instant at, String text, @Nullable UUID acknowledgedBy,
        @Nullable Instant acknowledgedAt, String answer) {
    /** True until the office has answered. */
    public boolean waits() {
        return acknowledgedAt == null;
    }
}
