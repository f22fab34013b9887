package openland.files.fixed;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import openland.files.fixed.PageMarks.Cover;
import openland.files.fixed.PageMarks.Fate;
import openland.files.fixed.PageMarks.Glyph;

/**
 * Tells which letters lie under something opaque: goes through a page from its last paint to its first and keeps a sheet
 * on which everything opaque that came later is black.
 */
final class PageCovering {
    private static final double LONGEST = 1_600;
    private static final int ACROSS = 4;
    private static final int DOWN = 3;

    private final PageMarks marks;
    private final PageBudget budget;
    private final double scale;
    private final BufferedImage later;
    private final BufferedImage laterShapes;
    private final Graphics2D pen;
    private final Graphics2D shapePen;

    PageCovering(PageMarks marks, PageBudget budget) {
        this.marks = marks;
        this.budget = budget;
        this.scale = Math.min(2, LONGEST / Math.max(1, Math.max(marks.width, marks.height)));
        this.later = sheet();
        this.laterShapes = sheet();
        this.pen = pen(later);
        this.shapePen = pen(laterShapes);
    }

    private BufferedImage sheet() {
        return new BufferedImage(1 + (int) (marks.width * scale), 1 + (int) (marks.height * scale), BufferedImage.TYPE_BYTE_GRAY);
    }

    private Graphics2D pen(BufferedImage sheet) {
        var graphics = sheet.createGraphics();
        graphics.scale(scale, scale);
        graphics.setColor(Color.WHITE);
        return graphics;
    }

    /** Gives each glyph its fate. */
    void judge() {
        boolean scan = marks.isScan();
        int cover = marks.covers.size() - 1;
        for (int i = marks.glyphs.size() - 1; i >= 0; i--) {
            var glyph = marks.glyphs.get(i);
            for (; cover >= 0 && marks.covers.get(cover).order() > glyph.order; cover--) {
                paint(marks.covers.get(cover));
            }
            if (glyph.fate == Fate.RECOGNISED) {
                glyph.fate = !scan ? Fate.TRANSPARENT : under(laterShapes, glyph) ? Fate.COVERED : Fate.RECOGNISED;
            } else if (glyph.fate != Fate.IN_LAYER && glyph.fate != Fate.OUTSIDE && !glyph.text.isBlank() && under(later, glyph)) {
                glyph.fate = Fate.COVERED;
            }
        }
        pen.dispose();
        shapePen.dispose();
    }

    private void paint(Cover cover) {
        var bounds = cover.shape().getBounds2D().createIntersection(new Rectangle2D.Double(0, 0, marks.width, marks.height));
        if (bounds.isEmpty()) {
            return;
        }
        budget.pixels(2 * PageMarks.area(bounds) * scale * scale);
        pen.fill(cover.shape());
        boolean wholePage = cover.picture() && PageMarks.area(bounds) > marks.width * marks.height / 2;
        if (!wholePage) {
            shapePen.fill(cover.shape());
        }
    }

    /** Most of the letter: its edges may look out. */
    private boolean under(BufferedImage sheet, Glyph glyph) {
        int covered = 0;
        int looked = 0;
        for (int i = 1; i <= ACROSS; i++) {
            for (int j = 1; j <= DOWN; j++) {
                int x = (int) ((glyph.box.getX() + glyph.box.getWidth() * i / (ACROSS + 1)) * scale);
                int y = (int) ((glyph.box.getY() + glyph.box.getHeight() * j / (DOWN + 1)) * scale);
                if (x >= 0 && y >= 0 && x < sheet.getWidth() && y < sheet.getHeight()) {
                    looked++;
                    covered += (sheet.getRGB(x, y) & 0xff) != 0 ? 1 : 0;
                }
            }
        }
        return looked > 0 && covered * 4 >= looked * 3;
    }
}
