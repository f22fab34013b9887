package openland.calendar;

import java.time.LocalDate;
import java.util.SortedSet;

/**
 * A notice was loaded: what was counted with an earlier version may have another date now. Only a wake-up; the truth is in
 * {@link Calendars#version()}, and {@link Calendars#asOf} still gives the calendar of an earlier version.
 *
 * @param region  empty for the whole country, else the beginning of the codes of all regions it concerns
 * @param changed the days that became working days or rest days
 */
public record CalendarChanged(long version, String region, int year, SortedSet<LocalDate> changed) {}
