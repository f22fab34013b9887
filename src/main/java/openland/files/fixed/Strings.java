package openland.files.fixed;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The words in bytes of which nobody knows the format: for the report of what was hidden. */
final class Strings {
    private static final int MOST = 2_000;
    private static final int LOOKED_AT = 1 << 20;
    private static final Pattern RUN = Pattern.compile("[\\p{IsHan}\\p{L}\\p{N}\\p{P}\\p{S} ]{4,}");
    private static final Pattern HAN_RUN = Pattern.compile("[\\p{IsHan}\\p{IsLatin}\\p{IsDigit}\\p{P} ]{2,}");
    private static final List<Charset> WIDE = List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    private Strings() {}

    static String labelled(String what, byte[] piece) {
        var words = readable(piece);
        return words.isEmpty() ? what : what + "：" + words;
    }

    /** Runs of at least four letters or digits in UTF-8, and of UTF-16 in either order where it is plainly text. */
    static String readable(byte[] piece) {
        int length = Math.min(piece.length, LOOKED_AT);
        Set<String> runs = new LinkedHashSet<>();
        collect(runs, RUN, new String(piece, 0, length, StandardCharsets.UTF_8).replace('\ufffd', '\0'));
        for (var wide : WIDE) {
            for (int from = 0; from < Math.min(2, length); from++) {
                collect(runs, HAN_RUN, plainOnly(new String(piece, from, length - from & ~1, wide)));
            }
        }
        var all = String.join(" ", runs);
        return all.length() > MOST ? all.substring(0, MOST) : all;
    }

    private static void collect(Set<String> runs, Pattern run, String text) {
        run.matcher(text).results().map(found -> found.group().strip())
                .filter(found -> found.length() >= 4).limit(200).forEach(runs::add);
    }

    /** UTF-16 read at the wrong byte gives rare signs: only runs of ASCII and of the common Chinese block count. */
    private static String plainOnly(String text) {
        var plain = new StringBuilder(text.length());
        text.chars().forEach(c -> plain.append(c >= ' ' && c < 0x7f || c >= 0x3000 && c <= 0x301f || c >= 0xff00 && c < 0xff60
                || c >= 0x4e00 && c <= 0x9fa5 ? (char) c : '\0'));
        var ascii = plain.chars().filter(c -> c != 0 && c < 0x7f).count();
        return ascii * 4 >= plain.chars().filter(c -> c != 0).count() ? plain.toString() : "";
    }
}
