package openland.files.plain;

import java.util.regex.Pattern;

/** Signs that take no room: they carry words that nobody sees, or turn the order of those that are seen. */
final class Invisible {
    private static final Pattern SIGNS = Pattern.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufe00-\ufe0f]|[\\x{E0000}-\\x{E0FFF}]");

    private Invisible() {}

    static String without(String text) {
        return SIGNS.matcher(text).replaceAll("");
    }

    /** What they say: tag signs are the letters of ASCII in another place. */
    static String said(String text) {
        var said = new StringBuilder();
        text.codePoints().filter(c -> c >= 0xe0020 && c <= 0xe007e).forEach(c -> said.append((char) (c - 0xe0000)));
        return said.toString();
    }
}
