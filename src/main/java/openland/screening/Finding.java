package openland.screening;

/**
 * Something in a text that must not go out, or that somebody should look at again.
 *
 * @param field    the name of the field the text stands in
 * @param sentence what was found, why it matters, what to do; shows a number masked, never whole
 * @param from     where it begins in the text that was screened, in UTF-16 units
 * @param to       where it ends, exclusive
 * @param place    where it stands, in words: 第3段, 第2行第4格; empty where the text is one line
 * @param identity tells this finding from all others and stays while kind, field and the words found stay: a keyed
 *                 digest, from which nobody without the key can guess what was found
 * @param mayPass  whether another signer may let it pass with a legal ground
 */
public record Finding(String field, Kind kind, Severity severity, String sentence, int from, int to, String place,
        String identity, boolean mayPass) {
    /** A finding that is bound to no words, and that nobody can let pass. */
    Finding(String field, Kind kind, Severity severity, String sentence, int from, int to) {
        this(field, kind, severity, sentence, from, to, "", "", false);
    }

    /** The same finding, saying where in a file it stands: 第3页. */
    public Finding at(String part) {
        return part.isEmpty() ? this : new Finding(field, kind, severity, sentence, from, to, part + place, identity, mayPass);
    }

    /** The same finding, saying in other words where it stands. */
    public Finding standing(String where) {
        return new Finding(field, kind, severity, sentence, from, to, where, identity, mayPass);
    }

    /** What was found. */
    public enum Kind {
        IDENTITY_NUMBER("身份证号码"), MOBILE_NUMBER("手机号码"), BANK_CARD("银行卡号"), BANK_ACCOUNT("银行账号"),
        PASSPORT("护照号码"), TRAVEL_PERMIT("往来通行证号码"), RESIDENCE_PERMIT("外国人居留证件号码"),
        SERVICE_CARD("军官、警官证件号码"), NUMBER_PLATE("车牌号码"), MAIL_ADDRESS("个人电子邮箱"), HOME_ADDRESS("到门牌的住址"),
        BIRTH_DATE("出生日期"),
        /** What a file carries and nobody sees. */ HIDDEN("隐藏内容"),
        /** A virus in a file, or none looked for yet. */ VIRUS("查毒"),
        /** A word of the office's 负面清单. */ TERM("负面清单词语"),
        /** A place of the 负面清单. */ PLACE("负面清单地点"),
        /** Coordinates that are too precise. */ COORDINATES("坐标精度"),
        /** A map of too large an area. */ MAP("地图范围"),
        /** A kind of document of the 负面清单. */ DOCUMENT_CLASS("负面清单文件"),
        /** So many findings that the rest was not written down. */ OVERFLOW("还有更多");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** Whether the office's 负面清单 says so, and not only the look of the text. */
        public boolean isOfList() {
            return switch (this) {
                case TERM, PLACE, COORDINATES, MAP, DOCUMENT_CLASS -> true;
                default -> false;
            };
        }
    }

    /** What follows from it. */
    public enum Severity {
        /** The draft cannot go on with it. */ STOP,
        /** Somebody should look and may leave it. */ ASK
    }

    public boolean stops() {
        return severity == Severity.STOP;
    }
}
