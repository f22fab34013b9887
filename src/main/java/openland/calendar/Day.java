package openland.calendar;

import java.time.LocalDate;

/**
 * What a day is, and why.
 *
 * @param name   of the holiday it is or makes up for; empty on ordinary days
 * @param source the title of the notice that says so; empty on ordinary days
 */
public record Day(LocalDate date, Kind kind, String name, String source) {
    /** Working day or not, and why. */
    public enum Kind {
        /** Monday to Friday. */ WORKING,
        /** A weekend day that is worked (调休上班). */ MAKE_UP,
        /** Saturday or Sunday. */ WEEKEND,
        /** A holiday or a day moved to it (放假). */ OFF
    }

    public boolean isWorking() {
        return kind == Kind.WORKING || kind == Kind.MAKE_UP;
    }
}
