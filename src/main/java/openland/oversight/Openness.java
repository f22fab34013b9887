package openland.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openland.base.Keyset;
import openland.base.Time;
import openland.calendar.Calendar;
import openland.calendar.Calendars;
import openland.calendar.Derived;
import openland.casework.Duties;
import openland.office.Office;
import openland.office.Offices;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What offices owe the public and whether they did it, as everybody may see it (公开晾晒). */
@Service
public class Openness {
    private final FigureStore figures;
    private final PublicDutyStore store;
    private final Duties duties;
    private final Offices offices;
    private final Calendars calendars;

    Openness(FigureStore figures, PublicDutyStore store, Duties duties, Offices offices, Calendars calendars) {
        this.figures = figures;
        this.store = store;
        this.duties = duties;
        this.offices = offices;
        this.calendars = calendars;
    }

    /** For which moment all figures and lists hold. */
    public Instant asOf() {
        return figures.asOf();
    }

    /** An office and those under it, each with the figures of all that lies under it in turn. */
    public record Branch(Office office, Tally own, Map<Office, Tally> below, Tally whole) {}

    /** The figures of an office: its own, those of each office right under it with all below, and all together. */
    public Branch branch(Office office, Asked asked) {
        var subtree = offices.subtree(office.id());
        var each = figures.byOffice(asked.of(ids(subtree)));
        var parents = subtree.stream().filter(one -> one.parent() != null).collect(Collectors.toMap(Office::id, Office::parent));
        var below = new LinkedHashMap<Office, Tally>();
        subtree.stream().filter(one -> office.id().equals(one.parent())).forEach(one -> below.put(one, Tally.NONE));
        var byId = below.keySet().stream().collect(Collectors.toMap(Office::id, one -> one));
        each.forEach((id, tally) -> top(id, office.id(), parents).ifPresent(child -> below.merge(byId.get(child), tally, Tally::plus)));
        var own = each.getOrDefault(office.id(), Tally.NONE);
        return new Branch(office, own, below, below.values().stream().reduce(own, Tally::plus));
    }

    /** Of the offices right under the root the one that it belongs to; none for the root itself. */
    private static Optional<UUID> top(UUID office, UUID root, Map<UUID, UUID> parents) {
        var at = office;
        for (var above = parents.get(at); !at.equals(root) && above != null; above = parents.get(at)) {
            if (above.equals(root)) {
                return Optional.of(at);
            }
            at = above;
        }
        return Optional.empty();
    }

    /** By item; the empty one is for what no published piece meets. */
    public Map<String, Tally> byItem(Asked asked) {
        return figures.byItem(asked);
    }

    /** All together. */
    public Tally sum(Asked asked) {
        return figures.byOffice(asked).values().stream().reduce(Tally.NONE, Tally::plus);
    }

    /** Each figure that there is: one office, one item, one month. */
    public void each(Asked asked, Consumer<FigureLine> line) {
        figures.each(asked, line);
    }

    /** How many were late at the end of each of the last twelve months; the month that still runs as of now. */
    public Map<YearMonth, Long> monthEnds(Collection<UUID> of) {
        var known = figures.monthEnds(of);
        var last = YearMonth.from(Time.dateOf(asOf()));
        var ends = new LinkedHashMap<YearMonth, Long>();
        Stream.iterate(last.minusMonths(Counting.MONTHS - 1L), month -> month.isBefore(last), month -> month.plusMonths(1))
                .forEach(month -> ends.put(month, known.getOrDefault(month, 0L)));
        ends.put(last, sum(Asked.all(of)).overdue());
        return ends;
    }

    /** What a figure counts, the longest ago first. @param after as the page before gave it */
    public Keyset<PublicDuty> list(What what, Asked asked, @Nullable String after, int limit) {
        return Keyset.of(store.list(what, asked, asOf(), after, limit + 1), limit, PublicDutyStore::key);
    }

    public Optional<PublicDuty> byId(UUID id) {
        return store.byId(id);
    }

    /** Those that became late, and those that were done, last; the newest first. */
    public List<PublicDuty> news(Collection<UUID> of, int limit) {
        return Stream.concat(store.lastOverdue(of, asOf(), limit).stream(), store.lastMet(of, limit).stream())
                .sorted((one, other) -> newsAt(other).compareTo(newsAt(one))).limit(limit).toList();
    }

    /** When it was done, or else since when it is late. */
    public static Instant newsAt(PublicDuty duty) {
        var at = duty.metAt() == null ? duty.dueAt() : duty.metAt();
        return at == null ? Instant.EPOCH : at;
    }

    /** Why its day is that day; empty while the clock is stopped. */
    public List<Derived> derivation(UUID id) {
        return duties.byId(id).map(duties::derivation).orElse(List.of());
    }

    public List<Dated> dates(UUID id) {
        return store.dates(id);
    }

    /**
     * How a duty stands now.
     *
     * @param late   whether its last day has passed, or had when it was met
     * @param lateBy how many working days after its last day it is or was; 0 when it was in time, or late by hours only
     */
    public record Stand(PublicDuty duty, boolean late, long lateBy) {}

    /** How each of them stands, by one moment; each calendar is asked for once. */
    public List<Stand> stands(Collection<PublicDuty> some) {
        var now = asOf();
        var regions = new HashMap<String, Calendar>();
        return some.stream().map(duty -> new Stand(duty, duty.isLate(now), lateBy(duty, now, regions))).toList();
    }

    private long lateBy(PublicDuty duty, Instant now, Map<String, Calendar> regions) {
        var due = duty.dueOn();
        var met = duty.metAt();
        var until = Time.dateOf(met == null ? now : met);
        return due == null || !until.isAfter(due) ? 0 : regions.computeIfAbsent(duty.region(), calendars::forRegion).workingDaysBetween(due, until);
    }

    /** Their names, by id; of offices that have ended too. */
    public Map<UUID, String> names(Collection<PublicDuty> some) {
        return some.stream().map(PublicDuty::office).distinct().collect(Collectors.toMap(id -> id, id -> offices.byId(id).map(Office::name).orElse("")));
    }

    /** The office and all under it. */
    public Set<UUID> subtree(Office office) {
        return ids(offices.subtree(office.id()));
    }

    private static Set<UUID> ids(List<Office> some) {
        return some.stream().map(Office::id).collect(Collectors.toSet());
    }
}
