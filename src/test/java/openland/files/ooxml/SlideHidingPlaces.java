package openland.files.ooxml;

import static openland.files.ooxml.SlideSamples.LAYOUT;
import static openland.files.ooxml.SlideSamples.MASTER;
import static openland.files.ooxml.SlideSamples.PRESENTATION;
import static openland.files.ooxml.SlideSamples.SLIDE;
import static openland.files.ooxml.SlideSamples.frame;
import static openland.files.ooxml.SlideSamples.picture;
import static openland.files.ooxml.SlideSamples.presentation;
import static openland.files.ooxml.SlideSamples.run;
import static openland.files.ooxml.SlideSamples.second;
import static openland.files.ooxml.SlideSamples.shape;
import static openland.files.ooxml.SlideSamples.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import openland.files.Hidden.Kind;
import openland.files.HidingPlace;

/** Where a PowerPoint presentation can carry words that its reader does not see. */
public final class SlideHidingPlaces {
    private static final String CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private final List<HidingPlace> places = new ArrayList<>();

    private SlideHidingPlaces() {}

    public static List<HidingPlace> all() {
        var made = new SlideHidingPlaces();
        made.properties();
        made.notes();
        made.shapes();
        made.objects();
        made.masters();
        return List.copyOf(made.places);
    }

    private void add(String name, Kind kind, Function<String, Parts> planting) {
        places.add(new HidingPlace(name, "PowerPoint", "汇报.pptx", kind, marker -> planting.apply(marker).file()));
    }

    private static Parts plain() {
        return presentation("");
    }

    private void properties() {
        Documents.properties(SlideHidingPlaces::plain).forEach((name, planting) -> add(name, Kind.METADATA, planting));
        add("thumbnail", Kind.THUMBNAIL, m -> plain().bytes("docProps/thumbnail.jpeg", "", Documents.binary(m)).relation("", "t1", "thumbnail", "docProps/thumbnail.jpeg"));
        add("comment of the archive", Kind.METADATA, m -> plain().comment(m));
        add("part that nothing leads to", Kind.EARLIER_REVISION, m -> plain().raw("ppt/slides/old.xml", "", "<a>" + m + "</a>"));
        add("slide that is not in the list", Kind.EARLIER_REVISION, m -> SlideSamples.slide(plain(), "ppt/slides/slide9.xml", "", shape("", "", "", 0, run("/>", m))).relation(PRESENTATION, "rId9", "slide", "ppt/slides/slide9.xml"));
        add("name of a section", Kind.METADATA, m -> plain().replace(PRESENTATION, "</p:presentation>", "<p:extLst><p:ext uri=\"{521415D9}\"><p14:sectionLst><p14:section name=\"" + m + "\" id=\"{1}\"/></p14:sectionLst></p:ext></p:extLst></p:presentation>"));
        add("custom show", Kind.METADATA, m -> plain().replace(PRESENTATION, "</p:presentation>", "<p:custShowLst><p:custShow name=\"" + m + "\" id=\"0\"/></p:custShowLst></p:presentation>"));
        add("tags", Kind.METADATA, m -> plain().xml("ppt/tags/tag1.xml", "presentationml.tags", "p:tagLst", "<p:tag name=\"a\" val=\"" + m + "\"/>").relation(SLIDE, "rId9", "tags", "ppt/tags/tag1.xml"));
        add("macros", Kind.SCRIPT, m -> plain().bytes("ppt/vbaProject.bin", "application/vnd.ms-office.vbaProject", Documents.binary(m)).relation(PRESENTATION, "rId9", "vbaProject", "ppt/vbaProject.bin"));
        add("custom XML", Kind.METADATA, m -> plain().raw("customXml/item1.xml", "", "<case>" + m + "</case>").relation(PRESENTATION, "rId9", "customXml", "customXml/item1.xml"));
        add("password to change", Kind.METADATA, m -> plain().replace(PRESENTATION, "</p:presentation>", "<p:modifyVerifier hashData=\"" + m + "\"/></p:presentation>"));
    }

