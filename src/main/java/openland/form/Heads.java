package openland.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import openland.form.FieldType.Reading;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/** Finds the columns of a table by the heads in a sheet: labels or names, in any order. */
final class Heads {
    /** Sheets have a title, a unit or a date above the heads. */
    private static final int MOST_ABOVE = 5;
    private static final Pattern UNIT = Pattern.compile("[(（][^()（）]{1,20}[)）]$");

    private Heads() {}

    /** The rows below the heads as raw values by the names of the columns. */
    static Reading rows(List<List<String>> cells, Field table) {
        int line = line(cells, table);
        var heads = cells.isEmpty() ? List.<String>of() : cells.get(line);
        var columns = new ArrayList<@Nullable Field>();
        for (int i = 0; i < heads.size(); i++) {
            var head = heads.get(i);
            var column = column(head, table).orElse(null);
            if (column == null && !isBesides(head, i, cells, line)) {
                return new Reading.Wrong("没有“" + TableReading.shortened(Text.strip(head)) + "”这一列。第一行应是表头，可用的列有：" + TableReading.heads(table) + "。");
            }
            if (column != null && columns.contains(column)) {
                return new Reading.Wrong("“" + column.label() + "”这一列有两个。");
            }
            columns.add(column);
        }
        return cells.isEmpty() || columns.stream().allMatch(column -> column == null)
                ? new Reading.Wrong("没有表头。第一行应是表头，可用的列有：" + TableReading.heads(table) + "。")
                : values(cells.subList(line + 1, cells.size()), columns);
    }

    private static Reading values(List<List<String>> cells, List<@Nullable Field> columns) {
        var rows = JsonNodeFactory.instance.arrayNode();
        for (var line : cells) {
            var row = rows.addObject();
            for (int i = 0; i < Math.min(line.size(), columns.size()); i++) {
                var column = columns.get(i);
                if (column != null && !line.get(i).isBlank()) {
                    row.put(column.name(), line.get(i));
                }
            }
        }
        return new Reading.Value(rows);
    }

    /** The first of the upper lines that holds a head, and holds mostly heads. */
    private static int line(List<List<String>> cells, Field table) {
        for (int i = 0; i < Math.min(cells.size(), MOST_ABOVE + 1); i++) {
            var filled = cells.get(i).stream().filter(cell -> !Text.strip(cell).isEmpty()).toList();
            long heads = filled.stream().filter(cell -> column(cell, table).isPresent()).count();
            if (heads > 0 && heads * 2 >= filled.size()) {
                return i;
            }
        }
        return 0;
    }

    /** A running number, or a column without anything in it. */
    private static boolean isBesides(String head, int column, List<List<String>> cells, int line) {
        return Text.withoutBlanks(head).equals("序号") || Text.strip(head).isEmpty() && cells.subList(line, cells.size()).stream()
                .allMatch(row -> column >= row.size() || Text.strip(row.get(column)).isEmpty());
    }

    private static Optional<Field> column(String head, Field table) {
        var called = bare(head);
        return called.isEmpty() ? Optional.empty() : table.columns().stream().filter(column -> bare(column.label()).equals(called))
                .findFirst().or(() -> table.columns().stream().filter(column -> column.name().equalsIgnoreCase(called)).findFirst())
                .or(() -> table.columns().stream().filter(column -> withoutUnit(bare(column.label())).equals(withoutUnit(called))).findFirst());
    }

    private static String bare(String head) {
        return Text.withoutBlanks(Text.narrow(head)).replace("*", "").toLowerCase(Locale.ROOT);
    }

    private static String withoutUnit(String head) {
        return UNIT.matcher(head).replaceFirst("");
    }
}
