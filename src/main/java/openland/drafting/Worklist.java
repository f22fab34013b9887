package openland.drafting;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import openland.base.Keyset;
import openland.base.Refusal;
import openland.drafting.WorklistStore.After;
import openland.office.Officer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lists of an officer's desk (工作台): what waits for him, what he wrote, what came back, what he does for others. */
@Service
public class Worklist {
    private static final Set<State> OPEN = EnumSet.of(State.DRAFTING, State.IN_REVIEW, State.APPROVED, State.SCHEDULED);

    private static final After FIRST = new After(Instant.EPOCH, new UUID(0, 0));
    private static final After LAST = new After(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    private final WorklistStore lists;
    private final Seats seats;

    Worklist(WorklistStore lists, Seats seats) {
        this.lists = lists;
        this.seats = seats;
    }

    /** Drafts that wait for a move of this officer, the one that waits longest first. @param after as the page before gave it */
    @Transactional(readOnly = true)
    public Keyset<Draft> waiting(Officer officer, @Nullable String after, int limit) {
        return waiting(seats.of(officer), officer, after, limit);
    }

    /** Those of them that wait for a post which he holds for somebody away. */
    @Transactional(readOnly = true)
    public Keyset<Draft> delegated(Officer officer, @Nullable String after, int limit) {
        return waiting(seats.of(officer).stream().filter(seat -> seat.behalf() != null).toList(), officer, after, limit);
    }

    private Keyset<Draft> waiting(Collection<Seat> at, Officer officer, @Nullable String after, int limit) {
        return at.isEmpty() ? new Keyset<>(List.of(), null)
                : Keyset.of(lists.awaiting(at, officer.id(), after(after, FIRST), limit + 1), limit, Worklist::key);
    }

    /** How many there are in {@link #waiting}. */
    public long countWaiting(Officer officer) {
        var at = seats.of(officer);
        return at.isEmpty() ? 0 : lists.countAwaiting(at, officer.id());
    }

    /** Drafts under way of the offices where the officer has a part in drafting, the newest first. */
    @Transactional(readOnly = true)
    public Keyset<Draft> ofOffice(Officer officer, @Nullable String after, int limit) {
        var offices = offices(officer);
        return offices.isEmpty() ? new Keyset<>(List.of(), null)
                : Keyset.of(lists.ofOffices(offices, OPEN, after(after, LAST), limit + 1), limit, Worklist::key);
    }

    /** Drafts under way on which the officer has written, the newest first. */
    @Transactional(readOnly = true)
    public Keyset<Draft> mine(Officer officer, @Nullable String after, int limit) {
        return written(officer, false, after, limit);
    }

    /** Those of them that a reviewer sent back. */
    @Transactional(readOnly = true)
    public Keyset<Draft> returned(Officer officer, @Nullable String after, int limit) {
        return written(officer, true, after, limit);
    }

    private Keyset<Draft> written(Officer officer, boolean returned, @Nullable String after, int limit) {
        var offices = offices(officer);
        return offices.isEmpty() ? new Keyset<>(List.of(), null)
                : Keyset.of(lists.writtenBy(officer.id(), offices, returned, after(after, LAST), limit + 1), limit, Worklist::key);
    }

    /** Drafts of the officer's offices that have a day on which they are to go out, the nearest first. */
    @Transactional(readOnly = true)
    public List<Draft> withDay(Officer officer, int limit) {
        var offices = offices(officer);
        return offices.isEmpty() ? List.of() : lists.withDay(offices, limit);
    }

    private static List<UUID> offices(Officer officer) {
        return officer.posts().stream().filter(held -> Draftroom.BUSINESS.contains(held.post())).map(Officer.Holding::office).distinct().toList();
    }

    private static String key(Draft draft) {
        return draft.updatedAt() + " " + draft.id();
    }

    private static After after(@Nullable String parameter, After otherwise) {
        var key = Keyset.decode(parameter);
        if (key == null) {
            return otherwise;
        }
        try {
            var parts = key.split(" ", 2);
            return new After(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw Refusal.invalid("翻页参数after不是本系统给出的值，请从第一页重新开始。");
        }
    }
}
