package openland.drafting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A norm as WPS saves it: its style ids, numbering, compatibility settings and properties; with a comment, a deletion and a running head. */
public final class WpsNorm {
    public static final String TITLE = "青禾县临时用地复垦验收办法";
    public static final String AUTHOR = "Lenovo-wangfang";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String W = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"" + RELATIONS.substring(0, RELATIONS.length() - 1) + "\"";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private WpsNorm() {}

    public static byte[] bytes() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("[Content_Types].xml", types());
        parts.put("_rels/.rels", relations(Map.of("rId1", RELATIONS + "officeDocument|word/document.xml",
                "rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties|docProps/core.xml",
                "rId3", RELATIONS + "extended-properties|docProps/app.xml", "rId4", RELATIONS + "custom-properties|docProps/custom.xml")));
        parts.put("docProps/app.xml", HEAD + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Template>Normal.dotm</Template>"
                + "<Pages>2</Pages><Application>WPS Office_12.1.0.18276_F1E327BC-269C-435d-A152-05C5408002CA</Application><Company>Lenovo</Company></Properties>");
        parts.put("docProps/core.xml", HEAD + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
                + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:creator>" + AUTHOR + "</dc:creator><cp:lastModifiedBy>" + AUTHOR + "</cp:lastModifiedBy></cp:coreProperties>");
        parts.put("docProps/custom.xml", HEAD + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" "
                + "xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\"><property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"2\" "
                + "name=\"KSOProductBuildVer\"><vt:lpwstr>2052-12.1.0.18276</vt:lpwstr></property><property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"3\" "
                + "name=\"ICV\"><vt:lpwstr>5C0D7A5B3C9F4B6F8F2D3E1A7B6C5D4E_12</vt:lpwstr></property></Properties>");
        parts.put("word/_rels/document.xml.rels", relations(Map.of("rId1", RELATIONS + "styles|styles.xml", "rId2", RELATIONS + "settings|settings.xml",
                "rId3", RELATIONS + "numbering|numbering.xml", "rId4", RELATIONS + "comments|comments.xml", "rId5", RELATIONS + "header|header1.xml")));
        parts.put("word/settings.xml", HEAD + "<w:settings" + W + "><w:zoom w:percent=\"100\"/><w:trackRevisions/><w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/>"
                + "<w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/>"
                + "<w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"14\"/></w:compat>"
                + "<w:rsids><w:rsidRoot w:val=\"1A2B3C4D\"/></w:rsids></w:settings>");
        parts.put("word/styles.xml", styles());
        parts.put("word/numbering.xml", numbering());
        parts.put("word/comments.xml", HEAD + "<w:comments" + W + "><w:comment w:id=\"0\" w:author=\"" + AUTHOR + "\" w:initials=\"w\">" + p("", "这一条再请示王局") + "</w:comment></w:comments>");
        parts.put("word/header1.xml", HEAD + "<w:hdr" + W + ">" + p("", "青禾县规范性文件汇编") + "</w:hdr>");
        parts.put("word/document.xml", HEAD + "<w:document" + W + "><w:body>" + body()
                + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId5\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr></w:body></w:document>");
        return zip(parts);
    }

    private static String types() {
        var types = new StringBuilder(HEAD + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>");
        Map.of("document.xml", "document.main", "styles.xml", "styles", "settings.xml", "settings", "numbering.xml", "numbering", "comments.xml", "comments", "header1.xml", "header")
                .forEach((name, type) -> types.append("<Override PartName=\"/word/").append(name).append("\" ContentType=\"").append(TYPES).append(type).append("+xml\"/>"));
        return types.append("</Types>").toString();
    }

    private static String relations(Map<String, String> targets) {
        var relations = new StringBuilder(HEAD + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        targets.forEach((id, target) -> relations.append("<Relationship Id=\"").append(id).append("\" Type=\"").append(target.split("\\|")[0])
                .append("\" Target=\"").append(target.split("\\|")[1]).append("\"/>"));
        return relations.append("</Relationships>").toString();
    }

    private static String styles() {
        return HEAD + "<w:styles" + W + "><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val=\"21\"/></w:rPr></w:rPrDefault></w:docDefaults>"
                + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"1\"><w:name w:val=\"正文\"/></w:style>"
                + "<w:style w:type=\"paragraph\" w:styleId=\"2\"><w:name w:val=\"标题 1\"/><w:basedOn w:val=\"1\"/><w:rPr><w:b/></w:rPr></w:style>"
                + "<w:style w:type=\"paragraph\" w:styleId=\"3\"><w:name w:val=\"标题 2\"/><w:basedOn w:val=\"1\"/></w:style>"
                + "<w:style w:type=\"paragraph\" w:styleId=\"7\"><w:name w:val=\"列出段落\"/><w:basedOn w:val=\"1\"/></w:style></w:styles>";
    }

    private static String numbering() {
        return HEAD + "<w:numbering" + W + "><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/>"
                + "<w:suff w:val=\"space\"/><w:lvlText w:val=\"第%1条\"/></w:lvl></w:abstractNum>"
                + "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"\"/></w:lvl></w:abstractNum>"
                + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>";
    }

    private static String body() {
        return "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:rPr><w:sz w:val=\"44\"/></w:rPr><w:t>" + TITLE + "</w:t></w:r></w:p>"
                + p("<w:jc w:val=\"center\"/>", "青自然资规〔2026〕58号")
                + p("<w:pStyle w:val=\"2\"/><w:jc w:val=\"center\"/>", "第一章　总则")
                + p("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>", "为了规范临时用地复垦验收，制定本办法。")
                + p("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>", "验收应当具备下列条件：")
                + p("<w:pStyle w:val=\"7\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr>", "耕作层厚度不小于三十厘米")
                + p("<w:pStyle w:val=\"7\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr>", "排灌设施恢复原状")
                + p("<w:pStyle w:val=\"2\"/><w:jc w:val=\"center\"/>", "第二章　验收")
                + "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>验收在申请之日起</w:t></w:r>"
                + "<w:del w:id=\"5\" w:author=\"" + AUTHOR + "\"><w:r><w:delText>六十</w:delText></w:r></w:del><w:ins w:id=\"6\" w:author=\"" + AUTHOR + "\"><w:r><w:t>三十</w:t></w:r></w:ins>"
                + "<w:commentRangeStart w:id=\"0\"/><w:r><w:t>日内完成，标准见下表。</w:t></w:r><w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r></w:p>"
                + "<w:tbl><w:tblPr/><w:tr><w:trPr><w:tblHeader/></w:trPr>" + tc("", "地类") + tc("<w:gridSpan w:val=\"2\"/>", "复垦标准") + "</w:tr>"
                + "<w:tr>" + tc("<w:vMerge w:val=\"restart\"/>", "水田") + tc("", "土层") + tc("", "60厘米") + "</w:tr>"
                + "<w:tr>" + tc("<w:vMerge/>", "") + tc("", "有机质") + tc("", "2.0%") + "</w:tr></w:tbl>"
                + p("<w:jc w:val=\"right\"/>", "青禾县自然资源局") + p("<w:jc w:val=\"right\"/>", "2026年11月18日");
    }

    private static String p(String properties, String text) {
        return "<w:p w:rsidR=\"1A2B3C4D\"><w:pPr>" + properties + "</w:pPr><w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr><w:t>" + text + "</w:t></w:r></w:p>";
    }

    private static String tc(String properties, String text) {
        return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + p("", text) + "</w:tc>";
    }

    private static byte[] zip(Map<String, String> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
