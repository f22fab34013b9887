package openland.search.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import openland.base.Refusal;
import openland.search.Question;
import org.jspecify.annotations.Nullable;

/** The parameters of a search as they stand in the address; see {@link Question} for what they mean. */
record SearchForm(@Nullable String q, @Nullable String office, @Nullable String region, @Nullable String item,
        @Nullable String category, @Nullable String genre, @Nullable String validity, @Nullable String place,
        @Nullable String from, @Nullable String to, @Nullable String sort, @Nullable String after, @Nullable String limit) {

    /** @throws Refusal for a date, an order or a limit that is none */
    Question question() {
        return new Question(q == null ? "" : q, office, region, item, category, genre, validity, place,
                date("from", from), date("to", to), Question.Sort.of(sort), after, howMany());
    }

    /** The parameters that were given and say what is searched, without the place in the list. */
    Map<String, String> given() {
        var given = new LinkedHashMap<String, String>();
        put(given, "q", q);
        put(given, "office", office);
        put(given, "region", region);
        put(given, "item", item);
        put(given, "category", category);
        put(given, "genre", genre);
        put(given, "validity", validity);
        put(given, "place", place);
        put(given, "from", from);
        put(given, "to", to);
        put(given, "sort", sort);
        put(given, "limit", limit);
        return given;
    }

    private static void put(Map<String, String> given, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            given.put(name, value.strip());
        }
    }

    private int howMany() {
        if (limit == null || limit.isBlank()) {
            return Question.USUAL_LIMIT;
        }
        try {
            return Integer.parseInt(limit.strip());
        } catch (NumberFormatException e) {
            throw Refusal.invalid("每页条数limit应在1到1000之间。");
        }
    }

    private static @Nullable LocalDate date(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("日期" + name + "应写成2017-06-09这样的形式。");
        }
    }
}
