package openland.search;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts text into tokens: every Chinese character for itself, letters and digits in runs. Widths and compatibility forms
 * are levelled (NFKC), letters become small, traditional characters stay. Blanks between two Chinese characters, which
 * old pages are padded with (年 度 报 告), do not part them; a new line does.
 */
final class TokenScanner {
    private static final Set<UnicodeScript> WITHOUT_BLANKS = Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA, UnicodeScript.HANGUL, UnicodeScript.BOPOMOFO);
    /** Longer runs are noise and are cut here. */
    private static final int LONGEST_RUN = 64;

    private static final char FIRST_MARK = '\u0300';

    private enum Kind { HAN, LETTER, DIGIT, NOTHING, BREAK }

    private final String text;
    private final Deque<Token> ready = new ArrayDeque<>();
    private final StringBuilder run = new StringBuilder();
    private Kind runKind = Kind.BREAK;
    private int runStart;
    private int runEnd;
    private boolean joined;
    private int at;

    TokenScanner(String text) {
        this.text = text;
    }

    static List<Token> all(String text) {
        var scanner = new TokenScanner(text);
        var tokens = new ArrayList<Token>();
        for (var token = scanner.next(); token != null; token = scanner.next()) {
            tokens.add(token);
        }
        return tokens;
    }

    /** The next token; null at the end. */
    @Nullable Token next() {
        while (ready.isEmpty() && at < text.length()) {
            int end = endOfCharacter(at);
            int from = at;
            at = end;
            char first = text.charAt(from);
            if (end == from + 1 && isLevel(first)) {
                take(first, from, end);
            } else {
                Normalizer.normalize(text.substring(from, end), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)
                        .codePoints().forEach(c -> take(c, from, end));
            }
        }
        if (ready.isEmpty()) {
            finishRun();
        }
        return ready.poll();
    }

    /** The characters that nearly all texts are made of and that no levelling changes. */
    private static boolean isLevel(char c) {
        return c >= '\u4e00' && c <= '\u9fff' || c < 0x80 && (c < 'A' || c > 'Z');
    }

    /** A character with the marks that stand on it. */
    private int endOfCharacter(int start) {
        int end = start + Character.charCount(text.codePointAt(start));
        while (end < text.length() && text.charAt(end) >= FIRST_MARK && Character.getType(text.codePointAt(end)) == Character.NON_SPACING_MARK) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private void take(int character, int start, int end) {
        var kind = kindOf(character);
        if (kind == Kind.NOTHING && Character.getType(character) == Character.FORMAT) {
            return;
        }
        if (kind != runKind || run.length() >= LONGEST_RUN) {
            finishRun();
            runKind = kind;
            runStart = start;
        }
        switch (kind) {
            case HAN -> {
                ready.add(new Token(Character.toString(character), start, end, true, joined));
                joined = true;
            }
            case LETTER, DIGIT -> {
                run.appendCodePoint(character);
                runEnd = end;
            }
            case BREAK -> joined = false;
            case NOTHING -> { }
        }
    }

    private void finishRun() {
        if (!run.isEmpty()) {
            ready.add(new Token(run.toString(), runStart, runEnd, false, joined));
            run.setLength(0);
            joined = true;
        }
    }

    private static Kind kindOf(int character) {
        if (character >= '\u4e00' && character <= '\u9fff') {
            return Kind.HAN;
        }
        if (Character.isDigit(character)) {
            return Kind.DIGIT;
        }
        if (Character.isIdeographic(character)
                || Character.isLetter(character) && WITHOUT_BLANKS.contains(UnicodeScript.of(character))) {
            return Kind.HAN;
        }
        if (Character.isLetter(character)) {
            return Kind.LETTER;
        }
        boolean blank = Character.getType(character) == Character.SPACE_SEPARATOR || character == '\t'
                || Character.getType(character) == Character.FORMAT;
        return blank ? Kind.NOTHING : Kind.BREAK;
    }
}
