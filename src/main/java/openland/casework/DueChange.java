package openland.casework;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Another date than the one that was told before, and why; null where the clock was or is stopped. */
public record DueChange(Instant at, @Nullable LocalDate from, @Nullable LocalDate to, String reason) {}
