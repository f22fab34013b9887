package openland.catalogue;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Locale;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads YAML within limits and checks its shape against {@code pack.schema.json}; an unknown key is a fault. */
final class PackSchema {
    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .loadSettings(LoadSettings.builder().setMaxAliasesForCollections(0).setCodePointLimit(1_000_000)
                            .setAllowDuplicateKeys(false).setAllowRecursiveKeys(false).build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .build();
    private static final Schema PACK = schema("pack");
    private static final Schema OVERLAY = schema("overlay");

    private PackSchema() {}

    /** The content of the file. @throws PackFault when it is not YAML, or not a pack */
    static JsonNode checked(PackFile file) {
        var content = parsed(file);
        var schema = content.path("pack").has("overlay-of") ? OVERLAY : PACK;
        schema.validate(content, context -> context.executionConfig(config -> config.locale(Locale.SIMPLIFIED_CHINESE)))
                .stream().min(Comparator.comparing(error -> error.getInstanceLocation().toString())).ifPresent(error -> {
                    throw new PackFault(file.name(), place(error.getInstanceLocation().toString()), error.getMessage());
                });
        return content;
    }

    private static JsonNode parsed(PackFile file) {
        try {
            return YAML.readTree(file.yaml());
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new PackFault(file.name(), at == null ? "" : "第" + at.getLineNr() + "行", "不是合格的YAML：" + e.getOriginalMessage());
        } catch (IndexOutOfBoundsException e) {   // the YAML reader, of half a character at the edge of its buffer
            throw new PackFault(file.name(), "", "不是合格的YAML：有残缺的字符。");
        }
    }

    /** {@code /items/0/fields/2} as {@code items[0].fields[2]}. */
    private static String place(String pointer) {
        return pointer.replaceAll("/(\\d+)(?=/|$)", "[$1]").replace('/', '.').replaceFirst("^\\.", "");
    }

    /** The schema that the definition of that name describes. */
    private static Schema schema(String definition) {
        try (var file = PackSchema.class.getResourceAsStream("/packs/pack.schema.json")) {
            var whole = (ObjectNode) YAML.readTree(file);
            whole.put("$ref", "#/$defs/" + definition);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(whole);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
