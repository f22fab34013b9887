package openland.files.fixed;

import java.awt.geom.Rectangle2D;
import java.util.regex.Pattern;

/** A letter to be read, in points from the upper left corner. */
record PageGlyph(String text, Rectangle2D box, double size, boolean bold) {
    /** Signs of symbol fonts, which no other font shows; in documents they are bullets. */
    private static final Pattern SYMBOL = Pattern.compile("[\uf020-\uf0ff]");

    PageGlyph {
        text = SYMBOL.matcher(text).replaceAll("•");
    }
}
