package openland.form;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What kind of value a field holds. The set is closed: a type knows how its value is read, shown to the public, written
 * as plain text and as HTML, and described as JSON Schema; nothing else in the program asks which type a field has.
 */
public sealed interface FieldType
        permits TextType, LongTextType, RichTextType, MoneyType, NumberType, AreaType, DateType, DateRangeType, ChoiceType,
                PartyType, PlaceType, CodedType, PieceType, DocumentNumberType, FileType, FilesType, TableType {

    /** What came of reading one raw value. */
    sealed interface Reading {
        /** The value in its one normal form. */
        record Value(JsonNode node) implements Reading {}

        /** Why it cannot be read, in a Chinese sentence that says what to do. */
        record Wrong(String sentence) implements Reading {}

        /** A value of many parts of which some cannot be read: those stand in it as they were typed. */
        record Partly(JsonNode kept, List<String> sentences) implements Reading {}

        static Reading of(String text) {
            return new Value(JsonNodeFactory.instance.stringNode(text));
        }
    }

    /** The name that packs use: {@code document-number}. */
    String name();

    /** The most characters a raw value may have. */
    int ceiling();

    /** Reads a raw value that is not blank and lies below the ceiling; reading a normal value gives it back unchanged. */
    Reading read(JsonNode raw, Field field);

    /** The same where some values must be looked up. */
    default Reading read(JsonNode raw, Field field, Known known) {
        return read(raw, field);
    }

    /** Whether what was typed must be looked up. */
    default boolean isLookedUp() {
        return false;
    }

    /** What the public sees of a normal value; self-describing, so that no pack is needed to show it. */
    default JsonNode publicValue(JsonNode value, Field field) {
        return value;
    }

    /** What an officer sees of a normal value; self-describing too, but nothing is masked. */
    default JsonNode wholeValue(JsonNode value, Field field) {
        return value;
    }

    /** A value as plain text, for search, comparison and lists. */
    default String text(JsonNode value) {
        return value.asString();
    }

    /** Text that goes out with the value although a reader does not see it, such as the targets of links. */
    default String hiddenText(JsonNode value) {
        return "";
    }

    /** A value as safe HTML for reading. */
    default String html(JsonNode value) {
        return FieldTypes.escape(text(value));
    }

    /** The same under a heading of its own, where it needs one. */
    default String html(JsonNode value, String label) {
        return html(value);
    }

    /** What stands in the cell of a table that describes itself; what it can have in common with its column is left to that. */
    default JsonNode shownCell(JsonNode value, Field column, boolean whole) {
        return whole ? wholeValue(value, column) : publicValue(value, column);
    }

    /** In what a bare number is meant: 元, 公顷, 宗; empty for none. */
    default String unit(Field field) {
        return "";
    }

    /** Whether the cells of a table have no unit of their own, and their column bears it. */
    default boolean leavesUnitToColumn() {
        return false;
    }

    /** A normal value as an officer typed it, for the input of that part ("" is the value itself). */
    default String typed(JsonNode value, String part, Field field) {
        return part.isEmpty() ? value.asString("") : "";
    }

    /** A normal value on one line, for the cell of a table or a sheet; reading it gives the value again. */
    default String cell(JsonNode value, Field field) {
        return typed(value, "", field);
    }

    /** A value, normal or as shown, for the cell of a sheet: a {@code BigDecimal}, a {@code LocalDate}, or else null for its text. */
    default @Nullable Object amountOrDay(JsonNode value) {
        return null;
    }

    /** The files in a normal value, each as the normal value of a file field. */
    default List<JsonNode> files(JsonNode value, Field field) {
        return List.of();
    }

    /** The raw value inside the parameters of a posted HTML form; null where the form says nothing about the field. */
    default @Nullable JsonNode posted(String name, UnaryOperator<@Nullable String> parameter) {
        var text = parameter.apply(name);
        return text == null ? null : JsonNodeFactory.instance.stringNode(text);
    }

    /** JSON Schema (2020-12) of the normal value. */
    ObjectNode schema(Field field);

    /** Whether {@code public: masked} has a meaning for this type, with that mask or, null, without one. */
    default boolean canBeMasked(@Nullable Mask mask) {
        return false;
    }

    static List<FieldType> all() {
        return FieldTypes.ALL;
    }

    static Optional<FieldType> named(String name) {
        return all().stream().filter(type -> type.name().equals(name)).findFirst();
    }
}
