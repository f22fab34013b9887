package openland.files;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import openland.files.Redacted.Left;

/** Words that were hidden somewhere, and where they still stand. Width, case, signs and blanks do not count. */
public final class HiddenWords {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int SHORTEST_LATIN = 4;
    private static final int FIRST_CHINESE = 0x2e80;
    private static final int MOST_LEFT = 50;

    private final Set<String> words = new LinkedHashSet<>();
    private final Map<String, List<String>> left = new LinkedHashMap<>();

    /** Notes what was hidden: as a whole, and in its pieces of at least two signs. */
    public void hide(String text) {
        add(plain(text));
        for (var piece : BETWEEN.split(normal(text), -1)) {
            add(piece);
        }
    }

    private void add(String word) {
        if (word.codePointCount(0, word.length()) > 1) {
            words.add(word);
        }
    }

    public Collection<String> all() {
        return words;
    }

    /** Looks for them in what stays. @param place as people say it */
    public void look(String text, String place) {
        var plain = plain(text);
        for (var word : words) {
            if (isTelling(word) && plain.contains(word) && (left.containsKey(word) || left.size() < MOST_LEFT)) {
                var places = left.computeIfAbsent(word, any -> new ArrayList<>());
                if (places.size() < MOST_LEFT && !places.contains(place)) {
                    places.add(place);
                }
            }
        }
    }

    /** What has been found by {@link #look}. */
    public List<Left> left() {
        return left.entrySet().stream().map(entry -> new Left(entry.getKey(), List.copyOf(entry.getValue()))).toList();
    }

    /** Whether a word says enough to be recognised again: two Chinese characters, four others. */
    public static boolean isTelling(String word) {
        return word.codePoints().anyMatch(sign -> sign >= FIRST_CHINESE) || word.length() >= SHORTEST_LATIN;
    }

    /** Letters and digits alone. */
    public static String plain(String text) {
        return BETWEEN.matcher(normal(text)).replaceAll("");
    }

    /** Full and half width are one, and so are capitals and small letters. */
    public static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
