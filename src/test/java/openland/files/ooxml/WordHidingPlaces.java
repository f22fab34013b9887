package openland.files.ooxml;

import static openland.files.ooxml.WordSamples.DOCUMENT;
import static openland.files.ooxml.WordSamples.PNG;
import static openland.files.ooxml.WordSamples.cell;
import static openland.files.ooxml.WordSamples.document;
import static openland.files.ooxml.WordSamples.field;
import static openland.files.ooxml.WordSamples.paragraph;
import static openland.files.ooxml.WordSamples.picture;
import static openland.files.ooxml.WordSamples.row;
import static openland.files.ooxml.WordSamples.run;
import static openland.files.ooxml.WordSamples.table;
import static openland.files.ooxml.WordSamples.textBox;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import openland.files.Hidden.Kind;
import openland.files.HidingPlace;

/** Where a Word document can carry words that its reader does not see. */
public final class WordHidingPlaces {
    private static final String WHO = " w:id=\"9\" w:author=\"张三\" w:date=\"2017-05-02T09:00:00Z\"";
    private final List<HidingPlace> places = new ArrayList<>();

    private WordHidingPlaces() {}

    public static List<HidingPlace> all() {
        var made = new WordHidingPlaces();
        made.properties();
        made.changes();
        made.comments();
        made.hiddenText();
        made.fields();
        made.settings();
        made.unusedParts();
        made.embedded();
        made.graphics();
        made.markup();
        return List.copyOf(made.places);
    }

    private void add(String name, Kind kind, Function<String, Parts> planting) {
        places.add(new HidingPlace(name, "Word", "公告.docx", kind, marker -> planting.apply(marker).file()));
    }

    private void body(String name, Kind kind, Function<String, String> body) {
        add(name, kind, marker -> document(body.apply(marker)));
    }

    private void properties() {
        Documents.properties(WordHidingPlaces::plain).forEach((name, planting) -> add(name, Kind.METADATA, planting));
        add("thumbnail", Kind.THUMBNAIL, m -> plain().bytes("docProps/thumbnail.jpeg", "", Documents.binary(m)).relation("", "t1", "thumbnail", "docProps/thumbnail.jpeg"));
        add("digital signature", Kind.METADATA, m -> plain().bytes("_xmlsignatures/origin.sigs", "application/vnd.openxmlformats-package.digital-signature-origin", Documents.binary("origin"))
                .relation("", "s1", "origin", "_xmlsignatures/origin.sigs")
                .raw("_xmlsignatures/sig1.xml", "application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml", "<Signature><Who>" + m + "</Who></Signature>")
                .relation("_xmlsignatures/origin.sigs", "s2", "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/signature", "_xmlsignatures/sig1.xml"));
        add("comment of the archive", Kind.METADATA, m -> plain().comment(m));
        add("part that nothing leads to", Kind.EARLIER_REVISION, m -> plain().raw("word/document_old.xml", "", "<a>" + m + "</a>"));
        add("part of an unknown kind", Kind.METADATA, m -> plain().raw("word/other.xml", "application/x-other+xml", "<a>" + m + "</a>")
                .relation(DOCUMENT, "rId9", "http://example.org/other/kind", "word/other.xml"));
        add("name of a part", Kind.METADATA, m -> document(paragraph(picture("rId9", "", "", ""))).bytes("word/media/" + m + ".png", "", PNG)
                .relation(DOCUMENT, "rId9", "image", "word/media/" + m + ".png"));
        add("custom XML", Kind.METADATA, m -> plain().raw("customXml/item1.xml", "", "<case>" + m + "</case>").relation(DOCUMENT, "rId9", "customXml", "customXml/item1.xml"));
        add("glossary", Kind.METADATA, m -> plain().xml("word/glossary/document.xml", "wordprocessingml.document.glossary", "w:glossaryDocument",
                "<w:docParts><w:docPart><w:docPartBody>" + paragraph(run("", m)) + "</w:docPartBody></w:docPart></w:docParts>")
                .relation(DOCUMENT, "rId9", "glossaryDocument", "word/glossary/document.xml"));
        add("printer settings", Kind.METADATA, m -> plain().bytes("word/printerSettings1.bin", "", Documents.binary(m)).relation(DOCUMENT, "rId9", "printerSettings", "word/printerSettings1.bin"));
    }

