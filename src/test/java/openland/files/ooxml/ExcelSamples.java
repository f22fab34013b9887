package openland.files.ooxml;

/** Excel workbooks for tests. */
final class ExcelSamples {
    static final String WORKBOOK = "xl/workbook.xml";
    static final String SHEET = "xl/worksheets/sheet1.xml";
    /** A cell style that is like any other. */
    static final String PLAIN = "0";
    static final String BLANK_FORMAT = "1";
    static final String WHITE = "2";
    static final String OWN_COLOUR = "3";
    static final String DATE = "4";
    static final String PER_CENT = "5";

    private ExcelSamples() {}

    /** A workbook of one sheet: the text that is seen, then {@code rows}. */
    static Parts workbook(String before, String rows, String after) {
        return new Parts().xml(WORKBOOK, "spreadsheetml.sheet.main", "x:workbook", "<x:bookViews><x:workbookView activeTab=\"0\"/></x:bookViews>"
                + "<x:sheets><x:sheet name=\"补偿明细\" sheetId=\"1\" r:id=\"rId1\"/></x:sheets>").relation("", "rId1", "officeDocument", WORKBOOK)
                .xml(SHEET, "spreadsheetml.worksheet", "x:worksheet", before + "<x:sheetData><x:row r=\"1\">" + text("A1", WordSamples.SEEN) + number("B1", "0", "12.5") + "</x:row>" + rows + "</x:sheetData>" + after)
                .relation(WORKBOOK, "rId1", "worksheet", SHEET)
                .xml("xl/styles.xml", "spreadsheetml.styles", "x:styleSheet", "<x:numFmts count=\"1\"><x:numFmt numFmtId=\"170\" formatCode=\";;;\"/></x:numFmts>"
                        + "<x:fonts count=\"3\"><x:font><x:sz val=\"11\"/></x:font><x:font><x:color rgb=\"FFFFFFFF\"/></x:font><x:font><x:color rgb=\"FFC00000\"/></x:font></x:fonts>"
                        + "<x:fills count=\"3\"><x:fill><x:patternFill patternType=\"none\"/></x:fill><x:fill><x:patternFill patternType=\"gray125\"/></x:fill><x:fill><x:patternFill patternType=\"solid\"><x:fgColor rgb=\"FFC00000\"/></x:patternFill></x:fill></x:fills>"
                        + "<x:borders count=\"1\"><x:border/></x:borders><x:cellStyleXfs count=\"1\"><x:xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></x:cellStyleXfs>"
                        + "<x:cellXfs count=\"6\"><x:xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/><x:xf numFmtId=\"170\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
                        + "<x:xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\"/><x:xf numFmtId=\"0\" fontId=\"2\" fillId=\"2\" borderId=\"0\"/>"
                        + "<x:xf numFmtId=\"31\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/><x:xf numFmtId=\"10\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></x:cellXfs>"
                        + "<x:cellStyles count=\"1\"><x:cellStyle name=\"常规\" xfId=\"0\" builtinId=\"0\"/></x:cellStyles><x:dxfs count=\"1\"><x:dxf><x:font><x:color rgb=\"FFFFFFFF\"/></x:font></x:dxf></x:dxfs>")
                .relation(WORKBOOK, "rId2", "styles", "xl/styles.xml");
    }

    static Parts workbook(String rows) {
        return workbook("", rows, "");
    }

    static String text(String at, String text) {
        return text(at, PLAIN, text);
    }

    static String text(String at, String style, String text) {
        return "<x:c r=\"" + at + "\" s=\"" + style + "\" t=\"inlineStr\"><x:is><x:t>" + text + "</x:t></x:is></x:c>";
    }

    static String number(String at, String style, String value) {
        return "<x:c r=\"" + at + "\" s=\"" + style + "\"><x:v>" + value + "</x:v></x:c>";
    }

    static String formula(String at, String formula, String value) {
        return "<x:c r=\"" + at + "\" t=\"str\"><x:f>" + formula + "</x:f><x:v>" + value + "</x:v></x:c>";
    }

    static String row(int number, String attributes, String cells) {
        return "<x:row r=\"" + number + "\" " + attributes + ">" + cells + "</x:row>";
    }

    /** A second sheet. */
    static Parts second(Parts parts, String state, String rows) {
        return parts.replace(WORKBOOK, "</x:sheets>", "<x:sheet name=\"原始数据\" sheetId=\"2\"" + state + " r:id=\"rId5\"/></x:sheets>")
                .xml("xl/worksheets/sheet2.xml", "spreadsheetml.worksheet", "x:worksheet", "<x:sheetData>" + rows + "</x:sheetData>")
                .relation(WORKBOOK, "rId5", "worksheet", "xl/worksheets/sheet2.xml");
    }

    static Parts drawing(Parts parts, String anchors) {
        return parts.replace(SHEET, "</x:worksheet>", "<x:drawing r:id=\"rId7\"/></x:worksheet>").xml("xl/drawings/drawing1.xml", "drawing", "xdr:wsDr", anchors)
                .relation(SHEET, "rId7", "drawing", "xl/drawings/drawing1.xml");
    }

    static String anchor(String frame, String fill, String run) {
        return "<xdr:twoCellAnchor><xdr:from><xdr:col>3</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>5</xdr:col>"
                + "<xdr:colOff>0</xdr:colOff><xdr:row>4</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:sp" + frame.replaceAll(".*( macro=\"[^\"]*\").*|.*", "$1") + "><xdr:nvSpPr><xdr:cNvPr id=\"2\" name=\"文本框 2\""
                + frame.replaceAll(" macro=\"[^\"]*\"", "") + "/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"900000\" cy=\"900000\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>" + fill
                + "</xdr:spPr><xdr:txBody><a:bodyPr/><a:p>" + run + "</a:p></xdr:txBody></xdr:sp><xdr:clientData/></xdr:twoCellAnchor>";
    }

    static String run(String properties, String text) {
        return "<a:r><a:rPr lang=\"zh-CN\"" + properties + "<a:t>" + text + "</a:t></a:r>";
    }
}
