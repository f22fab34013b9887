package openland.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Several attachments, each as {@link FileType} holds one; the same content only once. */
record FilesType() implements FieldType {
    private static final int MOST = 100;
    private static final FileType FILE = new FileType();

    @Override
    public String name() {
        return "files";
    }

    @Override
    public int ceiling() {
        return 100_000;
    }

    @Override
    public Reading read(JsonNode raw, Field field) {
        return read(raw, field, Known.NOTHING);
    }

    @Override
    public Reading read(JsonNode raw, Field field, Known known) {
        if (!raw.isArray() || raw.size() > MOST) {
            return new Reading.Wrong("应是已上传的文件的列表，最多" + MOST + "个。");
        }
        var files = new ArrayList<JsonNode>();
        var seen = new HashSet<String>();
        for (var one : raw.values()) {
            switch (FILE.read(one, field, known)) {
                case Reading.Value(var file) -> {
                    if (seen.add(file.path("sha256").asString())) {
                        files.add(file);
                    }
                }
                case Reading.Wrong wrong -> {
                    return wrong;
                }
                case Reading.Partly _ -> throw new IllegalStateException("A file has no parts.");
            }
        }
        return new Reading.Value(array(files));
    }

    private static ArrayNode array(List<JsonNode> files) {
        var array = JsonNodeFactory.instance.arrayNode();
        files.forEach(array::add);
        return array;
    }

    @Override
    public boolean isLookedUp() {
        return true;
    }

    @Override
    public String text(JsonNode value) {
        return value.values().stream().map(FILE::text).collect(Collectors.joining("\n"));
    }

    @Override
    public String html(JsonNode value) {
        return value.values().stream().map(FILE::html).collect(Collectors.joining("<br>"));
    }

    /** {@code part} is the SHA-256 of a file: "on" where it is among them. */
    @Override
    public String typed(JsonNode value, String part, Field field) {
        return part.isEmpty() ? value.asString("")
                : value.isArray() && value.values().stream().anyMatch(file -> file.path("sha256").asString("").equals(part)) ? "on" : "";
    }

    @Override
    public List<JsonNode> files(JsonNode value, Field field) {
        return List.copyOf(value.values());
    }

    /** Each file has a box {@code name.SHA-256}; a form that shows the field posts its bare name too. */
    static @Nullable JsonNode ticked(String name, UnaryOperator<@Nullable String> parameter, List<JsonNode> files) {
        return parameter.apply(name) == null ? null
                : array(files.stream().filter(file -> parameter.apply(name + "." + file.path("sha256").asString("")) != null).toList());
    }

    @Override
    public ObjectNode schema(Field field) {
        var schema = FieldTypes.object().put("type", "array").put("maxItems", MOST);
        schema.set("items", FILE.schema(field));
        return schema;
    }
}