    private void notes() {
        add("hidden slide", Kind.HIDDEN_SLIDE, m -> second(plain(), " show=\"0\"", shape("", "", "", 0, run("/>", m))));
        add("speaker's notes", Kind.NOTES, m -> notes(m));
        add("notes of a hidden slide", Kind.HIDDEN_SLIDE, m -> second(plain(), " show=\"0\"", shape("", "", "", 0, run("/>", m))).xml("ppt/notesSlides/notesSlide1.xml", "presentationml.notesSlide", "p:notes", "<p:cSld>" + tree(shape("", "", "", 0, run("/>", m))) + "</p:cSld>")
                .relation("ppt/slides/slide2.xml", "rId2", "notesSlide", "ppt/notesSlides/notesSlide1.xml"));
        add("master of the notes", Kind.NOTES, m -> plain().xml("ppt/notesMasters/notesMaster1.xml", "presentationml.notesMaster", "p:notesMaster", "<p:cSld>" + tree(shape("", "", "", 0, run("/>", m))) + "</p:cSld>").relation(PRESENTATION, "rId9", "notesMaster", "ppt/notesMasters/notesMaster1.xml"));
        add("master of the handouts", Kind.NOTES, m -> plain().xml("ppt/handoutMasters/handoutMaster1.xml", "presentationml.handoutMaster", "p:handoutMaster", "<p:cSld>" + tree(shape("", "", "", 0, run("/>", m))) + "</p:cSld>").relation(PRESENTATION, "rId9", "handoutMaster", "ppt/handoutMasters/handoutMaster1.xml"));
        add("comment", Kind.COMMENT, m -> plain().xml("ppt/comments/comment1.xml", "presentationml.comments", "p:cmLst", "<p:cm authorId=\"0\"><p:text>" + m + "</p:text></p:cm>").relation(SLIDE, "rId9", "comments", "ppt/comments/comment1.xml"));
        add("authors of comments", Kind.COMMENT, m -> plain().xml("ppt/commentAuthors.xml", "presentationml.commentAuthors", "p:cmAuthorLst", "<p:cmAuthor id=\"0\" name=\"" + m + "\"/>").relation(PRESENTATION, "rId9", "commentAuthors", "ppt/commentAuthors.xml"));
    }

    private static Parts notes(String text) {
        return plain().xml("ppt/notesSlides/notesSlide1.xml", "presentationml.notesSlide", "p:notes", "<p:cSld>" + tree(shape("", "", "", 0, run("/>", text))) + "</p:cSld>")
                .relation(SLIDE, "rId9", "notesSlide", "ppt/notesSlides/notesSlide1.xml").relation("ppt/notesSlides/notesSlide1.xml", "rId1", "slide", SLIDE);
    }

    private void inShape(String name, Kind kind, String frame, String fill, long left, String properties) {
        add(name, kind, m -> presentation(SlideSamples.shape(frame, "", fill, left, run("/>", "见") + run(properties, m))));
    }

