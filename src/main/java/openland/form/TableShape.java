package openland.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a table that describes itself: {@code {"columns":[{name,label,type,unit}],"rows":[[…]]}}. */
final class TableShape {
    /** @param unit stands in the head, not in the cells; empty for none */
    record Column(String name, String label, FieldType type, String unit) {
        static Column of(Field field) {
            return new Column(field.name(), field.label(), field.type(), field.type().leavesUnitToColumn() ? field.unit() : "");
        }

        /** 数量（宗）. */
        String head() {
            return with(unit);
        }

        /** The same over the cells of a sheet, where an amount of money is a bare number too. */
        String sheetHead() {
            return with(type instanceof MoneyType ? MoneyType.YUAN : unit);
        }

        private String with(String shown) {
            return shown.isEmpty() || label.contains(shown) ? label : label + "（" + shown + "）";
        }

        /** Amounts stand at the right. */
        String align() {
            return AMOUNTS.contains(type.name()) ? " class=\"r\"" : "";
        }
    }

    private static final Set<String> AMOUNTS = Set.of("number", "money", "area");
    private static final char[] APART = {'\t', '\n'};

    private TableShape() {}

    static List<Column> columns(JsonNode value) {
        var columns = new ArrayList<Column>();
        for (var head : value.path("columns").values()) {
            var type = FieldType.named(head.path("type").asString(""))
                    .orElseThrow(() -> new IllegalStateException("No field type " + head.path("type").asString("") + "."));
            columns.add(new Column(head.path("name").asString(""), head.path("label").asString(""), type, head.path("unit").asString("")));
        }
        return columns;
    }

    /** Heads and rows as lines, cells apart by tabs; a cell is one line. */
    static String text(JsonNode value) {
        var columns = columns(value);
        var text = new StringBuilder(columns.stream().map(column -> oneLine(column.head())).collect(Collectors.joining("\t")));
        for (var row : value.path("rows").values()) {
            text.append('\n');
            for (int i = 0; i < columns.size(); i++) {
                var cell = cell(row, i);
                text.append(i == 0 ? "" : "\t").append(cell == null ? "" : oneLine(columns.get(i).type().text(cell)));
            }
        }
        return text.toString();
    }

    /** Says of a place in {@link #text} 第3行“身份证号”; the heads are no row. */
    static IntFunction<String> places(JsonNode value) {
        var columns = columns(value);
        var text = text(value);
        var lines = IntStream.concat(IntStream.of(0), IntStream.range(0, text.length()).filter(i -> text.charAt(i) == '\n').map(i -> i + 1)).toArray();
        return at -> {
            int found = Arrays.binarySearch(lines, at);
            int row = found >= 0 ? found : -found - 2;
            if (row == 0 || at > text.length()) {
                return row == 0 ? "表头" : "";
            }
            int column = (int) text.substring(lines[row], at).chars().filter(c -> c == '\t').count();
            return "第" + row + "行“" + columns.get(column).label() + "”";
        };
    }

    private static String oneLine(String text) {
        var line = text;
        for (char apart : APART) {
            line = line.replace(apart, ' ');
        }
        return line;
    }

    /** What goes out with the cells unseen, a line for each row that has any. */
    static String hiddenText(JsonNode value) {
        var columns = columns(value);
        return value.path("rows").values().stream().map(row -> {
            var hidden = new StringBuilder();
            for (int i = 0; i < columns.size(); i++) {
                var cell = cell(row, i);
                var one = cell == null ? "" : columns.get(i).type().hiddenText(cell);
                hidden.append(hidden.isEmpty() || one.isEmpty() ? "" : "\t").append(one);
            }
            return hidden.toString();
        }).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    static String html(JsonNode value, String label) {
        var columns = columns(value);
        var called = FieldTypes.escape(label.isEmpty() ? "表格" : label);
        var html = new StringBuilder("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" + called
                + "，可横向滚动\"><table><caption class=\"hide\">" + called + "</caption><thead><tr>");
        columns.forEach(column -> html.append("<th scope=\"col\"").append(column.align()).append('>').append(FieldTypes.escape(column.head())).append("</th>"));
        html.append("</tr></thead><tbody>");
        for (var row : value.path("rows").values()) {
            html.append("<tr>");
            for (int i = 0; i < columns.size(); i++) {
                var cell = cell(row, i);
                html.append("<td").append(columns.get(i).align()).append('>').append(cell == null ? "" : columns.get(i).type().html(cell)).append("</td>");
            }
            html.append("</tr>");
        }
        return html.append("</tbody></table></div>").toString();
    }

    static @Nullable JsonNode cell(JsonNode row, int column) {
        var cell = row.get(column);
        return cell == null || cell.isNull() ? null : cell;
    }
}
