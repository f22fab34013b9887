package openland.files.ooxml;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import openland.base.Refusal;
import openland.files.Hidden.Kind;
import openland.files.fixed.Pictures;

/** What it means that a part is not taken into the copy. */
final class Dropped {
    private static final int LONGEST = 2_000;
    private static final Pattern WORDS = Pattern.compile("[\\p{IsHan}\\p{Alnum}][\\p{IsHan}\\p{Alnum}\\p{Punct} ]{3,}");

    /** @param place of what is in it, as people say it */
    record Meaning(Kind kind, String place) {}

    /** Made anew by every program that opens the file, or without meaning for readers. */
    private static final Set<String> SILENT = Set.of("webSettings", "calcChain", "viewProps", "stylesWithEffects", "font", "chartStyle",
            "chartColorStyle", "presProps", "sheetMetadata", "themeOverride");
    private static final Map<String, Meaning> MEANING = Map.ofEntries(
            entry(Kind.THUMBNAIL, "缩略图", "thumbnail"), entry(Kind.METADATA, "数字签名", "origin", "signature"),
            entry(Kind.METADATA, "自定义XML数据", "customXml", "customXmlProps"), entry(Kind.METADATA, "文档部件", "glossaryDocument"),
            entry(Kind.METADATA, "打印机设置", "printerSettings"), entry(Kind.METADATA, "敏感度标签", "classificationlabels"),
            entry(Kind.METADATA, "演示文稿标签", "tags"), entry(Kind.METADATA, "自定义属性", "customProperty"),
            entry(Kind.SCRIPT, "宏", "vbaProject", "wordVbaData", "vbaProjectSignature", "attachedToolbars", "keyMapCustomizations",
                    "xlMacrosheet", "xlIntlMacrosheet", "dialogsheet", "recovered"),
            entry(Kind.SCRIPT, "控件和加载项", "control", "activeXControlBinary", "ui", "extensibility", "webextension", "webextensiontaskpanes",
                    "taskpanes"),
            entry(Kind.FORM_DATA, "表单控件", "ctrlProp"),
            entry(Kind.EMBEDDED, "嵌入的对象", "oleObject", "package", "aFChunk", "audio", "video", "media", "subDocument"),
            entry(Kind.COMMENT, "批注", "comments", "commentsExtended", "commentsIds", "commentsExtensible", "people", "threadedComment",
                    "person", "commentAuthors", "authors", "legacyDiagramText", "vmlDrawing"),
            entry(Kind.EXTERNAL_LINK, "外部链接", "attachedTemplate", "externalLink", "externalLinkPath", "mailMergeSource",
                    "mailMergeHeaderSource", "recipientData", "transform", "frame", "xlExternalLinkPath", "slideUpdateInfo"),
            entry(Kind.EXTERNAL_LINK, "数据连接", "queryTable", "connections", "xmlMaps", "tableSingleCells"),
            entry(Kind.CACHE, "数据透视表的源数据", "pivotTable", "pivotCacheDefinition", "pivotCacheRecords", "slicer", "slicerCache",
                    "timeline", "timelineCache"),
            entry(Kind.CACHE, "数据模型", "powerPivotData", "customData", "volatileDependencies", "rdRichValue", "rdRichValueStructure",
                    "rdRichValueTypes", "rdArray", "richStyles", "rdSupportingPropertyBag", "rdSupportingPropertyBagStructure"),
            entry(Kind.EARLIER_REVISION, "共享工作簿的修订记录", "revisionHeaders", "revisionLog", "usernames"),
            entry(Kind.NOTES, "演讲者备注", "notesSlide"), entry(Kind.NOTES, "备注母版", "notesMaster"), entry(Kind.NOTES, "讲义母版", "handoutMaster"),
            entry(Kind.CACHE, "图片的原件", "hdphoto")).entrySet().stream()
            .flatMap(entry -> entry.getKey().stream().map(type -> Map.entry(type, entry.getValue())))
            .collect(java.util.stream.Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private Dropped() {}

    private static Map.Entry<Set<String>, Meaning> entry(Kind kind, String place, String... types) {
        return Map.entry(Set.of(types), new Meaning(kind, place));
    }

    /** Empty when it needs no mention. */
    static Optional<Meaning> meaning(Relation relation) {
        if (relation.external() && !relation.type().equals("hyperlink")) {
            return Optional.of(new Meaning(Kind.EXTERNAL_LINK, "外部链接"));
        }
        return SILENT.contains(relation.type()) ? Optional.empty()
                : Optional.of(MEANING.getOrDefault(relation.type(), new Meaning(Kind.METADATA, "不认识的部分")));
    }

    /** What can be read of a part: the text of XML, words in what is not XML. */
    static String text(OpenPackage pack, String name) throws IOException {
        if (!pack.has(name)) {
            return "";
        }
        var text = new StringBuilder();
        try (var in = pack.stream(name)) {
            var head = in.readNBytes(64 << 10);
            if (new String(head, 0, Math.min(64, head.length), StandardCharsets.ISO_8859_1).contains("<")) {
                pack.tree(name).root().all().forEach(element -> plain(element, text));
            } else if (Pictures.knows(head)) {
                Pictures.hidden(pack.bytes(name), "").forEach(found -> text.append(found.text()).append('\n'));
            } else {
                words(new String(head, StandardCharsets.UTF_8), text);
                words(new String(head, StandardCharsets.UTF_16LE), text);
            }
        } catch (Refusal e) {
            text.append(name);   // it is left out whatever it is
        }
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    /** Text first, then what stands in attributes. */
    static String plain(Xml root) {
        var text = new StringBuilder();
        root.all().forEach(element -> plain(element, text));
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    private static void plain(Xml element, StringBuilder to) {
        if (to.length() > LONGEST) {
            return;
        }
        for (var piece : element.content()) {
            if (piece instanceof String text && !text.isBlank()) {
                to.append(text.strip()).append('\n');
            }
        }
        for (var key : element.keys()) {
            var value = element.attr(key);
            if (value.length() > 3 && !Part.isReference(key) && !value.matches("[\\d.+-]*|true|false|\\w{4,8}")) {
                to.append(value).append('\n');
            }
        }
    }

    private static void words(String text, StringBuilder to) {
        var found = WORDS.matcher(text);
        while (found.find() && to.length() < LONGEST) {
            to.append(found.group()).append('\n');
        }
    }
}
