package openland.form;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schema (2020-12) of what the public sees: choices by their words, masked values without what was masked, nothing of what is hidden. */
public final class PublicSchema {
    private PublicSchema() {}

    /** Of the published values of a form, by name. A published piece may have further ones, which its pack had in its time. */
    public static ObjectNode of(Form form) {
        var schema = FieldTypes.object().put("type", "object");
        var properties = schema.putObject("properties");
        form.fields().stream().filter(field -> field.mode() != PublicMode.HIDDEN).forEach(field -> properties.set(field.name(), described(field)));
        return schema;
    }

    private static ObjectNode described(Field field) {
        var schema = of(field).put("title", field.label());
        var masked = field.mode() == PublicMode.MASKED ? "个人信息隐去后公开。" : "";
        if (!masked.isEmpty() || !field.help().isEmpty()) {
            schema.put("description", masked + field.help());
        }
        return schema;
    }

    private static ObjectNode of(Field field) {
        return switch (field.type()) {
            case ChoiceType _ -> words(field.choices());
            case NumberType type when !field.measure().unit().isEmpty() -> measured(type.schema(field), field.measure().unit());
            case AreaType type -> area(type.schema(field));
            case TableType _ -> table(field.columns().stream().filter(column -> column.mode() != PublicMode.HIDDEN).toList());
            case PlaceType type when field.mode() == PublicMode.MASKED -> address(type.schema(field));
            case TextType type -> type.schema(field);
            default -> field.type().schema(field);
        };
    }

    private static ObjectNode words(List<Choice> choices) {
        var schema = FieldTypes.stringSchema();
        var labels = schema.putArray("examples");   // not an enum: a choice may have been called otherwise when the piece was published
        choices.forEach(choice -> labels.add(choice.label()));
        return schema;
    }

    private static ObjectNode measured(ObjectNode number, String unit) {
        var schema = FieldTypes.object().put("type", "object");
        var parts = schema.putObject("properties");
        parts.set("value", number);
        parts.putObject("unit").put("type", "string").putArray("examples").add(unit);
        schema.putArray("required").add("value").add("unit");
        return schema;
    }

    /** Beside what was said there may stand the same in the unit of the field. */
    private static ObjectNode area(ObjectNode said) {
        var also = said.deepCopy();
        ((ObjectNode) said.get("properties")).set("also", also);
        return said;
    }

    private static ObjectNode address(ObjectNode place) {
        ((ObjectNode) place.get("properties")).remove(List.of("lon", "lat"));
        return place;
    }

    private static ObjectNode table(List<Field> columns) {
        var schema = FieldTypes.object().put("type", "object");
        var properties = schema.putObject("properties");
        var head = properties.putObject("columns").put("type", "array").putObject("items").put("type", "object");
        var parts = head.putObject("properties");
        List.of("name", "label", "type", "unit").forEach(part -> parts.putObject(part).put("type", "string"));
        head.putArray("required").add("name").add("label").add("type");
        var row = properties.putObject("rows").put("type", "array").putObject("items").put("type", "array");
        var cells = row.putArray("prefixItems");
        for (var column : columns) {
            var either = FieldTypes.object().put("title", column.label());
            either.putArray("anyOf").add(FieldTypes.object().put("type", "null")).add(column.type() instanceof NumberType type ? type.schema(column) : of(column));
            cells.add(either);
        }
        schema.putArray("required").add("columns").add("rows");
        return schema;
    }
}
