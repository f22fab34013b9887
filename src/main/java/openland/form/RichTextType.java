package openland.form;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A text with headings, lists, tables and links, kept as clean HTML. Read from HTML (also Word's and WPS's) or plain text. */
record RichTextType() implements FieldType {
    private static final int LONGEST = 2 * 1024 * 1024;

    @Override
    public String name() {
        return "rich-text";
    }

    @Override
    public int ceiling() {
        return LONGEST;
    }

    @Override
    public Reading read(JsonNode raw, Field field) {
        if (!raw.isValueNode()) {
            return new Reading.Wrong("应是一段文字或者HTML。");
        }
        var clean = RichText.clean(raw.asString());
        return clean.length() <= LONGEST ? Reading.of(clean) : new Reading.Wrong("整理以后超过2 MB，请分成几件或改用附件。");
    }

    @Override
    public String text(JsonNode value) {
        return RichText.text(value.asString());
    }

    @Override
    public String hiddenText(JsonNode value) {
        return RichText.links(value.asString());
    }

    @Override
    public String html(JsonNode value) {
        return value.asString();
    }

    /** Plain text wherever reading it gives the same again, so that nobody has to look at tags that nobody typed. */
    @Override
    public String typed(JsonNode value, String part, Field field) {
        if (!part.isEmpty() || !value.isString()) {
            return FieldType.super.typed(value, part, field);
        }
        var plain = RichText.text(value.asString());
        return RichText.clean(plain).equals(value.asString()) ? plain : value.asString();
    }

    @Override
    public ObjectNode schema(Field field) {
        return FieldTypes.stringSchema().put("maxLength", LONGEST).put("contentMediaType", "text/html");
    }
}
