package openland.oversight;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;

/** Figures of a month that an office has reported: the parts, and the whole that it has given elsewhere. */
public record Reported(UUID office, ReportedKind kind, YearMonth month, Map<String, Long> parts, long total, Instant at) {
    public Reported {
        parts = Map.copyOf(parts);
    }

    public long sum() {
        return parts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What the whole has more than its parts; shown as it is, never smoothed over. */
    public long residue() {
        return total - sum();
    }
}