    private void shapes() {
        add("hidden shape", Kind.HIDDEN_TEXT, m -> presentation(SlideSamples.shape(" hidden=\"1\"", "", "", 0, run("/>", m))));
        add("shape left of the slide", Kind.OUTSIDE_PAGE, m -> presentation(SlideSamples.shape("", "", "", -4_000_000, run("/>", m))));
        add("shape right of the slide", Kind.OUTSIDE_PAGE, m -> presentation(SlideSamples.shape("", "", "", 12_500_000, run("/>", m))));
        add("shape without size", Kind.HIDDEN_TEXT, m -> presentation(SlideSamples.shape("", "", "", 0, run("/>", m)).replace("cx=\"3000000\" cy=\"900000\"", "cx=\"0\" cy=\"0\"")));
        inShape("white on a white slide", Kind.HIDDEN_TEXT, "", "", 5_000_000, "><a:solidFill><a:srgbClr val=\"FFFFFF\"/></a:solidFill></a:rPr>");
        inShape("background colour of the theme", Kind.HIDDEN_TEXT, "", "", 5_000_000, "><a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill></a:rPr>");
        inShape("colour of its shape", Kind.HIDDEN_TEXT, "", "<a:solidFill><a:srgbClr val=\"C00000\"/></a:solidFill>", 0, "><a:solidFill><a:srgbClr val=\"C00000\"/></a:solidFill></a:rPr>");
        inShape("text of one point", Kind.HIDDEN_TEXT, "", "", 0, " sz=\"100\"/>");
        inShape("text without a fill", Kind.HIDDEN_TEXT, "", "", 0, "><a:noFill/></a:rPr>");
        inShape("fully transparent text", Kind.HIDDEN_TEXT, "", "", 0, "><a:solidFill><a:srgbClr val=\"000000\"><a:alpha val=\"0\"/></a:srgbClr></a:solidFill></a:rPr>");
        add("colour of its cell", Kind.HIDDEN_TEXT, m -> presentation(frame("http://schemas.openxmlformats.org/drawingml/2006/table", "<a:tbl><a:tr h=\"9\"><a:tc><a:txBody><a:bodyPr/><a:p>" + run("/>", "见")
                + run("><a:solidFill><a:srgbClr val=\"70AD47\"/></a:solidFill></a:rPr>", m) + "</a:p></a:txBody><a:tcPr><a:solidFill><a:srgbClr val=\"70AD47\"/></a:solidFill></a:tcPr></a:tc></a:tr></a:tbl>")));
        add("name of a shape", Kind.METADATA, m -> presentation(SlideSamples.shape("", "", "", 0, run("/>", "见")).replace("name=\"文本框 2\"", "name=\"" + m + "\"")));
        add("tip of a link", Kind.METADATA, m -> presentation(SlideSamples.shape("", "", "", 0, run("><a:hlinkClick r:id=\"rId9\" tooltip=\"" + m + "\"/></a:rPr>", "见"))).relation(SLIDE, "rId9", "hyperlink", "https://www.gov.cn/"));
        add("link to a share", Kind.EXTERNAL_LINK, m -> presentation(SlideSamples.shape("", "", "", 0, run("><a:hlinkClick r:id=\"rId9\"/></a:rPr>", "见"))).relation(SLIDE, "rId9", "hyperlink", "file:///\\\\server\\" + m));
        add("program to start", Kind.SCRIPT, m -> presentation(SlideSamples.shape("", "", "", 0, run("><a:hlinkClick r:id=\"\" action=\"ppaction://program?" + m + "\"/></a:rPr>", "见"))));
    }

