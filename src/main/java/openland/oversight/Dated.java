package openland.oversight;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A date that a duty was given after its first one.
 *
 * @param from null where the clock was stopped before
 * @param to   null where it was stopped then
 * @param kind what was done to it, in one word: 延期, 中止计时; never an officer's own words
 */
public record Dated(Instant at, @Nullable LocalDate from, @Nullable LocalDate to, String kind) {}
