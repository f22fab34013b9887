package openland.form;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Another published piece, by its id and its 索引号. Never by its title: the title of a piece that is withdrawn must not
 * survive in others.
 */
record PieceType() implements FieldType {
    private static final Set<String> PARTS = Set.of("id", "indexNumber");
    private static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final Pattern IN_ADDRESS = Pattern.compile("(?:https?://[^\\s]{1,200})?/disclosures/(" + ID + ")(?:[/?#].*)?", Pattern.CASE_INSENSITIVE);

    @Override
    public String name() {
        return "piece";
    }

    @Override
    public int ceiling() {
        return 600;
    }

    @Override
    public Reading read(JsonNode raw, Field field) {
        return read(raw, field, Known.NOTHING);
    }

    @Override
    public Reading read(JsonNode raw, Field field, Known known) {
        if (raw.isObject()) {
            return whole(raw, known);
        }
        var typed = raw.isValueNode() ? Text.withoutBlanks(Text.narrow(raw.asString())) : "";
        var address = IN_ADDRESS.matcher(typed);
        var found = known.pieces(address.matches() ? address.group(1).toLowerCase(Locale.ROOT) : typed);
        if (found.size() > 1) {
            return new Reading.Wrong("索引号“" + typed + "”有" + found.size() + "件信息，请改填网页地址。");
        }
        return found.isEmpty() ? notFound(typed) : value(found.getFirst());
    }

    private static Reading whole(JsonNode raw, Known known) {
        var id = raw.path("id").asString("");
        var number = raw.path("indexNumber").asString("");
        if (!PARTS.equals(Set.copyOf(raw.propertyNames())) || !id.matches(ID) || Text.strip(number).isEmpty() || number.length() > 100) {
            return new Reading.Wrong("应是一件已公开信息的索引号，或者id、indexNumber两项。");
        }
        if (!known.isAnything()) {
            return value(new Known.Piece(id, Text.strip(number)));
        }
        var found = known.pieces(id);
        return found.isEmpty() ? notFound(number) : value(found.getFirst());
    }

    private static Reading value(Known.Piece piece) {
        return new Reading.Value(FieldTypes.object().put("id", piece.id()).put("indexNumber", piece.indexNumber()));
    }

    private static Reading notFound(String typed) {
        return new Reading.Wrong("没有找到已公开的信息“" + (typed.length() > 60 ? typed.substring(0, 60) + "…" : typed)
                + "”。请填索引号或者它的网页地址；已经撤下的不能引用。");
    }

    @Override
    public boolean isLookedUp() {
        return true;
    }

    @Override
    public String text(JsonNode value) {
        return value.path("indexNumber").asString("");
    }

    @Override
    public String html(JsonNode value) {
        var id = value.path("id").asString("");
        var number = "<span class=\"no\">" + FieldTypes.escape(text(value)) + "</span>";
        return id.matches(ID) ? "<a href=\"/disclosures/" + id + "\">" + number + "</a>" : number;
    }

    @Override
    public String typed(JsonNode value, String part, Field field) {
        return !part.isEmpty() ? "" : value.isObject() ? text(value) : value.asString("");
    }

    /** The address, because a 索引号 is one office's own. */
    @Override
    public String cell(JsonNode value, Field field) {
        return value.isObject() ? "/disclosures/" + value.path("id").asString("") : value.asString("");
    }

    @Override
    public ObjectNode schema(Field field) {
        var schema = FieldTypes.object().put("type", "object").put("additionalProperties", false);
        var parts = schema.putObject("properties");
        parts.putObject("id").put("type", "string").put("pattern", "^" + ID + "$");
        parts.putObject("indexNumber").put("type", "string").put("minLength", 1).put("maxLength", 100);
        schema.putArray("required").add("id").add("indexNumber");
        return schema;
    }
}
