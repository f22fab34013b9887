package openland.screening;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import openland.screening.DigitGroups.Gap;

/** Mobile numbers (手机号码): 11 digits from 13 to 19, alone or after 0, 86 or 0086. They have no check digit. */
final class MobileNumber {
    private static final List<Integer> USUAL = List.of(3, 4, 4);
    private static final List<List<Integer>> RARER = List.of(List.of(3, 8), List.of(7, 4), List.of(4, 3, 4), List.of(4, 4, 3),
            List.of(3, 3, 5), List.of(5, 3, 3));

    private static final Pattern NUMBER = Pattern.compile("(?:0|86|0086)?1[3-9]\\d{9}");
    private static final Pattern LABEL = Pattern.compile("(?i)(?<![a-z])(?:tel|phone|mobile|mob|cell|wechat|weixin|vx|wx|t|m)\\.?$");

    private MobileNumber() {}

    /** Over cells, and with dots, only the usual 3-4-4 counts: the rest may be figures that stand side by side. */
    static boolean is(Window window, Context context) {
        var digits = window.digits();
        if (digits.length() > 15 || window.aLetterAfter() || !NUMBER.matcher(digits).matches()
                || window.aLetterBefore() && !context.says(LABEL, window.from(), 8)) {
            return false;
        }
        var sizes = withoutPrefix(digits, window.sizes());
        var gap = window.widestGap();
        return sizes.size() == 1 || sizes.equals(USUAL) && gap.compareTo(Gap.LIST) < 0 && !(gap == Gap.CELL && window.hasGap(Gap.DOT))
                || gap.compareTo(Gap.CELL) < 0 && window.isWholeOrSpread()
                || gap.compareTo(Gap.HYPHEN) <= 0 && RARER.contains(sizes);
    }

    private static List<Integer> withoutPrefix(String digits, List<Integer> sizes) {
        int prefix = digits.length() - 11;
        if (prefix == 0) {
            return sizes;
        }
        return sizes.getFirst() <= prefix ? sizes.subList(1, sizes.size())
                : prepend(sizes.getFirst() - prefix, sizes.subList(1, sizes.size()));
    }

    private static List<Integer> prepend(int first, List<Integer> rest) {
        return Stream.concat(Stream.of(first), rest.stream()).toList();
    }
}
