package openland.form;

import java.text.Normalizer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Takes out of every string what no reader sees and what can deceive him or break a program: control characters, NUL,
 * halves of surrogate pairs, zero-width blanks, marks that turn the direction of writing; the rest becomes NFC.
 */
final class Cleaning {
    /** A raw value without invisible characters, and how many there were. */
    record Cleaned(JsonNode node, int removed) {}

    private int removed;

    private Cleaning() {}

    static Cleaned of(JsonNode raw) {
        var cleaning = new Cleaning();
        var node = cleaning.clean(raw);
        return new Cleaned(node, cleaning.removed);
    }

    private JsonNode clean(JsonNode raw) {
        if (raw.isString()) {
            return JsonNodeFactory.instance.stringNode(clean(raw.asString()));
        }
        if (raw.isObject()) {
            var object = JsonNodeFactory.instance.objectNode();
            raw.properties().forEach(entry -> object.set(clean(entry.getKey()), clean(entry.getValue())));
            return object;
        }
        if (raw.isArray()) {
            var array = JsonNodeFactory.instance.arrayNode();
            raw.values().forEach(value -> array.add(clean(value)));
            return array;
        }
        return raw;
    }

    private String clean(String text) {
        var lines = text.replace("\r\n", "\n").replace('\r', '\n').replace('\u000b', '\n').replace('\f', '\n')
                .replace('\u0085', '\n').replace('\u2028', '\n').replace('\u2029', '\n');
        var clean = new StringBuilder(lines.length());
        lines.codePoints().forEach(c -> {
            if (isInvisible(c)) {
                removed++;
            } else {
                clean.appendCodePoint(c);
            }
        });
        return Normalizer.normalize(clean, Normalizer.Form.NFC);
    }

    private static boolean isInvisible(int c) {
        return c < 0x20 && c != '\n' && c != '\t' || c >= 0x7f && c < 0xa0      // control characters
                || c >= 0xd800 && c <= 0xdfff || (c & 0xfffe) == 0xfffe           // half pairs, non-characters
                || c >= 0xfdd0 && c <= 0xfdef
                || c == 0x200b || c == 0x2060 || c == 0xfeff || c == 0xad         // zero width
                || c == 0x200e || c == 0x200f || c == 0x61c                       // direction
                || c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x206f
                || c >= 0xe0000 && c <= 0xe007f;                                   // tags
    }
}
