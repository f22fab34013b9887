package openland.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openland.base.Refusal.Problem;
import tools.jackson.databind.JsonNode;

/**
 * A form that somebody has filled in.
 *
 * @param values   what could be read, each in its one normal form, in the order of the form
 * @param unread   what could not be read, as it was typed, so that its author can mend it
 * @param problems what stands in the way of submitting; a draft may be kept in spite of them
 * @param notices  what was changed in reading and its author should know
 */
public record Filled(Map<String, JsonNode> values, Map<String, JsonNode> unread, List<Problem> problems,
                     List<Problem> notices) {
    public Filled {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        unread = Collections.unmodifiableMap(new LinkedHashMap<>(unread));
        problems = List.copyOf(problems);
        notices = List.copyOf(notices);
    }

    /** What to keep of a draft: reading it again gives the same values and the same problems. */
    public Map<String, JsonNode> kept() {
        var kept = new LinkedHashMap<>(values);
        kept.putAll(unread);
        return kept;
    }

    public Optional<JsonNode> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The value of a field whose normal form is a string: text, number, HTML, code. */
    public Optional<String> text(String name) {
        return value(name).filter(JsonNode::isString).map(JsonNode::asString);
    }

    /** Empty also where a word stands in place of a day. */
    public Optional<LocalDate> date(String name) {
        return text(name).filter(text -> text.matches("\\d{4}-\\d\\d-\\d\\d")).map(LocalDate::parse);
    }

    /** In yuan. */
    public Optional<BigDecimal> money(String name) {
        return text(name).map(BigDecimal::new);
    }
}
