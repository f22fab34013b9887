package openland.files.ooxml;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import openland.files.Hidden.Kind;

/** The properties of a document (文档属性): author, company, template, editing time and whatever an office added. */
final class Properties {
    private static final Map<String, String> LABEL = Map.ofEntries(Map.entry("creator", "作者"), Map.entry("lastModifiedBy", "最后修改者"),
            Map.entry("title", "标题"), Map.entry("subject", "主题"), Map.entry("description", "备注"), Map.entry("keywords", "关键词"),
            Map.entry("category", "类别"), Map.entry("contentStatus", "状态"), Map.entry("identifier", "标识"), Map.entry("revision", "修订号"),
            Map.entry("version", "版本"), Map.entry("created", "创建时间"), Map.entry("modified", "修改时间"), Map.entry("lastPrinted", "打印时间"),
            Map.entry("Template", "模板"), Map.entry("Manager", "经理"), Map.entry("Company", "单位"), Map.entry("TotalTime", "编辑分钟数"),
            Map.entry("HyperlinkBase", "超链接基础"), Map.entry("Application", "程序"), Map.entry("TitlesOfParts", "各部分标题"),
            Map.entry("HLinks", "超链接"));
    private static final Set<String> TYPES = Set.of("core-properties", "extended-properties", "custom-properties");

    private Properties() {}

    /** Notes the properties if {@code relation} leads to them. */
    static void of(OpenPackage pack, Relation relation, Sweep sweep, Set<String> seen) throws IOException {
        if (relation.external() || !isProperties(relation.type()) || !pack.has(relation.target())
                || !seen.add(relation.target().toLowerCase(Locale.ROOT))) {
            return;
        }
        for (var property : pack.tree(relation.target()).root().children()) {
            var local = property.name().substring(property.name().indexOf(':') + 1);
            var name = property.has("name") ? property.attr("name") : LABEL.getOrDefault(local, local);
            var text = String.join(" ", property.all().flatMap(element -> element.content().stream())
                    .filter(String.class::isInstance).map(Object::toString).toList());
            if (!text.isBlank()) {
                sweep.finds(Kind.METADATA, "文档属性：" + name, text);
            }
        }
    }

    private static boolean isProperties(String type) {
        return TYPES.contains(type) || type.endsWith("Properties");
    }
}
