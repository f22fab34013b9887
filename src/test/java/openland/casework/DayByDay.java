package openland.casework;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import openland.calendar.LoadedNotice;
import openland.calendar.Pause;

/**
 * Due dates once more, by another way: one day after the other, as a clerk counts with the calendar on the wall. Knows nothing of
 * the program's calendar but what the notices say.
 */
final class DayByDay {
    private final Map<LocalDate, Boolean> named = new HashMap<>();   // true: off

    DayByDay(List<LoadedNotice> notices) {
        notices.stream().filter(loaded -> loaded.notice().region().isEmpty())
                .sorted(java.util.Comparator.comparingInt(loaded -> loaded.notice().year()))
                .forEach(loaded -> loaded.notice().days().forEach(day -> named.put(day.date(), day.off())));
    }

    boolean works(LocalDate day) {
        var off = named.get(day);
        return off != null ? !off : day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** @param rule as it is written: WD 7 */
    LocalDate due(String rule, LocalDate start, List<Pause> pauses) {
        var parts = rule.split(" ");
        int n = parts[0].equals("FIXED") ? 0 : Integer.parseInt(parts[1]);
        return switch (parts[0]) {
            case "WD" -> working(start, n, pauses);
            case "CD" -> rolled(calendar(start, n, pauses), pauses);
            case "M" -> rolled(calendar(start, (int) java.time.temporal.ChronoUnit.DAYS.between(start, start.plusMonths(n)), pauses), pauses);
            case "DUR_WD" -> working(start, n, List.of());
            case "DUR_CD" -> start.plusDays(n);
            case "BEFORE_CD" -> start.minusDays(n);
            case "BEFORE_WD" -> back(start, n);
            case "Y" -> start.plusYears(n);
            case "FIXED" -> LocalDate.of(start.getYear() + (parts.length > 2 ? 0 : 1), Integer.parseInt(parts[1].substring(0, 2)), Integer.parseInt(parts[1].substring(3)));
            default -> throw new IllegalArgumentException(rule);
        };
    }

    private LocalDate working(LocalDate start, int n, List<Pause> pauses) {
        var day = start;
        for (int left = n; left > 0; ) {
            day = day.plusDays(1);
            if (works(day) && !isPaused(day, pauses)) {
                left--;
            }
        }
        return day;
    }

    private LocalDate calendar(LocalDate start, int n, List<Pause> pauses) {
        var day = start;
        for (int left = n; left > 0; ) {
            day = day.plusDays(1);
            if (!isPaused(day, pauses)) {
                left--;
            }
        }
        return day;
    }

    private LocalDate rolled(LocalDate day, List<Pause> pauses) {
        var end = day;
        while (!works(end) || isPaused(end, pauses)) {
            end = end.plusDays(1);
        }
        return end;
    }

    private LocalDate back(LocalDate event, int n) {
        var day = event;
        for (int left = n; left > 0; ) {
            day = day.minusDays(1);
            if (works(day)) {
                left--;
            }
        }
        return day;
    }

    private static boolean isPaused(LocalDate day, List<Pause> pauses) {
        return pauses.stream().anyMatch(pause -> day.isAfter(pause.sent()) && !day.isAfter(pause.received()));
    }
}
