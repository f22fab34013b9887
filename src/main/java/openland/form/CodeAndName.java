package openland.form;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What offices and divisions have in common: {@code {"code":"330122","name":"桐庐县"}}, typed as a code, a name, or both. */
final class CodeAndName {
    /** The two parts as they were given; empty for what was not. */
    record Given(String code, String name) {
        boolean isBlank() {
            return code.isEmpty() && name.isEmpty();
        }

        boolean isWhole() {
            return !code.isEmpty() && !name.isEmpty();
        }
    }

    private static final Set<String> PARTS = Set.of("code", "name");
    private static final Pattern BOTH = Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]{0,63})[\\s\\p{Z}]+(.+)|(.+?)[\\s\\p{Z}]*[(（]([A-Za-z0-9][A-Za-z0-9._-]{0,63})[)）]");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final int CANDIDATES = 8;

    private CodeAndName() {}

    static Given given(JsonNode raw) {
        if (raw.isObject()) {
            return PARTS.containsAll(raw.propertyNames()) && raw.values().stream().allMatch(JsonNode::isValueNode)
                    ? new Given(oneLine(raw.path("code")), oneLine(raw.path("name"))) : new Given("", "");
        }
        var typed = raw.isValueNode() ? oneLine(raw) : "";
        var both = BOTH.matcher(typed);
        if (both.matches()) {
            return both.group(1) != null ? new Given(both.group(1), both.group(2)) : new Given(both.group(4), both.group(3));
        }
        return CODE.matcher(Text.narrow(typed)).matches() ? new Given(Text.narrow(typed), "") : new Given("", typed);
    }

    private static String oneLine(JsonNode part) {
        return part.isNull() ? "" : Text.strip(part.asString("")).replaceAll("[\\n\\t]+", " ");
    }

    static FieldType.Reading value(String code, String name) {
        return new FieldType.Reading.Value(FieldTypes.object().put("code", code).put("name", name));
    }

    /** Of several with that name the drafter must choose. */
    static FieldType.Reading several(String name, List<Known.Named> found) {
        return new FieldType.Reading.Wrong("“" + name + "”有" + found.size() + "个：" + found.stream().limit(CANDIDATES)
                .map(one -> one.path() + "（" + one.code() + "）").collect(Collectors.joining("、")) + "。请写明代码。");
    }

    static String typed(JsonNode value, String part) {
        if (!part.isEmpty() || !value.isObject()) {
            return part.isEmpty() ? value.asString("") : "";
        }
        return Text.strip(value.path("code").asString("") + " " + value.path("name").asString(""));
    }

    static ObjectNode schema(String pattern) {
        var schema = FieldTypes.object().put("type", "object").put("additionalProperties", false);
        var parts = schema.putObject("properties");
        parts.putObject("code").put("type", "string").put("pattern", pattern);
        parts.putObject("name").put("type", "string").put("minLength", 1).put("maxLength", 200);
        schema.putArray("required").add("code").add("name");
        return schema;
    }
}
