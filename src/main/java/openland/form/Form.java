package openland.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Declared fields in the order in which people fill them in. */
public record Form(List<Field> fields) {
    public Form {
        fields = List.copyOf(fields);
        var names = fields.stream().map(Field::name).toList();
        names.stream().filter(name -> names.indexOf(name) != names.lastIndexOf(name)).findFirst().ifPresent(twice -> {
            throw new IllegalArgumentException("字段" + twice + "写了两次。");
        });
    }

    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** The field of that name; of a table the column, written {@code table.column}. */
    public Optional<Field> column(String path) {
        var parts = path.split("\\.", 2);
        var field = field(parts[0]);
        return parts.length == 1 ? field : field.flatMap(table -> table.columns().stream().filter(column -> column.name().equals(parts[1])).findFirst());
    }

    /** This form with further fields at its end. */
    public Form plus(List<Field> more) {
        return new Form(Stream.concat(fields.stream(), more.stream()).toList());
    }

    /** Reads raw values into their normal form; never throws, what is wrong is said in {@link Filled#problems()}. */
    public Filled read(Map<String, JsonNode> raw) {
        return read(raw, Known.NOTHING);
    }

    /** The same where offices, divisions, pieces and attachments can be looked up. */
    public Filled read(Map<String, JsonNode> raw, Known known) {
        return FormReading.of(this, raw, known);
    }

    /**
     * The raw values inside the parameters of a posted HTML form.
     *
     * @param files  what file fields choose from, by SHA-256
     * @param before the values the form was made of: a table too long for the form stays as it is there
     */
    public Map<String, JsonNode> posted(UnaryOperator<@Nullable String> parameter, List<JsonNode> files, Map<String, JsonNode> before) {
        var raw = new LinkedHashMap<String, JsonNode>();
        for (var field : fields) {
            var had = before.get(field.name());
            if (field.type() instanceof TableType && parameter.apply(field.name()) == null && had != null) {
                raw.put(field.name(), had);
                continue;
            }
            var value = field.type() instanceof FilesType ? FilesType.ticked(field.name(), parameter, files)
                    : field.type().posted(field.name(), parameter);
            if (value != null) {
                raw.put(field.name(), field.type() instanceof FileType ? FileType.chosen(value, files) : value);
            }
        }
        return raw;
    }

    /** The files that normal values refer to, each as the normal value of a file field, by field. */
    public Map<String, List<JsonNode>> files(Map<String, JsonNode> values) {
        var files = new LinkedHashMap<String, List<JsonNode>>();
        for (var field : fields) {
            var value = values.get(field.name());
            if (value != null) {
                files.put(field.name(), field.type().files(value, field));
            }
        }
        return files;
    }

    /** A stored file as the normal value of a file field; {@code size} in bytes, {@code sha256} in lower-case hexadecimal. */
    public static JsonNode file(String name, String sha256, long size, String type) {
        return FieldTypes.object().put("name", name).put("sha256", sha256).put("size", size).put("type", type);
    }

    /** What the public sees of normal values, in the order of the form. */
    public List<Shown> published(Map<String, JsonNode> values) {
        return shown(values, false);
    }

    /** What officers see of normal values: everything. */
    public List<Shown> whole(Map<String, JsonNode> values) {
        return shown(values, true);
    }

    private List<Shown> shown(Map<String, JsonNode> values, boolean whole) {
        var shown = new ArrayList<Shown>();
        for (var field : fields) {
            var value = values.get(field.name());
            if (value != null && (whole || field.mode() != PublicMode.HIDDEN)) {
                var visible = whole ? field.type().wholeValue(value, field) : field.type().publicValue(value, field);
                shown.add(new Shown(field.name(), field.label(), field.type().name(), visible));
            }
        }
        return shown;
    }

    /** JSON Schema (2020-12) of the normal values. */
    public ObjectNode schema() {
        var schema = FieldTypes.object().put("type", "object").put("additionalProperties", false);
        var properties = schema.putObject("properties");
        for (var field : fields) {
            var property = field.type().schema(field).put("title", field.label());
            if (!field.help().isEmpty()) {
                property.put("description", field.help());
            }
            if (!field.example().isEmpty()) {
                property.putArray("examples").add(field.example());
            }
            properties.set(field.name(), property);
        }
        var required = schema.putArray("required");
        fields.stream().filter(Field::required).map(Field::name).forEach(required::add);
        return schema;
    }

    String labels() {
        return fields.stream().map(field -> field.name() + "（" + field.label() + "）").collect(Collectors.joining("、"));
    }
}
