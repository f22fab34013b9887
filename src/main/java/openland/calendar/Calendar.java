package openland.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import openland.base.Refusal;

/**
 * Working days (工作日) of one region, from 2007 to 2099: Monday to Friday, except what the notices say. An immutable value:
 * the same version gives the same days for ever.
 */
public final class Calendar {
    /** Before it there is no calendar. */
    public static final LocalDate FIRST = LocalDate.of(2007, 1, 1);
    /** After it nothing is counted. */
    public static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    private final long version;
    private final String region;
    private final LocalDate settledTo;
    private final Map<LocalDate, Day> special;
    private final List<Notice> notices;
    private final int[] upTo;        // by day since FIRST: how many working days there are up to and with it
    private final int[] working;     // by ordinal: the day since FIRST

    private Calendar(long version, String region, List<Notice> notices) {
        this.version = version;
        this.region = region;
        this.settledTo = settledTo(notices);
        this.notices = notices;
        this.special = special(notices);
        this.upTo = new int[position(LAST) + 1];
        var days = new int[upTo.length];
        int count = 0;
        for (int i = 0; i < upTo.length; i++) {
            if (day(FIRST.plusDays(i)).isWorking()) {
                days[count++] = i;
            }
            upTo[i] = count;
        }
        this.working = Arrays.copyOf(days, count);
    }

    /**
     * @param notices the newest of each region and year; where two name the same day, the local one holds, and among those of
     *                one region that of the later year
     */
    static Calendar of(long version, String region, List<Notice> notices) {
        var inOrder = new ArrayList<>(notices);
        inOrder.sort(Comparator.comparingInt((Notice notice) -> notice.region().length()).thenComparingInt(Notice::year));
        return new Calendar(version, region, List.copyOf(inOrder));
    }

    private static Map<LocalDate, Day> special(List<Notice> notices) {
        var special = new HashMap<LocalDate, Day>();
        for (var notice : notices) {
            for (var day : notice.days()) {
                special.put(day.date(), new Day(day.date(), day.off() ? Day.Kind.OFF : Day.Kind.MAKE_UP, day.name(), notice.source()));
            }
        }
        return special;
    }

    /** The end of the last year to which, without a gap from 2007 on, there is a notice for the whole country. */
    private static LocalDate settledTo(List<Notice> notices) {
        var years = notices.stream().filter(notice -> notice.region().isEmpty()).map(Notice::year).toList();
        int year = FIRST.getYear();
        while (years.contains(year)) {
            year++;
        }
        return LocalDate.of(year - 1, 12, 31);
    }

    /** Rises with every notice that is loaded; a result names the version it was counted with. */
    public long version() {
        return version;
    }

    /** The code of the region whose days these are; empty for the whole country. */
    public String region() {
        return region;
    }

    /** The last day of the last year with a notice; dates counted beyond it are provisional (暂定). */
    public LocalDate settledTo() {
        return settledTo;
    }

    /** @throws Refusal INVALID before 2007 or after 2099 */
    public boolean isWorkingDay(LocalDate date) {
        mustKnow(date);
        return day(date).isWorking();
    }

    /** What {@code date} is and why; also for days that the notice of 2007 names in 2006. */
    public Day day(LocalDate date) {
        var named = special.get(date);
        if (named != null) {
            return named;
        }
        return new Day(date, isWeekend(date) ? Day.Kind.WEEKEND : Day.Kind.WORKING, "", "");
    }

    /** The notices for the years from that of one day to that of the other, with their numbers where they are known. */
    List<String> sources(LocalDate from, LocalDate to) {
        return notices.stream().filter(notice -> notice.year() >= from.getYear() && notice.year() <= to.getYear())
                .map(Notice::source).distinct().toList();
    }

    static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    /** {@code date} itself when it is a working day, else the next one. */
    LocalDate workingDayFrom(LocalDate date) {
        mustKnow(date);
        return isWorkingDay(date) ? date : workingDay(ordinal(date) + 1);
    }

    /** The last working day before {@code date}. */
    LocalDate workingDayBefore(LocalDate date) {
        return workingDay(ordinal(date.minusDays(1)));
    }

    /** How many working days there are from 2007-01-01 up to and with {@code date}. */
    int ordinal(LocalDate date) {
        mustKnow(date);
        return upTo[position(date)];
    }

    /** The working day with that ordinal, which begins at 1. */
    LocalDate workingDay(int ordinal) {
        if (ordinal < 1) {
            throw tooEarly("算出的日期");
        }
        if (ordinal > working.length) {
            throw tooLate();
        }
        return FIRST.plusDays(working[ordinal - 1]);
    }

    /** How many working days come after {@code from} up to and with {@code to}; below zero when {@code to} is the earlier. Ends outside the calendar are its ends. */
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        return ordinal(within(to)) - ordinal(within(from));
    }

    /** The {@code n}th working day after {@code date}. @throws Refusal INVALID when either lies outside the calendar */
    public LocalDate workingDayAfter(LocalDate date, int n) {
        return workingDay(ordinal(date) + n);
    }

    private static LocalDate within(LocalDate date) {
        return date.isBefore(FIRST) ? FIRST : date.isAfter(LAST) ? LAST : date;
    }

    /**
     * All working days as numbers, for whoever counts many clocks at once; days are counted from {@link #FIRST}, which is 0.
     *
     * @param upTo    by day: how many working days there are up to and with it
     * @param working by ordinal less one: the day
     */
    public record Ordinals(int[] upTo, int[] working) {}

    public Ordinals ordinals() {
        return new Ordinals(upTo.clone(), working.clone());
    }

    /** The days that are worked here and not there, or there and not here, in order. */
    public List<LocalDate> daysUnlike(Calendar other) {
        return FIRST.datesUntil(LAST.plusDays(1)).filter(day -> day(day).isWorking() != other.day(day).isWorking()).toList();
    }

    /** @throws Refusal INVALID before 2007 or after 2099 */
    static void mustKnow(LocalDate date) {
        if (date.isBefore(FIRST)) {
            throw tooEarly(date.toString());
        }
        if (date.isAfter(LAST)) {
            throw tooLate();
        }
    }

    private static Refusal tooEarly(String date) {
        return Refusal.invalid(date + "在2007年以前，那时没有可用的放假安排，不能计算。最早可以从2007-01-01算起。");
    }

    private static Refusal tooLate() {
        return Refusal.invalid("日期超出了能计算的范围，工作日最远算到2099-12-31。");
    }

    private static int position(LocalDate date) {
        return (int) ChronoUnit.DAYS.between(FIRST, date);
    }
}
