package openland.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One pass over a levelled query: what is surely a number is taken out of it, what may be one is noted. */
final class NumberFinder {
    private static final String YEAR = "(?<year>(?:1 ?9|2 ?0) ?\\d ?\\d)";
    private static final String DIGITS = "\\d(?: ?\\d){0,5}(?: ?- ?\\d{1,3})?";
    /** 号, unless it is that of a parcel, a house, a line. */
    private static final String HAO = " ?号(?! ?(?:地块|宗地|地|线|楼|院|门|路|台风))";
    private static final String END = "(?![\\p{IsHan}\\p{Alnum}-])";
    private static final String NUMBER =
            " ?第? ?(?:(?<number>" + DIGITS + ")" + HAO + "|(?<short>\\d{1,6}(?:-\\d{1,3})?)" + END + ")";
    private static final String SIGN = "(?<sign>" + DocumentNumber.SIGN + ")(?<blank> ?)(?<!\\d)";

    /** 〔2017〕138号, with a bracket at one side of the year at least. */
    private static final Pattern OPENED = Pattern.compile(SIGN + "〔 ?" + YEAR + " ?年? ?〕?" + NUMBER);
    private static final Pattern CLOSED = Pattern.compile(SIGN + YEAR + " ?年? ?〕" + NUMBER);
    /** 〔2017〕烟国土资罚字第138号. */
    private static final Pattern YEAR_FIRST = Pattern.compile("〔 ?" + YEAR
            + " ?年? ?〕 ?(?<sign>[\\p{IsHan}a-z]{2,15}?)(?<blank> ?)第? ?(?<number>" + DIGITS + ")" + HAO);
    /** 2017138号, 2017-138号, 2017年第138号. */
    private static final Pattern WITH_HAO =
            Pattern.compile(SIGN + YEAR + " ?年? ?[第/-]? ?(?<number>" + DIGITS + ")" + HAO);
    /** 2017-138, 2017138, 2017年138, but neither a month nor a span of years. */
    private static final Pattern WITHOUT_HAO = Pattern.compile(SIGN + YEAR + " ?年?[第/-]?(?!(?:19|20)\\d\\d" + END
            + ")(?<number>[1-9]\\d{0,4}(?:-\\d{1,3})?)" + END);
    /** 国土资源部令第74号: no year. */
    private static final Pattern ORDER = Pattern.compile("\\p{IsHan}{2,20}令 ?第? ?\\d{1,4}" + HAO);

    private static final Pattern INDEX = Pattern.compile(
            "(?<![\\p{Alnum}/-])(?:[0-9a-z][0-9a-z-]{1,31} ?/|[0-9a-z]{5,21} ?-) ?"
            + "(?:19|20)\\d{2}(?:0[1-9]|1[0-2])? ?- ?\\d{4,6}(?![\\p{Alnum}/-])");
    private static final Pattern INDEX_TAIL = Pattern.compile(
            "(?<![\\p{Alnum}/-])(?:19|20)\\d{2}(?:0[1-9]|1[0-2])? ?- ?\\d{5,6}(?![\\p{Alnum}/-])");

    /** What issuers' signs end in. The narrow set is needed where neither bracket nor 号 says that it is a number. */
    private static final String NARROW = "字发函规罚办令复批通决资纪呈";
    private static final String BROAD = NARROW + "告征用储土矿审监执裁许";
    private static final String LEADS = "请问|请|帮我|查找|查询|搜索|查|找|关于|根据|按照|依据|依照|文号|索引号|发文字号|字号|是|为|的";
    private static final Pattern LEAD = Pattern.compile("^(?:" + LEADS + ")+");
    private static final Pattern NOISE = Pattern.compile("(?:" + LEADS + "|文件|通知|文|号|[^\\p{L}\\p{N}])*");
    private static final Pattern LABEL = Pattern.compile("(?:索 ?引 ?号|发 ?文 ?字 ?号|文 ?号) ?:");

    private final List<AskedNumber> numbers = new ArrayList<>();
    private String text;

    NumberFinder(String text) {
        this.text = LABEL.matcher(text).replaceAll("").strip();
    }

