package openland.base;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address of electronic mail as this program takes it: the plain form of RFC 5321, in ASCII, with a domain of at least two
 * parts. No display name, no comment, no quoted part: nothing in it can become a header or a second address.
 *
 * @param text the address; the domain in small letters
 */
public record MailAddress(String text) {
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern FORM = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*@(?:" + LABEL + "\\.)+" + LABEL);

    /** @throws Refusal INVALID when it is no such address */
    public MailAddress {
        if (text.length() > LONGEST || text.indexOf('@') > LONGEST_LOCAL || !FORM.matcher(text).matches()) {
            throw Refusal.invalid("电子邮箱地址不正确，应当像 name@example.gov.cn 这样写。");
        }
        int at = text.indexOf('@');
        text = text.substring(0, at) + text.substring(at).toLowerCase(Locale.ROOT);
    }

    /** What somebody typed, blanks around it left out. @throws Refusal INVALID when it is no address */
    public static MailAddress of(String typed) {
        return new MailAddress(typed.strip());
    }

    /** The same, where nothing typed means none. @throws Refusal INVALID when it is no address */
    public static Optional<MailAddress> optional(String typed) {
        return typed.isBlank() ? Optional.empty() : Optional.of(of(typed));
    }

    /** Enough to know it again by, not enough to write to it: z***@example.gov.cn. */
    public String masked() {
        return text.charAt(0) + "***" + text.substring(text.indexOf('@'));
    }
}
