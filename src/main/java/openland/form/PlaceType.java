package openland.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A place: an address in words and, where it is known, a point (WGS 84 degrees, six decimals at most). */
record PlaceType() implements FieldType {
    private static final Set<String> PARTS = Set.of("address", "lon", "lat");

    @Override
    public String name() {
        return "place";
    }

    @Override
    public int ceiling() {
        return 1_000;
    }

    @Override
    public Reading read(JsonNode raw, Field field) {
        if (raw.isString()) {
            return new Reading.Value(FieldTypes.object().put("address", oneLine(raw)));
        }
        if (!raw.isObject() || !PARTS.containsAll(raw.propertyNames())) {
            return new Reading.Wrong("地点应是一段文字，或者address、lon、lat三项。");
        }
        var address = oneLine(raw.path("address"));
        if (address.isEmpty()) {
            return new Reading.Wrong("请写出地址；只有经纬度不够。");
        }
        var place = FieldTypes.object().put("address", address);
        if (isAbsent(raw.path("lon")) && isAbsent(raw.path("lat"))) {
            return new Reading.Value(place);
        }
        var lon = degrees(raw.path("lon"), 73, 136);
        var lat = degrees(raw.path("lat"), 3, 54);
        if (lon == null || lat == null) {
            return new Reading.Wrong("经度应在73到136之间，纬度应在3到54之间，两项都要写。");
        }
        place.put("lon", lon);
        place.put("lat", lat);
        return new Reading.Value(place);
    }

    private static boolean isAbsent(JsonNode part) {
        return part.isMissingNode() || part.isNull() || part.isString() && Text.strip(part.asString()).isEmpty();
    }

    private static String oneLine(JsonNode text) {
        return text.isString() ? Text.strip(text.asString()).replaceAll("[\\n\\t]+", " ") : "";
    }

    private static @Nullable BigDecimal degrees(JsonNode raw, int least, int most) {
        var typed = raw.isValueNode() ? Text.strip(Text.narrow(raw.asString())) : "";
        if (!typed.matches("\\d{1,3}(\\.\\d{1,20})?")) {
            return null;
        }
        var degrees = new BigDecimal(typed).setScale(6, RoundingMode.HALF_UP).stripTrailingZeros();
        var plain = degrees.scale() < 0 ? degrees.setScale(0) : degrees;
        return plain.doubleValue() >= least && plain.doubleValue() <= most ? plain : null;
    }

    @Override
    public String text(JsonNode value) {
        return value.path("address").asString("");
    }

    @Override
    public String typed(JsonNode value, String part, Field field) {
        return part.isEmpty() ? value.isString() ? value.asString() : text(value) : value.path(part).asString("");
    }

    @Override
    public @Nullable JsonNode posted(String name, UnaryOperator<@Nullable String> parameter) {
        var address = parameter.apply(name);
        if (address == null) {
            return null;
        }
        var place = FieldTypes.object().put("address", address);
        for (var part : new String[] {"lon", "lat"}) {
            place.put(part, parameter.apply(name + "." + part));
        }
        return place;
    }

    /** The point, for who screens it. */
    @Override
    public String hiddenText(JsonNode value) {
        return value.has("lon") ? "东经" + value.path("lon").asString("") + "，北纬" + value.path("lat").asString("") : "";
    }

    @Override
    public boolean canBeMasked(@Nullable Mask mask) {
        return mask == Mask.ADDRESS_TOWNSHIP;
    }

    /** Masked, it has no point: a point leads to the door. */
    @Override
    public JsonNode publicValue(JsonNode value, Field field) {
        return field.mask() == null ? value : FieldTypes.object().put("address", field.mask().of(text(value)));
    }

    @Override
    public ObjectNode schema(Field field) {
        var schema = FieldTypes.object().put("type", "object").put("additionalProperties", false);
        var parts = schema.putObject("properties");
        parts.putObject("address").put("type", "string");
        parts.putObject("lon").put("type", "number").put("minimum", 73).put("maximum", 136);
        parts.putObject("lat").put("type", "number").put("minimum", 3).put("maximum", 54);
        schema.putArray("required").add("address");
        return schema;
    }
}
