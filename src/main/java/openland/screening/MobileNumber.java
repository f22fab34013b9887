package openland.screening;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import openland.screening.DigitChain.Gap;
import openland.screening.DigitChain.Window;

/** Mobile numbers (手机号码): 11 digits from 13 to 19, alone or after 0, 86 or 0086. They have no check digit. */
final class MobileNumber {
    private static final List<Integer> USUAL = List.of(3, 4, 4);
    private static final List<List<Integer>> RARER = List.of(List.of(3, 8), List.of(7, 4), List.of(4, 3, 4), List.of(4, 4, 3),
            List.of(3, 3, 5), List.of(5, 3, 3));

    private static final Pattern NUMBER = Pattern.compile("(?:0|86|0086)?1[3-9]\\d{9}");

    private MobileNumber() {}

    /** Over cells, and with dots, only the usual 3-4-4 counts: the rest may be figures that stand side by side. */
    static boolean is(Window window) {
        if (window.beside().aLetter() || !NUMBER.matcher(window.digits()).matches()) {
            return false;
        }
        var sizes = withoutPrefix(window);
        return sizes.size() == 1 || sizes.equals(USUAL)
                || window.widestGap() != Gap.CELL && window.isWholeOrSpread()
                || window.widestGap().compareTo(Gap.HYPHEN) <= 0 && RARER.contains(sizes);
    }

    private static List<Integer> withoutPrefix(Window window) {
        int prefix = window.digits().length() - 11;
        var sizes = window.sizes();
        if (prefix == 0) {
            return sizes;
        }
        return sizes.getFirst() == prefix ? sizes.subList(1, sizes.size())
                : prepend(sizes.getFirst() - prefix, sizes.subList(1, sizes.size()));
    }

    private static List<Integer> prepend(int first, List<Integer> rest) {
        return Stream.concat(Stream.of(first), rest.stream()).toList();
    }
}
