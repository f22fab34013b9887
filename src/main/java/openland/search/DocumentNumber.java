package openland.search;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A document number (文号) in the one form in which numbers are compared: 烟国土资字〔2017〕138号 is the sign 烟国土资字, the year
 * 2017 and the number 138, however its brackets, widths and blanks are written.
 *
 * @param sign   the issuer's sign (发文机关代字), small letters, no punctuation; empty when not given
 * @param year   four digits
 * @param number without leading zeros; may have a second part, 5-1
 */
record DocumentNumber(String sign, String year, String number) {
    static final String SIGN = "[\\p{IsHan}a-z]*(?:〔[\\p{IsHan}a-z]{1,8}〕[\\p{IsHan}a-z]*)*";
    private static final Pattern USUAL = Pattern.compile("(?<sign>" + SIGN + ")〔?(?<year>(?:19|20)\\d{2})年?〕?"
            + "(?:第|-|/)?(?<number>\\d{1,6}(?:-\\d{1,3})?)(?:号文?)?");
    private static final Pattern YEAR_FIRST = Pattern.compile(
            "〔?(?<year>(?:19|20)\\d{2})年?〕?(?<sign>" + SIGN + ")(?<number>\\d{1,6}(?:-\\d{1,3})?)号");

    /** Reads a text that is a document number and nothing else. */
    static Optional<DocumentNumber> parse(String text) {
        var whole = NumberText.level(text).replace(" ", "");
        for (var form : new Pattern[] {USUAL, YEAR_FIRST}) {
            var match = form.matcher(whole);
            if (match.matches()) {
                return Optional.of(of(match.group("sign"), match.group("year"), match.group("number")));
            }
        }
        return Optional.empty();
    }

    /** The number of the parts as written. */
    static DocumentNumber of(String sign, String year, String number) {
        return new DocumentNumber(NumberText.bare(sign).replaceFirst("第$", ""), year.replace(" ", ""),
                number.replace(" ", "").replaceFirst("^0+(?=\\d)", ""));
    }

    /** What {@code text}, a piece's own number, is compared by; also where it has no year (国土资源部令第74号). */
    static String keyOf(String text) {
        return parse(text).map(DocumentNumber::key)
                .orElseGet(() -> NumberText.bare(text).replaceFirst("第(?=\\d+)", "").replaceFirst("号$", ""));
    }

    /** The whole number. */
    String key() {
        return sign + tail();
    }

    /** The number from the year on. */
    String tail() {
        return "〔" + year + "〕" + number;
    }
}
