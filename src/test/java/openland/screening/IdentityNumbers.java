package openland.screening;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Invented identity numbers with a right check sign, by the standard, worked out here once more. */
final class IdentityNumbers {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final List<String> PROVINCES = List.of("11", "13", "34", "35", "36", "42", "43", "52", "53", "62", "65", "81", "83");

    private IdentityNumbers() {}

    static String next(Random random) {
        var day = LocalDate.of(1930, 1, 1).plusDays(random.nextInt(34_000));
        return withCheckSign(PROVINCES.get(random.nextInt(PROVINCES.size())) + "%02d%02d".formatted(1 + random.nextInt(30), 1 + random.nextInt(80))
                + day.toString().replace("-", "") + "%03d".formatted(random.nextInt(1000)));
    }

    /** The 15 digits of before 1999. */
    static String old(Random random) {
        var number = next(random);
        while (!number.startsWith("19", 6)) {
            number = next(random);
        }
        return number.substring(0, 6) + number.substring(8, 17);
    }

    static String withCheckSign(String seventeen) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (seventeen.charAt(i) - '0') * WEIGHTS[i];
        }
        return seventeen + "10X98765432".charAt(sum % 11);
    }
}
