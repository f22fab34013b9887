package openland.form;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/**
 * One value that describes itself (label, type, what may be seen of it): editions keep these, so that a published piece
 * can be read without the pack it was made with.
 */
public record Shown(String name, String label, String type, JsonNode value) {
    /** A value that is written as a text. */
    public static Shown of(String name, String label, String type, String value) {
        return new Shown(name, label, type, JsonNodeFactory.instance.stringNode(value));
    }

    /** As safe HTML. */
    public String html() {
        return kind().html(value, label);
    }

    /** How many rows the table has; 0 for what is none. */
    public int rows() {
        return isTable() ? value.path("rows").size() : 0;
    }

    /** A table with its first rows only; everything else as it is. */
    public Shown firstRows(int most) {
        if (rows() <= most) {
            return this;
        }
        var shorter = FieldTypes.object();
        shorter.set("columns", value.path("columns"));
        var rows = shorter.putArray("rows");
        value.path("rows").values().stream().limit(most).forEach(rows::add);
        return new Shown(name, label, type, shorter);
    }

    /** As plain text: for search, comparison and lists. */
    public String text() {
        return kind().text(value);
    }

    /** All text that goes out with it, seen or not: for screening. */
    public String screened() {
        var hidden = kind().hiddenText(value);
        return hidden.isEmpty() ? text() : text() + "\n" + hidden;
    }

    /** Whether the value is a text of its own (paragraphs, tables) and not one line of a list. No part of what is kept. */
    @JsonIgnore
    public boolean isLong() {
        return kind() instanceof RichTextType || kind() instanceof TableType || kind() instanceof LongTextType;
    }

    /** Whether it is a table. No part of what is kept. */
    @JsonIgnore
    public boolean isTable() {
        return kind() instanceof TableType;
    }

    /** Of a table: says of a place in {@link #screened()} the row and the column, 第3行“身份证号”; empty beyond its rows. */
    public IntFunction<String> places() {
        return TableShape.places(value);
    }

    /** An amount in its own measure (yuan, square metres, bare numbers), to be compared; empty for what is none. */
    public Optional<BigDecimal> amount() {
        return kind() instanceof DateType || kind() instanceof DateRangeType ? Optional.empty() : Faceting.amount(kind(), value);
    }

    /** A day, or the last one of a stretch; empty for what is none, and where it has no end. */
    public Optional<LocalDate> lastDay() {
        return day(kind() instanceof DateRangeType ? value.path("to") : kind() instanceof DateType ? value : MissingNode.getInstance());
    }

    private static Optional<LocalDate> day(JsonNode value) {
        return value.isString() && DateType.isDay(value) ? Optional.of(LocalDate.parse(value.asString())) : Optional.empty();
    }

    /** Of a table: its rows, each with the cells that it has by the name of their column. */
    public List<Map<String, Shown>> cells() {
        if (!isTable()) {
            return List.of();
        }
        var columns = TableShape.columns(value);
        return value.path("rows").valueStream().map(row -> {
            Map<String, Shown> cells = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                var cell = TableShape.cell(row, i);
                if (cell != null) {
                    var column = columns.get(i);
                    cells.put(column.name(), new Shown(column.name(), column.head(), column.type().name(), cell));
                }
            }
            return cells;
        }).toList();
    }

    private FieldType kind() {
        return FieldType.named(type).orElseThrow(() -> new IllegalStateException("No field type " + type + "."));
    }
}
