package openland.form;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** From one day to another, both included: {@code {"from":"2026-01-01","to":"2026-12-31"}}. The end may be a word (长期). */
record DateRangeType() implements FieldType {
    private static final Set<String> PARTS = Set.of("from", "to");
    private static final Pattern BETWEEN = Pattern.compile("至|到|~|～|—{1,2}|–| - |起[，,]?");
    private static final DateType DAY = new DateType();

    @Override
    public String name() {
        return "date-range";
    }

    @Override
    public int ceiling() {
        return 200;
    }

    @Override
    public Reading read(JsonNode raw, Field field) {
        if (raw.isObject()) {
            return PARTS.containsAll(raw.propertyNames()) ? read(raw.path("from"), raw.path("to"), field)
                    : new Reading.Wrong("起止日期应是from、to两项。");
        }
        var parts = BETWEEN.split(raw.isString() ? raw.asString() : "", 3);
        return parts.length == 2 ? read(FieldTypes.text(parts[0].replaceFirst("^[\\s\\p{Z}]*[自从]", "")), FieldTypes.text(parts[1]), field)
                : new Reading.Wrong("请写成2026-01-01至2026-12-31这样，起止两个日期都要写。");
    }

    private static Reading read(JsonNode typedFrom, JsonNode typedTo, Field field) {
        if (isAbsent(typedFrom)) {
            return new Reading.Wrong("请写出起始日期。");
        }
        if (isAbsent(typedTo)) {
            return new Reading.Wrong("请写出终止日期" + field.choices().stream().map(word -> "，或者“" + word.label() + "”").findFirst().orElse("") + "。");
        }
        if (!(DAY.read(typedFrom, field.choices(List.of())) instanceof Reading.Value(var from))) {
            return new Reading.Wrong("起始日期不对：" + sentence(DAY.read(typedFrom, field.choices(List.of()))));
        }
        if (!(DAY.read(typedTo, field) instanceof Reading.Value(var to))) {
            return new Reading.Wrong("终止日期不对：" + sentence(DAY.read(typedTo, field)));
        }
        if (DateType.isDay(to) && from.asString().compareTo(to.asString()) > 0) {
            return new Reading.Wrong("起始日期" + from.asString() + "晚于终止日期" + to.asString() + "，请核对。");
        }
        return new Reading.Value(FieldTypes.object().put("from", from.asString()).put("to", to.asString()));
    }

    private static boolean isAbsent(JsonNode part) {
        return !part.isValueNode() || part.isNull() || Text.strip(part.asString()).isEmpty();
    }

    private static String sentence(Reading reading) {
        return reading instanceof Reading.Wrong(var sentence) ? sentence : "";
    }

    @Override
    public String text(JsonNode value) {
        var to = value.path("to");
        return DAY.text(value.path("from")) + (DateType.isDay(to) ? "至" : "起，") + DAY.text(to);
    }

    @Override
    public String html(JsonNode value) {
        var to = value.path("to");
        return DAY.html(value.path("from")) + (DateType.isDay(to) ? "至" : "起，") + DAY.html(to);
    }

    @Override
    public String typed(JsonNode value, String part, Field field) {
        return !value.isObject() ? part.equals("from") || part.isEmpty() ? value.asString("") : ""
                : part.isEmpty() ? cell(value, field) : DAY.typed(value.path(part), "", field);
    }

    @Override
    public String cell(JsonNode value, Field field) {
        return value.isObject() ? value.path("from").asString("") + "至" + value.path("to").asString("") : value.asString("");
    }

    @Override
    public @Nullable JsonNode posted(String name, UnaryOperator<@Nullable String> parameter) {
        var from = parameter.apply(name + ".from");
        var to = parameter.apply(name + ".to");
        return from == null && to == null ? FieldType.super.posted(name, parameter) : FieldTypes.object().put("from", from).put("to", to);
    }

    @Override
    public ObjectNode schema(Field field) {
        var schema = FieldTypes.object().put("type", "object").put("additionalProperties", false);
        var parts = schema.putObject("properties");
        parts.set("from", DAY.schema(field.choices(List.of())));
        parts.set("to", DAY.schema(field));
        schema.putArray("required").add("from").add("to");
        return schema;
    }
}
