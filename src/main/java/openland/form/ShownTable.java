package openland.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import openland.base.Keyset;
import openland.base.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A published table, read a stretch at a time. All that it knows of a cell is what the public sees: what is masked cannot be searched for. */
public final class ShownTable {
    /** @param name as in {@code column=}; @param amount whether it stands at the right */
    public record Head(String name, String label, boolean amount) {}

    /** @param number of the row in the table, from 1; @param cells as safe HTML */
    public record Line(int number, List<String> cells) {}

    /** The rows that were asked for. @param found how many there are in all */
    public record Found(Keyset<Line> lines, int found) {}

    private final Shown table;
    private final List<TableShape.Column> columns;
    private final List<JsonNode> rows;

    private ShownTable(Shown table) {
        this.table = table;
        columns = TableShape.columns(table.value());
        rows = List.copyOf(table.value().path("rows").values());
    }

    /** @throws IllegalArgumentException when it is no table */
    public static ShownTable of(Shown table) {
        if (!table.isTable()) {
            throw new IllegalArgumentException(table.name() + " is no table.");
        }
        return new ShownTable(table);
    }

    public String name() {
        return table.name();
    }

    public String label() {
        return table.label();
    }

    public int size() {
        return rows.size();
    }

    public List<Head> heads() {
        return columns.stream().map(column -> new Head(column.name(), column.head(), !column.align().isEmpty())).toList();
    }

    public Sheet sheet() {
        return Sheet.of(table);
    }

    /**
     * Rows that have the words somewhere, or in one column, whatever their width and case.
     *
     * @param words  apart by blanks, each of which must stand in the row; empty for all rows
     * @param column name of the column; empty for all
     * @param after  the {@code next} of the page before
     * @throws Refusal INVALID when there is no such column, or {@code after} was not made here
     */
    public Found find(String words, String column, @Nullable String after, int limit) {
        var wanted = Stream.of(folded(words).split(" +")).filter(word -> !word.isEmpty()).toList();
        var places = places(column);
        int from = number(Keyset.decode(after));
        var matches = IntStream.range(0, rows.size()).filter(i -> wanted.isEmpty() || matches(rows.get(i), places, wanted)).toArray();
        var lines = IntStream.of(matches).filter(i -> i >= from).limit(limit + 1L).mapToObj(this::line).toList();
        return new Found(Keyset.of(lines, limit, line -> Integer.toString(line.number())), matches.length);
    }

    private static int number(@Nullable String key) {
        if (key == null) {
            return 0;
        }
        if (!key.matches("[1-9]\\d{0,6}")) {
            throw Refusal.invalid("翻页参数after不是本系统给出的值，请从第一页重新开始。");
        }
        return Integer.parseInt(key);
    }

    private List<Integer> places(String column) {
        var places = IntStream.range(0, columns.size()).filter(i -> column.isEmpty() || columns.get(i).name().equals(column)).boxed().toList();
        if (places.isEmpty()) {
            throw Refusal.invalid("这个表格没有这一列，请从“全部”里选。");
        }
        return places;
    }

    private boolean matches(JsonNode row, List<Integer> places, List<String> wanted) {
        var texts = new ArrayList<String>();
        for (int place : places) {
            var cell = TableShape.cell(row, place);
            if (cell != null) {
                texts.add(folded(columns.get(place).type().text(cell)));
            }
        }
        return wanted.stream().allMatch(word -> texts.stream().anyMatch(text -> text.contains(word)));
    }

    private static String folded(String text) {
        return Text.narrow(text).toLowerCase(Locale.ROOT);
    }

    private Line line(int i) {
        return new Line(i + 1, IntStream.range(0, columns.size()).mapToObj(place -> {
            var cell = TableShape.cell(rows.get(i), place);
            return cell == null ? "" : columns.get(place).type().html(cell);
        }).toList());
    }
}
