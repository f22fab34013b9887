package openland.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One field on an officer's form: what stands in it (a normal value, or as it was typed) and the remarks beside it.
 *
 * @param files the uploaded files that a file field may refer to, each a normal value of that type
 */
public record Input(Field field, @Nullable JsonNode value, List<Note> notes, List<JsonNode> files) {
    static final int MOST_IN_BOX = 30;
    private static final int MOST_SHOWN = 5;

    public Input {
        notes = List.copyOf(notes);
        files = List.copyOf(files);
    }

    public Input(Field field, @Nullable JsonNode value, List<Note> notes) {
        this(field, value, notes, List.of());
    }

    /** What to write into the input of a part of the value; "" is the value itself. */
    public String typed(String part) {
        return value == null ? "" : field.type().typed(value, part, field);
    }

    /** How many rows the table on this form has. */
    public int rows() {
        return value != null && value.isArray() ? value.size() : 0;
    }

    /** Whether a table is short enough to be written in a box on the form itself. */
    public boolean isShort() {
        return rows() <= MOST_IN_BOX;
    }

    /** The first rows of a table as they were typed, in the order of its columns. */
    public List<List<String>> firstRows() {
        return value == null || !value.isArray() ? List.of() : value.values().stream().limit(MOST_SHOWN).map(row -> field.columns().stream().map(column -> {
            var cell = row.get(column.name());
            return cell == null ? "" : column.type().cell(cell, column);
        }).toList()).toList();
    }

    public String id() {
        return "f-" + field.name();
    }

    public String type() {
        return field.type().name();
    }

    public boolean mustChange() {
        return notes.stream().anyMatch(note -> note.kind() == Note.Kind.STOP);
    }

    /** The id that ties the remarks to the input for screen readers; null without remarks, so that no attribute is written. */
    public @Nullable String describedBy() {
        return notes.isEmpty() ? null : id() + "-notes";
    }
}
