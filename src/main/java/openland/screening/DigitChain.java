package openland.screening;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Digits that follow one another with nothing between them but what people (and layouts) put between the digits of one
 * number. A group is a run of digits with nothing visible between them; a number begins and ends with whole groups.
 */
final class DigitChain {
    private static final int SHORTEST_NUMBER = 11;
    private static final int LONGEST_NUMBER = 19;
    private static final int LONGEST_GAP = 40;

    /** What stands before a group. The order is that of strength: a gap counts as the strongest sign in it. */
    enum Gap { NONE, BLANK, HYPHEN, DOT, CELL }

    /** What stands right beside a number: a letter or digit of a longer sign, a single digit in the same row. */
    record Neighbours(boolean aLetter, boolean aSingleDigit) {}

    private record Group(String digits, int from, int to, Gap before) {}

    /** Some groups in a row, taken for one number; X can be its last sign. */
    record Window(String digits, int from, int to, List<Integer> sizes, Gap widestGap, int lastGroup, Neighbours beside) {
        /** Nothing visible stands between the digits, or something after every one of them and no further one beside. */
        boolean isWholeOrSpread() {
            return sizes.size() == 1 || sizes.size() == digits.length() && !beside.aSingleDigit();
        }
    }

    private final String text;
    private final List<Group> groups = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();

    private DigitChain(String text) {
        this.text = text;
    }

    static List<DigitChain> allIn(String text) {
        var chains = new ArrayList<DigitChain>();
        var chain = new DigitChain(text);
        int at = 0;
        while (at < text.length()) {
            boolean isDigit = digitAt(text, at) >= 0;
            var gap = isDigit || chain.isCheckX(at) ? chain.gapBefore(at) : null;
            if (isDigit && gap == null) {
                chain = new DigitChain(text);
                chains.add(chain);
                gap = Gap.CELL;
            }
            at = gap == null ? at + Character.charCount(text.codePointAt(at)) : chain.addGroup(at, gap);
        }
        return chains;
    }

    int groups() {
        return groups.size();
    }

    /** The numbers that begin with the group, the longest first. */
    List<Window> windowsFrom(int first) {
        var windows = new ArrayList<Window>();
        var digits = new StringBuilder();
        var widest = Gap.NONE;
        int from = groups.get(first).from();
        for (int i = first; i < groups.size() && !(i > first && groups.get(i - 1).digits().endsWith("X")); i++) {
            var group = groups.get(i);
            widest = i > first && group.before().compareTo(widest) > 0 ? group.before() : widest;
            digits.append(group.digits());
            if (digits.length() > LONGEST_NUMBER) {
                break;
            }
            if (digits.length() >= SHORTEST_NUMBER) {
                var beside = new Neighbours(isLetterOrDigit(from - 1) || isLetterOrDigit(group.to()), isSingle(first - 1) || isSingle(i + 1));
                windows.add(new Window(digits.toString(), from, group.to(), sizes.subList(first, i + 1), widest, i, beside));
            }
        }
        return windows.reversed();
    }

    /** The gap between the last group and {@code at}; null when it holds something else, or too much. */
    private @Nullable Gap gapBefore(int at) {
        if (groups.isEmpty() || at - groups.getLast().to() > LONGEST_GAP) {
            return null;
        }
        var widest = Gap.NONE;
        for (int i = groups.getLast().to(); i < at; i++) {
            var gap = gapOf(text.charAt(i));
            if (gap == null) {
                return null;
            }
            widest = gap.compareTo(widest) > 0 ? gap : widest;
        }
        return widest;
    }

    private int addGroup(int from, Gap before) {
        var digits = new StringBuilder();
        int at = from;
        int end = from;
        while (at < text.length()) {
            int digit = digitAt(text, at);
            if (digit >= 0) {
                digits.append(digit);
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
        groups.add(new Group(digits.toString(), from, end, before));
        sizes.add(digits.length());
        return at;
    }

    /** X as the last sign of an identity number: no letter or digit follows. */
    private boolean isCheckX(int at) {
        return "XxＸｘ".indexOf(text.charAt(at)) >= 0 && !isLetterOrDigit(at + 1);
    }

    private boolean isSingle(int group) {
        return group >= 0 && group < groups.size() && groups.get(group).digits().length() == 1;
    }

    private boolean isLetterOrDigit(int at) {
        if (at < 0 || at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        char narrow = c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c;
        return narrow < 128 && Character.isLetterOrDigit(narrow);
    }

    private static int digitAt(String text, int at) {
        return Character.digit(text.codePointAt(at), 10);
    }

    private static @Nullable Gap gapOf(char c) {
        return switch (c) {
            case '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u200e', '\u200f', '\u180e' -> Gap.NONE;
            case '\n', '\r', '\t', '\u000b', '\f', '\u0085', '\u2028', '\u2029', '|', '｜' -> Gap.CELL;
            case '-', '－', '‐', '‑', '‒', '–', '—', '―', '−', '_', '＿' -> Gap.HYPHEN;
            case '.', '．', '·', '•', '・', '‧', '。', '∙' -> Gap.DOT;
            default -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? Gap.BLANK : null;
        };
    }
}
