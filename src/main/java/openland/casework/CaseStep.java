package openland.casework;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One move of a case, as it was made. @param officer null when the program made it */
public record CaseStep(int n, CaseMove move, CaseState to, @Nullable UUID officer, String reason, Instant at) {}
