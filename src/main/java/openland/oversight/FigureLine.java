package openland.oversight;

import java.time.YearMonth;
import java.util.UUID;

/** The figures of one office, one item and one month. @param item empty for what no published piece meets */
public record FigureLine(UUID office, String item, YearMonth month, Tally tally) {}
