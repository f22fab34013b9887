package openland.calendar;

import java.time.LocalDate;

/**
 * A day that a notice takes out of the weekday rule.
 *
 * @param off  true for a day off (放假), false for a make-up day (调休上班)
 * @param name of the holiday
 */
public record NoticeDay(LocalDate date, boolean off, String name) {}
