package openland.request;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import openland.base.Keyset;
import openland.base.Refusal;
import openland.base.Time;
import openland.calendar.Calendar;
import openland.calendar.Calendars;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Offices;
import openland.request.ListQuery.Near;
import openland.request.ListQuery.Span;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The book of requests (申请台账) as an officer may see it: what is open by its day, what was closed by year, and how many lie how near. */
@Service
public class ListingRequests {
    private static final UUID LOWEST = new UUID(0, 0);
    private static final UUID HIGHEST = new UUID(-1, -1);
    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final ListStore lists;
    private final RequestSight sight;
    private final Calendars calendars;
    private final Offices offices;
    private final InstantSource time;

    ListingRequests(ListStore lists, RequestSight sight, Calendars calendars, Offices offices, InstantSource time) {
        this.lists = lists;
        this.sight = sight;
        this.calendars = calendars;
        this.offices = offices;
        this.time = time;
    }

    /**
     * A row of the book.
     *
     * @param dueOn     null while its time does not run, and of closed ones
     * @param applicant empty for an officer who may not know it
     * @param handledBy empty when nobody is named
     */
    public record Line(InformationRequest request, LocalDate arrivedOn, @Nullable LocalDate dueOn, boolean provisional, @Nullable LocalDate pausedOn,
            String applicant, String handledBy) {}

    /** How many open ones there are of each; {@code what} is stage, unit, channel or handler. */
    public record Count(String what, String value, String label, long count) {}

    /** Whose requests he sees. @throws Refusal FORBIDDEN when nobody's */
    public Collection<UUID> mustSee(Officer officer) {
        var seen = sight.offices(officer);
        if (seen.isEmpty()) {
            throw Refusal.forbidden("依申请公开由窗口岗、拟稿岗、保密审查岗和领导办理，您没有这些岗位。");
        }
        return seen;
    }

    /** @throws Refusal INVALID for an {@code after} that was not made here */
    public Keyset<Line> lines(ListQuery query, @Nullable String after, int limit, Officer officer) {
        var key = key(after);
        var year = query.closedIn();
        var near = query.near();
        var rows = year == null ? lists.open(query, near == null ? null : span(near, query.offices()), key == null ? FIRST : key.day(), key == null ? LOWEST : key.id(), limit + 1)
                : lists.closed(query, year, key == null ? LAST : key.day(), key == null ? HIGHEST : key.id(), limit + 1);
        return Keyset.of(rows, limit, year == null ? ListStore.Row::key : ListStore.Row::closedKey).map(row -> line(row, officer));
    }

    private Line line(ListStore.Row row, Officer officer) {
        boolean known = sight.sees(new RequestSight.Viewer.AnOfficer(officer), RequestSight.Part.APPLICANT, row.request(), null);
        return new Line(row.request(), row.arrivedOn(), row.dueOn(), row.provisional(), row.pausedOn(), known ? row.applicant() : "", row.handledBy());
    }

    private record Key(LocalDate day, UUID id) {}

    private static @Nullable Key key(@Nullable String after) {
        var key = Keyset.decode(after);
        if (key == null) {
            return null;
        }
        var parts = key.split(" ", -1);
        try {
            return new Key(LocalDate.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (RuntimeException e) {
            throw Refusal.invalid("翻页参数after不是本系统给出的值，请从第一页重新开始。");
        }
    }

    private Span span(Near near, Collection<UUID> of) {
        var today = today();
        var calendar = calendar(of);
        return switch (near) {
            case LATE -> new Span(FIRST, today.minusDays(1));
            case ONE -> new Span(today, calendar.workingDayAfter(today, 1));
            case THREE -> new Span(calendar.workingDayAfter(today, 1).plusDays(1), calendar.workingDayAfter(today, 3));
            case FIVE -> new Span(calendar.workingDayAfter(today, 3).plusDays(1), calendar.workingDayAfter(today, 5));
            case LATER -> new Span(calendar.workingDayAfter(today, 5).plusDays(1), LAST);
            case STOPPED -> new Span(null, null);
        };
    }

    /** How many open ones lie how near, each as {@link Near} has it. */
    public Map<Near, Long> board(Collection<UUID> of) {
        var calendar = calendar(of);
        var today = today();
        var board = lists.board(of, today, calendar.workingDayAfter(today, 1), calendar.workingDayAfter(today, 3), calendar.workingDayAfter(today, 5));
        var counted = new java.util.EnumMap<Near, Long>(Near.class);
        Arrays.stream(Near.values()).forEach(near -> counted.put(near, switch (near) {
            case LATE -> board.late();
            case ONE -> board.one();
            case THREE -> board.three();
            case FIVE -> board.five();
            case LATER -> board.later();
            case STOPPED -> board.stopped();
        }));
        return counted;
    }

    public List<Count> counts(Collection<UUID> of) {
        return lists.counts(of).stream().map(one -> new Count(one.what(), one.value(), one.label(), one.count())).toList();
    }

    /** In which something was closed, the newest first. */
    public List<Integer> years(Collection<UUID> of) {
        return lists.years(of);
    }

    /** How many different applicants have asked its office for the same thing: from three on it is to be thought of for publication (第四十四条). */
    public long applicantsOfSame(InformationRequest one) {
        return lists.applicantsOfSame(one);
    }

    private Calendar calendar(Collection<UUID> of) {
        return of.stream().findFirst().flatMap(offices::byId).map(Office::region).map(calendars::forRegion).orElseGet(calendars::current);
    }

    private LocalDate today() {
        return Time.dateOf(time.instant());
    }
}
