package openland.form;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The number of an official document (发文字号), kept as it was typed but for width, blanks and the brackets of the year,
 * which are 〔〕 (GB/T 9704): {@code 青自然资规〔2026〕3号}.
 */
record DocumentNumberType() implements FieldType {
    private static final int LONGEST = 100;
    private static final Pattern YEAR = Pattern.compile("[\\[【(〔﹝〈《]((?:19|20)\\d{2})年?[\\]】)〕﹞〉》]");
    private static final Pattern BROKEN = Pattern.compile("[\\[【(〔﹝](?:19|20)\\d{2}(?![\\]】)〕﹞年\\d]).*|[^\\[【(〔﹝\\d](?:19|20)\\d{2}[\\]】)〕﹞].*"
            + "|[\\[【(〔﹝](?:19|20)\\d{2}\\d.*");

    @Override
    public String name() {
        return "document-number";
    }

    @Override
    public int ceiling() {
        return LONGEST;
    }

    @Override
    public Reading read(JsonNode raw, Field field) {
        if (!raw.isValueNode()) {
            return new Reading.Wrong("应是一个文号，例如青自然资规〔2026〕3号。");
        }
        var number = YEAR.matcher(Text.withoutBlanks(Text.narrow(raw.asString()))).replaceAll("〔$1〕");
        return BROKEN.matcher(number).find()
                ? new Reading.Wrong("“" + number + "”的年份括号不成对，请写成〔2026〕这样。")
                : Reading.of(number);
    }

    @Override
    public String html(JsonNode value) {
        return "<span class=\"no\">" + FieldTypes.escape(value.asString()) + "</span>";
    }

    @Override
    public ObjectNode schema(Field field) {
        return FieldTypes.stringSchema().put("maxLength", LONGEST);
    }
}
