package openland.request;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;

/**
 * What an applicant shows to look at his own requests, besides a number (查询码): sixteen signs that are not mistaken for each other, 80
 * bits. It is made of the form's id with a key that is not in the database, and kept nowhere.
 *
 * @param text in groups of four: 7KQM-2XWD-PH4T-9RFA
 */
public record QueryCode(String text) {
    private static final String SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 16;

    /** @param bytes at least sixteen, as good as random */
    static QueryCode of(byte[] bytes) {
        var signs = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            signs.append(i > 0 && i % 4 == 0 ? "-" : "").append(SIGNS.charAt(bytes[i] & 31));
        }
        return new QueryCode(signs.toString());
    }

    /** Whether that is what somebody typed; blanks, dashes and small letters do not matter. Takes the same time for any answer. */
    boolean isTyped(String typed) {
        return MessageDigest.isEqual(bare(text), bare(typed));
    }

    private static byte[] bare(String words) {
        return words.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "").getBytes(StandardCharsets.UTF_8);
    }
}
