package openland.files;

import java.util.regex.Pattern;
import openland.base.Refusal;

/**
 * Cells of a table that the public must not see (遮盖), and the ground in law for it (理由).
 *
 * @param sheet  the name of the sheet; empty in a file that has none (CSV)
 * @param cells  a cell {@code C5}, a range {@code B2:D9}, columns {@code C} or {@code C:D}, rows {@code 5} or {@code 5:7}
 * @param ground in a few words: 个人隐私
 */
public record CellMark(String sheet, String cells, String ground) {
    private static final Pattern CELLS = Pattern.compile("([A-Z]{1,3}[1-9]\\d{0,6})(:[A-Z]{1,3}[1-9]\\d{0,6})?|[A-Z]{1,3}(:[A-Z]{1,3})?|[1-9]\\d{0,6}(:[1-9]\\d{0,6})?");
    private static final Pattern LETTERS = Pattern.compile("[A-Z]+");
    private static final int LAST = 1_048_576;

    /** @throws Refusal when the cells cannot be read or the ground is missing */
    public CellMark {
        ground = RedactionMark.ground(ground);
        cells = cells.strip().replace("$", "").replace('：', ':').toUpperCase(java.util.Locale.ROOT);
        if (!CELLS.matcher(cells).matches()) {
            throw Refusal.invalid("“" + (cells.length() > 20 ? cells.substring(0, 20) + "…" : cells)
                    + "”不是单元格的位置。请写成C5、B2:D9、C列写C、第5行写5。");
        }
    }

    /** Whether one of these cells is marked; columns and rows count from 1. */
    public boolean meets(int left, int right, int top, int bottom) {
        var ends = cells.split(":", -1);
        var last = ends[ends.length - 1];
        int column = column(ends[0]);
        int row = row(ends[0]);
        boolean across = column == 0 || right >= Math.min(column, column(last)) && left <= Math.max(column, column(last));
        return across && (row == 0 || bottom >= Math.min(row, row(last)) && top <= Math.max(row, row(last)));
    }

    private static int column(String end) {
        var letters = LETTERS.matcher(end);
        return letters.lookingAt() ? letters.group().chars().reduce(0, (number, letter) -> number * 26 + letter - 'A' + 1) : 0;
    }

    private static int row(String end) {
        var digits = LETTERS.matcher(end).replaceAll("");
        return digits.isEmpty() ? 0 : Math.min(LAST, Integer.parseInt(digits));
    }
}
