package openland.disclosure;

import java.util.List;

/**
 * One paragraph, value or table row that differs between two editions, in pieces to be read one after the other.
 *
 * @param label where it stands: a field's label, 正文 for the text
 */
public record Change(String label, List<Part> parts) {
    public enum Kind { SAME, ADDED, REMOVED }

    /** A stretch of text that is the same, was added, or was removed. */
    public record Part(Kind kind, String text) {}
}
