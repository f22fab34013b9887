package openland.screening;

import java.util.List;
import java.util.regex.Pattern;

/** Numbers of bank cards: a prefix of the schemes in use here, their length, and the check digit of Luhn (ISO/IEC 7812). */
final class BankCard {
    private static final List<List<Integer>> GROUPS = List.of(List.of(4, 4, 4, 4), List.of(4, 4, 4, 4, 1), List.of(4, 4, 4, 4, 2),
            List.of(4, 4, 4, 4, 3), List.of(6, 10), List.of(6, 13), List.of(6, 4, 4, 4), List.of(6, 4, 4, 5), List.of(6, 6, 7));

    private static final Pattern SCHEMES = Pattern.compile("62\\d{14,17}|(?:4\\d|5[1-5]|35)\\d{14}");

    private BankCard() {}

    static boolean is(Window window, int thisYear) {
        var digits = window.digits();
        return digits.length() >= 16 && isOfScheme(digits) && !window.aLetterBeside()
                && (window.isWholeOrSpread() || GROUPS.contains(window.sizes()))
                && !IdentityNumber.looksNew(digits, thisYear) && agreesWithItsCheckDigit(digits);
    }

    /** 62 银联 16–19 digits; 4, 51–55, 35 the foreign schemes, 16 digits. */
    private static boolean isOfScheme(String digits) {
        return SCHEMES.matcher(digits).matches();
    }

    private static boolean agreesWithItsCheckDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
