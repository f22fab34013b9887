package openland.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;
import openland.form.Field;
import openland.form.Form;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Fills in a form as an officer would type it: with the example of each field, or else with something of its type. */
public final class Examples {
    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Examples() {}

    /**
     * Every field.
     *
     * @param piece what stands in a reference to another piece
     * @param file  what stands in a field for a file, and in one for several
     */
    public static Map<String, JsonNode> of(Form form, JsonNode piece, JsonNode file) {
        var raw = new LinkedHashMap<String, JsonNode>();
        form.fields().forEach(field -> raw.put(field.name(), value(field, piece, file)));
        return raw;
    }

    private static JsonNode value(Field field, JsonNode piece, JsonNode file) {
        if (field.type().name().equals("table")) {
            var row = NODES.objectNode();
            field.columns().forEach(column -> row.set(column.name(), value(column, piece, file)));
            return NODES.arrayNode().add(row);
        }
        return field.example().isEmpty() ? made(field, piece, file) : NODES.stringNode(field.example());
    }

    private static JsonNode made(Field field, JsonNode piece, JsonNode file) {
        return switch (field.type().name()) {
            case "piece" -> piece;
            case "file" -> file;
            case "files" -> NODES.arrayNode().add(file);
            case "choice" -> NODES.stringNode(field.choices().getFirst().label());
            case "money" -> NODES.stringNode("1");
            case "number" -> NODES.stringNode(field.measure().least() == null ? "1" : field.measure().least().toPlainString());
            case "area" -> NODES.stringNode("1公顷");
            case "date" -> NODES.stringNode("2026-10-09");
            case "date-range" -> JSON.readTree("{\"from\": \"2026-10-09\", \"to\": \"2026-11-09\"}");
            case "party" -> NODES.stringNode("青禾县石桥矿业有限公司");
            case "place" -> NODES.stringNode("青禾县石桥镇");
            case "division" -> NODES.stringNode("349821 青禾县");
            case "office" -> NODES.stringNode("DEMO349821 青禾县自然资源局（演示）");
            case "document-number" -> NODES.stringNode("青自然资〔2026〕1号");
            default -> NODES.stringNode("示例");
        };
    }
}
