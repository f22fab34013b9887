package openland.files.fixed;

import static openland.files.fixed.OfdSamples.box;
import static openland.files.fixed.OfdSamples.colour;
import static openland.files.fixed.OfdSamples.painting;
import static openland.files.fixed.OfdSamples.picture;
import static openland.files.fixed.OfdSamples.replace;
import static openland.files.fixed.OfdSamples.text;
import static openland.files.fixed.OfdSamples.with;
import static openland.files.fixed.OfdSamples.xml;
import static openland.files.fixed.PictureSamples.ascii;
import static openland.files.fixed.PictureSamples.joined;
import static openland.files.fixed.PictureSamples.jpegWith;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import openland.files.Hidden.Kind;
import openland.files.HidingPlace;
import openland.files.HidingPlace.Planting;

/** Where OFD files hide words. */
public final class OfdHidingPlaces {
    private static final String DOCUMENT = "Doc_0/Document.xml";
    private static final String PAGE = "Doc_0/Pages/Page_0/Content.xml";

    private OfdHidingPlaces() {}

    public static List<HidingPlace> all() {
        return Stream.of(metadata(), beside(), painted()).flatMap(List::stream).toList();
    }

    private static HidingPlace place(String name, Kind kind, Planting planting) {
        return new HidingPlace(name, "OFD", "公告.ofd", kind, planting);
    }

    private static HidingPlace information(String element) {
        return place("information " + element, Kind.METADATA, m -> with("", files -> replace(files, "OFD.xml", "</ofd:DocInfo>",
                "<ofd:" + element + ">" + m + "</ofd:" + element + "></ofd:DocInfo>")));
    }

    private static List<HidingPlace> metadata() {
        return List.of(information("Author"), information("Title"), information("Subject"), information("Abstract"), information("Creator"),
                place("data of one's own", Kind.METADATA, m -> with("", files -> replace(files, "OFD.xml", "</ofd:DocInfo>",
                        "<ofd:CustomDatas><ofd:CustomData Name=\"经办\">" + m + "</ofd:CustomData></ofd:CustomDatas></ofd:DocInfo>"))),
                place("keywords", Kind.METADATA, m -> with("", files -> replace(files, "OFD.xml", "</ofd:DocInfo>",
                        "<ofd:Keywords><ofd:Keyword>" + m + "</ofd:Keyword></ofd:Keywords></ofd:DocInfo>"))),
                place("attribute of one's own", Kind.METADATA, m -> with("", files -> replace(files, PAGE, "Type=\"Body\"", "Type=\"Body\" Oa=\"" + m + "\""))),
                place("element of another namespace", Kind.METADATA, m -> with("", files -> replace(files, PAGE, "</ofd:Content>",
                        "</ofd:Content><oa:Flow xmlns:oa=\"http://oa\">" + m + "</oa:Flow>"))),
                place("words between elements", Kind.METADATA, m -> with("", files -> replace(files, PAGE, "</ofd:Content>", "</ofd:Content>" + m))),
                place("processing instruction", Kind.METADATA, m -> with("", files -> replace(files, PAGE, "</ofd:Content>", "</ofd:Content><?oa " + m + "?>"))),
                place("comment in the XML", Kind.COMMENT, m -> with("", files -> replace(files, PAGE, "</ofd:Content>", "</ofd:Content><!--" + m + "-->"))),
                place("comment in front of the XML", Kind.COMMENT, m -> with("", files -> replace(files, PAGE, "<ofd:Page", "<!--" + m + "--><ofd:Page"))),
                place("file that nothing leads to", Kind.METADATA, m -> with("", files -> files.put("Doc_0/oa.txt", ascii(m)))),
                place("custom tags", Kind.METADATA, m -> with("", files -> {
                    replace(files, DOCUMENT, "</ofd:Document>", "<ofd:CustomTags>Tags/CustomTags.xml</ofd:CustomTags></ofd:Document>");
                    xml(files, "Doc_0/Tags/CustomTags.xml", "CustomTags", "<ofd:CustomTag>" + m + "</ofd:CustomTag>");
                })),
                place("extensions", Kind.METADATA, m -> with("", files -> {
                    replace(files, DOCUMENT, "</ofd:Document>", "<ofd:Extensions>Extensions.xml</ofd:Extensions></ofd:Document>");
                    xml(files, "Doc_0/Extensions.xml", "Extensions", "<ofd:Data>" + m + "</ofd:Data>");
                })));
    }

    private static void note(Map<String, byte[]> files, String attributes, String content) {
        replace(files, DOCUMENT, "</ofd:Document>", "<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations></ofd:Document>");
        xml(files, "Doc_0/Annots/Annotations.xml", "Annotations", "<ofd:Page PageID=\"1\"><ofd:FileLoc>Page_0/Annotation.xml</ofd:FileLoc></ofd:Page>");
        xml(files, "Doc_0/Annots/Page_0/Annotation.xml", "PageAnnot", "<ofd:Annot ID=\"8\" Type=\"Stamp\" " + attributes + ">" + content + "</ofd:Annot>");
    }

