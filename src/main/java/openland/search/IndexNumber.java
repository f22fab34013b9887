package openland.search;

import java.util.Optional;
import java.util.regex.Pattern;

/** An index number (索引号), compared by its letters and digits alone: issuers write it to templates of their own. */
final class IndexNumber {
    private static final Pattern TAIL = Pattern.compile("(?<tail>(?:19|20)\\d{2}(?:0[1-9]|1[0-2])?-\\d{4,6})$");

    private IndexNumber() {}

    static String keyOf(String text) {
        return NumberText.bare(text);
    }

    /** The part behind the issuer, 2017-03421 of 014000060/2017-03421, where the template has one. */
    static Optional<String> tailOf(String text) {
        var match = TAIL.matcher(NumberText.level(text).replace(" ", ""));
        return match.find() ? Optional.of(match.group("tail")) : Optional.empty();
    }
}
