package openland.screening;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import openland.base.Time;
import openland.screening.Finding.Kind;
import openland.screening.Finding.Severity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks for personal numbers in what is about to become public (个人信息): identity numbers, bank cards, mobile numbers,
 * in half and full width, with blanks, hyphens, dots or invisible signs between the digits, over lines and table cells.
 * Numbers that only look like these (索引号, 文号, 统一社会信用代码, telephone lines, amounts) pass.
 */
@Component
public class Screening {
    private final InstantSource time;

    Screening(InstantSource time) {
        this.time = time;
    }

    /** The findings of every text, in the order of the map and of the text. */
    public List<Finding> screen(Map<String, String> textsByField) {
        return textsByField.entrySet().stream()
                .flatMap(text -> screen(text.getKey(), text.getValue()).stream()).toList();
    }

    /** The findings in one text without markup, in its order; a stretch of text is found once. */
    public List<Finding> screen(String field, String text) {
        int thisYear = Time.dateOf(time.instant()).getYear();
        var findings = new ArrayList<Finding>();
        for (var chain : DigitChain.allIn(text)) {
            int next = 0;
            while (next < chain.groups()) {
                var found = found(chain, next, thisYear);
                if (found == null) {
                    next++;
                } else {
                    findings.add(finding(field, found));
                    next = found.nextGroup();
                }
            }
        }
        findings.sort(Comparator.comparingInt(Finding::from));
        return findings;
    }

    private record Found(Kind kind, DigitChain.Window window) {
        int nextGroup() {
            return window.lastGroup() + 1;
        }
    }

    /** What begins at the group of digits: the kind with the strongest proof first. */
    private static @Nullable Found found(DigitChain chain, int group, int thisYear) {
        for (var window : chain.windowsFrom(group)) {
            if (IdentityNumber.is(window, thisYear)) {
                return new Found(Kind.IDENTITY_NUMBER, window);
            }
            if (BankCard.is(window, thisYear)) {
                return new Found(Kind.BANK_CARD, window);
            }
            if (MobileNumber.is(window)) {
                return new Found(Kind.MOBILE_NUMBER, window);
            }
        }
        return null;
    }

    private static Finding finding(String field, Found found) {
        var window = found.window();
        var sentence = "有" + found.kind().label() + masked(window.digits()) + "。" + switch (found.kind()) {
            case IDENTITY_NUMBER -> "公布个人身份证号码没有依据，请删去，或只留前几位、其余用“×”代替。";
            case BANK_CARD -> "账号不应公布，请删去，或只留末四位、其余用“×”代替。";
            case MOBILE_NUMBER -> "个人手机号码不应公布，请删去，或改为办公电话。";
            case HIDDEN -> throw new IllegalStateException("Not in a text");
        };
        return new Finding(field, found.kind(), Severity.STOP, sentence, window.from(), window.to());
    }

    /** The first three and the last two digits. */
    private static String masked(String digits) {
        return digits.substring(0, 3) + "×".repeat(digits.length() - 5) + digits.substring(digits.length() - 2);
    }
}