    private static Parts plain() {
        return document("");
    }

    private void changes() {
        body("inserted, by whom", Kind.TRACKED_CHANGE, m -> paragraph("<w:ins w:id=\"9\" w:author=\"" + m + "\">" + run("", "新增的一句") + "</w:ins>"));
        body("deleted text", Kind.TRACKED_CHANGE, m -> paragraph(run("", "前"), "<w:del" + WHO + "><w:r><w:delText>" + m + "</w:delText></w:r></w:del>", run("", "后")));
        body("deleted field code", Kind.TRACKED_CHANGE, m -> paragraph("<w:del" + WHO + "><w:r><w:delInstrText>" + m + "</w:delInstrText></w:r></w:del>"));
        body("moved from", Kind.TRACKED_CHANGE, m -> paragraph("<w:moveFrom" + WHO + ">" + run("", m) + "</w:moveFrom>"));
        body("moved to, by whom", Kind.TRACKED_CHANGE, m -> paragraph("<w:moveTo w:id=\"9\" w:author=\"" + m + "\">" + run("", "移来") + "</w:moveTo>"));
        body("format changed, by whom", Kind.TRACKED_CHANGE, m -> paragraph(run("<w:b/><w:rPrChange w:id=\"9\" w:author=\"" + m + "\"><w:rPr/></w:rPrChange>", "粗")));
        body("paragraph changed, by whom", Kind.TRACKED_CHANGE, m -> "<w:p><w:pPr><w:jc w:val=\"center\"/><w:pPrChange w:id=\"9\" w:author=\"" + m + "\"><w:pPr/></w:pPrChange></w:pPr>" + run("", "中") + "</w:p>");
        body("end of paragraph deleted", Kind.TRACKED_CHANGE, m -> "<w:p><w:pPr><w:rPr><w:del w:id=\"9\" w:author=\"" + m + "\"/></w:rPr></w:pPr>" + run("", "上") + "</w:p>" + paragraph(run("", "下")));
        body("deleted row", Kind.TRACKED_CHANGE, m -> table("", row("", cell("", run("", "留"))), row("<w:del" + WHO + "/>", cell("", run("", m)))));
        body("inserted row, by whom", Kind.TRACKED_CHANGE, m -> table("", row("<w:ins w:id=\"9\" w:author=\"" + m + "\"/>", cell("", run("", "留")))));
        body("deleted cell", Kind.TRACKED_CHANGE, m -> table("", row("", cell("", run("", "留")), cell("<w:cellDel" + WHO + "/>", run("", m)))));
        body("table changed, by whom", Kind.TRACKED_CHANGE, m -> table("<w:tblPrChange w:id=\"9\" w:author=\"" + m + "\"><w:tblPr/></w:tblPrChange>", row("", cell("", run("", "留")))));
        body("deleted in a text box", Kind.TRACKED_CHANGE, m -> paragraph(textBox("<a:noFill/>", 0, "", paragraph(run("", "框"), "<w:del" + WHO + "><w:r><w:delText>" + m + "</w:delText></w:r></w:del>"))));
        add("deleted in a header", Kind.TRACKED_CHANGE, m -> header("default", "<w:p><w:del" + WHO + "><w:r><w:delText>" + m + "</w:delText></w:r></w:del>" + run("", "眉") + "</w:p>"));
        add("deleted in a footnote", Kind.TRACKED_CHANGE, m -> notes("2", "<w:p><w:del" + WHO + "><w:r><w:delText>" + m + "</w:delText></w:r></w:del>" + run("", "注") + "</w:p>"));
        add("section changed, by whom", Kind.TRACKED_CHANGE, m -> plain().replace(DOCUMENT, "<w:pgSz", "<w:sectPrChange w:id=\"9\" w:author=\"" + m + "\"><w:sectPr/></w:sectPrChange><w:pgSz"));
        add("style changed, by whom", Kind.TRACKED_CHANGE, m -> plain().replace("word/styles.xml", "<w:outlineLvl", "<w:pPrChange w:id=\"9\" w:author=\"" + m + "\"><w:pPr/></w:pPrChange><w:outlineLvl"));
    }

