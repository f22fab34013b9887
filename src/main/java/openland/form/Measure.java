package openland.form;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * In what a number is given, and what it may be.
 *
 * @param unit          of a {@code number} any words (宗); of an {@code area} 公顷, 亩 or 平方米; empty for none
 * @param decimals      how many a {@code number} may have, up to 6
 * @param least         the smallest value, in the unit; null for none
 * @param most          the largest value, in the unit; null for none
 * @param mayBeNegative whether an amount or a number may lie below zero
 */
public record Measure(String unit, int decimals, @Nullable BigDecimal least, @Nullable BigDecimal most, boolean mayBeNegative) {
    public static final Measure NONE = new Measure("", 0, null, null, false);
    static final int MOST_DECIMALS = 6;

    public Measure {
        if (decimals < 0 || decimals > MOST_DECIMALS) {
            throw new IllegalArgumentException("小数位数应在0到6之间。");
        }
        if (least != null && most != null && least.compareTo(most) > 0) {
            throw new IllegalArgumentException("最小值" + least.toPlainString() + "大于最大值" + most.toPlainString() + "。");
        }
    }
}
