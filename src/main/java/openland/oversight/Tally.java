package openland.oversight;

/**
 * How much was owed and done. What was cancelled is in none of them.
 *
 * @param owed    the last day lies in the period; always the sum of the four that follow
 * @param inTime  done before the first moment that is too late
 * @param late    done afterwards
 * @param overdue not done, and that moment has passed
 * @param pending not done, and there is time
 * @param stopped the clock stands still, the day first said lies in the period; not among those owed
 */
public record Tally(long owed, long inTime, long late, long overdue, long pending, long stopped) {
    /** Nothing at all. */
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

    static Tally of(long owed, long inTime, long late, long overdue, long stopped) {
        return new Tally(owed, inTime, late, overdue, owed - inTime - late - overdue, stopped);
    }

    public Tally plus(Tally other) {
        return new Tally(owed + other.owed, inTime + other.inTime, late + other.late, overdue + other.overdue, pending + other.pending,
                stopped + other.stopped);
    }

    /** Done, in time or not. */
    public long met() {
        return inTime + late;
    }

    /** Owed by now: what is not yet due is left out. */
    public long come() {
        return owed - pending;
    }

    public boolean isEmpty() {
        return owed == 0 && stopped == 0;
    }

    /** How many of them; a figure and the list behind it count the same. */
    public long of(What what) {
        return switch (what) {
            case OWED -> owed;
            case MET -> inTime;
            case LATE -> late;
            case OVERDUE -> overdue;
            case PENDING -> pending;
            case STOPPED -> stopped;
        };
    }
}
