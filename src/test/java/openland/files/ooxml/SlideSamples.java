package openland.files.ooxml;

/** PowerPoint presentations for tests. */
final class SlideSamples {
    static final String PRESENTATION = "ppt/presentation.xml";
    static final String SLIDE = "ppt/slides/slide1.xml";
    static final String LAYOUT = "ppt/slideLayouts/slideLayout1.xml";
    static final String MASTER = "ppt/slideMasters/slideMaster1.xml";

    private SlideSamples() {}

    /** A presentation of one slide with its title and {@code shapes}. */
    static Parts presentation(String shapes) {
        var parts = new Parts().xml(PRESENTATION, "presentationml.presentation.main", "p:presentation", "<p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/></p:sldMasterIdLst>"
                + "<p:sldIdLst><p:sldId id=\"256\" r:id=\"rId2\"/></p:sldIdLst><p:sldSz cx=\"12192000\" cy=\"6858000\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/>")
                .relation("", "rId1", "officeDocument", PRESENTATION).relation(PRESENTATION, "rId1", "slideMaster", MASTER).relation(PRESENTATION, "rId2", "slide", SLIDE)
                .relation(PRESENTATION, "rId3", "theme", "ppt/theme/theme1.xml").relation(MASTER, "rId1", "slideLayout", LAYOUT).relation(MASTER, "rId2", "theme", "ppt/theme/theme1.xml")
                .relation(LAYOUT, "rId1", "slideMaster", MASTER).relation(SLIDE, "rId1", "slideLayout", LAYOUT);
        slide(parts, SLIDE, "", shape("", "<p:ph type=\"title\"/>", "", 600_000, run("/>", WordSamples.SEEN)) + shapes);
        return parts.xml(LAYOUT, "presentationml.slideLayout", "p:sldLayout", "<p:cSld>" + tree(shape("", "<p:ph type=\"title\"/>", "", 600_000, run("/>", "单击此处编辑母版标题样式"))) + "</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>")
                .xml(MASTER, "presentationml.slideMaster", "p:sldMaster", "<p:cSld><p:bg><p:bgRef idx=\"1001\"><a:schemeClr val=\"bg1\"/></p:bgRef></p:bg>" + tree(shape("", "<p:ph type=\"title\"/>", "", 600_000, run("/>", "单击此处编辑母版标题样式")))
                        + "</p:cSld><p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/>"
                        + "<p:sldLayoutIdLst><p:sldLayoutId id=\"2147483649\" r:id=\"rId1\"/></p:sldLayoutIdLst>")
                .xml("ppt/theme/theme1.xml", "theme", "a:theme name=\"Office 主题\"", "<a:themeElements><a:clrScheme name=\"Office\"><a:dk1><a:sysClr val=\"windowText\" lastClr=\"000000\"/></a:dk1><a:lt1><a:sysClr val=\"window\" lastClr=\"FFFFFF\"/></a:lt1>"
                        + "<a:dk2><a:srgbClr val=\"44546A\"/></a:dk2><a:lt2><a:srgbClr val=\"E7E6E6\"/></a:lt2>" + accents() + "<a:hlink><a:srgbClr val=\"0563C1\"/></a:hlink><a:folHlink><a:srgbClr val=\"954F72\"/></a:folHlink></a:clrScheme>"
                        + "<a:fontScheme name=\"Office\"><a:majorFont><a:latin typeface=\"Calibri\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/></a:majorFont><a:minorFont><a:latin typeface=\"Calibri\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/></a:minorFont></a:fontScheme>"
                        + "<a:fmtScheme name=\"Office\"><a:fillStyleLst>" + three("<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>") + "</a:fillStyleLst><a:lnStyleLst>" + three("<a:ln><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill></a:ln>")
                        + "</a:lnStyleLst><a:effectStyleLst>" + three("<a:effectStyle><a:effectLst/></a:effectStyle>") + "</a:effectStyleLst><a:bgFillStyleLst>" + three("<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>") + "</a:bgFillStyleLst></a:fmtScheme></a:themeElements>");
    }

    private static String accents() {
        var accents = new StringBuilder();
        for (int i = 1; i <= 6; i++) {
            accents.append("<a:accent").append(i).append("><a:srgbClr val=\"4472C").append(i).append("\"/></a:accent").append(i).append('>');
        }
        return accents.toString();
    }

    private static String three(String piece) {
        return piece + piece + piece;
    }

    static Parts slide(Parts parts, String name, String attributes, String shapes) {
        return parts.xml(name, "presentationml.slide", "p:sld" + attributes, "<p:cSld>" + tree(shapes) + "</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>");
    }

    /** A second slide. */
    static Parts second(Parts parts, String attributes, String shapes) {
        return slide(parts, "ppt/slides/slide2.xml", attributes, shapes).replace(PRESENTATION, "</p:sldIdLst>", "<p:sldId id=\"257\" r:id=\"rId5\"/></p:sldIdLst>")
                .relation(PRESENTATION, "rId5", "slide", "ppt/slides/slide2.xml").relation("ppt/slides/slide2.xml", "rId1", "slideLayout", LAYOUT);
    }

    static String tree(String shapes) {
        return "<p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>" + shapes + "</p:spTree>";
    }

    static String shape(String frame, String place, String fill, long left, String run) {
        return "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"文本框 2\"" + frame + "/><p:cNvSpPr/><p:nvPr>" + place + "</p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"" + left
                + "\" y=\"600000\"/><a:ext cx=\"3000000\" cy=\"900000\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>" + fill + "</p:spPr><p:txBody><a:bodyPr/><a:p>" + run + "</a:p></p:txBody></p:sp>";
    }

    static String run(String properties, String text) {
        return ExcelSamples.run(properties, text);
    }

    static String picture(String frame, String crop) {
        return "<p:pic><p:nvPicPr><p:cNvPr id=\"4\" name=\"图片 4\"" + frame + "/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed=\"rId8\"/>" + crop
                + "<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm><a:off x=\"5000000\" y=\"2000000\"/><a:ext cx=\"900000\" cy=\"900000\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:pic>";
    }

    static String frame(String uri, String content) {
        return "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"5\" name=\"图表 5\"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x=\"5000000\" y=\"2000000\"/><a:ext cx=\"4000000\" cy=\"2000000\"/></p:xfrm>"
                + "<a:graphic><a:graphicData uri=\"" + uri + "\">" + content + "</a:graphicData></a:graphic></p:graphicFrame>";
    }
}
