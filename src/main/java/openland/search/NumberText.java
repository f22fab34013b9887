package openland.search;

import java.text.Normalizer;
import java.util.Locale;

/** Levels what people type differently in a number and mean the same: widths, brackets, dashes, letters. */
final class NumberText {
    private static final String OPEN = "〔[(【〈《{<「〖﹝";
    private static final String CLOSE = "〕])】〉》}>」〗﹞";
    private static final String DASH = "-‐‑‒–—―−─~～_";

    private NumberText() {}

    /** {@code text} with 〔 〕 for every bracket, - for every dash, / for every stroke, one blank for many. */
    static String level(String text) {
        var levelled = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .forEach(c -> levelled.appendCodePoint(level(c)));
        return levelled.toString().replaceAll(" +", " ").strip();
    }

    /** Letters, digits and Chinese characters only. */
    static String bare(String text) {
        var bare = new StringBuilder();
        level(text).codePoints().filter(Character::isLetterOrDigit).forEach(bare::appendCodePoint);
        return bare.toString();
    }

    private static int level(int c) {
        if (OPEN.indexOf(c) >= 0) {
            return '〔';
        }
        if (CLOSE.indexOf(c) >= 0) {
            return '〕';
        }
        if (DASH.indexOf(c) >= 0) {
            return '-';
        }
        if (c == '號') {
            return '号';
        }
        if (c == '\\' || c == '∕' || c == '⁄') {
            return '/';
        }
        return Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c;
    }
}
