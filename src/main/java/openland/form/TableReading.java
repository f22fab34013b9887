package openland.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import openland.form.FieldType.Reading;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One pass over the rows of a table. Takes time in proportion to their number. */
final class TableReading {
    /** So many faults are said each; the rest is counted. */
    private static final int SPELLED_OUT = 20;

    private final Field table;
    private final Known known;
    private final Map<String, Field> columns = new HashMap<>();
    private final ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    private final List<String> faults = new ArrayList<>();
    private int faultCount;

    private TableReading(Field table, Known known) {
        this.table = table;
        this.known = known;
        table.columns().forEach(column -> columns.put(column.name(), column));
    }

    static Reading of(JsonNode raw, Field table, Known known) {
        if (!raw.isArray()) {
            return new Reading.Wrong("表格应是一行一行的列表。");
        }
        return new TableReading(table, known).read(raw);
    }

    private Reading read(JsonNode raw) {
        for (var row : raw.values()) {
            if (FormReading.isBlank(row)) {
                continue;
            }
            int number = rows.size() + 1;
            if (!row.isObject()) {
                return new Reading.Wrong("第" + number + "行应是各列名称和值，例如{\"" + table.columns().getFirst().name() + "\": …}。");
            }
            var unknown = row.propertyNames().stream().filter(name -> !columns.containsKey(name)).findFirst();
            if (unknown.isPresent()) {
                return new Reading.Wrong("第" + number + "行：没有“" + shortened(unknown.get()) + "”这一列；可用的列有：" + heads(table) + "。");
            }
            rows.add(row(row, number));
        }
        if (rows.size() > table.traits().rows()) {
            return new Reading.Wrong("最多" + table.traits().rows() + "行，现有" + rows.size() + "行。请分成几件，或者改用附件。");
        }
        if (faultCount == 0) {
            return new Reading.Value(rows);
        }
        if (faultCount > SPELLED_OUT) {
            faults.add("还有" + (faultCount - SPELLED_OUT) + "处填得不对，没有一一列出。");
        }
        return new Reading.Partly(rows, faults);
    }

    private ObjectNode row(JsonNode raw, int number) {
        var row = JsonNodeFactory.instance.objectNode();
        for (var column : table.columns()) {
            var cell = raw.get(column.name());
            switch (cell(cell, column, known)) {
                case Reading.Value(var value) -> {
                    if (!value.isNull()) {
                        row.set(column.name(), value);
                    }
                }
                case Reading.Wrong(var sentence) -> {
                    if (cell != null && !FormReading.isBlank(cell)) {
                        row.set(column.name(), cell);
                    }
                    fault(number, column, sentence);
                }
                case Reading.Partly _ -> throw new IllegalStateException("A cell has no parts.");
            }
        }
        return row;
    }

    /** What one cell says; a null node where it is blank and may be. */
    static Reading cell(@Nullable JsonNode raw, Field column, Known known) {
        if (raw == null || FormReading.isBlank(raw)) {
            return column.required() ? new Reading.Wrong("请填写。") : new Reading.Value(JsonNodeFactory.instance.nullNode());
        }
        int length = raw.isContainer() ? raw.toString().length() : raw.asString().length();
        return length > column.type().ceiling()
                ? new Reading.Wrong("最多" + column.type().ceiling() + "个字符，现有" + length + "个。") : column.type().read(raw, column, known);
    }

    private void fault(int row, Field column, String sentence) {
        if (++faultCount <= SPELLED_OUT) {
            faults.add("第" + row + "行“" + column.label() + "”：" + sentence);
        }
    }

    static String heads(Field table) {
        return table.columns().stream().map(Field::label).collect(Collectors.joining("、"));
    }

    static String shortened(String name) {
        return name.length() > 30 ? name.substring(0, 30) + "…" : name;
    }
}
