package openland.files.fixed;

import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one page paints, in its order, in points from the upper left corner as the page is looked at.
 * What is not seen is told apart by {@link Fate}.
 */
final class PageMarks {
    /** What a reader sees of a glyph. */
    enum Fate { SEEN, RECOGNISED, TRANSPARENT, SAME_COLOUR, TINY, CLIPPED, OUTSIDE, COVERED, IN_LAYER }

    /** Where in which stream a glyph is shown. */
    record Source(Object stream, int index) {}

    static final class Glyph {
        final int order;
        final String text;
        final Rectangle2D box;
        final double size;
        final Source source;
        final boolean bold;
        Fate fate;

        Glyph(int order, String text, Rectangle2D box, double size, Source source, boolean bold, Fate fate) {
            this.order = order;
            this.text = text;
            this.box = box;
            this.size = size;
            this.source = source;
            this.bold = bold;
            this.fate = fate;
        }

        boolean isSeen() {
            return fate == Fate.SEEN || fate == Fate.RECOGNISED;
        }
    }

    /** Something opaque. @param picture whether it is one, and not a painted shape */
    record Cover(int order, Shape shape, boolean picture) {}

    /** @param visible the part of it that is not cut off */
    record Picture(int order, Rectangle2D whole, Rectangle2D visible) {}

    final double width;
    final double height;
    final List<Glyph> glyphs = new ArrayList<>();
    final List<Cover> covers = new ArrayList<>();
    /** What covers the page although nothing paints it: programs do it themselves. */
    final List<Shape> unpainted = new ArrayList<>();
    final List<Picture> pictures = new ArrayList<>();
    final List<Line2D> lines = new ArrayList<>();
    /** Replacement text for screen readers that differs from what is shown. */
    final List<String> replacements = new ArrayList<>();
    /** Pictures and forms that were painted. */
    final Set<Object> used = Collections.newSetFromMap(new IdentityHashMap<>());
    boolean layerHidesPicture;
    int unreadable;

    PageMarks(double width, double height) {
        this.width = width;
        this.height = height;
    }

    /** Whether pictures take most of the page: then invisible text on it is what a program recognised in them. */
    boolean isScan() {
        double most = pictures.stream().mapToDouble(picture -> area(picture.visible())).sum();
        return most > width * height / 2;
    }

    static double area(Rectangle2D box) {
        return Math.max(0, box.getWidth()) * Math.max(0, box.getHeight());
    }

    /** Text of glyphs of that fate, as words. */
    String text(Fate fate) {
        return words(glyphs.stream().filter(glyph -> glyph.fate == fate).toList());
    }

    static String words(List<Glyph> glyphs) {
        var text = new StringBuilder();
        @Nullable Glyph before = null;
        for (var glyph : glyphs) {
            if (before != null && (Math.abs(before.box.getCenterY() - glyph.box.getCenterY()) > glyph.size / 2
                    || glyph.box.getX() - before.box.getMaxX() > glyph.size * 0.25)) {
                text.append(' ');
            }
            text.append(glyph.text);
            before = glyph;
        }
        return text.toString().strip();
    }
}
