package openland;

import java.nio.charset.StandardCharsets;

/** Texts made of fuzzed bytes. */
public final class Fuzzed {
    private Fuzzed() {}

    /** UTF-8; bytes that are none become halves of surrogate pairs, which no UTF-8 can say but JSON and forms can. */
    public static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).replace('\ufffd', '\ud83d');
    }

    /** At most so many UTF-16 units of it, as where a ceiling is checked before. */
    public static String text(byte[] bytes, int most) {
        var text = text(bytes);
        return text.length() > most ? text.substring(0, most) : text;
    }
}
