package openland.files.fixed;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** What colour the page has where the next letter comes: painted along, coarsely. Pictures count as unknown. */
final class PageGround {
    private static final double LONGEST = 1_000;

    private final PageBudget budget;
    private final BufferedImage colours;
    private final Graphics2D pen;
    private final double scale;

    PageGround(double width, double height, PageBudget budget) {
        this.budget = budget;
        this.scale = Math.min(1.5, LONGEST / Math.max(1, Math.max(width, height)));
        this.colours = new BufferedImage(1 + (int) (width * scale), 1 + (int) (height * scale), BufferedImage.TYPE_INT_ARGB);
        this.pen = colours.createGraphics();
        pen.setComposite(AlphaComposite.Src);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, colours.getWidth(), colours.getHeight());
        pen.scale(scale, scale);
    }

    void paint(Shape shape, int rgb) {
        fill(shape, new Color(rgb));
    }

    void unknown(Shape shape) {
        fill(shape, new Color(0, true));
    }

    private void fill(Shape shape, Color colour) {
        var bounds = shape.getBounds2D().createIntersection(new Rectangle2D.Double(0, 0, colours.getWidth() / scale, colours.getHeight() / scale));
        if (bounds.isEmpty()) {
            return;
        }
        budget.pixels(PageMarks.area(bounds) * scale * scale);
        pen.setColor(colour);
        pen.fill(shape);
    }

    /** Whether a letter of that colour cannot be told from everything around it. */
    boolean hides(Rectangle2D box, int rgb) {
        for (int i = 1; i <= 3; i++) {
            for (int j = 1; j <= 3; j++) {
                int x = (int) ((box.getX() + box.getWidth() * i / 4) * scale);
                int y = (int) ((box.getY() + box.getHeight() * j / 4) * scale);
                if (x < 0 || y < 0 || x >= colours.getWidth() || y >= colours.getHeight()) {
                    continue;
                }
                int ground = colours.getRGB(x, y);
                if (ground >>> 24 == 0 || !PdfColours.alike(ground, rgb)) {
                    return false;
                }
            }
        }
        return true;
    }
}
