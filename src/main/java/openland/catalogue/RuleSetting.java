package openland.catalogue;

import java.time.Instant;
import java.util.UUID;
import openland.calendar.ClockRule;
import org.jspecify.annotations.Nullable;

/**
 * What an office has set where the law leaves it open (地方参数); it holds for the offices under it too.
 *
 * @param clock the office's own time; null when it keeps to the rule as it is written
 * @param basis by what decision
 */
public record RuleSetting(UUID id, UUID office, String obligation, @Nullable ClockRule clock, String basis, UUID officer, Instant at) {}
