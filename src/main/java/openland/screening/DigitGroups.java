package openland.screening;

import java.util.Arrays;

/**
 * The digits of a text in groups: a group is a run of digits with nothing visible between them. Groups belong to one
 * chain as long as nothing stands between them but what people (and layouts) put between the digits of one number.
 * Work and memory grow with the length of the text, whatever it holds.
 */
final class DigitGroups {
    private static final int SHORTEST_NUMBER = 11;
    private static final int LONGEST_NUMBER = 19;
    private static final int LONGEST_GAP = 40;

    /** What stands before a group. The order is that of strength: a gap counts as the strongest sign in it; BREAK begins a chain. */
    enum Gap { NONE, BLANK, HYPHEN, DOT, CELL, LIST, BREAK }

    private final String text;
    private final Figures figures;
    private final StringBuilder digits = new StringBuilder();
    private int count;
    private int[] from = new int[16];
    private int[] to = new int[16];
    private int[] start = new int[17];
    private Gap[] before = new Gap[16];
    private int[] unusual = new int[17];
    private int unusualSoFar;

    private DigitGroups(String text, Figures figures) {
        this.text = text;
        this.figures = figures;
    }

    static DigitGroups in(String text, Figures figures) {
        var groups = new DigitGroups(text, figures);
        int at = 0;
        while (at < text.length()) {
            boolean isDigit = figures.digitAt(text, at) >= 0;
            var gap = isDigit || groups.isCheckX(at) ? groups.gapBefore(at) : Gap.BREAK;
            at = isDigit || gap != Gap.BREAK ? groups.addGroup(at, gap) : at + Character.charCount(text.codePointAt(at));
        }
        return groups;
    }

    int count() {
        return count;
    }

    /** The last group that a number beginning with {@code first} can reach; one below {@code first} when that is too long itself. */
    int reach(int first) {
        int last = first;
        while (last < count && start[last + 1] - start[first] <= LONGEST_NUMBER
                && (last == first || before[last] != Gap.BREAK && !endsWithX(last - 1))) {
            last++;
        }
        return last - 1;
    }

    /** How many digits the groups have together. */
    int length(int first, int last) {
        return start[last + 1] - start[first];
    }

    /** Whether these groups can be a number at all: long enough, and not {@link Figures#DIGITS} only where more was to be read. */
    boolean canBeNumber(int first, int last) {
        return length(first, last) >= SHORTEST_NUMBER && (figures == Figures.DIGITS || unusual[last + 1] > unusual[first]);
    }

    /** How many digits the group has. */
    int size(int group) {
        return start[group + 1] - start[group];
    }

    int from(int group) {
        return from[group];
    }

    int to(int group) {
        return to[group];
    }

    char digit(int group, int offset) {
        return digits.charAt(start[group] + offset);
    }

    String digits(int first, int last) {
        return digits.substring(start[first], start[last + 1]);
    }

    /** So many digits from within one group. */
    String part(int group, int offset, int length) {
        return digits.substring(start[group] + offset, start[group] + offset + length);
    }

    Gap widestGap(int first, int last) {
        var widest = Gap.NONE;
        for (int i = first + 1; i <= last; i++) {
            widest = before[i].compareTo(widest) > 0 ? before[i] : widest;
        }
        return widest;
    }

    boolean hasGap(int first, int last, Gap gap) {
        for (int i = first + 1; i <= last; i++) {
            if (before[i] == gap) {
                return true;
            }
        }
        return false;
    }

    /** Whether a single digit stands beside the groups, in the same chain. */
    boolean aSingleDigitBeside(int first, int last) {
        return before[first] != Gap.BREAK && size(first - 1) == 1
                || last + 1 < count && before[last + 1] != Gap.BREAK && size(last + 1) == 1;
    }

    boolean isLetterOrDigit(int at) {
        if (at < 0 || at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        char narrow = c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c;
        return narrow < 128 && Character.isLetterOrDigit(narrow);
    }

    private boolean endsWithX(int group) {
        return digits.charAt(start[group + 1] - 1) == 'X';
    }

    /** The gap between the last group and {@code at}; BREAK when it holds something else, or too much. */
    private Gap gapBefore(int at) {
        if (count == 0 || at - to[count - 1] > LONGEST_GAP) {
            return Gap.BREAK;
        }
        var widest = Gap.NONE;
        for (int i = to[count - 1]; i < at; i++) {
            var gap = gapOf(text.charAt(i));
            widest = gap.compareTo(widest) > 0 ? gap : widest;
        }
        return widest;
    }

    private int addGroup(int first, Gap gap) {
        int at = first;
        int end = first;
        while (at < text.length()) {
            int digit = figures.digitAt(text, at);
            if (digit >= 0) {
                digits.append((char) ('0' + digit));
                unusualSoFar += figures != Figures.DIGITS && Figures.DIGITS.digitAt(text, at) < 0 ? 1 : 0;
                at += Character.charCount(text.codePointAt(at));
                end = at;
            } else if (isCheckX(at)) {
                digits.append('X');
                end = ++at;
                break;
            } else if (gapOf(text.charAt(at)) == Gap.NONE) {
                at++;
            } else {
                break;
            }
        }
        keep(first, end, gap);
        return at;
    }

    private void keep(int first, int end, Gap gap) {
        if (count == from.length) {
            from = Arrays.copyOf(from, count * 2);
            to = Arrays.copyOf(to, count * 2);
            before = Arrays.copyOf(before, count * 2);
            start = Arrays.copyOf(start, count * 2 + 1);
            unusual = Arrays.copyOf(unusual, count * 2 + 1);
        }
        from[count] = first;
        to[count] = end;
        before[count] = gap;
        start[++count] = digits.length();
        unusual[count] = unusualSoFar;
    }

    /** X as the last sign of an identity number: no letter or digit follows. */
    private boolean isCheckX(int at) {
        return "XxＸｘ×✕ХхΧχⅩⅹ".indexOf(text.charAt(at)) >= 0 && !isLetterOrDigit(at + 1)
                && (at + 1 >= text.length() || "×✕".indexOf(text.charAt(at + 1)) < 0);
    }

    private static Gap gapOf(char c) {
        return switch (c) {
            case '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u200e', '\u200f', '\u180e' -> Gap.NONE;
            case '\n', '\r', '\t', '\u000b', '\f', '\u0085', '\u2028', '\u2029', '|', '｜', '│' -> Gap.CELL;
            case '-', '－', '‐', '‑', '‒', '–', '—', '―', '−', '_', '＿' -> Gap.HYPHEN;
            case '.', '．', '·', '•', '・', '‧', '。', '∙' -> Gap.DOT;
            case ',', '，', '、', ';', '；', '/', '／', '*', '\'', '’', '~' -> Gap.LIST;
            default -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? Gap.BLANK : Gap.BREAK;
        };
    }
}
