package openland.office;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A post that an officer handed to another for a time (委托代办).
 *
 * @param officer   who is away
 * @param to        the end, excluded; earlier than agreed when it was revoked
 * @param revokedBy who ended it before its time; null while nobody has
 */
public record Delegation(UUID id, UUID officer, UUID delegate, UUID office, Post post, Instant from, Instant to, String reason,
        @Nullable UUID revokedBy) {

    /** Whether it is over at {@code now}. */
    public boolean isOver(Instant now) {
        return !now.isBefore(to);
    }

    /** Whether it holds at {@code now}. */
    public boolean holds(Instant now) {
        return !now.isBefore(from) && !isOver(now);
    }
}
