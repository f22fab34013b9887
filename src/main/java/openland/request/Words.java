package openland.request;

import java.text.Normalizer;
import java.util.Locale;
import openland.base.Refusal;
import openland.base.Wording;

/** Words that people wrote about a request: what must be in them, and when two of them say the same. */
final class Words {
    private Words() {}

    /** Why. @throws Refusal INVALID when it is missing or too long */
    static String reason(String words, String what) {
        var reason = Wording.text(words, what, 1000);
        must(reason.length() >= 2, "请写明" + what + "。");
        return reason;
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
