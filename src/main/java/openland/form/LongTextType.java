package openland.form;

import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Several lines without any form: a paragraph a line. */
record LongTextType() implements FieldType {
    private static final int LONGEST = 20_000;

    @Override
    public String name() {
        return "long-text";
    }

    @Override
    public int ceiling() {
        return LONGEST;
    }

    @Override
    public Reading read(JsonNode raw, Field field) {
        return raw.isValueNode()
                ? Reading.of(raw.asString().strip().replaceAll("(?<![ \\t])[ \\t]++\\n", "\n").replaceAll("\\n{3,}", "\n\n"))
                : new Reading.Wrong("应是一段文字。");
    }

    @Override
    public String html(JsonNode value) {
        return value.asString().lines().map(Text::strip).filter(line -> !line.isEmpty())
                .map(line -> "<p>" + FieldTypes.escape(line) + "</p>").collect(Collectors.joining());
    }

    @Override
    public ObjectNode schema(Field field) {
        return FieldTypes.stringSchema().put("maxLength", LONGEST);
    }
}
