package openland.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import openland.calendar.Derived.Kind;
import org.jspecify.annotations.Nullable;

/** The days of a term that do not count as the weekday rule has it, and why: holidays, make-up days, pauses, weekends. */
final class Skipped {
    private static final int LISTED = 60;

    private final Calendar calendar;
    private final Pauses pauses;

    Skipped(Calendar calendar, Pauses pauses) {
        this.calendar = calendar;
        this.pauses = pauses;
    }

    /** Days in a row that are alike. */
    private record Run(LocalDate from, LocalDate to, Kind kind, String name) {
        boolean isFollowedBy(Run other) {
            return to.plusDays(1).equals(other.from) && kind == other.kind && name.equals(other.name);
        }

        long days() {
            return ChronoUnit.DAYS.between(from, to) + 1;
        }
    }

    /** A sentence for each run of days, in their order, then one for all weekends. @param year that need not be said */
    List<Derived> between(LocalDate from, LocalDate to, int year) {
        var sentences = new ArrayList<Derived>();
        var weekends = new ArrayList<Run>();
        for (var run : runs(from, to)) {
            switch (run.kind) {
                case OFF -> sentences.add(new Derived(Kind.OFF, range(run, year) + " " + run.name + "放假，不计。"));
                case MAKE_UP -> sentences.add(new Derived(Kind.MAKE_UP, range(run, year) + "（" + weekdays(run) + "）" + run.name + "调休上班，计。"));
                case PAUSE -> sentences.add(paused(run, calendar.ordinal(run.to) - calendar.ordinal(run.from.minusDays(1)) + "个工作日", year));
                default -> weekends.add(run);
            }
        }
        if (!weekends.isEmpty()) {
            sentences.add(new Derived(Kind.WEEKEND, weekends(weekends, year)));
        }
        return sentences;
    }

    /** A sentence for each pause between the two days; each of its days is left out. */
    List<Derived> paused(LocalDate from, LocalDate to, int year) {
        return runs(from, to).stream().filter(run -> run.kind == Kind.PAUSE).map(run -> paused(run, run.days() + "日", year)).toList();
    }

    private static Derived paused(Run run, String days, int year) {
        return new Derived(Kind.PAUSE, range(run, year) + "停算，其间" + days + "不计。");
    }

    private List<Run> runs(LocalDate from, LocalDate to) {
        var runs = new ArrayList<Run>();
        for (var date = from; !date.isAfter(to); date = date.plusDays(1)) {
            var run = run(date);
            if (run == null) {
                continue;
            }
            if (!runs.isEmpty() && runs.getLast().isFollowedBy(run)) {
                run = new Run(runs.removeLast().from, date, run.kind, run.name);
            }
            runs.add(run);
        }
        return runs;
    }

    private @Nullable Run run(LocalDate date) {
        if (pauses.covering(date).isPresent()) {
            return new Run(date, date, Kind.PAUSE, "");
        }
        var day = calendar.day(date);
        return switch (day.kind()) {
            case WORKING -> null;
            case MAKE_UP -> new Run(date, date, Kind.MAKE_UP, day.name());
            case OFF -> new Run(date, date, Kind.OFF, day.name());
            case WEEKEND -> new Run(date, date, Kind.WEEKEND, "");
        };
    }

    private static String weekends(List<Run> weekends, int year) {
        long days = weekends.stream().mapToLong(Run::days).sum();
        if (weekends.size() > LISTED) {
            return "其余的周末共" + days + "天，不计。";
        }
        return "周末不计：" + weekends.stream().map(run -> range(run, year)).collect(Collectors.joining("，")) + "，共" + days + "天。";
    }

    private static String range(Run run, int year) {
        return Words.range(run.from, run.to, year);
    }

    private static String weekdays(Run run) {
        return run.from.equals(run.to) ? Words.shortWeekday(run.from) : "周末";
    }
}
