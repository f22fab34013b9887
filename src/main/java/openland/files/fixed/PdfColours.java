package openland.files.fixed;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDPattern;
import org.jspecify.annotations.Nullable;

/** Colours as a screen shows them. */
final class PdfColours {
    /** A colour that cannot be told. */
    static final int UNKNOWN = -1;
    /** Painted with a pattern, which may have holes. */
    static final int PATTERN = -2;
    private static final int DARK = 100;

    private PdfColours() {}

    static int rgb(@Nullable PDColor colour) {
        if (colour == null) {
            return UNKNOWN;
        }
        if (colour.getColorSpace() instanceof PDPattern) {
            return PATTERN;
        }
        try {
            return colour.toRGB();
        } catch (IOException | RuntimeException e) {
            return UNKNOWN;
        }
    }

    /** Whether paint of that colour hides what lies under it: mixing with white changes nothing, with black leaves black. */
    static boolean covers(BlendMode mode, int rgb) {
        if (mode.equals(BlendMode.NORMAL) || mode.equals(BlendMode.COMPATIBLE)) {
            return true;
        }
        boolean dark = rgb >= 0 && (rgb >> 16 & 0xff) < DARK && (rgb >> 8 & 0xff) < DARK && (rgb & 0xff) < DARK;
        return dark && (mode.equals(BlendMode.MULTIPLY) || mode.equals(BlendMode.DARKEN) || mode.equals(BlendMode.COLOR_BURN));
    }

    static boolean alike(int one, int other) {
        return Math.abs((one >> 16 & 0xff) - (other >> 16 & 0xff)) + Math.abs((one >> 8 & 0xff) - (other >> 8 & 0xff))
                + Math.abs((one & 0xff) - (other & 0xff)) <= 24;
    }
}