    private static List<HidingPlace> beside() {
        var appearance = "<ofd:Appearance Boundary=\"10 100 20 20\">" + box(0, 0, 5, 5, "", colour("255 0 0")) + "</ofd:Appearance>";
        return List.of(
                place("note's remark", Kind.COMMENT, m -> with("", files -> note(files, "", "<ofd:Remark>" + m + "</ofd:Remark>"))),
                place("note's author", Kind.COMMENT, m -> with("", files -> note(files, "Creator=\"" + m + "\"", appearance))),
                place("note's parameter", Kind.COMMENT, m -> with("", files -> note(files, "",
                        "<ofd:Parameters><ofd:Parameter Name=\"a\">" + m + "</ofd:Parameter></ofd:Parameters>" + appearance))),
                place("note that is not shown", Kind.COMMENT, m -> with("", files -> note(files, "Visible=\"false\"",
                        "<ofd:Appearance Boundary=\"0 0 200 200\">" + text(m, 10, 10, "", "") + "</ofd:Appearance>"))),
                place("attachment", Kind.EMBEDDED, m -> with("", files -> {
                    replace(files, DOCUMENT, "</ofd:Document>", "<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments></ofd:Document>");
                    xml(files, "Doc_0/Attachs/Attachments.xml", "Attachments", "<ofd:Attachment ID=\"1\" Name=\"a\"><ofd:FileLoc>a.txt</ofd:FileLoc></ofd:Attachment>");
                    files.put("Doc_0/Attachs/a.txt", ascii(m));
                })),
                place("earlier version", Kind.EARLIER_REVISION, m -> with("", files -> {
                    replace(files, "OFD.xml", "</ofd:DocBody>", "<ofd:Versions><ofd:Version ID=\"1\" Index=\"1\" BaseLoc=\"Doc_0/Versions/V1.xml\"/></ofd:Versions></ofd:DocBody>");
                    xml(files, "Doc_0/Versions/V1.xml", "DocVersion", text(m, 10, 10, "", ""));
                })),
                place("action", Kind.EXTERNAL_LINK, m -> with("", files -> replace(files, PAGE, "</ofd:Content>", "</ofd:Content><ofd:Actions><ofd:Action "
                        + "Event=\"PO\"><ofd:URI URI=\"file:///C:/" + m + "\"/></ofd:Action></ofd:Actions>"))),
                place("film as action", Kind.SCRIPT, m -> with("", files -> replace(files, PAGE, "</ofd:Content>", "</ofd:Content><ofd:Actions><ofd:Action "
                        + "Event=\"PO\"><ofd:Movie ResourceID=\"" + m + "\"/></ofd:Action></ofd:Actions>"))),
                place("photograph's comment", Kind.PICTURE_METADATA, m -> with(picture(20, 200, 40, 30), files ->
                        files.put("Doc_0/Res/photo.jpg", jpegWith(0xfe, ascii(m))))),
                place("behind a photograph's end", Kind.PICTURE_METADATA, m -> with(picture(20, 200, 40, 30), files ->
                        files.put("Doc_0/Res/photo.jpg", joined(PictureSamples.picture("jpeg"), ascii(m))))));
    }

    private static List<HidingPlace> painted() {
        return List.of(
                place("under a black box", Kind.COVERED_TEXT, m -> painting(text(m, 20, 50, "", "") + box(18, 48, 130, 12, "", colour("0 0 0")))),
                place("under a white box", Kind.COVERED_TEXT, m -> painting(text(m, 20, 50, "", "") + box(18, 48, 130, 12, "", colour("255 255 255")))),
                place("under a picture", Kind.COVERED_TEXT, m -> painting(text(m, 20, 50, "", "") + picture(18, 48, 130, 12))),
                place("under a thick line", Kind.COVERED_TEXT, m -> painting(text(m, 20, 50, "", "") + "<ofd:PathObject ID=\"4\" Boundary=\"18 48 130 12\" LineWidth=\"10\">"
                        + "<ofd:AbbreviatedData>M 0 5.5 L 130 5.5</ofd:AbbreviatedData></ofd:PathObject>")),
                place("under a note", Kind.COVERED_TEXT, m -> with(text(m, 20, 50, "", ""), files -> note(files, "",
                        "<ofd:Appearance Boundary=\"18 48 130 12\">" + box(0, 0, 130, 12, "", colour("0 0 0")) + "</ofd:Appearance>"))),
                place("white on white", Kind.HIDDEN_TEXT, m -> painting(text(m, 20, 50, "", colour("255 255 255")))),
                place("blue on blue", Kind.HIDDEN_TEXT, m -> painting(box(18, 48, 130, 12, "", colour("0 0 255")) + text(m, 20, 50, "", colour("0 0 255")))),
                place("transparent", Kind.HIDDEN_TEXT, m -> painting(text(m, 20, 50, "Alpha=\"0\"", ""))),
                place("neither filled nor stroked", Kind.HIDDEN_TEXT, m -> painting(text(m, 20, 50, "Fill=\"false\"", ""))),
                place("tiny", Kind.HIDDEN_TEXT, m -> painting(text(m, 20, 50, "CTM=\"0.01 0 0 0.01 0 0\"", ""))),
                place("outside its own box", Kind.HIDDEN_TEXT, m -> painting("<ofd:TextObject ID=\"3\" Boundary=\"20 50 1 1\" Size=\"5\"><ofd:TextCode X=\"0\" Y=\"60\">"
                        + m + "</ofd:TextCode></ofd:TextObject>")),
                place("object that is not visible", Kind.HIDDEN_LAYER, m -> painting(text(m, 20, 50, "Visible=\"false\"", ""))),
                place("block that is not visible", Kind.HIDDEN_LAYER, m -> painting("<ofd:PageBlock ID=\"9\" Visible=\"false\">" + text(m, 20, 50, "", "") + "</ofd:PageBlock>")),
                place("outside the page", Kind.OUTSIDE_PAGE, m -> painting(text(m, -200, 50, "", ""))));
    }
}
