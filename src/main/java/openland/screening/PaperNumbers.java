package openland.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openland.screening.Finding.Kind;
import openland.screening.Finding.Severity;

/**
 * Numbers of papers other than the identity card. They have no check sign that we know, so the words round them decide
 * whether they stop a text, are asked about, or pass.
 */
final class PaperNumbers {
    private static final String APART = "(?<![A-Za-z0-9])";
    private static final String ENDS = "(?![A-Za-z0-9])";
    private static final Pattern PASSPORT_WORDS = Pattern.compile("(?i)护照|passport|证件");
    private static final Pattern PERMIT_WORDS = Pattern.compile("回乡证|通行证|港澳|台胞|台湾居民|来往大陆|证件");
    private static final Pattern TAIWAN_WORDS = Pattern.compile("台胞证|台湾居民|来往大陆");
    private static final Pattern RESIDENCE_WORDS = Pattern.compile("居留|外国人|证件");
    private static final Pattern PERSON_WORDS = Pattern.compile("车主|驾驶|司机|号牌|车牌|所有人|当事人|车辆|乘");
    private static final Pattern ANY = Pattern.compile("");
    private static final Pattern NONE = Pattern.compile("(?!)");

    /**
     * @param stops words before the number that make it one of a person's papers
     * @param asks  words that make it worth a look
     */
    private record Rule(Kind kind, Pattern number, Pattern stops, Pattern asks) {}

    private static final List<Rule> RULES = List.of(
            rule(Kind.PASSPORT, "(?:[EeGg]\\d{8}|[Ee][A-HJ-NP-Za-hj-np-z]\\d{7})", PASSPORT_WORDS, ANY),
            rule(Kind.PASSPORT, "(?:[DSPHKdsphk]\\d{8}|(?:DE|SE|PE|MA)\\d{7}|(?:1[45])\\d{7})", PASSPORT_WORDS, NONE),
            rule(Kind.TRAVEL_PERMIT, "[HMhm]\\d{8}(?:\\d{2})?", PERMIT_WORDS, NONE),
            rule(Kind.TRAVEL_PERMIT, "\\d{8}(?:\\d{2}(?:\\([A-Z0-9]\\)|[A-Z])?)?", TAIWAN_WORDS, NONE),
            rule(Kind.RESIDENCE_PERMIT, "[A-Z]{3}\\d{6}\\d{2}(?:0[1-9]|1[0-2])\\d{2}", RESIDENCE_WORDS, NONE),
            new Rule(Kind.SERVICE_CARD, Pattern.compile("[\\p{IsHan}]{0,3}字第 ?\\d{5,8}" + ENDS), Pattern.compile("军官|士兵|警官|军人|文职|证件"),
                    Pattern.compile("[军士武警]$")),
            rule(Kind.SERVICE_CARD, "\\d{6,8}", Pattern.compile("(?:军官|士兵|警官|军人|文职干部)证?(?:号码?|编号)?[^\\p{L}\\n]{0,3}$"), NONE),
            rule(Kind.NUMBER_PLATE, "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-Z][·. ]?[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳]",
                    NONE, PERSON_WORDS));

    private PaperNumbers() {}

    private static Rule rule(Kind kind, String number, Pattern stops, Pattern asks) {
        return new Rule(kind, Pattern.compile(APART + number + ENDS), stops, asks);
    }

    static List<Found> in(Narrow narrow, Context context) {
        var found = new ArrayList<Found>();
        for (var rule : RULES) {
            var number = rule.number().matcher(narrow.text);
            while (number.find()) {
                judge(rule, number, narrow, context, found);
            }
        }
        return found;
    }

    private static void judge(Rule rule, Matcher number, Narrow narrow, Context context, List<Found> found) {
        int from = narrow.origin(number.start());
        var severity = context.says(rule.stops(), from, 24) ? Severity.STOP
                : rule.asks() != NONE && context.says(rule.asks(), from, 40) && !context.isBusinessNumber(from) ? Severity.ASK : null;
        if (severity != null) {
            found.add(new Found(rule.kind(), severity, number.group().replace(" ", ""), from, narrow.originOfEnd(number.end())));
        }
    }
}
