package openland.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import openland.base.Time;
import openland.calendar.ClockRule;
import org.jspecify.annotations.Nullable;

/**
 * What an office has set where the law leaves it open (地方参数); it holds for the offices under it too.
 *
 * @param clock the office's own time; null when it keeps to the rule as it is written
 * @param basis by what decision
 * @param endedAt null while it holds
 */
public record RuleSetting(UUID id, UUID office, String obligation, @Nullable ClockRule clock, String basis, UUID officer, Instant at, @Nullable Instant endedAt) {
    /** The rule of the day of the trigger holds: what was set later, or ended before, does not count for it. */
    boolean holdsOn(LocalDate day) {
        return !Time.dateOf(at).isAfter(day) && (endedAt == null || Time.dateOf(endedAt).isAfter(day));
    }

    public boolean isEnded() {
        return endedAt != null;
    }
}
