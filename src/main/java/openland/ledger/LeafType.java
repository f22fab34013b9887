package openland.ledger;

import java.util.Locale;

/** What a leaf says happened. The names in JSON are part of the log's format and stay for ever. */
public enum LeafType {
    /** The first edition of a piece became public. */ PUBLISH("公开"),
    /** A further edition of a piece became public. */ AMEND("修改或更正"),
    /** A piece, or one edition of it, was taken back. */ WITHDRAW("撤回"),
    /** A document was declared expired, abolished, or valid again. */ VALIDITY_CHANGE("有效性变更"),
    /** A piece of a lower office was taken over. */ RECEIVED("接收"),
    /** A public duty was met in time. */ DEADLINE_MET("按期办结"),
    /** A request, a letter or a report came in. */ RECEIPT("收件"),
    /** A draw was announced and bound. */ DRAW_COMMIT("抽签承诺"),
    /** A draw was made. */ DRAW_RESULT("抽签结果"),
    /** The log's key was changed. */ KEY_CHANGE("密钥更换");

    private final String label;

    LeafType(String label) {
        this.label = label;
    }

    /** What people call it, in Chinese. */
    public String label() {
        return label;
    }

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
    public boolean isAboutPiece() {
        return switch (this) {
            case PUBLISH, AMEND, WITHDRAW, VALIDITY_CHANGE, RECEIVED -> true;
            case DEADLINE_MET, RECEIPT, DRAW_COMMIT, DRAW_RESULT, KEY_CHANGE -> false;
        };
    }
}
