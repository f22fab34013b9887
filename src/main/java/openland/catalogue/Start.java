package openland.catalogue;

/**
 * The event that starts a clock (起算).
 *
 * @param event {@code decision-made}; what the calendar itself starts is one of {@link Every}
 * @param label 作出行政决定
 */
public record Start(String event, String label) {
    /** What the calendar starts by itself. */
    public enum Every {
        QUARTER_ENDED("quarter-ended"), MONTH_ENDED("month-ended"), YEAR_ENDED("year-ended"), YEAR_BEGAN("year-began");

        private final String event;

        Every(String event) {
            this.event = event;
        }

        public String event() {
            return event;
        }
    }

    /** True when the calendar starts it, and nobody has to report anything. */
    public boolean isByCalendar() {
        for (var every : Every.values()) {
            if (every.event.equals(event)) {
                return true;
            }
        }
        return false;
    }
}
