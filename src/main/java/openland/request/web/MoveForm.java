package openland.request.web;

import java.util.List;
import openland.request.RequestMove;

/**
 * A move that an officer may make now, as a form.
 *
 * @param law     what the law says of it
 * @param fields  what it needs
 * @param besides true for what is seldom done
 */
public record MoveForm(RequestMove move, String law, List<Field> fields, boolean besides) {
    /** How something is typed. */
    public enum Kind { TEXT, LINE, DATE, NUMBER, CHOICE }

    /** What can be chosen. */
    public record Choice(String value, String label) {}

    /**
     * Something that it needs.
     *
     * @param usual what stands there to begin with
     */
    public record Field(String name, String label, Kind kind, String usual, String hint, boolean required, List<Choice> choices) {
        static Field text(String label, String hint) {
            return new Field("remark", label, Kind.TEXT, "", hint, true, List.of());
        }

        static Field note(String label) {
            return new Field("remark", label, Kind.TEXT, "", "", false, List.of());
        }

        static Field day(String name, String label, String usual, String hint) {
            return new Field(name, label, Kind.DATE, usual, hint, true, List.of());
        }

        static Field choice(String name, String label, String usual, List<Choice> choices) {
            return new Field(name, label, Kind.CHOICE, usual, "", false, choices);
        }
    }

    /** For the ids of its fields. */
    public String id(Field field) {
        return move.code() + "-" + field.name();
    }
}
