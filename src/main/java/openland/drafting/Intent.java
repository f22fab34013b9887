package openland.drafting;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A move that an officer wants to make.
 *
 * @param remark shown to the officers of the path; needed when sending back and for an answer from outside
 * @param seen   the digest of the content that he read, in hexadecimal: another content is not moved; null to ask for no such check
 * @param marks  by field, what he remarks beside it when sending back
 */
public record Intent(UUID draft, Move move, String remark, @Nullable String seen, Map<String, String> marks) {
    public Intent {
        marks = marks.entrySet().stream().filter(mark -> mark.getKey() != null && mark.getValue() != null)   // JSON has nulls
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public Intent(UUID draft, Move move, String remark, @Nullable String seen) {
        this(draft, move, remark, seen, Map.of());
    }
}
