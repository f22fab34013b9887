package openland.files.fixed;

import java.text.Normalizer;

/** Compares words as a reader would: width, blanks and signs do not count. */
final class PdfWords {
    private static final int LIGATURE = 3;

    private PdfWords() {}

    /** Whether the replacement says something else than what is shown. */
    static boolean differ(String replacement, String shown) {
        var said = plain(replacement);
        var seen = plain(shown);
        return said.length() > LIGATURE && !said.equals(seen) && !seen.contains(said) && !shown.contains("\ufffd");
    }

    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
