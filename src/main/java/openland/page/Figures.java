package openland.page;

/** Whole numbers as GB/T 15835 writes them: groups of three from five digits on, a thin gap between, never a comma. */
public final class Figures {
    private static final char THIN = '\u202f';

    private Figures() {}

    /** 9812, 38 431, -1 000 000 */
    public static String of(long number) {
        var digits = Long.toString(number);
        int sign = number < 0 ? 1 : 0;
        if (digits.length() - sign < 5) {
            return digits;
        }
        var grouped = new StringBuilder(digits);
        for (int at = digits.length() - 3; at > sign; at -= 3) {
            grouped.insert(at, THIN);
        }
        return grouped.toString();
    }

    /** The size of a file for people: 26 KB, 1.4 MB. @param bytes how many */
    public static String size(long bytes) {
        return bytes < 1 << 20 ? Math.max(1, bytes >> 10) + " KB" : "%.1f MB".formatted(bytes / 1048576.0);
    }
}
