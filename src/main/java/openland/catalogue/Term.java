package openland.catalogue;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How long something may take; the unit belongs to the rule: 7 working days are never 7 days. */
public record Term(int length, Unit unit) {
    private static final Pattern WRITTEN = Pattern.compile("([1-9]\\d{0,3}) (working-days|calendar-days|months|hours)");

    /** What is counted. */
    public enum Unit {
        WORKING_DAYS("working-days", "个工作日"), CALENDAR_DAYS("calendar-days", "日"), MONTHS("months", "个月"), HOURS("hours", "小时");

        private final String code;
        private final String label;

        Unit(String code, String label) {
            this.code = code;
            this.label = label;
        }

        private static Unit of(String code) {
            return Stream.of(values()).filter(unit -> unit.code.equals(code)).findFirst().orElseThrow();
        }
    }

    /** {@code 7 working-days}. */
    static Optional<Term> of(String written) {
        var term = WRITTEN.matcher(written);
        return term.matches() ? Optional.of(new Term(Integer.parseInt(term.group(1)), Unit.of(term.group(2)))) : Optional.empty();
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
