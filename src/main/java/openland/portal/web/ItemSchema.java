package openland.portal.web;

import java.util.List;
import openland.catalogue.Item;
import openland.form.PublicSchema;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schema (2020-12) of a {@link PieceRow} of an item. */
final class ItemSchema {
    private static final List<String> ALWAYS = List.of("id", "indexNumber", "title", "item", "office", "officeName", "edition", "publishedAt",
            "ledgerIndex", "url", "fields", "attachments");

    private ItemSchema() {}

    /** @param address its own, public */
    static ObjectNode of(Item item, String address) {
        var schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema").put("$id", address).put("title", item.title())
                .put("description", "“" + item.title() + "”已公开的一件信息。隐去的只有隐去后的样子，不公开的没有。").put("type", "object");
        var properties = schema.putObject("properties");
        properties.set("id", text("编号").put("format", "uuid"));
        properties.set("indexNumber", text("索引号"));
        properties.set("documentNumber", orNull("文号"));
        properties.set("title", text("标题"));
        properties.putObject("item").put("const", item.id());
        properties.set("office", text("发布机构的代码"));
        properties.set("officeName", text("发布机构"));
        properties.putObject("edition").put("type", "integer").put("minimum", 1).put("title", "版本");
        properties.set("producedOn", orNull("生成日期").put("format", "date"));
        properties.set("publishedAt", text("发布时间").put("format", "date-time"));
        properties.set("validity", orNull("有效性"));
        properties.set("expiresOn", orNull("有效期"));
        properties.putObject("ledgerIndex").put("type", "integer").put("minimum", 0).put("title", "账本第几条");
        properties.set("url", text("网址").put("format", "uri"));
        properties.set("fields", PublicSchema.of(item.fields()));
        properties.set("attachments", attachments());
        var required = schema.putArray("required");
        ALWAYS.forEach(required::add);
        return schema;
    }

    private static ObjectNode attachments() {
        var schema = JsonNodeFactory.instance.objectNode().put("type", "array").put("title", "附件");
        var file = schema.putObject("items").put("type", "object").putObject("properties");
        file.set("name", text("文件名"));
        file.set("type", text("媒体类型"));
        file.putObject("size").put("type", "integer").put("title", "字节数");
        file.set("sha256", text("SHA-256"));
        return schema;
    }

    private static ObjectNode text(String title) {
        return JsonNodeFactory.instance.objectNode().put("type", "string").put("title", title);
    }

    private static ObjectNode orNull(String title) {
        var schema = JsonNodeFactory.instance.objectNode().put("title", title);
        schema.putArray("type").add("string").add("null");
        return schema;
    }
}
