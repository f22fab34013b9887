package openland.form;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a value is shown when it may not be shown whole: enough to recognise what one knows, not enough to learn it. A
 * value that is not what the mask is for loses more, never less.
 */
public enum Mask {
    /** 张某某. */
    NAME("name") {
        @Override
        String of(String value) {
            return Parties.masked(value);
        }
    },
    /** 35*************123: the first two and the last three signs. */
    IDENTITY("identity") {
        @Override
        String of(String value) {
            return starred(value, 2, 3, 12);
        }
    },
    /** 138****1234. */
    MOBILE("mobile") {
        @Override
        String of(String value) {
            return starred(value, 3, 4, 11);
        }
    },
    /** ***************0128: the last four signs. */
    ACCOUNT("account") {
        @Override
        String of(String value) {
            return starred(value, 0, 4, 12);
        }
    },
    /** 青禾县柳河镇: an address as far as the township (乡、镇、街道), else as far as the county. */
    ADDRESS_TOWNSHIP("address-township") {
        @Override
        String of(String value) {
            var address = Text.withoutBlanks(value);
            return Stream.of(TOWNSHIP, COUNTY).map(part -> part.matcher(address)).filter(part -> part.lookingAt())
                    .map(part -> part.group()).findFirst().orElse("***");
        }
    };

    private static final String ABOVE = "(?:\\p{IsHan}{2,8}?(?:省|自治区))?(?:\\p{IsHan}{2,8}?(?:市|自治州|地区|盟))?";
    private static final Pattern COUNTY = Pattern.compile(ABOVE + "\\p{IsHan}{1,8}?(?:县|区|市|旗)");
    private static final Pattern TOWNSHIP = Pattern.compile(ABOVE + "(?:\\p{IsHan}{1,8}?(?:县|区|市|旗))?\\p{IsHan}{1,8}?(?:街道|民族乡|乡|镇|苏木)");

    private final String code;

    Mask(String code) {
        this.code = code;
    }

    /** What the public sees of a text that is not blank. */
    abstract String of(String value);

    /** The name that packs use. */
    public String code() {
        return code;
    }

    public static Optional<Mask> named(String code) {
        return Stream.of(values()).filter(mask -> mask.code.equals(code)).findFirst();
    }

    /** Stars in place of all but the ends; what is shorter than {@code least} keeps no sign at all. */
    private static String starred(String value, int first, int last, int least) {
        var signs = Text.withoutBlanks(Text.narrow(value));
        return signs.length() < least ? "*".repeat(signs.length())
                : signs.substring(0, first) + "*".repeat(signs.length() - first - last) + signs.substring(signs.length() - last);
    }
}
