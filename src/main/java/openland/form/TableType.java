package openland.form;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rows under declared flat columns: a list of compensations, the materials of a service, the lines of a budget. Kept as
 * an array of objects by the names of the columns, without blank rows and blank cells; read also from what is pasted from
 * a spreadsheet. What goes out is {@code {"columns":[{name,label,type}],"rows":[[…]]}}, each cell as its column shows it.
 */
record TableType() implements FieldType {
    private static final int LONGEST = 16 * 1024 * 1024;

    @Override
    public String name() {
        return "table";
    }

    @Override
    public int ceiling() {
        return LONGEST;
    }

    @Override
    public Reading read(JsonNode raw, Field field) {
        return read(raw, field, Known.NOTHING);
    }

    @Override
    public Reading read(JsonNode raw, Field field, Known known) {
        if (!raw.isString()) {
            return TableReading.of(raw, field, known);
        }
        return switch (Pasted.rows(raw.asString(), field)) {
            case Reading.Value(var rows) -> TableReading.of(rows, field, known);
            case Reading wrong -> wrong;
        };
    }

    @Override
    public JsonNode publicValue(JsonNode value, Field field) {
        return shown(value, field.columns().stream().filter(column -> column.mode() != PublicMode.HIDDEN).toList(), false);
    }

    @Override
    public JsonNode wholeValue(JsonNode value, Field field) {
        return shown(value, field.columns(), true);
    }

    private static ObjectNode shown(JsonNode value, List<Field> columns, boolean whole) {
        var table = FieldTypes.object();
        var heads = table.putArray("columns");
        for (var column : columns) {
            var head = heads.addObject().put("name", column.name()).put("label", column.label()).put("type", column.type().name());
            var unit = TableShape.Column.of(column).unit();
            if (!unit.isEmpty()) {
                head.put("unit", unit);
            }
        }
        var rows = table.putArray("rows");
        for (var row : value.values()) {
            var cells = rows.addArray();
            for (var column : columns) {
                var cell = row.get(column.name());
                if (cell == null) {
                    cells.addNull();
                } else {
                    cells.add(column.type().shownCell(cell, column, whole));
                }
            }
        }
        return table;
    }

    /** A line for the heads and one for each row, cells apart by tabs: what screening reads as a table. */
    @Override
    public String text(JsonNode value) {
        return TableShape.text(value);
    }

    @Override
    public String hiddenText(JsonNode value) {
        return TableShape.hiddenText(value);
    }

    @Override
    public String html(JsonNode value) {
        return TableShape.html(value, "");
    }

    @Override
    public String html(JsonNode value, String label) {
        return TableShape.html(value, label);
    }

    /** As a spreadsheet would put it on the clipboard. */
    @Override
    public String typed(JsonNode value, String part, Field field) {
        return !part.isEmpty() ? "" : value.isArray() && value.values().stream().allMatch(JsonNode::isObject)
                ? Pasted.written(value, field) : value.isContainer() ? value.toString() : value.asString("");
    }

    @Override
    public List<JsonNode> files(JsonNode value, Field field) {
        return field.columns().stream().flatMap(column -> value.values().stream()
                .flatMap(row -> Stream.<@Nullable JsonNode>of(row.get(column.name())).filter(java.util.Objects::nonNull))
                .flatMap(cell -> column.type().files(cell, column).stream())).toList();
    }

    @Override
    public ObjectNode schema(Field field) {
        var schema = FieldTypes.object().put("type", "array").put("maxItems", field.traits().rows());
        schema.set("items", new Form(field.columns()).schema());
        return schema;
    }
}
