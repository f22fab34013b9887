package openland.drafting;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer remarked beside a field when he sent the draft back (退回意见).
 *
 * @param n          the move that sent it back
 * @param value      SHA-256 of what stood in the field then
 * @param answer     the drafter's, empty while there is none
 * @param answeredBy who answered last
 */
public record FieldRemark(int n, String field, String remark, byte[] value, String answer, @Nullable UUID answeredBy,
        @Nullable Instant answeredAt) {
    /** Beside the attachments, which have no field of the form. */
    public static final String FILES = "attachments";
}
