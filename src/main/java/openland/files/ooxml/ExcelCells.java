package openland.files.ooxml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names of cells and ranges: columns and rows count from 1. */
final class ExcelCells {
    private static final int MOST_ROWS_COVERED = 1_000_000;

    private ExcelCells() {}

    static int number(String text, int otherwise) {
        if (text.isEmpty() || text.length() > 8) {
            return otherwise;
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return otherwise;
            }
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    /** The column of {@code AB12}: 28; 0 if it has none. */
    static int column(String reference) {
        int column = 0;
        for (int i = 0; i < reference.length() && i < 3 && Character.isLetter(reference.charAt(i)); i++) {
            column = column * 26 + (Character.toUpperCase(reference.charAt(i)) - 'A' + 1);
        }
        return column;
    }

    static int row(String reference) {
        return number(reference.replaceAll("[A-Za-z$]", ""), 0);
    }

    static String letters(int column) {
        return column <= 0 ? "" : letters((column - 1) / 26) + (char) ('A' + (column - 1) % 26);
    }

    /** First and last column, first and last row. */
    record Range(int left, int right, int top, int bottom) {
        static Range of(String text) {
            var ends = text.replace("$", "").split(":", -1);
            var last = ends[ends.length - 1];
            return new Range(column(ends[0]), column(last), row(ends[0]), row(last));
        }

        boolean holds(int column, int row) {
            return (left == 0 || column >= left && column <= right) && (top == 0 || row >= top && row <= bottom);
        }

        boolean isFirst(int column, int row) {
            return column == left && row == top;
        }
    }

    /** Ranges by the rows they cover. */
    static Map<Integer, List<Range>> byRow(List<Range> ranges) {
        var rows = new HashMap<Integer, List<Range>>();
        long covered = 0;
        for (var range : ranges) {
            covered += Math.max(0, (long) range.bottom() - range.top() + 1);
            if (covered > MOST_ROWS_COVERED) {
                break;
            }
            for (int row = range.top(); row <= range.bottom(); row++) {
                rows.computeIfAbsent(row, any -> new ArrayList<>()).add(range);
            }
        }
        return rows;
    }
}
