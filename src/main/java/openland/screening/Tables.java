package openland.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The tables of a text: rows are lines, cells stand between tabs. Columns can be read downwards, because a number can
 * be split over the cells of a column as well as over those of a row.
 */
final class Tables {
    private static final int MOST_CELLS = 200;
    private static final int LONGEST_CELL = 60;
    private static final int LONGEST_HEAD = 30;
    /** Rows of a single cell that may stand above the heads. */
    private static final int MOST_TITLES = 5;

    /** One line with tabs: the places where its cells begin, and where the last one ends. */
    private record Row(int[] cells, int end) {
        int from(int column) {
            return cells[column];
        }

        int to(int column) {
            return column + 1 < cells.length ? cells[column + 1] - 1 : end;
        }
    }

    /** A text made by reading downwards. @param origin the place of each of its signs in the text it was made from */
    record Downward(String text, int[] origin) {}

    private final String text;
    private final List<List<Row>> tables = new ArrayList<>();

    private Tables(String text) {
        this.text = text;
    }

    static Tables in(String text) {
        var found = new Tables(text);
        if (text.indexOf('\t') >= 0) {
            found.read();
        }
        return found;
    }

    private void read() {
        List<Row> table = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            int line = text.indexOf('\n', at);
            int end = line < 0 ? text.length() : line;
            var row = row(at, end);
            if (row.cells().length > 1) {
                table.add(row);
            } else if (!table.isEmpty()) {
                tables.add(table);
                table = new ArrayList<>();
            }
            at = end + 1;
        }
        if (!table.isEmpty()) {
            tables.add(table);
        }
    }

    private Row row(int from, int to) {
        var cells = new int[8];
        cells[0] = from;
        int count = 1;
        for (int tab = text.indexOf('\t', from); tab >= 0 && tab < to && count < MOST_CELLS; tab = text.indexOf('\t', tab + 1)) {
            cells = count == cells.length ? Arrays.copyOf(cells, count * 2) : cells;
            cells[count++] = tab + 1;
        }
        return new Row(Arrays.copyOf(cells, count), to);
    }

    /**
     * The head of the column in which the place lies: its first cell, or where a title stands above the heads, as sheets
     * have it, the first in a row of several. Empty outside of tables and in the first row.
     */
    String headOver(int at) {
        int found = last(tables.size(), i -> tables.get(i).getFirst().from(0), at);
        if (found < 0) {
            return "";
        }
        var table = tables.get(found);
        int line = last(table.size(), i -> table.get(i).from(0), at);
        var row = table.get(line);
        if (line == 0 || at > row.end()) {
            return "";
        }
        int column = last(row.cells().length, row::from, at);
        return table.subList(0, Math.min(line, MOST_TITLES + 1)).stream().filter(above -> column < above.cells().length && isOfSeveral(above))
                .findFirst().or(() -> Optional.of(table.getFirst()).filter(first -> column < first.cells().length))
                .map(head -> text.substring(head.from(column), Math.min(head.to(column), head.from(column) + LONGEST_HEAD))).orElse("");
    }

    private boolean isOfSeveral(Row row) {
        int filled = 0;
        for (int column = 0; column < row.cells().length && filled < 2; column++) {
            filled += text.substring(row.from(column), Math.min(row.to(column), row.from(column) + LONGEST_HEAD)).isBlank() ? 0 : 1;
        }
        return filled > 1;
    }

    private interface Begin {
        int of(int index);
    }

    /** The last of {@code count} ascending beginnings that is not beyond {@code at}; -1 when all are. */
    private static int last(int count, Begin begin, int at) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (begin.of(middle) <= at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** Every table of at least two rows, column by column, a cell a line. */
    Downward downward() {
        var written = new StringBuilder();
        var origin = new int[64];
        for (var table : tables) {
            for (var cells : table.size() < 2 ? List.<List<int[]>>of() : byColumn(table)) {
                for (var cell : cells) {
                    origin = origin.length < written.length() + cell[1] - cell[0] + 2 ? Arrays.copyOf(origin, origin.length * 2 + LONGEST_CELL) : origin;
                    for (int i = cell[0]; i < cell[1]; i++) {
                        origin[written.length()] = i;
                        written.append(text.charAt(i));
                    }
                    origin[written.length()] = cell[1];
                    written.append('\n');
                }
            }
        }
        return new Downward(written.toString(), origin);
    }

    private static List<List<int[]>> byColumn(List<Row> table) {
        int columns = table.stream().mapToInt(row -> row.cells().length).max().orElse(0);
        var cells = new ArrayList<List<int[]>>();
        for (int i = 0; i < columns; i++) {
            cells.add(new ArrayList<>());
        }
        for (var row : table) {
            for (int column = 0; column < row.cells().length; column++) {
                int to = Math.min(row.to(column), row.from(column) + LONGEST_CELL);
                cells.get(column).add(new int[] {row.from(column), to});
            }
        }
        return cells;
    }
}
