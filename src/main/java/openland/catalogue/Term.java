package openland.catalogue;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long something may take; the unit belongs to the rule: 7 working days are never 7 days. */
public record Term(int length, Unit unit) {
    private static final Pattern WRITTEN = Pattern.compile("([1-9]\\d{0,3}) (working-days|calendar-days|months|hours)");
    private static final Map<String, Unit> UNITS = Map.of("working-days", Unit.WORKING_DAYS, "calendar-days", Unit.CALENDAR_DAYS,
            "months", Unit.MONTHS, "hours", Unit.HOURS);

    /** What is counted. */
    public enum Unit {
        WORKING_DAYS("个工作日"), CALENDAR_DAYS("日"), MONTHS("个月"), HOURS("小时");

        private final String label;

        Unit(String label) {
            this.label = label;
        }
    }

    /** {@code 7 working-days}. */
    static Optional<Term> of(String written) {
        var term = WRITTEN.matcher(written);
        return term.matches() ? Optional.of(new Term(Integer.parseInt(term.group(1)), UNITS.get(term.group(2)))) : Optional.empty();
    }

    /** Whether it ends no later than the other, whenever they begin; false when the units cannot be compared. */
    boolean isNoLongerThan(Term other) {
        return unit == other.unit && length <= other.length;
    }

    /** 7个工作日. */
    public String label() {
        return length + unit.label;
    }
}
