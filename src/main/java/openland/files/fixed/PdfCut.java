package openland.files.fixed;

import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;

/** A shape cut to a box: exactly where the shape is simple, else its own box cut to the box. */
record PdfCut(Shape whole, Rectangle2D box) {
    private static final int SIMPLE = 50;

    Shape shape() {
        int segments = 0;
        for (PathIterator i = whole.getPathIterator(null); !i.isDone() && segments <= SIMPLE; i.next()) {
            segments++;
        }
        if (segments > SIMPLE) {
            return whole.getBounds2D().createIntersection(box);
        }
        var area = new Area(whole);
        area.intersect(new Area(box));
        return area;
    }
}
