package openland.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a request. None is ever changed or deleted; what was written wrongly is amended by another one.
 *
 * @param n       from 1, in the order of being written down
 * @param on      the day that counts in law
 * @param at      when it was written down
 * @param officer null: the applicant, who was asked, or the program
 * @param detail  what the move needs besides, by short names
 */
public record RequestEvent(int n, RequestMove move, LocalDate on, Instant at, @Nullable UUID officer, String remark, Map<String, String> detail) {
    /** The consultation that a CONSULT, VIEW or SILENCE belongs to. */
    public static final String CONSULTATION = "consultation";
    /** Of a CONSULT: who is asked, {@link Consultation.Kind}. Of a SILENCE the same. */
    public static final String KIND = "kind";
    /** Of an EXTEND: how many working days; of a CHARGE: how many yuan. */
    public static final String DAYS = "days";
    /** Of an ASK_CORRECTION, ASK_REASONS, CHARGE: by when; of a DELAY: the new day; of a VIEW: up to when the time is not counted. */
    public static final String BY = "by";
    /** Of an AMEND: the number of the event. */
    public static final String EVENT = "event";

    public RequestEvent {
        detail = Map.copyOf(detail);
    }

    RequestEvent on(LocalDate day) {
        return new RequestEvent(n, move, day, at, officer, remark, detail);
    }

    @Nullable LocalDate day(String name) {
        var text = detail.get(name);
        return text == null || text.isEmpty() ? null : LocalDate.parse(text);
    }

    int number(String name) {
        return Integer.parseInt(detail.getOrDefault(name, "0"));
    }
}
