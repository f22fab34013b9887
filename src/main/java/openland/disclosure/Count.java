package openland.disclosure;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How many public pieces of an item an office has, by validity (有效性; null where pieces have none). */
public record Count(String item, UUID office, @Nullable String validity, long pieces) {}
