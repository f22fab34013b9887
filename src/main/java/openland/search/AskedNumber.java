package openland.search;

import java.util.Arrays;

/**
 * A number that somebody asks for.
 *
 * @param field the field of the index that must hold it
 * @param key   as it stands there
 * @param shown as it is told to the person
 * @param firm  whether it can be nothing else: then, if it is absent, nothing else is offered instead
 */
record AskedNumber(String field, String key, String shown, boolean firm) {
    static AskedNumber document(DocumentNumber number, boolean firm) {
        var shown = number.key() + "号";
        return number.sign().isEmpty() ? new AskedNumber(Fields.NUMBER_TAIL, number.tail(), shown, firm)
                : new AskedNumber(Fields.NUMBER, number.key(), shown, firm);
    }

    boolean isOf(Documents.Kept piece) {
        return Arrays.asList(piece.document().getValues(field)).contains(key);
    }

    /** Why a piece that bears it was found. */
    String reason() {
        return switch (field) {
            case Fields.INDEX -> "索引号完全一致";
            case Fields.INDEX_TAIL -> "索引号的年份和序号一致";
            case Fields.NUMBER_TAIL -> "文号的年份和序号一致";
            default -> "文号完全一致";
        };
    }
}
