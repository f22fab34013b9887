package openland.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import openland.calendar.ClockRule.BeforeWorkingDays;
import openland.calendar.ClockRule.Deadline;
import openland.calendar.ClockRule.Hours;
import openland.calendar.ClockRule.MinimumWorkingDays;

/**
 * What {@link Reckoning} found, with all that it was made from.
 *
 * @param start    local in China; of a rule of days its time is 00:00 and means nothing
 * @param calendar with which it was counted
 * @param counted  the last day that was counted, before it moved on to a working day
 * @param end      local in China; of a rule of days its time is 00:00 and means nothing
 */
public record Due(ClockRule rule, LocalDateTime start, Pauses pauses, Calendar calendar, LocalDate counted, LocalDateTime end) {
    /** The date it is due. */
    public LocalDate date() {
        return end.toLocalDate();
    }

    /** {@code 2017-10-20}, of hours {@code 2017-08-09T23:40}. */
    public String text() {
        return rule instanceof Hours ? end.toString() : date().toString();
    }

    /** True (暂定) when it rests on days for which no notice was issued yet: there only weekends were left out. */
    public boolean provisional() {
        return switch (rule) {
            case Deadline _, MinimumWorkingDays _ -> date().isAfter(calendar.settledTo());
            case BeforeWorkingDays _ -> start.toLocalDate().minusDays(1).isAfter(calendar.settledTo());
            default -> false;
        };
    }

    /** Why it is this date, in Chinese sentences in the order of reading: each day left out and why, each article. */
    public List<Derived> derivation() {
        return Derivation.of(this);
    }
}
