package openland.request;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import openland.base.Refusal;

/** Words that somebody sent, as they are kept. */
final class Words {
    private Words() {}

    /** One line without blanks around it. @throws Refusal INVALID when it is too long or has signs that no text has */
    static String line(String words, String what, int most) {
        var line = words.strip();
        must(line.length() <= most && line.chars().noneMatch(Character::isISOControl) && isText(line), what + "应写成一行，最多" + most + "字，不带控制字符。");
        return line;
    }

    /** Several lines; line breaks become {@code \n}. @throws Refusal INVALID as {@link #line} */
    static String text(String words, String what, int most) {
        var text = words.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ').strip();
        must(text.length() <= most, what + "最多" + most + "字，现在是" + text.length() + "字。");
        must(text.chars().noneMatch(sign -> Character.isISOControl(sign) && sign != '\n') && isText(text), what + "里有不能保存的控制字符，请删掉。");
        return text;
    }

    /** Why. @throws Refusal INVALID when it is missing or too long */
    static String reason(String words, String what) {
        var reason = text(words, what, 1000);
        must(reason.length() >= 2, "请写明" + what + "。");
        return reason;
    }

    private static boolean isText(String words) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(words);
    }

    static void must(boolean holds, String sentence) {
        if (!holds) {
            throw Refusal.invalid(sentence);
        }
    }

    /** What stays the same when somebody writes it again with other blanks, widths or marks. */
    static String bare(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
