package openland.form;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody an act concerns (当事人): a person or an organisation. A person's number is never public; masked, only the
 * family name is: 张某某. An organisation is shown whole, with its 统一社会信用代码.
 */
record PartyType() implements FieldType {
    private static final Set<String> PARTS = Set.of("name", "kind", "number");
    private static final Map<String, String> KINDS = Map.of("person", "person", "个人", "person", "自然人", "person",
            "organization", "organization", "organisation", "organization", "单位", "organization",
            "组织", "organization", "法人", "organization", "法人或者其他组织", "organization");

    /** 张三（个人）, 某某公司（单位，91340000…）: as the cell of a table has it. */
    private static final Pattern ON_ONE_LINE = Pattern.compile("(.{1,250})[(（](个人|自然人|单位|组织|法人)(?:[,，](.{1,50}))?[)）][\\s\\p{Z}]*");

    @Override
    public String name() {
        return "party";
    }

    @Override
    public int ceiling() {
        return 1_000;
    }

    @Override
    public boolean canBeMasked(@Nullable Mask mask) {
        return mask == null || mask == Mask.NAME;
    }

    @Override
    public Reading read(JsonNode raw, Field field) {
        if (raw.isString()) {
            var line = ON_ONE_LINE.matcher(raw.asString());
            return line.matches() ? read(line.group(1), line.group(2), line.group(3) == null ? "" : line.group(3)) : read(raw.asString(), "", "");
        }
        if (!raw.isObject() || !PARTS.containsAll(raw.propertyNames())
                || raw.values().stream().anyMatch(JsonNode::isContainer)) {
            return new Reading.Wrong("当事人应是一个名称，或者name、kind、number三项。");
        }
        return read(raw.path("name").asString(""), raw.path("kind").asString(""), raw.path("number").asString(""));
    }

    private static Reading read(String typedName, String typedKind, String typedNumber) {
        var name = Text.strip(typedName).replaceAll("[\\n\\t]+", " ");
        var number = Text.withoutBlanks(Text.narrow(typedNumber)).toUpperCase(Locale.ROOT);
        if (name.isEmpty()) {
            return new Reading.Wrong("请写出当事人的姓名或者名称。");
        }
        if (name.length() > 200 || number.length() > 40) {
            return new Reading.Wrong("名称最多200个字，证件号码最多40个字符。");
        }
        var kind = typedKind.isBlank() ? Parties.isSurelyAnOrganization(name) ? "organization" : null
                : KINDS.get(Text.strip(typedKind));
        if (kind == null) {
            return new Reading.Wrong("请写明“" + name + "”是个人（person）还是单位（organization）：个人的名字公开时要隐去。");
        }
        if (kind.equals("organization") && !number.isEmpty() && !Parties.isCreditCode(number)) {
            return new Reading.Wrong("“" + number + "”不是正确的统一社会信用代码（18位，末位是校验位），请核对。");
        }
        var party = FieldTypes.object().put("name", name).put("kind", kind);
        if (!number.isEmpty()) {
            party.put("number", number);
        }
        return new Reading.Value(party);
    }

    @Override
    public JsonNode publicValue(JsonNode value, Field field) {
        if (!isPerson(value)) {
            return value;
        }
        var name = value.path("name").asString("");
        return FieldTypes.object().put("name", field.mode() == PublicMode.SHOWN ? name : Parties.masked(name))
                .put("kind", "person");
    }

    private static boolean isPerson(JsonNode value) {
        return !value.path("kind").asString("").equals("organization");
    }

    @Override
    public String text(JsonNode value) {
        var number = value.path("number").asString("");
        return value.path("name").asString("") + (number.isEmpty() ? ""
                : (isPerson(value) ? "（证件号码" : "（统一社会信用代码") + number + "）");
    }

    @Override
    public String typed(JsonNode value, String part, Field field) {
        return value.isString() ? part.isEmpty() ? value.asString() : ""
                : value.path(part.isEmpty() ? "name" : part).asString("");
    }

    @Override
    public String cell(JsonNode value, Field field) {
        if (!value.isObject()) {
            return value.asString("");
        }
        var number = value.path("number").asString("");
        return value.path("name").asString("") + (isPerson(value) ? "（个人" : "（单位") + (number.isEmpty() ? "" : "，" + number) + "）";
    }

    @Override
    public @Nullable JsonNode posted(String name, UnaryOperator<@Nullable String> parameter) {
        var typed = parameter.apply(name);
        if (typed == null) {
            return null;
        }
        var number = parameter.apply(name + ".number");
        var party = FieldTypes.object().put("name", typed);
        if (number != null && !Text.strip(number).isEmpty()) {
            party.put("number", number);
        }
        var kind = parameter.apply(name + ".kind");
        return Text.strip(typed).isEmpty() && !party.has("number") ? FieldTypes.object() : party.put("kind", kind);
    }

    @Override
    public ObjectNode schema(Field field) {
        var schema = FieldTypes.object().put("type", "object").put("additionalProperties", false);
        var parts = schema.putObject("properties");
        parts.putObject("name").put("type", "string").put("maxLength", 200);
        parts.putObject("kind").putArray("enum").add("person").add("organization");
        parts.putObject("number").put("type", "string").put("maxLength", 40);
        schema.putArray("required").add("name").add("kind");
        return schema;
    }
}
