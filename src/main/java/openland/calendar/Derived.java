package openland.calendar;

/** One sentence of a derivation: why a date is what it is. */
public record Derived(Kind kind, String sentence) {
    /** What a sentence is about. */
    public enum Kind {
        /** From where and how it is counted. */ START,
        /** Holidays that do not count. */ OFF,
        /** Weekend days that count (调休上班). */ MAKE_UP,
        /** Time that does not count (中止计时). */ PAUSE,
        /** Weekends that do not count. */ WEEKEND,
        /** The last day was a rest day. */ ROLL,
        /** The result. */ END,
        /** Law and notices. */ BASIS,
        /** A notice is still to come (暂定). */ PROVISIONAL
    }
}
