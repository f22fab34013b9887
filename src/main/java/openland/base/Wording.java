package openland.base;

import java.nio.charset.StandardCharsets;

/** Words that somebody sent, as they are kept. */
public final class Wording {
    private Wording() {}

    /** One line without blanks around it. @throws Refusal INVALID when it is too long or has signs that no text has */
    public static String line(String words, String what, int most) {
        var line = words.strip();
        if (line.length() > most || line.chars().anyMatch(Character::isISOControl) || !isText(line)) {
            throw Refusal.invalid(what + "应写成一行，最多" + most + "字，不带控制字符。");
        }
        return line;
    }

    /** Several lines; line breaks become {@code \n}, tabs blanks. @throws Refusal INVALID as {@link #line} */
    public static String text(String words, String what, int most) {
        var text = words.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ').strip();
        if (text.length() > most) {
            throw Refusal.invalid(what + "最多" + most + "字，现在是" + text.length() + "字。");
        }
        if (text.chars().anyMatch(sign -> Character.isISOControl(sign) && sign != '\n') || !isText(text)) {
            throw Refusal.invalid(what + "里有不能保存的控制字符，请删掉。");
        }
        return text;
    }

    /** Why somebody does something; line breaks become blanks. @throws Refusal INVALID when it is missing, too long, or no text */
    public static String reason(String words, int most) {
        var reason = words.replaceAll("[\\r\\n\\t]+", " ").strip();
        if (reason.length() < 2 || reason.length() > most) {
            throw Refusal.invalid("请写明理由，2到" + most + "字。");
        }
        return line(reason, "理由", most);
    }

    private static boolean isText(String words) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(words);
    }
}
