package openland.form;

import java.util.regex.Pattern;

/** Widths and blanks of Chinese text. */
final class Text {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private Text() {}

    /** Without the blanks at its ends, ideographic ones included. */
    static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    static String withoutBlanks(String text) {
        return BLANKS.matcher(text).replaceAll("");
    }

    /** Full-width ASCII (ＡＢ１２，．) in its half width, 　 as a blank. */
    static String narrow(String text) {
        var narrow = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            narrow.append(c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c == '\u3000' ? ' ' : c);
        }
        return narrow.toString();
    }

    static int hanIn(String text) {
        return (int) text.codePoints().filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN).count();
    }
}
