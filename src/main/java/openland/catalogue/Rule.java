package openland.catalogue;

import java.time.LocalDate;
import openland.calendar.ClockRule;
import org.jspecify.annotations.Nullable;

/**
 * What the law asks and how it counts, in force from one day to another. The rule of the day of the trigger holds for a
 * duty for ever.
 *
 * @param id         of the obligation (ENF-02); empty when nobody gave it one
 * @param clock      how its time is counted; null for a gate or a state
 * @param to         the last day it is in force; null while it is
 * @param basis      the law it comes from, in words
 * @param active     whether the program counts by it; what nobody has read in the source is kept, but not counted by
 * @param adjustable whether an office may set another time (地方可以另定), because the law leaves it open
 */
public record Rule(String id, Kind kind, @Nullable ClockRule clock, LocalDate from, @Nullable LocalDate to, String basis, Status status,
        boolean active, boolean adjustable) {
    /** What a rule does. */
    public enum Kind {
        /** Has a last day, and can be missed. */ DEADLINE("限期"),
        /** Must come before an event, and can be missed. */ LEAD("提前"),
        /** A day an office has set itself, and can miss. */ TARGET("目标"),
        /** Comes again and again, and can be missed. */ PERIODIC("定期"),
        /** At once: the same working day, unless an office sets another. */ IMMEDIATE("即时"),
        /** A shortest time; the next act is refused before it has passed. */ MIN_DURATION("最短期间"),
        /** What must be done first; the act is refused without it. */ GATE("前置"),
        /** What must be so at all times: an indicator, with no day. */ STATE("常态");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** True for what has a last day that can be missed. */
        public boolean canBeMissed() {
            return compareTo(IMMEDIATE) <= 0;
        }

        /** In Chinese, for people. */
        public String label() {
            return label;
        }
    }

    /** How surely the rule is known. */
    public enum Status {
        /** The text of the law was read. */ READ,
        /** A document of an authority says so. */ SOURCE,
        /** From memory. */ MEM,
        /** Somebody's assumption. */ ASSUMED;

        boolean isVerified() {
            return this == READ || this == SOURCE;
        }
    }

    /** In force on a day, and counted by. */
    public boolean isInForceOn(LocalDate day) {
        return active && !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** 7个工作日内, 提前20日, 不少于10个工作日, 每3个月, 当日. */
    public String label() {
        var time = clock == null ? "" : clock.label();
        return switch (kind) {
            case DEADLINE -> clock instanceof ClockRule.Fixed ? time + "以前" : time.equals("当日") ? time : time + "内";
            case TARGET -> time + "内（目标）";
            case PERIODIC -> "每" + time;
            case LEAD, MIN_DURATION -> clock instanceof ClockRule.Months ? "不少于" + time : time;
            case IMMEDIATE -> time.equals("当日") ? "即时（当日）" : time + "内";
            case GATE, STATE -> kind.label();
        };
    }

    /** The same rule with another time. */
    public Rule with(ClockRule other) {
        return new Rule(id, kind, other, from, to, basis, status, active, adjustable);
    }

    /** The same rule, counted by. */
    public Rule activated() {
        return new Rule(id, kind, clock, from, to, basis, status, true, adjustable);
    }

    boolean overlaps(Rule other) {
        return active && other.active && (to == null || !other.from.isAfter(to)) && (other.to == null || !from.isAfter(other.to));
    }

    /** Whether it never asks for less than the other; false as well when the two cannot be compared. */
    boolean isNoLooserThan(Rule other) {
        return kind == other.kind && (clock == null ? other.clock == null : other.clock != null && Strictness.isNoLooser(clock, other.clock));
    }
}
