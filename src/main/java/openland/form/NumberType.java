package openland.form;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A number, perhaps with a unit; kept as the plain decimal that was typed: {@code "12.50"}. */
record NumberType() implements FieldType {
    private static final Map<String, BigDecimal> TIMES =
            Map.of("", BigDecimal.ONE, "万", new BigDecimal("10000"), "亿", new BigDecimal("100000000"));

    @Override
    public String name() {
        return "number";
    }

    @Override
    public int ceiling() {
        return 100;
    }

    @Override
    public Reading read(JsonNode raw, Field field) {
        var unit = field.measure().unit();
        var said = Decimals.in(raw.isObject() && raw.path("unit").asString("").equals(unit) ? raw.path("value") : raw);
        if (said.isEmpty()) {
            return notANumber(raw, unit);
        }
        var narrow = Text.withoutBlanks(Text.narrow(unit));
        var words = said.get().words();
        var rest = !narrow.isEmpty() && words.endsWith(narrow) ? words.substring(0, words.length() - narrow.length()) : words;
        var times = !rest.isEmpty() && (unit.startsWith("万") || unit.startsWith("亿")) ? null : TIMES.get(rest);
        var number = said.get().number();
        return times == null ? notANumber(raw, unit) : checked(rest.isEmpty() ? number : number.multiply(times).stripTrailingZeros(), field);
    }

    private static Reading checked(BigDecimal said, Field field) {
        var measure = field.measure();
        var number = Decimals.trimmed(said.scale() < 0 ? said.setScale(0) : said, measure.decimals());
        if (number.scale() > measure.decimals()) {
            return new Reading.Wrong(measure.decimals() == 0 ? "应是整数，不带小数。" : "最多写" + measure.decimals() + "位小数。");
        }
        if (number.signum() < 0 && !measure.mayBeNegative()) {
            return new Reading.Wrong("不能是负数。");
        }
        var plain = number.signum() == 0 ? number.abs().toPlainString() : number.toPlainString();
        return Decimals.outside(number, measure, measure.unit()).<Reading>map(Reading.Wrong::new).orElseGet(() -> Reading.of(plain));
    }

    private static Reading notANumber(JsonNode raw, String unit) {
        return new Reading.Wrong((raw.isValueNode() ? "“" + Text.strip(raw.asString()) + "”不是数字。" : "应是一个数字。")
                + "请写成1200" + (unit.isEmpty() ? "" : "或1200" + unit) + "。");
    }

    @Override
    public JsonNode publicValue(JsonNode value, Field field) {
        return field.measure().unit().isEmpty() ? value
                : FieldTypes.object().put("value", value.asString()).put("unit", field.measure().unit());
    }

    @Override
    public JsonNode wholeValue(JsonNode value, Field field) {
        return publicValue(value, field);
    }

    @Override
    public JsonNode shownCell(JsonNode value, Field column, boolean whole) {
        return value;
    }

    @Override
    public String unit(Field field) {
        return field.measure().unit();
    }

    @Override
    public boolean leavesUnitToColumn() {
        return true;
    }

    @Override
    public String text(JsonNode value) {
        return number(value) + value.path("unit").asString("");
    }

    @Override
    public @Nullable Object amountOrDay(JsonNode value) {
        return Decimals.exact(number(value));
    }

    @Override
    public String html(JsonNode value) {
        return "<span class=\"no\">" + FieldTypes.escape(Decimals.grouped(number(value)) + value.path("unit").asString("")) + "</span>";
    }

    private static String number(JsonNode value) {
        return value.isObject() ? value.path("value").asString("") : value.asString("");
    }

    @Override
    public ObjectNode schema(Field field) {
        int decimals = field.measure().decimals();
        return FieldTypes.stringSchema().put("pattern", (field.mayBeNegative() ? "^-?" : "^") + "[0-9]{1,23}"
                + (decimals == 0 ? "" : "(\\.[0-9]{1," + decimals + "})?") + "$");
    }
}
