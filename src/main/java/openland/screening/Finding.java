package openland.screening;

/**
 * Something in a text that must not go out, or that somebody should look at again.
 *
 * @param field    the name of the field the text stands in
 * @param sentence what was found, why it matters, what to do; shows the number masked, never whole
 * @param from     where it begins in the text that was screened, in UTF-16 units
 * @param to       where it ends, exclusive
 */
public record Finding(String field, Kind kind, Severity severity, String sentence, int from, int to) {
    /** The same finding, saying where in a file it stands: 第3页. */
    public Finding at(String place) {
        return place.isEmpty() ? this : new Finding(field, kind, severity, place + "：" + sentence, from, to);
    }

    /** What was found. */
    public enum Kind {
        IDENTITY_NUMBER("身份证号码"), MOBILE_NUMBER("手机号码"), BANK_CARD("银行卡号"),
        HIDDEN("隐藏内容");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** What follows from it. */
    public enum Severity {
        /** The draft cannot go on with it. */ STOP,
        /** Somebody should look and may leave it. */ ASK
    }
}
