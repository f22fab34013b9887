package openland.form;

import java.util.regex.Pattern;

/** Makes lists of the single paragraphs that Word and WPS write for their entries. */
final class OfficeList {
    private static final Pattern NUMBER = Pattern.compile(".*[\\d\\p{IsHan}①-⓿].*|[(（]?[A-Za-z]{1,6}[.)、）．:：]");

    private final StringBuilder out;
    private int depth;

    OfficeList(StringBuilder out) {
        this.out = out;
    }

    /** Whether the sign before an entry says a place in an order. */
    static boolean isNumber(String sign) {
        return NUMBER.matcher(sign).matches();
    }

    /** @param level from 1 */
    void entry(int level, String html) {
        int to = Math.min(level, depth + 1);
        if (to > depth) {
            out.append("<ul><li>");
        } else {
            out.append("</li></ul>".repeat(depth - to)).append("</li><li>");
        }
        out.append(html);
        depth = to;
    }

    void end() {
        out.append("</li></ul>".repeat(depth));
        depth = 0;
    }
}
