package openland.casework;

import java.nio.charset.StandardCharsets;
import openland.base.Refusal;

/** Words that an officer or a program sent, as they are kept. */
final class Wording {
    private Wording() {}

    /** One line without blanks around it. @throws Refusal INVALID when it is too long or has signs that no text has */
    static String line(String words, String what, int most) {
        var line = words.strip();
        if (line.length() > most || line.chars().anyMatch(Character::isISOControl) || !StandardCharsets.UTF_8.newEncoder().canEncode(line)) {
            throw Refusal.invalid(what + "应写成一行，最多" + most + "字，不带控制字符。");
        }
        return line;
    }

    /** Why somebody does something; line breaks become blanks. @throws Refusal INVALID when it is missing, too long, or no text */
    static String reason(String words, int most) {
        var reason = words.replaceAll("[\\r\\n\\t]+", " ").strip();
        if (reason.length() < 2 || reason.length() > most) {
            throw Refusal.invalid("请写明理由，2到" + most + "字。");
        }
        return line(reason, "理由", most);
    }
}
