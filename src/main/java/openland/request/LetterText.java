package openland.request;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import openland.base.Refusal;

/** Words as a letter prints them. */
final class LetterText {
    static final int MOST = 20_000;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日");
    /** Signs that print nothing, turn the direction of the line, or belong to no text. */
    private static final Pattern UNPRINTED = Pattern.compile("[\\p{Cc}&&[^\\n]]|[\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029]");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,9}(\\.\\d{1,2})?");

    private LetterText() {}

    /** 2026年11月20日 */
    static String date(LocalDate day) {
        return DAY.format(day);
    }

    /**
     * As it stands in a letter: line breaks are kept, what prints nothing is gone.
     *
     * @throws Refusal INVALID when it is longer than any letter
     */
    static String clean(String words, String what) {
        if (words.length() > MOST) {
            throw Refusal.invalid(what + "太长：最多" + MOST + "字，实际" + words.length() + "字。");
        }
        return UNPRINTED.matcher(words.replaceAll("\\r\\n?", "\n").replace('\t', ' ')).replaceAll("").strip();
    }

    /** The same on one line. @throws Refusal INVALID also when nothing is left */
    static String line(String words, String what) {
        var line = clean(words, what).replaceAll("\\s*\\n\\s*", " ");
        if (line.isEmpty()) {
            throw Refusal.invalid("请填写" + what + "。");
        }
        return line;
    }

    /** What was filled in, as its place in a sentence takes it: without its own full stop. @throws Refusal INVALID */
    static String value(Stated what, String words) {
        var text = clean(words, what.label());
        return switch (what.shape()) {
            case DATE -> date(day(what, text));
            case MONEY -> money(what, text);
            case LINES -> lines(text).collect(Collectors.joining("；"));
            case TEXT -> text.replaceAll("[。；，\\s]+$", "");
        };
    }

    static java.util.stream.Stream<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty());
    }

    static LocalDate day(Stated what, String words) {
        try {
            return LocalDate.parse(words.strip());
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("“" + what.label() + "”应写成2026-11-20这样的日期。");
        }
    }

    private static String money(Stated what, String words) {
        var plain = words.replace(",", "").replace("，", "");
        if (!AMOUNT.matcher(plain).matches()) {
            throw Refusal.invalid("“" + what.label() + "”应写成4300或者4300.00这样的金额。");
        }
        return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(new BigDecimal(plain).setScale(2, RoundingMode.UNNECESSARY));
    }

    /** The set words with what was said in their places, in one pass: what was said is never itself read as set words. */
    static String filled(String words, Map<String, String> said) {
        return LetterForm.PLACE.matcher(words).replaceAll(place -> java.util.regex.Matcher.quoteReplacement(said.get(place.group(1))));
    }

    static boolean canFill(String words, Set<String> said) {
        return said.containsAll(LetterForm.places(words));
    }

    /** For comparing: without blanks and line breaks. */
    static String squeezed(String text) {
        return text.replaceAll("[\\s\\u3000]+", "");
    }
}
