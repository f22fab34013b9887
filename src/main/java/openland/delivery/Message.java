package openland.delivery;

import java.net.URI;
import java.util.regex.Pattern;
import openland.base.MailAddress;
import openland.base.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * One mail, in plain text.
 *
 * @param to          who gets it
 * @param subject     one line of at most 200 signs; line breaks and other control characters in it become blanks, so that nothing
 *                    quoted in it can become a header
 * @param text        at most 100,000 signs. What the public may not see is not in it: link to the desk instead
 * @param reference   what it tells of, at most 200 signs: the same reference goes to the same address only once. Who really wants
 *                    a second one (a confirmation asked for again) gives another reference
 * @param unsubscribe a page of ours on which its reader ends such mails (https, or http where the site has no certificate); null
 *                    for officers' mails, which go out before all others
 */
public record Message(MailAddress to, String subject, String text, String reference, @Nullable URI unsubscribe) {
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_TEXT = 100_000;
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]+");
    private static final Pattern PLAIN_URI = Pattern.compile("https?://[!-;=?-~]+");

    /** @throws Refusal INVALID when something is missing or too long */
    public Message {
        subject = CONTROLS.matcher(subject).replaceAll(" ").strip();
        if (subject.isEmpty() || subject.length() > LONGEST_LINE || reference.isEmpty() || reference.length() > LONGEST_LINE) {
            throw Refusal.invalid("邮件应有主题和事由，各不超过" + LONGEST_LINE + "字。");
        }
        if (text.isBlank() || text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0) {
            throw Refusal.invalid("邮件应有正文，不超过" + LONGEST_TEXT + "字。");
        }
        if (unsubscribe != null && !PLAIN_URI.matcher(unsubscribe.toString()).matches()) {
            throw Refusal.invalid("退订地址不正确。");
        }
    }
}
