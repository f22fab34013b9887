package openland.request;

import java.time.Instant;
import java.util.UUID;
import openland.files.CellMark;
import openland.files.RedactionMark;
import org.jspecify.annotations.Nullable;

/**
 * A mark on a paper of a request: an area of a page, or cells of a table.
 *
 * @param area  null where it is cells
 * @param cells null where it is an area
 */
public record PaperMark(UUID id, UUID paper, @Nullable RedactionMark area, @Nullable CellMark cells, String ground, Source source, UUID addedBy, Instant addedAt) {
    /** How it came about. */
    public enum Source {
        DRAWN("画出"), WORDS("按词语"), FOUND("系统提示"), CELLS("按单元格");

        private final String label;

        Source(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Where it is, as people say it. */
    public String place() {
        if (cells != null) {
            return (cells.sheet().isEmpty() ? "" : "工作表“" + cells.sheet() + "”") + cells.cells();
        }
        return area == null ? "" : "第" + area.page() + "页，离上边" + percent(area.y()) + "、离左边" + percent(area.x());
    }

    private static String percent(double part) {
        return Math.round(part * 100) + "%";
    }
}
