package openland.journal;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did.
 *
 * @param name    room and act in the past tense: {@code draft.submitted}, {@code office.signed-in}
 * @param officer who did it; null when nobody was signed in
 * @param office  the office it concerns; null when none does
 * @param subject the id of what it was done to (at most 200 characters)
 * @param detail  ids, digests, counts and names of states; never content, never a password
 */
public record Act(String name, @Nullable UUID officer, @Nullable UUID office, String subject, Map<String, ?> detail) {
    public Act {
        detail = Map.copyOf(detail);
    }

    public Act(String name, @Nullable UUID officer, @Nullable UUID office, String subject) {
        this(name, officer, office, subject, Map.of());
    }
}
