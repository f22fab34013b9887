package openland.search;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * The document numbers (文号) and index numbers (索引号) in what somebody typed, and what is left beside them. Words with
 * digits (2017年政务公开工作要点) are no numbers.
 */
record AskedNumbers(List<AskedNumber> numbers, String rest) {
    /** Fewer letters and digits are not taken for a number, even if one such were held. */
    private static final int SHORTEST = 5;
    private static final Pattern LEAD = Pattern.compile("^(?:文号|索引号|发文字号|字号)");

    AskedNumbers {
        numbers = List.copyOf(numbers);
    }

    /** @param known whether the index holds a key in a field */
    static AskedNumbers in(String query, BiPredicate<String, String> known) {
        return whole(query, known).map(number -> new AskedNumbers(List.of(number), ""))
                .orElseGet(() -> new NumberFinder(NumberText.level(query)).find());
    }

    /** Whether the query is a number and nothing else. */
    boolean isNumber() {
        return rest.isEmpty() && numbers.stream().anyMatch(AskedNumber::firm);
    }

    /** The query as a whole, blanks and all, if that is a number that the index holds. */
    private static Optional<AskedNumber> whole(String query, BiPredicate<String, String> known) {
        var text = LEAD.matcher(NumberText.level(query).replaceAll("[ :]", "")).replaceFirst("");
        if (NumberText.bare(text).length() < SHORTEST) {
            return Optional.empty();
        }
        var document = DocumentNumber.keyOf(text);
        if (known.test(Fields.NUMBER, document)) {
            return Optional.of(new AskedNumber(Fields.NUMBER, document, query.strip(), true));
        }
        return Optional.of(IndexNumber.keyOf(text)).filter(index -> known.test(Fields.INDEX, index))
                .map(index -> new AskedNumber(Fields.INDEX, index, query.strip(), true));
    }
}
