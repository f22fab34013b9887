package openland.files.fixed;

import java.awt.geom.Rectangle2D;

/** A letter to be read, in points from the upper left corner. */
record PageGlyph(String text, Rectangle2D box, double size, boolean bold) {}