    /** A document with a header of {@code type}. */
    private static Parts header(String type, String content) {
        return plain().replace(DOCUMENT, "<w:pgSz", "<w:headerReference w:type=\"" + type + "\" r:id=\"rId9\"/><w:pgSz")
                .xml("word/header1.xml", "wordprocessingml.header", "w:hdr", content).relation(DOCUMENT, "rId9", "header", "word/header1.xml");
    }

    private static Parts notes(String id, String content) {
        return document(paragraph(run("", "有注"), "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"))
                .xml("word/footnotes.xml", "wordprocessingml.footnotes", "w:footnotes", "<w:footnote w:id=\"2\">" + paragraph(run("", "见条例")) + "</w:footnote>"
                        + (id.equals("2") ? "" : "<w:footnote w:id=\"" + id + "\">" + content + "</w:footnote>"))
                .replace("word/footnotes.xml", id.equals("2") ? paragraph(run("", "见条例")) : "<w:p>", id.equals("2") ? content : "<w:p>")
                .relation(DOCUMENT, "rId9", "footnotes", "word/footnotes.xml");
    }

    private void comments() {
        add("comment", Kind.COMMENT, m -> commented("comments", "comments", "<w:comment w:id=\"1\" w:author=\"李四\">" + paragraph(run("", m)) + "</w:comment>"));
        add("author of a comment", Kind.COMMENT, m -> commented("comments", "comments", "<w:comment w:id=\"1\" w:author=\"" + m + "\">" + paragraph(run("", "改")) + "</w:comment>"));
        add("people", Kind.COMMENT, m -> plain().raw("word/people.xml", "wordprocessingml.people", "<people><person author=\"" + m + "\"/></people>").relation(DOCUMENT, "rId9", "people", "word/people.xml"));
        add("comment thread", Kind.COMMENT, m -> plain().raw("word/commentsExtended.xml", "wordprocessingml.commentsExtended", "<commentsEx>" + m + "</commentsEx>")
                .relation(DOCUMENT, "rId9", "commentsExtended", "word/commentsExtended.xml"));
        body("who may edit", Kind.METADATA, m -> paragraph("<w:permStart w:id=\"1\" w:ed=\"" + m + "\"/>", run("", "可编辑"), "<w:permEnd w:id=\"1\"/>"));
    }

    private static Parts commented(String file, String type, String content) {
        return document(paragraph("<w:commentRangeStart w:id=\"1\"/>", run("", "此处"), "<w:commentRangeEnd w:id=\"1\"/><w:r><w:commentReference w:id=\"1\"/></w:r>"))
                .xml("word/" + file + ".xml", "wordprocessingml." + type, "w:comments", content).relation(DOCUMENT, "rId9", type, "word/" + file + ".xml");
    }

