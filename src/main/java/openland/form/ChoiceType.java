package openland.form;

import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One of the declared choices, kept by its code and shown by its label. */
record ChoiceType() implements FieldType {
    @Override
    public String name() {
        return "choice";
    }

    @Override
    public int ceiling() {
        return 200;
    }

    @Override
    public Reading read(JsonNode raw, Field field) {
        var typed = raw.isValueNode() ? Text.strip(raw.asString()) : "";
        return field.choices().stream().filter(choice -> choice.isCalled(typed)).findFirst()
                .<Reading>map(choice -> Reading.of(choice.code()))
                .orElseGet(() -> new Reading.Wrong("“" + typed + "”不在可选的值里：" + field.choices().stream()
                        .map(Choice::label).collect(Collectors.joining("、")) + "。"));
    }

    @Override
    public JsonNode publicValue(JsonNode value, Field field) {
        return field.choices().stream().filter(choice -> choice.code().equals(value.asString())).findFirst()
                .<JsonNode>map(choice -> JsonNodeFactory.instance.stringNode(choice.label())).orElse(value);
    }

    @Override
    public JsonNode wholeValue(JsonNode value, Field field) {
        return publicValue(value, field);
    }

    @Override
    public ObjectNode schema(Field field) {
        var schema = FieldTypes.stringSchema();
        var codes = schema.putArray("enum");
        field.choices().forEach(choice -> codes.add(choice.code()));
        return schema;
    }
}
