package openland.form;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One line. A well-known value may be typed by an alias and is kept by its label. */
record TextType() implements FieldType {
    private static final int LONGEST = 500;

    @Override
    public String name() {
        return "text";
    }

    @Override
    public int ceiling() {
        return LONGEST;
    }

    @Override
    public Reading read(JsonNode raw, Field field) {
        if (!raw.isValueNode()) {
            return new Reading.Wrong("应是一行文字。");
        }
        var text = Text.strip(raw.asString()).replaceAll("[\\n\\t]+", " ");
        return Reading.of(field.choices().stream().filter(choice -> choice.isCalled(text)).findFirst()
                .map(Choice::label).orElse(text));
    }

    @Override
    public boolean canBeMasked(@Nullable Mask mask) {
        return mask != null;
    }

    @Override
    public JsonNode publicValue(JsonNode value, Field field) {
        return field.mask() == null ? value : FieldTypes.text(field.mask().of(value.asString()));
    }

    @Override
    public ObjectNode schema(Field field) {
        return FieldTypes.stringSchema().put("maxLength", LONGEST);
    }
}