    private void hiddenText() {
        body("hidden text", Kind.HIDDEN_TEXT, m -> paragraph(run("", "公开"), run("<w:vanish/>", m)));
        add("hidden by a character style", Kind.HIDDEN_TEXT, m -> styled(paragraph(run("<w:rStyle w:val=\"h\"/>", m)), "character", "<w:rPr><w:vanish/></w:rPr>"));
        add("hidden by a paragraph style", Kind.HIDDEN_TEXT, m -> styled("<w:p><w:pPr><w:pStyle w:val=\"h\"/></w:pPr>" + run("", m) + "</w:p>", "paragraph", "<w:rPr><w:vanish/></w:rPr>"));
        add("hidden by the style of a style", Kind.HIDDEN_TEXT, m -> styled("<w:p><w:pPr><w:pStyle w:val=\"g\"/></w:pPr>" + run("", m) + "</w:p>", "paragraph", "<w:rPr><w:vanish/></w:rPr>")
                .replace("word/styles.xml", "</w:styles>", "<w:style w:type=\"paragraph\" w:styleId=\"g\"><w:name w:val=\"g\"/><w:basedOn w:val=\"h\"/></w:style></w:styles>"));
        body("white on white", Kind.HIDDEN_TEXT, m -> paragraph(run("<w:color w:val=\"FFFFFF\"/>", m)));
        body("nearly white on white", Kind.HIDDEN_TEXT, m -> paragraph(run("<w:color w:val=\"FDFEFC\"/>", m)));
        body("background colour of the theme", Kind.HIDDEN_TEXT, m -> paragraph(run("<w:color w:val=\"000000\" w:themeColor=\"background1\"/>", m)));
        body("colour of its shading", Kind.HIDDEN_TEXT, m -> paragraph(run("<w:color w:val=\"C00000\"/><w:shd w:val=\"clear\" w:fill=\"C00000\"/>", m)));
        body("colour of the paragraph's shading", Kind.HIDDEN_TEXT, m -> "<w:p><w:pPr><w:shd w:val=\"clear\" w:fill=\"1F4E79\"/></w:pPr>" + run("<w:color w:val=\"1F4E79\"/>", m) + "</w:p>");
        body("colour of its highlight", Kind.HIDDEN_TEXT, m -> paragraph(run("<w:color w:val=\"000000\"/><w:highlight w:val=\"black\"/>", m)));
        body("colour of its cell", Kind.HIDDEN_TEXT, m -> table("", row("", cell("<w:shd w:val=\"clear\" w:fill=\"70AD47\"/>", run("<w:color w:val=\"70AD47\"/>", m)))));
        body("colour of its text box", Kind.HIDDEN_TEXT, m -> paragraph(textBox("<a:solidFill><a:srgbClr val=\"FFFF00\"/></a:solidFill>", 0, "", paragraph(run("<w:color w:val=\"FFFF00\"/>", m)))));
        body("one point high", Kind.HIDDEN_TEXT, m -> paragraph(run("<w:sz w:val=\"2\"/>", m)));
        body("one per cent wide", Kind.HIDDEN_TEXT, m -> paragraph(run("<w:w w:val=\"1\"/>", m)));
        body("without a fill", Kind.HIDDEN_TEXT, m -> paragraph(run("<w14:textFill><w14:noFill/></w14:textFill>", m)));
        body("fully transparent", Kind.HIDDEN_TEXT, m -> paragraph(run("<w14:textFill><w14:solidFill><w14:srgbClr w14:val=\"000000\"><w14:alpha w14:val=\"100000\"/></w14:srgbClr></w14:solidFill></w14:textFill>", m)));
        body("hidden row", Kind.HIDDEN_ROW, m -> table("", row("", cell("", run("", "见"))), row("<w:hidden/>", cell("", run("", m)))));
        body("hidden text box", Kind.HIDDEN_TEXT, m -> paragraph(textBox("<a:noFill/>", 0, " hidden=\"1\"", paragraph(run("", m)))));
        body("hidden shape, old form", Kind.HIDDEN_TEXT, m -> paragraph("<w:r><w:pict><v:shape style=\"visibility: hidden;width:99pt\"><v:textbox><w:txbxContent>" + paragraph(run("", m)) + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"));
        body("text box beside the page", Kind.OUTSIDE_PAGE, m -> paragraph(textBox("<a:noFill/>", -9_000_000, "", paragraph(run("", m)))));
        body("shape beside the page, old form", Kind.OUTSIDE_PAGE, m -> paragraph("<w:r><w:pict><v:shape style=\"position:absolute;margin-left:-4000pt;width:99pt\"><v:textbox><w:txbxContent>" + paragraph(run("", m)) + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"));
        add("hidden in a footer", Kind.HIDDEN_TEXT, m -> header("default", paragraph(run("<w:vanish/>", m))));
        body("hidden in an equation", Kind.HIDDEN_TEXT, m -> paragraph(run("", "式"), "<w:r><w:rPr><w:vanish/></w:rPr><w:t>" + m + "</w:t></w:r><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"));
    }

    private static Parts styled(String body, String type, String properties) {
        return document(body).replace("word/styles.xml", "</w:styles>",
                "<w:style w:type=\"" + type + "\" w:styleId=\"h\"><w:name w:val=\"h\"/>" + properties + "</w:style></w:styles>");
    }

    private void fields() {
        body("file to include", Kind.EXTERNAL_LINK, m -> paragraph(field(" INCLUDETEXT \"\\\\\\\\server\\\\share\\\\" + m + ".docx\" ", "结果")));
        body("link to a workbook", Kind.EXTERNAL_LINK, m -> paragraph(field(" LINK Excel.Sheet.12 \"D:\\\\" + m + ".xlsx\" ", "结果")));
        body("hyperlink to a share, as field", Kind.EXTERNAL_LINK, m -> paragraph(field(" HYPERLINK \"file://server/" + m + "\" ", "看")));
        add("hyperlink to a share", Kind.EXTERNAL_LINK, m -> document(paragraph("<w:hyperlink r:id=\"rId9\">" + run("", "看") + "</w:hyperlink>")).relation(DOCUMENT, "rId9", "hyperlink", "file:///\\\\server\\" + m));
        add("hyperlink into the office's network", Kind.EXTERNAL_LINK, m -> document(paragraph("<w:hyperlink r:id=\"rId9\">" + run("", "看") + "</w:hyperlink>")).relation(DOCUMENT, "rId9", "hyperlink", "http://10.32.1.8/oa/" + m));
        body("tip of a hyperlink", Kind.METADATA, m -> paragraph("<w:hyperlink w:anchor=\"_Toc1\" w:tooltip=\"" + m + "\">" + run("", "看") + "</w:hyperlink>"));
        body("merge field", Kind.METADATA, m -> paragraph(field(" MERGEFIELD " + m + " ", "王五")));
        body("variable, as simple field", Kind.METADATA, m -> paragraph("<w:fldSimple w:instr=\" DOCVARIABLE " + m + " \">" + run("", "值") + "</w:fldSimple>"));
        body("other branch of a condition", Kind.METADATA, m -> paragraph(field(" IF 1 = 1 \"是\" \"" + m + "\" ", "是")));
        body("text inside a field code", Kind.METADATA, m -> paragraph("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>SET a</w:instrText></w:r>", run("", m), "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"));
        body("data of an add-in", Kind.METADATA, m -> paragraph(field(" ADDIN ZOTERO_ITEM {\"title\":\"" + m + "\"} ", "[1]").replace("\"title\":\"", "'title':'")));
        body("data of a field", Kind.METADATA, m -> paragraph("<w:r><w:fldChar w:fldCharType=\"begin\"><w:fldData>" + m + "</w:fldData></w:fldChar></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"));
        body("form field", Kind.FORM_DATA, m -> paragraph("<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:statusText w:val=\"" + m + "\"/></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMTEXT </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"));
        body("title of a content control", Kind.FORM_DATA, m -> control("<w:alias w:val=\"" + m + "\"/>"));
        body("tag of a content control", Kind.FORM_DATA, m -> control("<w:tag w:val=\"" + m + "\"/>"));
        body("other choices of a content control", Kind.FORM_DATA, m -> control("<w:dropDownList><w:listItem w:displayText=\"" + m + "\" w:value=\"2\"/></w:dropDownList>"));
        body("binding of a content control", Kind.FORM_DATA, m -> control("<w:dataBinding w:xpath=\"/case/" + m + "\"/>"));
        body("bookmark", Kind.METADATA, m -> paragraph("<w:bookmarkStart w:id=\"1\" w:name=\"" + m + "\"/>", run("", "签"), "<w:bookmarkEnd w:id=\"1\"/>"));
        body("smart tag", Kind.METADATA, m -> paragraph("<w:smartTag w:uri=\"urn:x\" w:element=\"person\"><w:smartTagPr><w:attr w:name=\"id\" w:val=\"" + m + "\"/></w:smartTagPr>" + run("", "某人") + "</w:smartTag>"));
        body("XML element around text", Kind.METADATA, m -> paragraph("<w:customXml w:uri=\"urn:x\" w:element=\"" + m + "\">" + run("", "某人") + "</w:customXml>"));
    }

    private static String control(String properties) {
        return "<w:sdt><w:sdtPr>" + properties + "</w:sdtPr><w:sdtContent>" + paragraph(run("", "所选")) + "</w:sdtContent></w:sdt>";
    }

    private void settings() {
        add("attached template", Kind.EXTERNAL_LINK, m -> setting("<w:attachedTemplate r:id=\"rId9\"/>").relation("word/settings.xml", "rId9", "attachedTemplate", "file:///\\\\server\\share\\" + m + ".dotx"));
        add("document variable", Kind.METADATA, m -> setting("<w:docVars><w:docVar w:name=\"a\" w:val=\"" + m + "\"/></w:docVars>"));
        add("mail merge", Kind.EXTERNAL_LINK, m -> setting("<w:mailMerge><w:query w:val=\"SELECT * FROM " + m + "\"/></w:mailMerge>"));
        add("data source of a mail merge", Kind.EXTERNAL_LINK, m -> setting("<w:mailMerge><w:dataSource r:id=\"rId9\"/></w:mailMerge>").relation("word/settings.xml", "rId9", "mailMergeSource", "file:///D:/" + m + ".mdb"));
        add("other setting", Kind.METADATA, m -> setting("<w:writeProtection w:hash=\"" + m + "==\"/>"));
        add("setting of another program", Kind.METADATA, m -> setting("<w:compat><w:compatSetting w:name=\"a\" w:uri=\"urn:x\" w:val=\"" + m + "\"/></w:compat>").replace("word/settings.xml", "<w:compat/>", ""));
        add("alias of a style", Kind.METADATA, m -> plain().replace("word/styles.xml", "<w:basedOn", "<w:aliases w:val=\"" + m + "\"/><w:basedOn"));
        add("name of a theme", Kind.METADATA, m -> plain().xml("word/theme/theme1.xml", "theme", "a:theme name=\"" + m + "\"", "<a:themeElements/>").relation(DOCUMENT, "rId9", "theme", "word/theme/theme1.xml"));
    }

    private static Parts setting(String setting) {
        return plain().replace("word/settings.xml", "<w:compat/>", setting + "<w:compat/>");
    }

    private void unusedParts() {
        add("header of a first page that is none", Kind.EARLIER_REVISION, m -> header("first", paragraph(run("", m))));
        add("header of even pages that are none", Kind.EARLIER_REVISION, m -> header("even", paragraph(run("", m))));
        add("header that no section has", Kind.EARLIER_REVISION, m -> header("default", paragraph(run("", m))).replace(DOCUMENT, "<w:headerReference w:type=\"default\" r:id=\"rId9\"/>", ""));
        add("footnote that nothing refers to", Kind.EARLIER_REVISION, m -> notes("3", paragraph(run("", m))));
        add("picture that nothing shows", Kind.EARLIER_REVISION, m -> plain().bytes("word/media/image1.png", "", Documents.pngWith(m)).relation(DOCUMENT, "rId9", "image", "word/media/image1.png"));
        body("second version for old programs", Kind.EARLIER_REVISION, m -> paragraph("<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:t>新</w:t></mc:Choice><mc:Fallback><w:t>" + m + "</w:t></mc:Fallback></mc:AlternateContent></w:r>"));
    }

    private void embedded() {
        add("embedded workbook", Kind.EMBEDDED, m -> object("Excel.Sheet.12", "package", "embeddings/Microsoft_Excel_Sheet1.xlsx", Documents.zip("xl/a.xml", m)));
        add("embedded object", Kind.EMBEDDED, m -> object("Package", "oleObject", "embeddings/oleObject1.bin", Documents.binary(m)));
        add("control", Kind.SCRIPT, m -> document(paragraph("<w:r><w:object><w:control r:id=\"rId9\" w:name=\"TextBox1\"/></w:object></w:r>", run("", "控件")))
                .raw("word/activeX/activeX1.xml", "application/vnd.ms-office.activeX+xml", "<ocx>" + m + "</ocx>").relation(DOCUMENT, "rId9", "control", "word/activeX/activeX1.xml"));
        add("macros", Kind.SCRIPT, m -> plain().bytes("word/vbaProject.bin", "application/vnd.ms-office.vbaProject", Documents.binary(m)).relation(DOCUMENT, "rId9", "vbaProject", "word/vbaProject.bin"));
        add("another document inside", Kind.EMBEDDED, m -> document("<w:altChunk r:id=\"rId9\"/>").raw("word/afchunk.html", "text/html", "<html>" + m + "</html>").relation(DOCUMENT, "rId9", "aFChunk", "word/afchunk.html"));
        add("subdocument elsewhere", Kind.EXTERNAL_LINK, m -> document("<w:subDoc r:id=\"rId9\"/>").relation(DOCUMENT, "rId9", "subDocument", "file:///D:/" + m + ".docx"));
        add("picture elsewhere", Kind.EXTERNAL_LINK, m -> document(paragraph(picture("rId8", "", "", "").replace("r:embed=\"rId8\"", "r:embed=\"rId8\" r:link=\"rId9\"")))
                .bytes("word/media/image1.png", "", PNG).relation(DOCUMENT, "rId8", "image", "word/media/image1.png").relation(DOCUMENT, "rId9", "image", "http://example.org/" + m + ".png"));
        add("frame page", Kind.EXTERNAL_LINK, m -> plain().xml("word/webSettings.xml", "wordprocessingml.webSettings", "w:webSettings", "<w:frameset/>").relation(DOCUMENT, "rId9", "webSettings", "word/webSettings.xml")
                .relation("word/webSettings.xml", "rId1", "frame", "http://example.org/" + m));
    }

    private static Parts object(String program, String type, String name, byte[] bytes) {
        return document(paragraph("<w:r><w:object><v:shape id=\"_x0000_i1\" style=\"width:99pt;height:99pt\"><v:imagedata r:id=\"rId8\"/></v:shape><o:OLEObject Type=\"Embed\" ProgID=\""
                + program + "\" ShapeID=\"_x0000_i1\" ObjectID=\"_1\" r:id=\"rId9\"/></w:object></w:r>"))
                .bytes("word/media/image1.png", "", PNG).relation(DOCUMENT, "rId8", "image", "word/media/image1.png")
                .bytes("word/" + name, "", bytes).relation(DOCUMENT, "rId9", type, "word/" + name);
    }

    private void graphics() {
        add("text in a picture's metadata", Kind.PICTURE_METADATA, m -> pictured("", "", "", Documents.pngWith(m)));
        add("file name of a picture", Kind.METADATA, m -> pictured("", " descr=\"C:\\照片\\" + m + ".jpg\"", "", PNG));
        add("name of a picture", Kind.METADATA, m -> pictured("", "", "", PNG).replace(DOCUMENT, "id=\"0\" name=\"图片 1\"", "id=\"0\" name=\"" + m + "-1号_\""));
        add("tip of a picture's link", Kind.METADATA, m -> pictured("", "", "", PNG).replace(DOCUMENT, "<pic:cNvPr id=\"0\" name=\"图片 1\"/>",
                "<pic:cNvPr id=\"0\" name=\"图片 1\"><a:hlinkClick r:id=\"\" tooltip=\"" + m + "\"/></pic:cNvPr>"));
        add("extension of a picture", Kind.METADATA, m -> pictured("", "", "", PNG).replace(DOCUMENT, "<a:stretch>", "<a:extLst><a:ext uri=\"{1}\"><x9:a xmlns:x9=\"urn:x9\">" + m + "</x9:a></a:ext></a:extLst><a:stretch>"));
        add("original of a picture with effects", Kind.CACHE, m -> pictured("", "", "", PNG).bytes("word/media/hdphoto1.wdp", "image/vnd.ms-photo", Documents.binary(m)).relation(DOCUMENT, "rId7", "hdphoto", "word/media/hdphoto1.wdp"));
        add("workbook behind a chart", Kind.EMBEDDED, m -> Documents.chart(document(paragraph(Documents.CHART_IN_WORD)), DOCUMENT, "word", "").bytes("word/embeddings/Sheet1.xlsx", "", Documents.zip("xl/a.xml", m))
                .relation("word/charts/chart1.xml", "rId1", "package", "word/embeddings/Sheet1.xlsx"));
        add("workbook elsewhere behind a chart", Kind.EXTERNAL_LINK, m -> Documents.chart(document(paragraph(Documents.CHART_IN_WORD)), DOCUMENT, "word", "").relation("word/charts/chart1.xml", "rId1", "oleObject", "file:///D:/" + m + ".xlsx"));
        add("series that a filter leaves out", Kind.CACHE, m -> Documents.chart(document(paragraph(Documents.CHART_IN_WORD)), DOCUMENT, "word",
                "<c:extLst><c:ext uri=\"{02D57815}\"><c15:filteredBarSeries><c15:ser><c:tx><c:strRef><c:strCache><c:pt idx=\"0\"><c:v>" + m + "</c:v></c:pt></c:strCache></c:strRef></c:tx></c15:ser></c15:filteredBarSeries></c:ext></c:extLst>"));
        add("point beyond the count of a chart", Kind.CACHE, m -> Documents.chart(document(paragraph(Documents.CHART_IN_WORD)), DOCUMENT, "word", "").replace("word/charts/chart1.xml", "<c:pt idx=\"0\"><c:v>一季度", "<c:pt idx=\"9\"><c:v>" + m + "</c:v></c:pt><c:pt idx=\"0\"><c:v>一季度"));
        body("copy of a drawing, old form", Kind.METADATA, m -> paragraph("<w:r><w:pict><v:shape o:gfxdata=\"" + m + "\" style=\"width:99pt\"><v:textbox><w:txbxContent>" + paragraph(run("", "框")) + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"));
        body("caption of a table", Kind.METADATA, m -> table("<w:tblCaption w:val=\"" + m + "\"/>", row("", cell("", run("", "留")))));
    }

    private static Parts pictured(String frame, String picture, String fill, byte[] bytes) {
        return document(paragraph(picture("rId9", frame, picture, fill))).bytes("word/media/image1.png", "", bytes).relation(DOCUMENT, "rId9", "image", "word/media/image1.png");
    }

    private void markup() {
        body("XML comment", Kind.METADATA, m -> "<!-- " + m + " -->");
        body("processing instruction", Kind.METADATA, m -> "<?note " + m + "?>");
        body("element of an unknown namespace", Kind.METADATA, m -> paragraph("<x9:note xmlns:x9=\"urn:x9\">" + m + "</x9:note>"));
        body("attribute of an unknown namespace", Kind.METADATA, m -> paragraph("<w:r xmlns:x9=\"urn:x9\" x9:note=\"" + m + "\"><w:t>字</w:t></w:r>"));
        body("text where none belongs", Kind.METADATA, m -> "<w:p>" + m + run("", "字") + "</w:p>");
        body("editing session", Kind.METADATA, m -> "<w:p w:rsidR=\"00AB12CD\" w14:paraId=\"1A2B3C4D\"><w:r><w:rPr><w15:x w15:v=\"" + m + "\"/></w:rPr><w:t>字</w:t></w:r></w:p>");
    }
}
