package openland.form;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An amount in yuan, kept as a decimal string with at most two decimals: {@code "98600000"}, {@code "12000.50"}. */
record MoneyType() implements FieldType {
    static final String YUAN = "元";
    private static final Pattern AMOUNT = Pattern.compile(
            "(?:人民币|[¥￥]|RMB|CNY)?(-?)(\\d{1,15}|\\d{1,3}(?:,\\d{3}){1,4})(?:\\.(\\d{1,8}))?(万|亿)?(?:元整?)?");
    private static final Map<String, BigDecimal> UNITS =
            Map.of("万", new BigDecimal("10000"), "亿", new BigDecimal("100000000"));
    private static final BigDecimal MOST = new BigDecimal("1000000000000000");

    @Override
    public String name() {
        return "money";
    }

    @Override
    public int ceiling() {
        return 60;
    }

    @Override
    public Reading read(JsonNode raw, Field field) {
        if (!raw.isString() && !raw.isNumber()) {
            return new Reading.Wrong("金额应是数字，例如12000.50或9860万元。");
        }
        var typed = Text.withoutBlanks(Text.narrow(raw.asString())).replace('−', '-').replace('。', '.');
        var amount = AMOUNT.matcher(typed);
        if (!amount.matches()) {
            return new Reading.Wrong("“" + Text.strip(raw.asString()) + "”不是金额。请写成12000.50或9860万元。");
        }
        var digits = amount.group(2).replace(",", "") + (amount.group(3) == null ? "" : "." + amount.group(3));
        var yuan = new BigDecimal(digits)
                .multiply(amount.group(4) == null ? BigDecimal.ONE : UNITS.get(amount.group(4))).stripTrailingZeros();
        if (yuan.scale() > 2) {
            return new Reading.Wrong("金额最多写到分（两位小数）。");
        }
        if (yuan.compareTo(MOST) > 0) {
            return new Reading.Wrong("金额超过一千万亿元，请核对单位。");
        }
        if (!amount.group(1).isEmpty() && yuan.signum() != 0) {
            return field.mayBeNegative() ? within(yuan.negate(), field) : new Reading.Wrong("金额不能是负数。");
        }
        return within(yuan, field);
    }

    private static Reading within(BigDecimal yuan, Field field) {
        return Decimals.outside(yuan, field.measure(), YUAN).<Reading>map(Reading.Wrong::new).orElseGet(() -> Reading.of(plain(yuan)));
    }

    /** Whole yuan, or yuan and two decimals. */
    private static String plain(BigDecimal yuan) {
        return yuan.setScale(yuan.scale() > 0 ? 2 : 0).toPlainString();
    }

    @Override
    public String unit(Field field) {
        return YUAN;
    }

    @Override
    public String text(JsonNode value) {
        return value.asString() + YUAN;
    }

    @Override
    public @Nullable Object amountOrDay(JsonNode value) {
        return Decimals.exact(value.asString(""));
    }

    @Override
    public String html(JsonNode value) {
        return "<span class=\"no\">" + FieldTypes.escape(Decimals.grouped(value.asString())) + YUAN + "</span>";
    }

    @Override
    public ObjectNode schema(Field field) {
        return FieldTypes.stringSchema()
                .put("pattern", (field.mayBeNegative() ? "^-?" : "^") + "[0-9]{1,16}(\\.[0-9]{2})?$");
    }
}
