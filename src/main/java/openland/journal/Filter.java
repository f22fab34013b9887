package openland.journal;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which entries are asked for; null leaves a condition out. {@code offices} is what the reader may see. */
public record Filter(@Nullable UUID officer, @Nullable String subject, @Nullable Set<UUID> offices) {}
