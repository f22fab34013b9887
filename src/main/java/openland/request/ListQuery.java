package openland.request;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import openland.base.Refusal;
import openland.base.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Which requests a list holds; what is null or empty asks for all.
 *
 * @param offices  whose
 * @param near     of open ones: how near their day is
 * @param closedIn a year: those that were closed in it; null for those that are open
 * @param words    in the number or in what is asked for
 */
public record ListQuery(Collection<UUID> offices, @Nullable Stage stage, String unit, @Nullable UUID handler, @Nullable Channel channel, @Nullable Near near,
        @Nullable Integer closedIn, String words) {
    private static final int LONGEST = 100;
    private static final int FIRST_YEAR = 2008;
    private static final int LAST_YEAR = 2099;

    /** @throws Refusal INVALID for a year without the law, or too many words */
    public ListQuery {
        unit = Wording.line(unit, "承办单位", LONGEST);
        words = Wording.line(words, "查找的词", LONGEST);
        Words.must(closedIn == null || closedIn >= FIRST_YEAR && closedIn <= LAST_YEAR, "年份应在" + FIRST_YEAR + "到" + LAST_YEAR + "之间。");
    }

    /** All that an office has open. */
    public static ListQuery open(Collection<UUID> offices) {
        return new ListQuery(offices, null, "", null, null, null, null, "");
    }

    /** How near the last day is, in steps of the early warning (预警); the law's own words are its dates, these steps are the house's. */
    public enum Near {
        LATE("已经逾期", "r3"), ONE("一日内", "r2"), THREE("三日内", "r2"), FIVE("五日内", "r1"), LATER("五日以后", "r1"),
        STOPPED("不计时", "r1");

        private final String label;
        private final String style;

        Near(String label, String style) {
            this.label = label;
            this.style = style;
        }

        public String label() {
            return label;
        }

        /** The CSS class: red, amber, green. */
        public String style() {
            return style;
        }

        /** As it stands in an address. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public static Optional<Near> of(String code) {
            return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
        }
    }

    /** The days between which it lies; both null for those that have none. */
    record Span(@Nullable LocalDate from, @Nullable LocalDate to) {}
}
