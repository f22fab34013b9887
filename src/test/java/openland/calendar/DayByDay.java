package openland.calendar;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The same time limits, counted one day after the other as a clerk does with a wall calendar. Shares nothing with {@link Reckoning}. */
final class DayByDay {
    private final Map<LocalDate, Boolean> off = new HashMap<>();

    DayByDay(List<Notice> notices) {
        notices.forEach(notice -> notice.days().forEach(day -> off.put(day.date(), day.off())));
    }

    boolean works(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY, SUNDAY -> Boolean.FALSE.equals(off.get(day));
            default -> !Boolean.TRUE.equals(off.get(day));
        };
    }

    LocalDate due(ClockRule rule, LocalDate start, List<Pause> pauses) {
        Predicate<LocalDate> paused = day -> pauses.stream().anyMatch(p -> p.sent().isBefore(day) && !day.isAfter(p.received()));
        var words = rule.text().split(" ");
        int n = words[0].equals("FIXED") ? 0 : Integer.parseInt(words[1]);
        return switch (words[0]) {
            case "WD" -> step(start, n, 1, day -> works(day) && !paused.test(day));
            case "CD" -> upToWork(step(start, n, 1, paused.negate()), paused);
            case "M" -> upToWork(step(start, daysOfMonths(start, n), 1, paused.negate()), paused);
            case "DUR_WD" -> step(start, n, 1, this::works);
            case "DUR_CD" -> step(start, n, 1, _ -> true);
            case "BEFORE_WD" -> step(start, n, -1, this::works);
            case "BEFORE_CD" -> step(start, n, -1, _ -> true);
            case "Y" -> LocalDate.of(start.getYear() + n, start.getMonth(), 1)
                    .plusDays(Math.min(start.getDayOfMonth(), LocalDate.of(start.getYear() + n, start.getMonth(), 1).lengthOfMonth()) - 1L);
            case "FIXED" -> LocalDate.parse((rule.text().endsWith("same-year") ? start.getYear() : start.getYear() + 1) + "-" + words[1]);
            default -> throw new IllegalArgumentException(rule.text());
        };
    }

    private static LocalDate step(LocalDate from, int n, int direction, Predicate<LocalDate> counts) {
        var day = from;
        for (int counted = 0; counted < n; ) {
            day = day.plusDays(direction);
            counted += counts.test(day) ? 1 : 0;
        }
        return day;
    }

    private static int daysOfMonths(LocalDate start, int n) {
        int month = start.getMonthValue() - 1 + n;
        var first = LocalDate.of(start.getYear() + month / 12, month % 12 + 1, 1);
        var same = LocalDate.of(first.getYear(), first.getMonth(), Math.min(start.getDayOfMonth(), first.lengthOfMonth()));
        return (int) start.datesUntil(same).count();
    }

    private LocalDate upToWork(LocalDate day, Predicate<LocalDate> paused) {
        return Stream.iterate(day, d -> d.plusDays(1)).filter(d -> works(d) && !paused.test(d)).findFirst().orElseThrow();
    }
}