    private void objects() {
        add("metadata of a picture", Kind.PICTURE_METADATA, m -> presentation(picture("", "")).bytes("ppt/media/image1.png", "", Documents.pngWith(m)).relation(SLIDE, "rId8", "image", "ppt/media/image1.png"));
        add("file name of a picture", Kind.METADATA, m -> presentation(picture(" descr=\"D:\\" + m + ".png\"", "")).bytes("ppt/media/image1.png", "", WordSamples.PNG).relation(SLIDE, "rId8", "image", "ppt/media/image1.png"));
        add("workbook behind a chart", Kind.EMBEDDED, m -> Documents.chart(presentation(frame(CHART, "<c:chart r:id=\"rId20\"/>")), SLIDE, "ppt", "").bytes("ppt/embeddings/Sheet1.xlsx", "", Documents.zip("xl/a.xml", m))
                .relation("ppt/charts/chart1.xml", "rId1", "package", "ppt/embeddings/Sheet1.xlsx"));
        add("point beyond the count of a chart", Kind.CACHE, m -> Documents.chart(presentation(frame(CHART, "<c:chart r:id=\"rId20\"/>")), SLIDE, "ppt", "").replace("ppt/charts/chart1.xml", "<c:pt idx=\"0\"><c:v>一季度", "<c:pt idx=\"9\"><c:v>" + m + "</c:v></c:pt><c:pt idx=\"0\"><c:v>一季度"));
        add("embedded object", Kind.EMBEDDED, m -> presentation(frame("http://schemas.openxmlformats.org/presentationml/2006/ole", "<p:oleObj progId=\"Package\" r:id=\"rId9\"><p:embed/>" + picture("", "") + "</p:oleObj>"))
                .bytes("ppt/media/image1.png", "", WordSamples.PNG).relation(SLIDE, "rId8", "image", "ppt/media/image1.png").bytes("ppt/embeddings/oleObject1.bin", "", Documents.binary(m)).relation(SLIDE, "rId9", "oleObject", "ppt/embeddings/oleObject1.bin"));
        add("film", Kind.EMBEDDED, m -> plain().bytes("ppt/media/media1.mp4", "video/mp4", Documents.binary(m)).relation(SLIDE, "rId9", "video", "ppt/media/media1.mp4"));
        add("film elsewhere", Kind.EXTERNAL_LINK, m -> plain().relation(SLIDE, "rId9", "video", "file:///D:/" + m + ".mp4"));
        add("original of a picture with effects", Kind.CACHE, m -> plain().bytes("ppt/media/hdphoto1.wdp", "image/vnd.ms-photo", Documents.binary(m)).relation(SLIDE, "rId9", "hdphoto", "ppt/media/hdphoto1.wdp"));
        add("second version for old programs", Kind.EARLIER_REVISION, m -> presentation("<mc:AlternateContent><mc:Choice Requires=\"p14\">" + SlideSamples.shape("", "", "", 0, run("/>", "新")) + "</mc:Choice><mc:Fallback>" + SlideSamples.shape("", "", "", 0, run("/>", m)) + "</mc:Fallback></mc:AlternateContent>"));
        add("XML comment", Kind.METADATA, m -> presentation("<!--" + m + "-->"));
        add("extension of a shape", Kind.METADATA, m -> presentation(SlideSamples.shape("", "<p:extLst><p:ext uri=\"{1}\"><x9:a xmlns:x9=\"urn:x9\" v=\"" + m + "\"/></p:ext></p:extLst>", "", 0, run("/>", "见"))));
        add("description of a diagram's layout", Kind.METADATA, m -> presentation(frame("http://schemas.openxmlformats.org/drawingml/2006/diagram", "<dgm:relIds r:dm=\"rId11\" r:lo=\"rId12\" r:qs=\"rId13\" r:cs=\"rId14\"/>"))
                .xml("ppt/diagrams/data1.xml", "drawingml.diagramData", "dgm:dataModel", "<dgm:ptLst><dgm:pt modelId=\"1\"><dgm:t><a:bodyPr/><a:p>" + run("/>", "流程") + "</a:p></dgm:t></dgm:pt></dgm:ptLst>").relation(SLIDE, "rId11", "diagramData", "ppt/diagrams/data1.xml")
                .xml("ppt/diagrams/layout1.xml", "drawingml.diagramLayout", "dgm:layoutDef", "<dgm:title val=\"\"/><dgm:desc val=\"" + m + "\"/><dgm:layoutNode/>").relation(SLIDE, "rId12", "diagramLayout", "ppt/diagrams/layout1.xml"));
    }

    private void masters() {
        add("layout that no slide has", Kind.EARLIER_REVISION, m -> plain().xml("ppt/slideLayouts/slideLayout2.xml", "presentationml.slideLayout", "p:sldLayout", "<p:cSld>" + tree(shape("", "", "", 0, run("/>", m))) + "</p:cSld>")
                .replace(MASTER, "</p:sldLayoutIdLst>", "<p:sldLayoutId id=\"2147483650\" r:id=\"rId9\"/></p:sldLayoutIdLst>").relation(MASTER, "rId9", "slideLayout", "ppt/slideLayouts/slideLayout2.xml").relation("ppt/slideLayouts/slideLayout2.xml", "rId1", "slideMaster", MASTER));
        add("prompt of a layout", Kind.METADATA, m -> plain().replace(LAYOUT, "单击此处编辑母版标题样式", m));
        add("prompt of the master", Kind.METADATA, m -> plain().replace(MASTER, "单击此处编辑母版标题样式", m));
        add("name of a layout", Kind.METADATA, m -> plain().replace(LAYOUT, "<p:cSld>", "<p:cSld name=\"" + m + " 的版式（草稿）\">"));
        add("hidden shape of the master", Kind.HIDDEN_TEXT, m -> plain().replace(MASTER, "</p:spTree>", shape(" hidden=\"1\"", "", "", 0, run("/>", m)) + "</p:spTree>"));
        add("name of the theme", Kind.METADATA, m -> plain().replace("ppt/theme/theme1.xml", "name=\"Office 主题\"", "name=\"" + m + "\""));
    }
}
