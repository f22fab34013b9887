package openland.screening;

import java.util.regex.Pattern;

/** What stands round a stretch of a text: before and after it, and at the head of its column where it is in a table. */
final class Context {
    /** Numbers of business (编号), not of persons. */
    static final Pattern BUSINESS_NUMBER = Pattern.compile("(?i)(?:编号|编码|单号|流水号|受理号|案号|批号|批次号?|条码|代码|监管号|备案号|登记号|文号|索引号"
            + "|项目号|合同号|标的号|设备号|序列号|档号|卷号|ISBN|ISSN|DOI|No\\.?|№)码?[^\\p{L}\\p{N}\\n]{0,3}$");
    private static final Pattern OF_A_PERSON = Pattern.compile("身份|证件|护照|公民|手机|电话");

    private static final int LONGEST_LINK = 200;

    private final String text;
    private final Tables tables;

    Context(String text, Tables tables) {
        this.text = text;
        this.tables = tables;
    }

    /** Whether the words stand in the {@code span} signs before {@code at}, or at the head of its column. */
    boolean says(Pattern words, int at, int span) {
        return words.matcher(text.substring(Math.max(0, at - span), at)).find() || words.matcher(tables.headOver(at)).find();
    }

    /** Whether the text goes on with the words. */
    boolean goesOn(Pattern words, int at) {
        return words.matcher(text.substring(at, Math.min(text.length(), at + 16))).lookingAt();
    }

    /** Labelled as the number of some business, and nothing about a person's papers beside it. */
    boolean isBusinessNumber(int at) {
        return says(BUSINESS_NUMBER, at, 16) && !says(OF_A_PERSON, at, 16) || isInLink(at);
    }

    /** Inside an address of the web, such as a QR code holds. */
    private boolean isInLink(int at) {
        var before = text.substring(Math.max(0, at - LONGEST_LINK), at);
        int link = before.lastIndexOf("://");
        return link >= 0 && before.substring(link).chars().noneMatch(c -> c <= ' ' || c > 127);
    }
}
