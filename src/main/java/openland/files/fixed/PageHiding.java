package openland.files.fixed;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import openland.files.Hidden;
import openland.files.Hidden.Kind;
import openland.files.fixed.PageMarks.Fate;
import org.jspecify.annotations.Nullable;

/** What one page hides, of all that it paints. */
final class PageHiding {
    private static final Map<Fate, Kind> KINDS = new EnumMap<>(Map.of(Fate.TRANSPARENT, Kind.HIDDEN_TEXT, Fate.SAME_COLOUR, Kind.HIDDEN_TEXT,
            Fate.TINY, Kind.HIDDEN_TEXT, Fate.CLIPPED, Kind.HIDDEN_TEXT, Fate.OUTSIDE, Kind.OUTSIDE_PAGE, Fate.COVERED, Kind.COVERED_TEXT,
            Fate.IN_LAYER, Kind.HIDDEN_LAYER));

    private final PageMarks marks;
    private final PageBudget budget;

    PageHiding(PageMarks marks, PageBudget budget) {
        this.marks = marks;
        this.budget = budget;
    }

    /** Null for what is seen. */
    static @Nullable Kind kind(Fate fate) {
        return KINDS.get(fate);
    }

    List<Hidden> found(String place) {
        var hidden = new ArrayList<Hidden>();
        for (var entry : KINDS.entrySet()) {
            var words = marks.text(entry.getKey());
            if (!words.isBlank()) {
                hidden.add(new Hidden(entry.getValue(), place, words));
            }
        }
        marks.replacements.forEach(words -> hidden.add(new Hidden(Kind.HIDDEN_TEXT, place, words)));
        if (marks.layerHidesPicture) {
            hidden.add(new Hidden(Kind.HIDDEN_LAYER, place, ""));
        }
        pictures(hidden, place);
        return hidden;
    }

    private void pictures(List<Hidden> hidden, String place) {
        for (var picture : marks.pictures) {
            double whole = PageMarks.area(picture.whole());
            if (whole < marks.width * marks.height / 100) {
                continue;
            }
            if (PageMarks.area(picture.visible()) < whole * 0.02) {
                hidden.add(new Hidden(Kind.OUTSIDE_PAGE, place, ""));
            } else if (PageMarks.area(picture.visible()) < whole * 0.85 || isCovered(picture)) {
                hidden.add(new Hidden(Kind.COVERED_PICTURE, place, ""));
            }
        }
    }

    /** A bare opaque shape lies on the picture: one with words on it is a label. */
    private boolean isCovered(PageMarks.Picture picture) {
        for (var cover : marks.covers) {
            var box = cover.shape().getBounds2D();
            var both = box.createIntersection(picture.visible());
            boolean large = cover.order() > picture.order() && Math.min(both.getWidth(), both.getHeight()) >= 5
                    && PageMarks.area(both) >= marks.width * marks.height / 1500;
            boolean within = PageMarks.area(both) > PageMarks.area(box) * 0.8 || PageMarks.area(both) > PageMarks.area(picture.visible()) * 0.95;
            if (large && within && isBare(cover, box)) {
                return true;
            }
        }
        return false;
    }

    private boolean isBare(PageMarks.Cover cover, Rectangle2D box) {
        budget.pixels(marks.glyphs.size());
        return marks.glyphs.stream().noneMatch(glyph -> glyph.order > cover.order() && glyph.isSeen()
                && box.contains(glyph.box.getCenterX(), glyph.box.getCenterY()));
    }
}
