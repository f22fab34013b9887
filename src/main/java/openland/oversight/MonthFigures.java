package openland.oversight;

import java.time.Instant;

/**
 * One office's month, without the offices below.
 *
 * @param at        for which moment it holds
 * @param tally     of what was due in the month
 * @param lateAtEnd how many were late at the month's last moment, whenever they were due
 * @param done      how many were done in the month, whenever they were due
 * @param moved     how often a date was moved in the month
 */
public record MonthFigures(Instant at, Tally tally, long lateAtEnd, long done, long moved) {}
