package openland.request;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Information processing fees (政府信息公开信息处理费): 国办函〔2020〕109号, articles 4 and 5. Of one request only one standard is used
 * (article 3). The rates were read; that tiers count marginally within each step is our reading.
 */
public final class Fee {
    private static final int MOST = 10_000;

    private Fee() {}

    /** By what it is counted. */
    public enum Standard {
        /** Requests of one applicant in one calendar month. */ BY_ITEM("按件计收", "件"),
        /** Pages given; only for copies on paper, by mail or as data. */ BY_VOLUME("按量计收", "页");

        private final String label;
        private final String unit;

        Standard(String label, String unit) {
            this.label = label;
            this.unit = unit;
        }

        public String label() {
            return label;
        }

        public String unit() {
            return unit;
        }

        public static Optional<Standard> of(String name) {
            return Stream.of(values()).filter(one -> one.name().equals(name)).findFirst();
        }
    }

    /**
     * What all of them together cost, in yuan.
     *
     * @param count items of the month, or pages; up to 10,000
     * @throws openland.base.Refusal INVALID below 0 or above that
     */
    public static int yuan(Standard standard, int count) {
        Words.must(count >= 0 && count <= MOST, "数量应在0到" + MOST + "之间。");
        return standard == Standard.BY_ITEM ? items(count) : pages(count);
    }

    /** Ten are free; 11 to 30 cost 100 each; from 31 on every ten more cost another 100 each: 31 to 40 200, 41 to 50 300 … */
    private static int items(int count) {
        int sum = 0;
        for (int n = 11; n <= count; n++) {
            sum += n <= 30 ? 100 : 100 * ((n - 31) / 10 + 2);
        }
        return sum;
    }

    /** Thirty are free; 31 to 100 cost 10 each, 101 to 200 20, from 201 on 40. */
    private static int pages(int count) {
        return 10 * Math.clamp(count - 30L, 0, 70) + 20 * Math.clamp(count - 100L, 0, 100) + 40 * Math.max(count - 200, 0);
    }
}
