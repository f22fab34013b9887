package openland.files.fixed;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Which way the writing of a page runs, in quarters of a circle: a page may lie on its side, or be written downwards.
 * Boxes are turned so that it runs from left to right.
 */
record Turn(int quarters, double width, double height) {
    private static final double NEAR = 3;

    /** The way that most letters follow each other. */
    static Turn of(Sheet sheet) {
        var votes = new int[4];
        PageGlyph before = null;
        for (var glyph : sheet.seen()) {
            if (before != null) {
                double across = glyph.box().getCenterX() - before.box().getCenterX();
                double down = glyph.box().getCenterY() - before.box().getCenterY();
                double near = Math.max(1, before.size()) * NEAR;
                if (Math.abs(across) + Math.abs(down) < near && Double.compare(across, down) != 0) {
                    int way = Math.abs(across) >= Math.abs(down) ? across > 0 ? 0 : 2 : down > 0 ? 1 : 3;
                    votes[way]++;
                }
            }
            before = glyph;
        }
        int most = 0;
        for (int way = 1; way < 4; way++) {
            most = votes[way] > votes[most] ? way : most;
        }
        return new Turn(most, sheet.width(), sheet.height());
    }

    Rectangle2D upright(Rectangle2D box) {
        return switch (quarters) {
            case 1 -> new Rectangle2D.Double(box.getY(), width - box.getMaxX(), box.getHeight(), box.getWidth());
            case 2 -> new Rectangle2D.Double(width - box.getMaxX(), height - box.getMaxY(), box.getWidth(), box.getHeight());
            case 3 -> new Rectangle2D.Double(height - box.getMaxY(), box.getX(), box.getHeight(), box.getWidth());
            default -> box;
        };
    }

    /** Back to where it is on the page. */
    Rectangle2D back(Rectangle2D box) {
        return switch (quarters) {
            case 1 -> new Rectangle2D.Double(width - box.getMaxY(), box.getX(), box.getHeight(), box.getWidth());
            case 2 -> upright(box);
            case 3 -> new Rectangle2D.Double(box.getY(), height - box.getMaxX(), box.getHeight(), box.getWidth());
            default -> box;
        };
    }

    List<PageGlyph> upright(List<PageGlyph> glyphs) {
        return quarters == 0 ? glyphs : glyphs.stream()
                .map(glyph -> new PageGlyph(glyph.text(), upright(glyph.box()), glyph.size(), glyph.bold())).toList();
    }

    List<Line2D> lines(List<Line2D> lines) {
        return quarters == 0 ? lines : lines.stream().map(line -> {
            var box = upright(line.getBounds2D());
            return (Line2D) new Line2D.Double(box.getX(), box.getY(), box.getMaxX(), box.getMaxY());
        }).toList();
    }
}
