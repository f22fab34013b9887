package openland.casework;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import openland.base.RepeatedWork;
import openland.calendar.Calendar;
import openland.calendar.Calendars;
import openland.casework.RecountStore.Span;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts the running clocks again when a notice on holidays was loaded, here or on another node. A date that was told is never
 * moved in silence: each move leaves a line that the public page of the duty shows and the next digest tells.
 */
@Component
class Recounting extends RepeatedWork {
    private static final String CAUSE = "放假安排有变动，按新的工作日历重新计算。";

    private final RecountStore clocks;
    private final DutyStore duties;
    private final Calendars calendars;
    private final TransactionTemplate transaction;
    private final InstantSource time;
    private long counted = -1;

    Recounting(RecountStore clocks, DutyStore duties, Calendars calendars, TransactionTemplate transaction, InstantSource time) {
        super("clocks", Duration.ofSeconds(1));
        this.clocks = clocks;
        this.duties = duties;
        this.calendars = calendars;
        this.transaction = transaction;
        this.time = time;
    }

    /** Looks at the calendar's version, which is one small question; counts only when it has risen. */
    @Override
    protected boolean work() {
        long version = calendars.version();
        if (version != counted) {
            recount();
            counted = version;
        }
        return false;
    }

    /** How many dates moved. Regions that share a calendar are counted together; two nodes count one after the other. */
    int recount() {
        return Objects.requireNonNull(transaction.execute(_ -> {
            long before = clocks.locked();
            long version = calendars.version();
            if (version == before) {
                return 0;
            }
            int moved = clocks.regions().stream().collect(Collectors.groupingBy(region -> calendars.forRegion(region).region())).values().stream()
                    .mapToInt(regions -> recount(regions, before)).sum();
            clocks.counted(version);
            return moved;
        }));
    }

    private int recount(List<String> regions, long before) {
        var calendar = calendars.forRegion(regions.getFirst());
        var span = span(regions, before == 0 ? null : calendars.asOf(regions.getFirst(), before), calendar);
        if (span.isEmpty()) {
            return 0;
        }
        int moved = clocks.recount(calendar, span.get(), time.instant(), CAUSE);
        for (var id : clocks.stopped(span.get())) {
            moved += recount(id, calendar);
        }
        return moved;
    }

    /** The days on which a clock's way may have become another one, and those whose holidays were not known before. */
    private static Optional<Span> span(List<String> regions, @Nullable Calendar old, Calendar now) {
        if (old == null) {
            return Optional.of(new Span(regions, Calendar.FIRST, Calendar.LAST));
        }
        var days = new TreeSet<>(now.daysUnlike(old));
        if (!old.settledTo().equals(now.settledTo())) {
            days.add(old.settledTo());
            days.add(now.settledTo());
        }
        return days.isEmpty() ? Optional.empty() : Optional.of(new Span(regions, days.first(), days.last()));
    }

    private int recount(UUID id, Calendar calendar) {
        var before = duties.locked(id).orElseThrow().clock();
        var after = before.counted(calendar);
        if (Objects.equals(before.dueOn(), after.dueOn()) && before.provisional() == after.provisional()) {
            return 0;
        }
        duties.update(after);
        if (Objects.equals(before.dueOn(), after.dueOn())) {
            return 0;
        }
        duties.moved(after, before.dueOn(), time.instant(), CAUSE, "");
        return 1;
    }
}
