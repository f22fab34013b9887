package openland.files.fixed;

import java.awt.image.BufferedImage;
import java.io.IOException;

/** The pages of one open file: what stands on each, and its picture. Pages count from 0. */
interface Sheets {
    /** The most pixels of a painted page; larger ones are painted less finely. */
    double MOST_PIXELS = 16_000_000;
    /** Dots for each inch, and points. */
    double DOTS = 200;
    double POINTS = 72;

    int count();

    Sheet sheet(int index) throws IOException;

    /** In colour, on white. */
    BufferedImage painted(int index) throws IOException;
}
