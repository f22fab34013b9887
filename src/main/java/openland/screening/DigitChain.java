package openland.screening;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Digits that follow one another with nothing between them but what people (and layouts) put between the digits of one
 * number. A group is a run of digits with nothing visible between them; a number begins and ends with whole groups.
 */
final class DigitChain {
    private static final int LONGEST_NUMBER = 19;
    private static final int LONGEST_GAP = 40;

    /** What stands before a group. The order is that of strength: a gap counts as the strongest sign in it. */
    enum Gap { NONE, BLANK, HYPHEN, DOT, CELL }

    private record Group(String digits, int from, int to, Gap before) {}

    /** Some groups in a row, taken for one number. */
    record Window(String digits, int from, int to, List<Integer> sizes, Gap widestGap, int lastGroup, boolean touchesLetter) {
        /** Nothing visible between the digits, or the same after every one of them. */
        boolean isWholeOrSpread() {
            return sizes.size() == 1 || sizes.size() == digits.length();
        }
    }

    private final String text;
    private final List<Group> groups = new ArrayList<>();

    private DigitChain(String text) {
        this.text = text;
    }

    int groups() {
        return groups.size();
    }

    static List<DigitChain> allIn(String text) {
        var chains = new ArrayList<DigitChain>();
        var chain = new DigitChain(text);
        int at = 0;
        while (at < text.length()) {
            if (digitAt(text, at) < 0) {
                at += Character.charCount(text.codePointAt(at));
                continue;
            }
            var gap = chain.gapBefore(at);
            if (gap == null) {
                chain = new DigitChain(text);
                chains.add(chain);
                gap = Gap.CELL;
            }
            at = chain.addGroup(at, gap);
        }
        return chains;
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
            } else if (gapOf(text.charAt(at)) == Gap.NONE) {
                at++;
            } else {
                break;
            }
        }
        if (isCheckX(at) && at - end <= 4 && digits.length() > 0) {
            groups.add(new Group(digits + "X", from, at + 1, before));
            return at + 1;
        }
        groups.add(new Group(digits.toString(), from, end, before));
        return at;
    }

    /** X as the last sign of an identity number: no letter or digit follows. */
    private boolean isCheckX(int at) {
        return at < text.length() && "XxＸｘ".indexOf(text.charAt(at)) >= 0 && !isLetterOrDigit(at + 1);
    }

    /** The numbers that begin with the group, from the shortest to the longest. */
    List<Window> windowsFrom(int first) {
        var windows = new ArrayList<Window>();
        var digits = new StringBuilder();
        var sizes = new ArrayList<Integer>();
        var widest = Gap.NONE;
        for (int i = first; i < groups.size(); i++) {
            var group = groups.get(i);
            widest = i > first && group.before().compareTo(widest) > 0 ? group.before() : widest;
            digits.append(group.digits());
            sizes.add(group.digits().length());
            if (digits.length() > LONGEST_NUMBER || i > first && groups.get(i - 1).digits().endsWith("X")) {
                break;
            }
            int from = groups.get(first).from();
            windows.add(new Window(digits.toString(), from, group.to(), List.copyOf(sizes), widest, i,
                    isLetterOrDigit(from - 1) || isLetterOrDigit(group.to())));
        }
        return windows.reversed();
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
