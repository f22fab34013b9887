package openland.files.ooxml;

import java.util.List;
import java.util.Optional;
import openland.files.CellMark;
import openland.files.HiddenWords;
import openland.files.RedactionMark;
import openland.files.ooxml.ExcelCells.Range;

/** Which cells of a workbook are covered, and what stood in them. */
final class ExcelCover {
    /** Nothing is covered. */
    static final ExcelCover NONE = new ExcelCover(List.of(), new HiddenWords());

    private final List<CellMark> marks;
    private final HiddenWords words;
    private int cells;

    ExcelCover(List<CellMark> marks, HiddenWords words) {
        this.marks = marks;
        this.words = words;
    }

    boolean isOn() {
        return !marks.isEmpty();
    }

    /** What is said in the stead of a cell. @param merged the cells that it spans; empty when only itself */
    Optional<String> said(String sheet, int column, int row, Optional<Range> merged) {
        return marks.stream().filter(mark -> mark.sheet().equals(sheet))
                .filter(mark -> mark.meets(column, column, row, row)
                        || merged.filter(range -> mark.meets(range.left(), range.right(), range.top(), range.bottom())).isPresent())
                .map(mark -> RedactionMark.said(mark.ground())).findFirst();
    }

    /** Notes what stood in a covered cell. */
    void hides(String shown, String raw) {
        cells++;
        words.hide(shown);
        words.hide(raw);
    }

    int cells() {
        return cells;
    }
}
