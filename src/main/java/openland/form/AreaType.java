package openland.form;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An area of land, kept in the unit in which it was said: {@code {"value":"12.5","unit":"亩"}}. Where the field has another
 * unit, that one is shown beside it. 15 亩 are a hectare (关于在我国统一实行法定计量单位的命令).
 */
record AreaType() implements FieldType {
    /** The three units in which land is measured. */
    enum Unit {
        HECTARE("公顷", 4, "10000", "1"), MU("亩", 2, "10000", "15"), SQUARE_METRE("平方米", 2, "1", "1");

        private final String label;
        private final int decimals;
        private final BigDecimal metres;
        private final BigDecimal by;

        Unit(String label, int decimals, String metres, String by) {
            this.label = label;
            this.decimals = decimals;
            this.metres = new BigDecimal(metres);
            this.by = new BigDecimal(by);
        }

        static Optional<Unit> labelled(String label) {
            return Stream.of(values()).filter(unit -> unit.label.equals(label)).findFirst();
        }

        BigDecimal squareMetres(BigDecimal value) {
            return value.multiply(metres).divide(by, MathContext.DECIMAL64);
        }

        BigDecimal of(BigDecimal value, Unit other) {
            return value.multiply(other.metres).multiply(by).divide(other.by.multiply(metres), MathContext.DECIMAL64);
        }
    }

    private static final Map<String, Unit> WORDS = Map.ofEntries(Map.entry("公顷", Unit.HECTARE), Map.entry("hm2", Unit.HECTARE),
            Map.entry("hm²", Unit.HECTARE), Map.entry("ha", Unit.HECTARE), Map.entry("亩", Unit.MU), Map.entry("市亩", Unit.MU),
            Map.entry("平方米", Unit.SQUARE_METRE), Map.entry("平米", Unit.SQUARE_METRE), Map.entry("㎡", Unit.SQUARE_METRE),
            Map.entry("m2", Unit.SQUARE_METRE), Map.entry("m²", Unit.SQUARE_METRE), Map.entry("平方公尺", Unit.SQUARE_METRE));
    private static final Set<String> PARTS = Set.of("value", "unit");
    private static final BigDecimal THOUSANDS = new BigDecimal("10000");
    private static final int DECIMALS = 6;

    @Override
    public String name() {
        return "area";
    }

    @Override
    public int ceiling() {
        return 200;
    }

    @Override
    public Reading read(JsonNode raw, Field field) {
        if (raw.isObject() && !PARTS.containsAll(raw.propertyNames())) {
            return new Reading.Wrong("面积应是数字和单位（value、unit两项）。");
        }
        var said = Decimals.in(raw.isObject() ? raw.path("value") : raw);
        if (said.isEmpty()) {
            return notAnArea(raw);
        }
        var given = raw.isObject() ? Text.withoutBlanks(Text.narrow(raw.path("unit").asString(""))) : "";
        var words = (said.get().words() + given).toLowerCase(Locale.ROOT);
        boolean thousands = words.startsWith("万");
        var unit = words.isEmpty() ? Optional.of(unitOf(field)) : Optional.ofNullable(WORDS.get(thousands ? words.substring(1) : words));
        if (unit.isEmpty()) {
            return notAnArea(raw);
        }
        var number = thousands ? said.get().number().multiply(THOUSANDS).stripTrailingZeros() : said.get().number();
        return checked(Decimals.trimmed(number.scale() < 0 ? number.setScale(0) : number, DECIMALS), unit.get(), field);
    }

    private static Reading checked(BigDecimal number, Unit unit, Field field) {
        if (number.scale() > DECIMALS) {
            return new Reading.Wrong("面积最多写" + DECIMALS + "位小数。");
        }
        if (number.signum() < 0) {
            return new Reading.Wrong("面积不能是负数。");
        }
        var inUnit = unitOf(field);
        return Decimals.outside(unit == inUnit ? number : inUnit.of(number, unit), field.measure(), inUnit.label).<Reading>map(Reading.Wrong::new)
                .orElseGet(() -> new Reading.Value(FieldTypes.object().put("value", number.toPlainString()).put("unit", unit.label)));
    }

    private static Reading notAnArea(JsonNode raw) {
        return new Reading.Wrong((raw.isValueNode() ? "“" + Text.strip(raw.asString()) + "”不是面积。" : "应是一个面积。")
                + "请写成1.2公顷、18亩或12000平方米。");
    }

    private static Unit unitOf(Field field) {
        return Unit.labelled(field.measure().unit()).orElse(Unit.HECTARE);
    }

    /** In square metres: what areas are compared by. */
    static Optional<BigDecimal> squareMetres(JsonNode value) {
        return Unit.labelled(value.path("unit").asString("")).flatMap(unit ->
                Decimals.in(value.path("value")).map(said -> unit.squareMetres(said.number())));
    }

    /** What was said, and beside it the same in the unit of the field where that is another. */
    @Override
    public JsonNode publicValue(JsonNode value, Field field) {
        var said = Unit.labelled(value.path("unit").asString("")).orElseThrow();
        var shown = unitOf(field);
        if (said == shown) {
            return value;
        }
        var number = shown.of(new BigDecimal(value.path("value").asString()), said).setScale(shown.decimals, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        var whole = FieldTypes.object().put("value", value.path("value").asString()).put("unit", said.label);
        whole.putObject("also").put("value", (number.scale() < 0 ? number.setScale(0) : number).toPlainString()).put("unit", shown.label);
        return whole;
    }

    @Override
    public JsonNode wholeValue(JsonNode value, Field field) {
        return publicValue(value, field);
    }

    @Override
    public String unit(Field field) {
        return unitOf(field).label;
    }

    @Override
    public String text(JsonNode value) {
        var also = value.path("also");
        return value.path("value").asString("") + value.path("unit").asString("")
                + (also.isObject() ? "（" + also.path("value").asString("") + also.path("unit").asString("") + "）" : "");
    }

    @Override
    public String html(JsonNode value) {
        var also = value.path("also");
        return "<span class=\"no\">" + grouped(value) + (also.isObject() ? "（" + grouped(also) + "）" : "") + "</span>";
    }

    private static String grouped(JsonNode value) {
        return FieldTypes.escape(Decimals.grouped(value.path("value").asString("")) + value.path("unit").asString(""));
    }

    @Override
    public String typed(JsonNode value, String part, Field field) {
        return !part.isEmpty() ? "" : value.isObject() ? value.path("value").asString("") + value.path("unit").asString("") : value.asString("");
    }

    @Override
    public ObjectNode schema(Field field) {
        var schema = FieldTypes.object().put("type", "object").put("additionalProperties", false);
        var parts = schema.putObject("properties");
        parts.putObject("value").put("type", "string").put("pattern", "^[0-9]{1,19}(\\.[0-9]{1,6})?$");
        var units = parts.putObject("unit").putArray("enum");
        Stream.of(Unit.values()).forEach(unit -> units.add(unit.label));
        schema.putArray("required").add("value").add("unit");
        return schema;
    }
}
