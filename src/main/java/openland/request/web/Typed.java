package openland.request.web;

import java.util.Map;

/**
 * What was typed into one of the forms of a page, which is shown again when it is refused.
 *
 * @param form which one; empty for none
 */
public record Typed(String form, Map<String, String> values) {
    static final Typed NOTHING = new Typed("", Map.of());

    public Typed {
        values = Map.copyOf(values);
    }

    /** Whether that form is to stand open. */
    public boolean in(String name) {
        return form.equals(name);
    }

    /** What was typed there, else {@code usual}. */
    public String of(String name, String field, String usual) {
        return in(name) ? values.getOrDefault(field, usual) : usual;
    }
}
