package openland.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import openland.calendar.Almanac;
import openland.calendar.Calendar;
import openland.calendar.ClockRule.WorkingDays;
import openland.calendar.Due;
import org.junit.jupiter.api.Test;

/** What must hold of the time to answer, whatever happens to a request, under both regulations and over the ends of years. */
class RequestClockPropertiesTest {
    private static final Calendar CALENDAR = Almanac.official();
    private static final int DRAWS = 4_000;

    private static void each(BiConsumer<Random, List<RequestEvent>> holds) {
        long seed = System.nanoTime();
        System.out.println("Histories drawn with seed " + seed);
        var random = new Random(seed);
        for (int i = 0; i < DRAWS; i++) {
            holds.accept(random, Histories.draw(random, Histories.received(random)));
        }
    }

    private static Optional<LocalDate> due(List<RequestEvent> events, Calendar calendar) {
        var clock = RequestClock.of(events);
        return clock.due(within(clock), calendar).map(Due::date);
    }

    private static WorkingDays within(RequestClock clock) {
        return new WorkingDays(Regime.of(clock.receivedOn()) == Regime.OF_2019 ? 20 : 15);
    }

    @Test
    void the_last_day_depends_on_nothing_but_regime_calendar_and_events() {
        each((random, events) -> {
            var elsewhen = events.stream().map(event -> new RequestEvent(event.n(), event.move(), event.on(), Instant.ofEpochSecond(random.nextInt()),
                    new UUID(random.nextLong(), 0), "别的说明", event.detail())).toList();
            assertThat(due(elsewhen, CALENDAR)).as("%s", events).isEqualTo(due(events, CALENDAR));
        });
    }

    @Test
    void a_history_replayed_in_any_two_parts_gives_the_same_clock() {
        each((random, events) -> {
            int split = random.nextInt(events.size() + 1);
            var clock = RequestClock.of(events.subList(0, split));
            for (var event : events.subList(split, events.size())) {
                clock = clock.after(event);
            }
            assertThat(clock).as("%s at %d", events, split).isEqualTo(RequestClock.of(events));
        });
    }

    @Test
    void one_more_consultation_never_moves_the_day_earlier() {
        each((random, events) -> {
            var sent = events.getFirst().on().plusDays(random.nextInt(40));
            var id = new UUID(random.nextLong(), 1).toString();
            var more = new ArrayList<>(events);
            more.add(1, new RequestEvent(100, RequestMove.CONSULT, sent, Instant.EPOCH, null, "", Map.of(RequestEvent.CONSULTATION, id, RequestEvent.KIND, "THIRD_PARTY")));
            more.add(2, new RequestEvent(101, RequestMove.VIEW, sent.plusDays(random.nextInt(30)), Instant.EPOCH, null, "", Map.of(RequestEvent.CONSULTATION, id)));
            var without = due(events, CALENDAR);
            without.ifPresent(day -> assertThat(due(more, CALENDAR)).as("%s", more).get().satisfies(later -> assertThat(later).isAfterOrEqualTo(day)));
        });
    }

    @Test
    void one_more_day_off_never_moves_the_day_earlier_and_one_more_of_work_never_later() {
        long seed = System.nanoTime();
        System.out.println("Days drawn with seed " + seed);
        var random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            var day = LocalDate.of(2009, 1, 10).plusDays(random.nextInt(365 * 16));
            boolean off = CALENDAR.isWorkingDay(day);
            if (!off && day.getDayOfWeek().getValue() < 6) {
                continue;   // a notice says of weekends only that they are worked
            }
            var other = Almanac.but(day, off);
            for (int j = 0; j < 100; j++) {
                var events = Histories.draw(random, day.minusDays(random.nextInt(60)));
                due(events, CALENDAR).ifPresent(due -> {
                    var moved = due(events, other).orElseThrow();
                    assertThat(off ? !moved.isBefore(due) : !moved.isAfter(due)).as("%s %s %s: %s, then %s", day, off, events, due, moved).isTrue();
                });
            }
        }
    }

    @Test
    void days_of_two_consultations_are_left_out_once() {
        each((_, events) -> {
            var clock = RequestClock.of(events);
            var on = events.getLast().on();
            int sum = Stream.concat(clock.excluded().stream().map(pause -> CALENDAR.workingDaysBetween(pause.sent(), pause.received())),
                    clock.asked().values().stream().map(sent -> Math.max(0, CALENDAR.workingDaysBetween(sent, on)))).mapToInt(Integer::intValue).sum();
            assertThat(clock.excludedDays(on, CALENDAR)).as("%s", events).isBetween(0, sum);
        });
    }

    @Test
    void the_last_day_is_a_working_day() {
        each((_, events) -> due(events, CALENDAR).ifPresent(due -> assertThat(CALENDAR.isWorkingDay(due)).as("%s: %s", events, due).isTrue()));
    }

    @Test
    void what_happens_after_the_first_answer_changes_nothing_of_its_time() {
        each((_, events) -> {
            int closed = 0;
            while (closed < events.size() && RequestClock.closedOn(events.subList(0, closed)).isEmpty()) {
                closed++;
            }
            assertThat(RequestClock.of(events)).as("%s", events).isEqualTo(RequestClock.of(events.subList(0, closed)));
        });
    }

    @Test
    void counted_and_excluded_days_together_are_the_working_days_that_passed() {
        each((_, events) -> {
            var clock = RequestClock.of(events);
            var on = events.getLast().on();
            var start = clock.start();
            assertThat(clock.countedDays(on, CALENDAR) + clock.excludedDays(on, CALENDAR)).as("%s", events).isEqualTo(CALENDAR.workingDaysBetween(start, on));
        });
    }
}
