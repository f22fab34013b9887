package openland.ledger;

import java.util.Locale;

/** What a leaf says happened. The names in JSON are part of the log's format and stay for ever. */
public enum LeafType {
    /** The first edition of a piece became public (公开). */ PUBLISH,
    /** A further edition of a piece became public (修改、更正). */ AMEND,
    /** A piece, or one edition of it, was taken back (撤回). */ WITHDRAW,
    /** A document was declared expired, abolished, or valid again (有效性变更). */ VALIDITY_CHANGE,
    /** A piece of a lower office was taken over (接收). */ RECEIVED,
    /** A public duty was met in time (按期办结). */ DEADLINE_MET,
    /** A request, a letter or a report came in (收件回执). */ RECEIPT,
    /** A draw was announced and bound (抽签承诺). */ DRAW_COMMIT,
    /** A draw was made (抽签结果). */ DRAW_RESULT,
    /** The log's key was changed (密钥更换). */ KEY_CHANGE;

    /** The name inside a leaf: {@code publish}, {@code validity-change}, … */
    public String json() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The type of that name. @throws IllegalArgumentException when there is none */
    public static LeafType ofJson(String json) {
        var type = valueOf(json.toUpperCase(Locale.ROOT).replace('-', '_'));
        if (!type.json().equals(json)) {
            throw new IllegalArgumentException("Not the name of a leaf type: " + json);
        }
        return type;
    }

    /** Whether a leaf of this type is about one published piece and therefore names its 索引号. */
    boolean isAboutPiece() {
        return switch (this) {
            case PUBLISH, AMEND, WITHDRAW, VALIDITY_CHANGE, RECEIVED -> true;
            case DEADLINE_MET, RECEIPT, DRAW_COMMIT, DRAW_RESULT, KEY_CHANGE -> false;
        };
    }
}
