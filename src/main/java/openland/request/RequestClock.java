package openland.request;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import openland.calendar.Calendar;
import openland.calendar.ClockRule;
import openland.calendar.Due;
import openland.calendar.Pause;
import openland.calendar.Pauses;
import openland.calendar.Reckoning;
import openland.casework.FollowedCases;
import org.jspecify.annotations.Nullable;

/**
 * What the events say of the time to answer. A pure function of regime and events; with a calendar it gives a date.
 *
 * @param receivedOn   day 0 of the request; null before it is received
 * @param start        from which day it counts now: the day of receipt, of the correction, of the payment
 * @param asked        since when consultations that are not answered yet run, by their id
 * @param excluded     those that were answered
 * @param stoppedOn    since when it waits for a correction or a payment, after which it starts anew; null otherwise
 * @param extension    in working days; 0 when there was none since it last started
 * @param extensions   how many there ever were
 * @param corrections  how many notices to correct there ever were
 * @param delayedTo    the day that was set under 第三十五条; null otherwise
 * @param answeredOn   the first answer; null before
 * @param ended        nothing is owed any more
 */
public record RequestClock(@Nullable LocalDate receivedOn, @Nullable LocalDate start, Map<String, LocalDate> asked, List<Pause> excluded,
        @Nullable LocalDate stoppedOn, int extension, int extensions, int corrections, @Nullable LocalDate delayedTo,
        @Nullable LocalDate answeredOn, boolean ended) {
    private static final RequestClock NOTHING = new RequestClock(null, null, Map.of(), List.of(), null, 0, 0, 0, null, null, false);

    public RequestClock {
        asked = Map.copyOf(asked);
        excluded = List.copyOf(excluded);
    }

    /** @param events all of them, in order */
    public static RequestClock of(List<RequestEvent> events) {
        var clock = NOTHING;
        for (var event : amended(events)) {
            clock = clock.after(event);
        }
        return clock;
    }

    /** With the days that were put right. */
    static List<RequestEvent> amended(List<RequestEvent> events) {
        var days = new HashMap<Integer, LocalDate>();
        events.stream().filter(event -> event.move().effect() == RequestMove.Effect.AMENDS).forEach(event -> days.put(event.number(RequestEvent.EVENT), event.on()));
        return events.stream().map(event -> days.containsKey(event.n()) ? event.on(Objects.requireNonNull(days.get(event.n()))) : event).toList();
    }

    /** The first answer counts, or that it was given up; what is ordered again has a day of its own and changes nothing of that. */
    RequestClock after(RequestEvent event) {
        if (answeredOn != null || ended) {
            return this;
        }
        var on = event.on();
        return switch (event.move().effect()) {
            case NONE, AMENDS -> this;
            case STARTS -> new RequestClock(on, on, asked, excluded, null, 0, extensions, corrections, null, null, false);
            case RESTARTS -> new RequestClock(receivedOn, on, asked, excluded, null, 0, extensions, corrections, null, null, false);
            case STOPS -> new RequestClock(receivedOn, start, asked, excluded, on, extension, extensions,
                    corrections + (event.move() == RequestMove.ASK_CORRECTION ? 1 : 0), delayedTo, null, false);
            case EXCLUDES -> counts(event) ? asking(event, on) : this;
            case INCLUDES -> answered(event);
            case EXTENDS -> new RequestClock(receivedOn, start, asked, excluded, stoppedOn, event.number(RequestEvent.DAYS), extensions + 1, corrections,
                    delayedTo, null, false);
            case DELAYS -> new RequestClock(receivedOn, start, asked, excluded, stoppedOn, extension, extensions, corrections, event.day(RequestEvent.BY),
                    null, false);
            case MEETS -> closed(on, false);
            case ENDS -> closed(null, true);
        };
    }

    /** The day on which it was first closed, put right where that was amended. */
    static Optional<LocalDate> closedOn(List<RequestEvent> events) {
        return amended(events).stream().filter(event -> event.move().effect() == RequestMove.Effect.MEETS || event.move().effect() == RequestMove.Effect.ENDS)
                .map(RequestEvent::on).findFirst();
    }

    private RequestClock closed(@Nullable LocalDate on, boolean end) {
        return new RequestClock(receivedOn, start, asked, excluded, stoppedOn, extension, extensions, corrections, delayedTo, on, end);
    }

    /** 2007年条例第二十四条 leaves out only the time for a third party's view; 2019年条例第三十三条第三款 that of other organs as well. */
    private boolean counts(RequestEvent event) {
        return receivedOn != null
                && (Regime.of(receivedOn) == Regime.OF_2019 || Consultation.Kind.THIRD_PARTY.name().equals(event.detail().get(RequestEvent.KIND)));
    }

    private RequestClock asking(RequestEvent event, LocalDate on) {
        var more = new HashMap<>(asked);
        more.put(event.detail().getOrDefault(RequestEvent.CONSULTATION, ""), on);
        return new RequestClock(receivedOn, start, more, excluded, stoppedOn, extension, extensions, corrections, delayedTo, null, ended);
    }

    private RequestClock answered(RequestEvent event) {
        var fewer = new HashMap<>(asked);
        var sent = fewer.remove(event.detail().getOrDefault(RequestEvent.CONSULTATION, ""));
        if (sent == null) {
            return this;
        }
        var until = Objects.requireNonNullElse(event.day(RequestEvent.BY), event.on());
        var more = new ArrayList<>(excluded);
        more.add(new Pause(sent, until.isBefore(sent) ? sent : until));
        return new RequestClock(receivedOn, start, fewer, more, stoppedOn, extension, extensions, corrections, delayedTo, null, ended);
    }

    /** Since when it does not count; empty while it runs. */
    public Optional<LocalDate> pausedOn() {
        return stoppedOn != null ? Optional.of(stoppedOn) : asked.values().stream().min(Comparator.naturalOrder());
    }

    /** All the time that is not counted; what still runs ends on {@code on}. */
    Pauses pauses(LocalDate on) {
        var all = new ArrayList<>(excluded);
        asked.values().stream().filter(sent -> !sent.isAfter(on)).forEach(sent -> all.add(new Pause(sent, on)));
        return new Pauses(all);
    }

    /**
     * The last day to answer, with its derivation; empty before it is received, and while it is stopped or paused.
     *
     * @param within the time that the law gave on the day of receipt
     */
    public Optional<Due> due(ClockRule.WorkingDays within, Calendar calendar) {
        return start == null || answeredOn == null && pausedOn().isPresent() ? Optional.empty()
                : Optional.of(counted(within.n() + more(within, calendar), pauses(Objects.requireNonNullElse(answeredOn, start)), calendar));
    }

    /** By how much the time is longer: the extension, or as far as the delayed day lies behind. */
    int more(ClockRule.WorkingDays within, Calendar calendar) {
        if (delayedTo == null || start == null) {
            return extension;
        }
        int longer = extension;
        while (counted(within.n() + longer, new Pauses(excluded), calendar).date().isBefore(delayedTo)) {
            longer++;
        }
        return longer;
    }

    private Due counted(int days, Pauses pauses, Calendar calendar) {
        return Reckoning.due(new ClockRule.WorkingDays(days), Objects.requireNonNull(start), pauses, calendar);
    }

    /** For the case that stands in the worklist. */
    FollowedCases.Facts facts(ClockRule.WorkingDays within, Calendar calendar) {
        var answered = answeredOn;
        var pauses = answered == null ? excluded : pauses(answered).merged();
        return new FollowedCases.Facts(Objects.requireNonNull(start), more(within, calendar), pauses, answered == null && !ended ? pausedOn().orElse(null) : null,
                answered, ended);
    }

    /** How many working days of the time that counted were used up to {@code on}. */
    int countedDays(LocalDate on, Calendar calendar) {
        return start == null ? 0 : Math.max(0, calendar.workingDaysBetween(start, on) - excludedDays(on, calendar));
    }

    /** How many working days between the start and {@code on} were not counted; days of two consultations once. */
    int excludedDays(LocalDate on, Calendar calendar) {
        var from = start;
        return from == null ? 0 : pauses(on).merged().stream().mapToInt(pause -> calendar.workingDaysBetween(
                pause.sent().isBefore(from) ? from : pause.sent(), pause.received().isAfter(on) ? on : pause.received())).map(days -> Math.max(0, days)).sum();
    }
}
