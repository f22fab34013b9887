package openland.form;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A stored file by reference: its name, the SHA-256 of its content, its size in bytes, its media type. */
record FileType() implements FieldType {
    private static final Set<String> PARTS = Set.of("name", "sha256", "size", "type");

    @Override
    public String name() {
        return "file";
    }

    @Override
    public int ceiling() {
        return 1_000;
    }

    @Override
    public Reading read(JsonNode raw, Field field, Known known) {
        var file = raw.isString() ? known.file(Text.strip(raw.asString())) : java.util.Optional.<JsonNode>empty();
        if (raw.isString() && file.isEmpty()) {
            return new Reading.Wrong("附件里没有“" + Text.strip(raw.asString()) + "”，请先上传，再在这里选或者写它的文件名。");
        }
        return read(file.orElse(raw), field);
    }

    @Override
    public Reading read(JsonNode raw, Field field) {
        if (!raw.isObject() || !PARTS.equals(Set.copyOf(raw.propertyNames()))) {
            return new Reading.Wrong("应是一个已上传的文件（name、sha256、size、type四项）。");
        }
        var name = Text.strip(raw.path("name").asString(""));
        if (name.isEmpty() || name.length() > 255 || name.matches(".*[/\\\\:\\n\\t].*")) {
            return new Reading.Wrong("文件名不能为空，不超过255个字符，不含斜线、冒号和换行。");
        }
        if (!raw.path("sha256").asString("").matches("[0-9a-f]{64}") || !raw.path("size").isIntegralNumber()
                || raw.path("size").asLong(-1) < 0 || !raw.path("type").asString("").matches("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,100}")) {
            return new Reading.Wrong("文件“" + name + "”的摘要、大小或类型不对，请重新上传。");
        }
        return new Reading.Value(Form.file(name, raw.path("sha256").asString(), raw.path("size").asLong(), raw.path("type").asString()));
    }

    @Override
    public boolean isLookedUp() {
        return true;
    }

    @Override
    public String text(JsonNode value) {
        return value.path("name").asString("");
    }

    @Override
    public String typed(JsonNode value, String part, Field field) {
        return part.isEmpty() ? value.isObject() ? text(value) : value.asString("") : value.path(part).asString("");
    }

    @Override
    public List<JsonNode> files(JsonNode value, Field field) {
        return List.of(value);
    }

    /** The file of that SHA-256; what was posted where there is none. */
    static JsonNode chosen(JsonNode sha256, List<JsonNode> files) {
        return files.stream().filter(file -> file.path("sha256").equals(sha256)).findFirst().orElse(sha256);
    }

    @Override
    public ObjectNode schema(Field field) {
        var schema = FieldTypes.object().put("type", "object").put("additionalProperties", false);
        var parts = schema.putObject("properties");
        parts.putObject("name").put("type", "string").put("maxLength", 255);
        parts.putObject("sha256").put("type", "string").put("pattern", "^[0-9a-f]{64}$");
        parts.putObject("size").put("type", "integer").put("minimum", 0);
        parts.putObject("type").put("type", "string");
        var required = schema.putArray("required");
        PARTS.stream().sorted().forEach(required::add);
        return schema;
    }
}
