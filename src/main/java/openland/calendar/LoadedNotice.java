package openland.calendar;

import java.time.Instant;

/**
 * A notice as it was loaded.
 *
 * @param version   of the calendar that began with it
 * @param byProgram it came with the program, not from an administrator
 */
public record LoadedNotice(long version, Notice notice, boolean byProgram, Instant loadedAt) {}
