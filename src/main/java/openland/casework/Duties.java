package openland.casework;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import openland.base.Keyset;
import openland.calendar.Calendars;
import openland.calendar.Derived;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks things up about duties; for officers. */
@Service
public class Duties {
    private final DutyStore duties;
    private final Calendars calendars;

    Duties(DutyStore duties, Calendars calendars) {
        this.duties = duties;
        this.calendars = calendars;
    }

    public Optional<DutyCase> byId(UUID id) {
        return duties.byId(id);
    }

    /** What happened to it, in order. */
    public List<CaseStep> steps(UUID id) {
        return duties.steps(id);
    }

    /** The dates it was given after its first one. */
    public List<DueChange> changes(UUID id) {
        return duties.changes(id);
    }

    /** Why its day is that day; empty while the clock is stopped. A clock that has ended is told as it was counted then. */
    public List<Derived> derivation(DutyCase duty) {
        return duty.clock().derivation(calendars);
    }

    /**
     * What is or was owed about the things of those keys, or was met by those pieces; cancelled ones and shortest times left out. What
     * of a case is public is said at {@link DutyCase}: its key and its subject are not.
     */
    public List<DutyCase> about(Collection<String> items, Collection<String> keys, Collection<UUID> pieces) {
        return items.isEmpty() ? List.of() : duties.about(items, keys, pieces);
    }

    /** Those of the offices, by the day they are due. */
    @Transactional(readOnly = true)
    public Keyset<DutyCase> running(Collection<UUID> offices, DutyQuery query, int limit) {
        return offices.isEmpty() ? new Keyset<>(List.of(), null) : Keyset.of(duties.list(offices, query, limit + 1), limit, DutyQuery::key);
    }

    /** How many of an item are still to be done. */
    public record OfItem(String item, String title, long count) {}

    /** By item, the most first. */
    @Transactional(readOnly = true)
    public List<OfItem> byItem(Collection<UUID> offices) {
        return duties.byItem(offices);
    }

    /** Takes the number of a thing that a duty is about. */
    public interface EachKey {
        void take(UUID office, String item, String key);
    }

    /** The numbers of all duties that a piece meets, whatever became of them. */
    public void eachKey(EachKey each) {
        duties.eachKey(each);
    }
}