    AskedNumbers find() {
        takeIndex(INDEX, Fields.INDEX);
        takeIndex(INDEX_TAIL, Fields.INDEX_TAIL);
        takeDocument(YEAR_FIRST);
        takeDocument(OPENED);
        takeDocument(CLOSED);
        takeDocument(WITH_HAO);
        takeDocument(WITHOUT_HAO);
        takeOrder();
        return numbers.stream().anyMatch(AskedNumber::firm) ? andInRest(withoutNoise(text)) : new AskedNumbers(numbers, text);
    }

    /** Where a number and noise were taken out, what stood on both sides may be one. */
    private AskedNumbers andInRest(String rest) {
        var more = new NumberFinder(rest).find();
        if (more.numbers().stream().noneMatch(AskedNumber::firm)) {
            return new AskedNumbers(numbers, rest);
        }
        numbers.addAll(more.numbers());
        return new AskedNumbers(numbers, more.rest());
    }

    private void takeIndex(Pattern form, String field) {
        for (var match = form.matcher(text); match.find(); match = form.matcher(text)) {
            var found = match.group().replace(" ", "");
            var key = field.equals(Fields.INDEX) ? IndexNumber.keyOf(found) : found;
            numbers.add(new AskedNumber(field, key, found.toUpperCase(Locale.ROOT), true));
            cut(match.start(), match.end());
        }
    }

    private void takeOrder() {
        for (var match = ORDER.matcher(text); match.find(); match = ORDER.matcher(text)) {
            var found = LEAD.matcher(match.group().replace(" ", "")).replaceFirst("");
            numbers.add(new AskedNumber(Fields.NUMBER, DocumentNumber.keyOf(found), found, true));
            cut(match.start(), match.end());
        }
    }

    private void takeDocument(Pattern form) {
        int from = 0;
        for (var match = form.matcher(text); match.find(from); match = form.matcher(text)) {
            var sign = signOf(match);
            boolean firm = isFirm(form, sign.text());
            if (firm || form == WITH_HAO) {
                var digits = match.group("number") != null ? match.group("number") : match.group("short");
                numbers.add(AskedNumber.document(DocumentNumber.of(sign.text(), match.group("year"), digits), firm));
            }
            if (firm) {
                cut(sign.start(), match.end());
            }
            from = firm ? 0 : match.end();
        }
    }

    /** Whether it can be nothing but a number. A sign ends in a Chinese character; a parcel's (烟J〔2017〕1012号) does not. */
    private static boolean isFirm(Pattern form, String sign) {
        if (form == OPENED || form == CLOSED) {
            return sign.isEmpty() || Character.isIdeographic(sign.codePointBefore(sign.length()));
        }
        return endsIn(form == WITHOUT_HAO ? NARROW : BROAD, sign);
    }

    private record Sign(String text, int start) {}

    /** The issuer's sign; before a blank it is one only if it looks like one, and single characters (烟 国土资 字) are joined. */
    private Sign signOf(Matcher match) {
        var sign = match.group("sign");
        int start = match.start();
        while (!sign.isEmpty() && start > 1 && text.charAt(start - 1) == ' ') {
            int runStart = text.lastIndexOf(' ', start - 2) + 1;
            if (sign.length() > 1 && start - runStart > 2) {
                break;
            }
            sign = text.substring(runStart, start - 1) + sign;
            start = runStart;
        }
        sign = LEAD.matcher(sign.replaceFirst("第$", "")).replaceFirst("");
        if (!match.group("blank").isEmpty() && !endsIn(BROAD, sign)) {
            return new Sign("", match.end("blank"));
        }
        return new Sign(sign, start);
    }

    private static boolean endsIn(String characters, String sign) {
        return !sign.isEmpty() && characters.indexOf(sign.charAt(sign.length() - 1)) >= 0;
    }

    private void cut(int start, int end) {
        text = text.substring(0, start) + " " + text.substring(end);
    }

    private static String withoutNoise(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !NOISE.matcher(word).matches())
                .collect(Collectors.joining(" "));
    }
}
