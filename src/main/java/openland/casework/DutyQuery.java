package openland.casework;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import openland.base.Keyset;
import openland.base.Refusal;
import openland.catalogue.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Which duties.
 *
 * @param dueBefore only those too late from before that moment; null for all
 * @param item      null for all
 * @param kinds     empty for all
 * @param states    empty for all that are still to be done
 * @param after     as the page before gave it
 */
public record DutyQuery(@Nullable Instant dueBefore, @Nullable String item, Set<Rule.Kind> kinds, Set<CaseState> states, @Nullable String after) {
    /** All that are still to be done, from the first. */
    public static final DutyQuery ALL = new DutyQuery(null, null, Set.of(), null);

    public DutyQuery {
        kinds = Set.copyOf(kinds);
        states = Set.copyOf(states);
    }

    /** Of those that are still to be done. */
    public DutyQuery(@Nullable Instant dueBefore, @Nullable String item, Set<Rule.Kind> kinds, @Nullable String after) {
        this(dueBefore, item, kinds, Set.of(), after);
    }

    static String key(DutyCase duty) {
        var due = duty.clock().dueAt();
        return (due == null ? "infinity" : due.toString()) + " " + duty.id();
    }

    String afterAt() {
        var key = Keyset.decode(after);
        if (key == null) {
            return "-infinity";
        }
        var at = key.split(" ", 2)[0];
        try {
            return at.equals("infinity") ? at : Instant.parse(at).toString();
        } catch (DateTimeException e) {
            throw wrong();
        }
    }

    UUID afterId() {
        var key = Keyset.decode(after);
        if (key == null) {
            return new UUID(0, 0);
        }
        try {
            return UUID.fromString(key.substring(key.indexOf(' ') + 1));
        } catch (IllegalArgumentException e) {
            throw wrong();
        }
    }

    private static Refusal wrong() {
        return Refusal.invalid("翻页参数after不是本系统给出的值，请从第一页重新开始。");
    }
}
