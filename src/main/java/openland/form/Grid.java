package openland.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import openland.form.FieldType.Reading;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A table as an officer edits it: a stretch of rows at a time, each cell as it was typed with what is wrong about it. */
public final class Grid {
    private final Field table;
    private final List<JsonNode> rows;

    private Grid(Field table, List<JsonNode> rows) {
        this.table = table;
        this.rows = rows;
    }

    /** @param typed the cell as its input shows it; @param fault why it cannot stay so, empty for nothing */
    public record Cell(Field column, String typed, String fault) {
        /** Whether it has several lines, which an input of one line would lose. */
        public boolean isLong() {
            return typed.indexOf('\n') >= 0;
        }
    }

    /** @param number from 1 */
    public record Line(int number, List<Cell> cells) {}

    /** @param kept what a draft keeps of the table; what is no list of rows at all counts as none */
    public static Grid of(Field table, @Nullable JsonNode kept) {
        return new Grid(table, kept != null && kept.isArray() && kept.values().stream().allMatch(JsonNode::isObject)
                ? List.copyOf(kept.values()) : List.of());
    }

    /**
     * What was copied in a spreadsheet (cells apart by tabs, or a table in HTML) as raw rows of the table.
     *
     * @param headed whether heads stand above; without, the columns are in the order of the table
     */
    public static Reading pasted(String text, Field table, boolean headed) {
        if (headed) {
            return Pasted.rows(text, table);
        }
        var cells = Pasted.cells(text);
        int wide = table.columns().size();
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).stream().skip(wide).anyMatch(cell -> !cell.isBlank())) {
                return new Reading.Wrong("第" + (i + 1) + "行有" + cells.get(i).size() + "列，这个表只有" + wide + "列：" + TableReading.heads(table) + "。");
            }
        }
        var headedCells = new ArrayList<List<String>>();
        headedCells.add(table.columns().stream().map(Field::label).toList());
        headedCells.addAll(cells);
        return Heads.rows(headedCells, table);
    }

    public int size() {
        return rows.size();
    }

    /** The rows from that number (from 1), at most {@code most}. */
    public List<Line> lines(int from, int most, Known known) {
        return IntStream.range(from - 1, Math.min(from - 1 + most, rows.size())).mapToObj(i -> line(i, known)).toList();
    }

    private Line line(int i, Known known) {
        return new Line(i + 1, table.columns().stream().map(column -> {
            var cell = rows.get(i).get(column.name());
            return new Cell(column, typed(cell, column), fault(cell, column, known));
        }).toList());
    }

    /** A row that is not there yet. */
    public Line blank(int number) {
        return new Line(number, table.columns().stream().map(column -> new Cell(column, "", "")).toList());
    }

    private static String typed(@Nullable JsonNode cell, Field column) {
        return cell == null ? "" : column.type().cell(cell, column);
    }

    private static String fault(@Nullable JsonNode cell, Field column, Known known) {
        return TableReading.cell(cell, column, known) instanceof Reading.Wrong(var sentence) ? sentence : "";
    }

    /** The numbers of the first rows in which a cell cannot stay as it is. */
    public List<Integer> faulty(int most, Known known) {
        return IntStream.range(0, rows.size()).filter(i -> table.columns().stream()
                        .anyMatch(column -> !fault(rows.get(i).get(column.name()), column, known).isEmpty()))
                .limit(most).mapToObj(i -> i + 1).toList();
    }

    /**
     * All rows, those from {@code from} to {@code to} as typed, without those to be left out and without blank ones.
     *
     * @param typed by {@code r<number>.<column>}; null for a cell that stays as it is
     */
    public ArrayNode changed(int from, int to, UnaryOperator<@Nullable String> typed, Set<Integer> leftOut) {
        var changed = JsonNodeFactory.instance.arrayNode();
        for (int number = 1; number <= Math.max(rows.size(), to); number++) {
            if (leftOut.contains(number)) {
                continue;
            }
            var row = number <= rows.size() ? (ObjectNode) rows.get(number - 1).deepCopy() : JsonNodeFactory.instance.objectNode();
            if (number >= from && number <= to) {
                change(row, "r" + number + ".", typed);
            }
            if (!row.isEmpty()) {
                changed.add(row);
            }
        }
        return changed;
    }

    private void change(ObjectNode row, String prefix, UnaryOperator<@Nullable String> typed) {
        for (var column : table.columns()) {
            var text = typed.apply(prefix + column.name());
            var clean = text == null ? null : text.replace("\r\n", "\n");
            if (clean == null || clean.equals(typed(row.get(column.name()), column))) {
                continue;
            }
            if (clean.isBlank()) {
                row.remove(column.name());
            } else {
                row.put(column.name(), clean);
            }
        }
    }

    /** All rows and further ones below. */
    public ArrayNode plus(JsonNode further) {
        return JsonNodeFactory.instance.arrayNode().addAll(rows).addAll(List.copyOf(further.values()));
    }

    /** The table for a spreadsheet, wrong cells as they were typed. */
    public Sheet sheet() {
        return Sheet.of(table, JsonNodeFactory.instance.arrayNode().addAll(rows));
    }
}
