package openland.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import openland.form.Choice;
import openland.form.Facet;
import openland.form.Field;
import openland.form.FieldType;
import openland.form.Mask;
import openland.form.Measure;
import openland.form.PublicMode;
import openland.form.Traits;
import org.jspecify.annotations.Nullable;

/** Builds a field of what a pack says of it. */
final class FieldReader {
    private FieldReader() {}

    /** @throws PackFault when the keys do not go together */
    static Field field(Place field) {
        if (CommonHead.has(field.at("name").text())) {
            throw field.fault("字段名" + field.at("name").text() + "属于公共的索引信息，请另取名字。");
        }
        return read(field);
    }

    private static Field read(Place field) {
        var type = field.at("type").must(FieldType.named(field.at("type").text()), "没有" + field.at("type").text()
                + "这种字段类型；有：" + FieldType.all().stream().map(FieldType::name).collect(Collectors.joining("、")) + "。");
        var mode = field.has("public") ? PublicMode.valueOf(PackReader.upper(field.at("public").text())) : PublicMode.SHOWN;
        var mask = field.has("mask") ? field.at("mask").must(Mask.named(field.at("mask").text()), "没有这种隐去的办法。") : null;
        try {
            return new Field(field.at("name").text(), field.at("label").text(), type, field.at("required").isTrue(), mode, mask, traits(field));
        } catch (IllegalArgumentException e) {
            throw field.fault(e.getMessage());
        }
    }

    private static Traits traits(Place field) {
        var facet = field.has("facet") ? field.at("facet").must(Facet.named(field.at("facet").text()), "没有这种筛选的办法。") : null;
        var rows = field.has("rows") ? field.at("rows").at("most").node().asInt() : Traits.MOST_ROWS;
        return new Traits(field.at("help").text(), field.at("example").text(), field.at("choices").map(FieldReader::choice),
                new Measure(field.at("unit").text(), field.at("decimals").node().asInt(0), decimal(field, "least"), decimal(field, "most"),
                        field.at("negative").isTrue()),
                facet, field.at("columns").map(FieldReader::read), rows);
    }

    private static @Nullable BigDecimal decimal(Place field, String key) {
        return field.has(key) ? new BigDecimal(field.at(key).node().asString()) : null;
    }

    private static Choice choice(Place choice) {
        return new Choice(choice.at("code").text(), choice.at("label").text(), choice.at("aliases").map(Place::text));
    }
}
