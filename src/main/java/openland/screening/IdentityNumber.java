package openland.screening;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import openland.screening.DigitGroups.Gap;

/**
 * Numbers of identity cards (公民身份号码, GB 11643): 18 signs with a check sign, or the 15 digits of before 1999; and
 * of the cards of foreigners with permanent residence since 2023: the same with a 9 in front.
 */
final class IdentityNumber {
    private static final Set<String> PROVINCES = Set.of("11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34",
            "35", "36", "37", "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65",
            "71", "81", "82", "83");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final List<List<Integer>> OLD_GROUPS = List.of(List.of(6, 6, 3), List.of(6, 9), List.of(3, 3, 6, 3), List.of(3, 3, 3, 3, 3));
    private static final String CODE_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] CODE_WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    private IdentityNumber() {}

    /** The check sign makes chance rare, so the digits may be separated in any way. */
    static boolean isNew(String digits, int thisYear) {
        return looksNew(digits, thisYear) && agrees(digits);
    }

    static boolean agrees(String digits) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return "10X98765432".charAt(sum % 11) == digits.charAt(17);
    }

    /** Province and birthday are possible; the check sign is not looked at. */
    static boolean looksNew(String digits, int thisYear) {
        if (digits.length() != 18 || digits.indexOf('X') >= 0 && digits.indexOf('X') < 17) {
            return false;
        }
        int year = yearOf(digits);
        return year >= 1900 && year <= thisYear && PROVINCES.contains(provinceOf(digits)) && isDay(year, digits.substring(10, 14));
    }

    static boolean isForeigners(String digits) {
        return digits.charAt(0) == '9';
    }

    static int yearOf(String digits) {
        return Integer.parseInt(digits, 6, 10, 10);
    }

    private static String provinceOf(String digits) {
        return isForeigners(digits) ? digits.substring(1, 3) : digits.substring(0, 2);
    }

    /** Without a check sign only the usual ways of writing count, and not over cells. */
    static boolean isOld(Window window) {
        var digits = window.digits();
        return digits.length() == 15 && digits.indexOf('X') < 0 && !window.aLetterBeside() && window.widestGap().compareTo(Gap.CELL) < 0
                && (window.isWholeOrSpread() || OLD_GROUPS.contains(window.sizes()))
                && PROVINCES.contains(digits.substring(0, 2)) && !digits.startsWith("00", 2) && !digits.startsWith("00", 4)
                && isDay(1900 + Integer.parseInt(digits.substring(6, 8)), digits.substring(8, 12));
    }

    /** Whether it is a 统一社会信用代码 as well (GB 32100); for a number of digits alone both can be true. */
    static boolean isCreditCodeToo(String digits) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (digits.charAt(i) - '0') * CODE_WEIGHTS[i];
        }
        return CODE_SIGNS.charAt((31 - sum % 31) % 31) == digits.charAt(17);
    }

    private static boolean isDay(int year, String monthAndDay) {
        try {
            LocalDate.of(year, Integer.parseInt(monthAndDay.substring(0, 2)), Integer.parseInt(monthAndDay.substring(2)));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
