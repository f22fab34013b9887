package openland.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import openland.form.FieldType.Reading;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/** Finds the columns of a table by the heads in a sheet: labels or names, in any order. */
final class Heads {
    /** Sheets have a title, a unit or a date above the heads. */
    private static final int MOST_ABOVE = 5;
    private static final int MOST_COLUMNS = 200;
    private static final Pattern UNIT = Pattern.compile("[(（][^()（）]{1,20}[)）]$");

    private final Field table;
    private final List<List<String>> cells;
    private final Map<String, Field> byName = new HashMap<>();

    private Heads(List<List<String>> cells, Field table) {
        this.table = table;
        this.cells = cells;
        table.columns().forEach(column -> byName.put(bare(column.label()), column));
        table.columns().forEach(column -> byName.putIfAbsent(bare(column.name()), column));
        table.columns().forEach(column -> byName.putIfAbsent(withoutUnit(bare(column.label())), column));
    }

    /** The rows below the heads as raw values by the names of the columns. */
    static Reading rows(List<List<String>> cells, Field table) {
        return new Heads(cells, table).read();
    }

    private Reading read() {
        int line = line();
        var heads = cells.isEmpty() ? List.<String>of() : cells.get(line);
        if (heads.size() > MOST_COLUMNS) {
            return new Reading.Wrong("表头有" + heads.size() + "列，太多了。可用的列有：" + TableReading.heads(table) + "。");
        }
        var columns = new ArrayList<@Nullable Field>();
        for (int i = 0; i < heads.size(); i++) {
            var head = heads.get(i);
            var column = column(head);
            if (column == null && !isBesides(head, i, line)) {
                return new Reading.Wrong("没有“" + TableReading.shortened(Text.strip(head)) + "”这一列。第一行应是表头，可用的列有：" + TableReading.heads(table) + "。");
            }
            if (column != null && columns.contains(column)) {
                return new Reading.Wrong("“" + column.label() + "”这一列有两个。");
            }
            columns.add(column);
        }
        return columns.stream().noneMatch(Objects::nonNull)
                ? new Reading.Wrong("没有表头。第一行应是表头，可用的列有：" + TableReading.heads(table) + "。") : values(line + 1, columns);
    }

    private Reading values(int from, List<@Nullable Field> columns) {
        var rows = JsonNodeFactory.instance.arrayNode();
        for (var line : cells.subList(from, cells.size())) {
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
    private int line() {
        for (int i = 0; i < Math.min(cells.size(), MOST_ABOVE + 1); i++) {
            var filled = cells.get(i).stream().limit(MOST_COLUMNS).filter(cell -> !Text.strip(cell).isEmpty()).toList();
            long heads = filled.stream().filter(cell -> column(cell) != null).count();
            if (heads > 0 && heads * 2 >= filled.size()) {
                return i;
            }
        }
        return 0;
    }

    /** A running number, or a column without anything in it. */
    private boolean isBesides(String head, int column, int line) {
        return Text.withoutBlanks(head).equals("序号") || Text.strip(head).isEmpty() && cells.subList(line, cells.size()).stream()
                .allMatch(row -> column >= row.size() || Text.strip(row.get(column)).isEmpty());
    }

    private @Nullable Field column(String head) {
        var called = head.length() > MOST_COLUMNS ? "" : bare(head);
        return called.isEmpty() ? null : byName.getOrDefault(called, byName.get(withoutUnit(called)));
    }

    private static String bare(String head) {
        return Text.withoutBlanks(Text.narrow(head)).replace("*", "").toLowerCase(Locale.ROOT);
    }

    private static String withoutUnit(String head) {
        return UNIT.matcher(head).replaceFirst("");
    }
}
