package openland.files.ooxml;

import java.util.Base64;

/** Word documents for tests. */
final class WordSamples {
    static final String DOCUMENT = "word/document.xml";
    /** What readers see in each of them. */
    static final String SEEN = "征地补偿安置方案公告";
    static final byte[] PNG = Base64.getDecoder().decode(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private WordSamples() {}

    /** A document with a heading, some text and whatever {@code body} is. */
    static Parts document(String body) {
        return new Parts().xml(DOCUMENT, "wordprocessingml.document.main", "w:document", "<w:body>"
                + "<w:p><w:pPr><w:pStyle w:val=\"1\"/></w:pPr><w:r><w:t>" + SEEN + "</w:t></w:r></w:p>" + body
                + "<w:p><w:r><w:t>清河县自然资源局</w:t></w:r></w:p>"
                + "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr></w:body>")
                .relation("", "rId1", "officeDocument", DOCUMENT)
                .xml("word/styles.xml", "wordprocessingml.styles", "w:styles", "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val=\"21\"/></w:rPr></w:rPrDefault></w:docDefaults>"
                        + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name w:val=\"Normal\"/></w:style>"
                        + "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"a\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>")
                .relation(DOCUMENT, "rId1", "styles", "word/styles.xml")
                .xml("word/settings.xml", "wordprocessingml.settings", "w:settings", "<w:zoom w:percent=\"100\"/><w:compat/>")
                .relation(DOCUMENT, "rId2", "settings", "word/settings.xml");
    }

    static String run(String properties, String text) {
        return "<w:r>" + (properties.isEmpty() ? "" : "<w:rPr>" + properties + "</w:rPr>") + "<w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    static String paragraph(String... runs) {
        return "<w:p>" + String.join("", runs) + "</w:p>";
    }

    /** A field whose result is seen. */
    static String field(String code, String result) {
        return "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\">" + code + "</w:instrText></w:r>"
                + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + run("", result) + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    }

    /** A picture that stands in the line; {@code id} leads to it. */
    static String picture(String id, String frame, String picture, String fill) {
        return "<w:r><w:drawing><wp:inline><wp:extent cx=\"900000\" cy=\"900000\"/><wp:docPr id=\"1\" name=\"图片 1\"" + frame + "/><a:graphic>"
                + "<a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr><pic:cNvPr id=\"0\" name=\"图片 1\""
                + picture + "/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"" + id + "\"/>" + fill + "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
                + "<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"900000\" cy=\"900000\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr>"
                + "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>";
    }

    /** A text box; {@code fill} is its fill, {@code x} its distance from the left edge of the column, in EMU. */
    static String textBox(String fill, long x, String frame, String paragraphs) {
        return "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\" simplePos=\"0\" relativeHeight=\"1\" behindDoc=\"0\""
                + " locked=\"0\" layoutInCell=\"1\" allowOverlap=\"1\"><wp:simplePos x=\"0\" y=\"0\"/><wp:positionH relativeFrom=\"column\"><wp:posOffset>" + x
                + "</wp:posOffset></wp:positionH><wp:positionV relativeFrom=\"paragraph\"><wp:posOffset>100000</wp:posOffset></wp:positionV><wp:extent cx=\"1800000\" cy=\"400000\"/>"
                + "<wp:wrapNone/><wp:docPr id=\"7\" name=\"文本框 7\"" + frame + "/><a:graphic><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\">"
                + "<wps:wsp><wps:cNvSpPr txBox=\"1\"/><wps:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"1800000\" cy=\"400000\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>"
                + fill + "</wps:spPr><wps:txbx><w:txbxContent>" + paragraphs + "</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
                + "</mc:AlternateContent></w:r>";
    }

    static String table(String properties, String... rows) {
        return "<w:tbl><w:tblPr>" + properties + "</w:tblPr><w:tblGrid/>" + String.join("", rows) + "</w:tbl>";
    }

    static String row(String properties, String... cells) {
        return "<w:tr>" + (properties.isEmpty() ? "" : "<w:trPr>" + properties + "</w:trPr>") + String.join("", cells) + "</w:tr>";
    }

    static String cell(String properties, String... runs) {
        return "<w:tc>" + (properties.isEmpty() ? "" : "<w:tcPr>" + properties + "</w:tcPr>") + paragraph(runs) + "</w:tc>";
    }
}
