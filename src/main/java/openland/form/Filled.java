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
        return value(name).flatMap(Filled::day);
    }

    /** In yuan; empty also for what is no number. */
    public Optional<BigDecimal> money(String name) {
        return number(name);
    }

    /** In the unit of the field; empty also for what is no number. */
    public Optional<BigDecimal> number(String name) {
        return text(name).flatMap(Decimals::plain);
    }

    /** In square metres. */
    public Optional<BigDecimal> squareMetres(String name) {
        return value(name).filter(JsonNode::isObject).flatMap(AreaType::squareMetres);
    }

    /** The first day of a stretch of time. */
    public Optional<LocalDate> from(String name) {
        return value(name).flatMap(stretch -> day(stretch.path("from")));
    }

    /** Its last day; empty also where a word stands in place of a day. */
    public Optional<LocalDate> to(String name) {
        return value(name).flatMap(stretch -> day(stretch.path("to")));
    }

    private static Optional<LocalDate> day(JsonNode day) {
        return day.isString() ? DateType.day(day.asString()) : Optional.empty();
    }

    /** The rows of a table, each with its cells for values; none where the table could not be read. */
    public List<Filled> rows(String name) {
        return value(name).filter(JsonNode::isArray).map(table -> table.values().stream().map(Filled::row).toList()).orElse(List.of());
    }

    private static Filled row(JsonNode row) {
        var cells = new LinkedHashMap<String, JsonNode>();
        row.properties().forEach(cell -> cells.put(cell.getKey(), cell.getValue()));
        return new Filled(cells, Map.of(), List.of(), List.of());
    }
}
