package openland.files.ooxml;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Puts an Office Open XML file together from its parts, for tests. */
final class Parts {
    private static final String R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final Map<String, String> FULL = Map.ofEntries(
            Map.entry("core-properties", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"),
            Map.entry("thumbnail", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"),
            Map.entry("vbaProject", "http://schemas.microsoft.com/office/2006/relationships/vbaProject"),
            Map.entry("people", "http://schemas.microsoft.com/office/2011/relationships/people"),
            Map.entry("commentsExtended", "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"),
            Map.entry("threadedComment", "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"),
            Map.entry("person", "http://schemas.microsoft.com/office/2017/10/relationships/person"),
            Map.entry("diagramDrawing", "http://schemas.microsoft.com/office/2007/relationships/diagramDrawing"),
            Map.entry("origin", "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"),
            Map.entry("hdphoto", "http://schemas.microsoft.com/office/2007/relationships/hdphoto"));
    static final String NAMESPACES = """
             xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
             xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" \
             xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" \
             xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" \
             xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml" \
             xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" \
             xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
             xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" \
             xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main" \
             xmlns:dsp="http://schemas.microsoft.com/office/drawing/2008/diagram" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart" """;

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, List<String>> relations = new LinkedHashMap<>();
    private final List<String> types = new ArrayList<>();
    private String comment = "";

    Parts() {
        types.add("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>");
        types.add("<Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/>"
                + "<Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/><Default Extension=\"bin\" ContentType=\"application/octet-stream\"/>"
                + "<Default Extension=\"vml\" ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/>"
                + "<Default Extension=\"xlsx\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet\"/>");
    }

    /** A part of XML: {@code <root ...>content</root>} with every namespace declared. */
    Parts xml(String name, String type, String root, String content) {
        var end = root.contains(" ") ? root.substring(0, root.indexOf(' ')) : root;
        return raw(name, type, "<?xml version=\"1.0\" encoding=\"UTF-8\"?><" + root + " " + NAMESPACES.strip() + ">" + content + "</" + end + ">");
    }

    Parts raw(String name, String type, String text) {
        return bytes(name, type, text.getBytes(StandardCharsets.UTF_8));
    }

    Parts bytes(String name, String type, byte[] bytes) {
        if (!type.isEmpty()) {
            types.removeIf(line -> line.contains("\"/" + name + "\""));
            types.add("<Override PartName=\"/" + name + "\" ContentType=\"" + (type.contains("/") ? type
                    : "application/vnd.openxmlformats-officedocument." + type + "+xml") + "\"/>");
        }
        files.put(name, bytes);
        return this;
    }

    /** @param target a name of a part, or an address when it holds {@code :} or begins with a backslash */
    Parts relation(String from, String id, String type, String target) {
        boolean outside = target.contains(":") || target.startsWith("\\");
        var full = FULL.getOrDefault(type, type.contains(":") ? type : R + type);
        relations.computeIfAbsent(from, any -> new ArrayList<>()).add("<Relationship Id=\"" + id + "\" Type=\"" + full + "\" Target=\""
                + (outside ? target + "\" TargetMode=\"External" : "/" + target) + "\"/>");
        return this;
    }

    Parts comment(String text) {
        comment = text;
        return this;
    }

    String text(String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    Parts replace(String name, String what, String by) {
        var text = text(name);
        if (!text.contains(what)) {
            throw new IllegalArgumentException(name + " has no " + what);
        }
        files.put(name, text.replace(what, by).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    byte[] file() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            zip.setComment(comment);
            entry(zip, "[Content_Types].xml", ("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    + String.join("", types) + "</Types>").getBytes(StandardCharsets.UTF_8));
            for (var relation : relations.entrySet()) {
                int slash = relation.getKey().lastIndexOf('/');
                entry(zip, relation.getKey().substring(0, slash + 1) + "_rels/" + relation.getKey().substring(slash + 1) + ".rels",
                        ("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + String.join("", relation.getValue())
                                + "</Relationships>").getBytes(StandardCharsets.UTF_8));
            }
            for (var file : files.entrySet()) {
                entry(zip, file.getKey(), file.getValue());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
    }
}
