package openland.request;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import openland.base.Time;
import openland.calendar.Almanac;
import openland.calendar.Calendar;

/** Draws what may happen to a request: nothing that the table of moves or a service refuses. */
final class Histories {
    private static final Calendar CALENDAR = Almanac.official();

    private final Random random;
    private final List<RequestEvent> events = new ArrayList<>();
    private final Set<String> asked = new HashSet<>();
    private Stage stage = Stage.SUBMITTED;
    private LocalDate day;
    private int corrections;
    private int extensions;
    private boolean reasoned;

    private Histories(Random random, LocalDate received) {
        this.random = random;
        this.day = received;
    }

    /** A day of receipt under both regulations, many of them near the end of a year. */
    static LocalDate received(Random random) {
        var year = 2009 + random.nextInt(17);
        return random.nextBoolean() ? LocalDate.of(year, 11, 15).plusDays(random.nextInt(60)) : LocalDate.of(year, 1, 1).plusDays(random.nextInt(360));
    }

    static List<RequestEvent> draw(Random random, LocalDate received) {
        var history = new Histories(random, received);
        history.happens(RequestMove.CONFIRM);
        for (int left = random.nextInt(22); left > 0 && history.next(); left--) {
            history.day = history.day.plusDays(random.nextInt(6));
        }
        return List.copyOf(history.events);
    }

    private boolean next() {
        var possible = Stream.of(RequestMove.values()).filter(move -> move.isPossibleIn(stage) && mayBe(move)).toList();
        if (possible.isEmpty()) {
            return false;
        }
        happens(possible.get(random.nextInt(possible.size())));
        return true;
    }

    private boolean mayBe(RequestMove move) {
        boolean of2019 = Regime.of(events.getFirst().on()) == Regime.OF_2019;
        return switch (move) {
            case CONFIRM, HAND_OVER, AMEND, ADD, ADVISE -> false;
            case ASK_CORRECTION -> of2019 && corrections == 0;
            case ASK_REASONS, CHARGE -> of2019 && random.nextInt(3) == 0;
            case DELAY -> reasoned;
            case EXTEND -> extensions == 0 && asked.isEmpty();
            case VIEW, SILENCE -> !asked.isEmpty();
            case WITHDRAW, ABANDON, UNPAID, REDO, SIGN_AT_ONCE, SEND_BACK -> random.nextInt(4) == 0;
            default -> true;
        };
    }

    private void happens(RequestMove move) {
        events.add(new RequestEvent(events.size() + 1, move, day, day.atTime(12, 0).atZone(Time.CHINA).toInstant(), null, "", detail(move)));
        stage = move.to(stage);
        reasoned |= move == RequestMove.GIVE_REASONS;
        corrections += move == RequestMove.ASK_CORRECTION ? 1 : 0;
        extensions += move == RequestMove.EXTEND ? 1 : 0;
    }

    private Map<String, String> detail(RequestMove move) {
        return switch (move) {
            case CONSULT -> {
                var id = new UUID(random.nextLong(), random.nextLong()).toString();
                asked.add(id);
                yield Map.of(RequestEvent.CONSULTATION, id, RequestEvent.KIND, random.nextBoolean() ? "THIRD_PARTY" : "ORGAN");
            }
            case VIEW, SILENCE -> {
                var id = asked.iterator().next();
                asked.remove(id);
                yield Map.of(RequestEvent.CONSULTATION, id);
            }
            case EXTEND -> Map.of(RequestEvent.DAYS, Integer.toString(1 + random.nextInt(15)));
            case DELAY -> Map.of(RequestEvent.BY, CALENDAR.workingDayAfter(day, 1 + random.nextInt(40)).toString());
            case ASK_CORRECTION, ASK_REASONS, CHARGE -> Map.of(RequestEvent.BY, day.plusDays(15).toString());
            default -> Map.of();
        };
    }
}
