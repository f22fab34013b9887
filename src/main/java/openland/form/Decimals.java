package openland.form;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Decimal numbers as people and spreadsheets write them. */
final class Decimals {
    /** {@code １２，３４５．６公顷}: a number, and the words behind it without blanks, in half width. */
    record Said(BigDecimal number, String words) {}

    private static final Pattern NUMBER = Pattern.compile("([-+]?)(\\d{1,15}|\\d{1,3}(?:,\\d{3}){1,4})(?:\\.(\\d{1,15}))?([^\\d.,+-].{0,30})?");
    private static final Pattern EXPONENT = Pattern.compile("-?\\d(?:\\.\\d{1,20})?[eE][-+]?\\d{1,2}");
    private static final Pattern PLAIN = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final int DIGITS = 15;
    private static final int LONGEST = 60;

    private Decimals() {}

    /** What was said; empty when it does not begin with a number. */
    static Optional<Said> in(JsonNode raw) {
        if (!raw.isString() && !raw.isNumber() || raw.asString().length() > LONGEST) {
            return Optional.empty();
        }
        var typed = Text.withoutBlanks(Text.narrow(raw.asString())).replace('−', '-').replace('。', '.');
        if (EXPONENT.matcher(typed).matches()) {
            typed = new BigDecimal(typed).toPlainString();   // as spreadsheets keep large and small numbers
        }
        var said = NUMBER.matcher(typed);
        if (!said.matches()) {
            return Optional.empty();
        }
        var number = new BigDecimal(said.group(2).replace(",", "") + (said.group(3) == null ? "" : "." + said.group(3)));
        return Optional.of(new Said(said.group(1).equals("-") ? number.negate() : number, said.group(4) == null ? "" : said.group(4)));
    }

    /** A number in its normal form; empty for anything else. */
    static Optional<BigDecimal> plain(String text) {
        return text.length() <= LONGEST && PLAIN.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /** A decimal that a spreadsheet keeps as it is; null for what is none, or has more digits than those keep. */
    static @Nullable BigDecimal exact(String text) {
        return text.length() <= DIGITS && PLAIN.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    /** Without zeros at the end that stand beyond so many decimals. */
    static BigDecimal trimmed(BigDecimal number, int decimals) {
        var bare = number.stripTrailingZeros();
        return number.scale() <= decimals ? number : bare.setScale(Math.max(bare.scale(), decimals));
    }

    /** Why a number may not be that large or that small; empty when it may. */
    static Optional<String> outside(BigDecimal number, Measure measure, String unit) {
        return outside(number, measure.least(), measure.most(), unit);
    }

    private static Optional<String> outside(BigDecimal number, @Nullable BigDecimal least, @Nullable BigDecimal most, String unit) {
        if (least != null && number.compareTo(least) < 0) {
            return Optional.of("不能小于" + least.toPlainString() + unit + "，现在是" + number.toPlainString() + unit + "。");
        }
        return most != null && number.compareTo(most) > 0
                ? Optional.of("不能大于" + most.toPlainString() + unit + "，现在是" + number.toPlainString() + unit + "。") : Optional.empty();
    }

    /** Thousands stand apart by a narrow no-break space from five digits on (GB/T 15835). */
    static String grouped(String number) {
        var parts = number.split("\\.", 2);
        var whole = parts[0].replace("-", "").length() < 5 ? parts[0] : parts[0].replaceAll("(?<=\\d)(?=(\\d{3})+$)", "\u202f");
        return whole + (parts.length > 1 ? "." + parts[1] : "");
    }
}
