package openland.files.ooxml;

import static openland.files.ooxml.ExcelSamples.SHEET;
import static openland.files.ooxml.ExcelSamples.WORKBOOK;
import static openland.files.ooxml.ExcelSamples.anchor;
import static openland.files.ooxml.ExcelSamples.drawing;
import static openland.files.ooxml.ExcelSamples.formula;
import static openland.files.ooxml.ExcelSamples.row;
import static openland.files.ooxml.ExcelSamples.run;
import static openland.files.ooxml.ExcelSamples.second;
import static openland.files.ooxml.ExcelSamples.text;
import static openland.files.ooxml.ExcelSamples.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import openland.files.Hidden.Kind;
import openland.files.HidingPlace;

/** Where an Excel workbook can carry words that its reader does not see. */
public final class ExcelHidingPlaces {
    private final List<HidingPlace> places = new ArrayList<>();

    private ExcelHidingPlaces() {}

    public static List<HidingPlace> all() {
        var made = new ExcelHidingPlaces();
        made.properties();
        made.sheets();
        made.cells();
        made.strings();
        made.names();
        made.outside();
        made.notes();
        made.caches();
        made.drawings();
        made.markup();
        return List.copyOf(made.places);
    }

    private void add(String name, Kind kind, Function<String, Parts> planting) {
        places.add(new HidingPlace(name, "Excel", "明细.xlsx", kind, marker -> planting.apply(marker).file()));
    }

    private static Parts plain() {
        return workbook("");
    }

    private void properties() {
        Documents.properties(ExcelHidingPlaces::plain).forEach((name, planting) -> add(name, Kind.METADATA, planting));
        add("thumbnail", Kind.THUMBNAIL, m -> plain().bytes("docProps/thumbnail.jpeg", "", Documents.binary(m)).relation("", "t1", "thumbnail", "docProps/thumbnail.jpeg"));
        add("comment of the archive", Kind.METADATA, m -> plain().comment(m));
        add("part that nothing leads to", Kind.EARLIER_REVISION, m -> plain().raw("xl/worksheets/old.xml", "", "<a>" + m + "</a>"));
        add("printer settings", Kind.METADATA, m -> plain().bytes("xl/printerSettings/printerSettings1.bin", "", Documents.binary(m)).relation(SHEET, "rId9", "printerSettings", "xl/printerSettings/printerSettings1.bin"));
        add("who saved it", Kind.METADATA, m -> book("<x:fileSharing userName=\"" + m + "\"/>"));
        add("folder it lay in", Kind.METADATA, m -> book("<mc:AlternateContent><mc:Choice Requires=\"x15\" xmlns:x15=\"http://schemas.microsoft.com/office/spreadsheetml/2010/11/main\"><x15ac:absPath url=\"D:\\" + m
                + "\\\" xmlns:x15ac=\"http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac\"/></mc:Choice></mc:AlternateContent>"));
        add("view of one person", Kind.METADATA, m -> book("<x:customWorkbookViews><x:customWorkbookView name=\"" + m + "\"/></x:customWorkbookViews>"));
        add("page on a server", Kind.METADATA, m -> book("<x:webPublishObjects><x:webPublishObject destinationFile=\"\\\\server\\" + m + "\"/></x:webPublishObjects>"));
        add("code name of a sheet", Kind.METADATA, m -> workbook("<x:sheetPr codeName=\"" + m + "\"/>", "", ""));
        add("own property of a sheet", Kind.METADATA, m -> plain().bytes("xl/customProperty1.bin", "", Documents.binary(m)).relation(SHEET, "rId9", "customProperty", "xl/customProperty1.bin"));
        add("custom XML", Kind.METADATA, m -> plain().raw("customXml/item1.xml", "", "<case>" + m + "</case>").relation(WORKBOOK, "rId9", "customXml", "customXml/item1.xml"));
        add("macros", Kind.SCRIPT, m -> plain().bytes("xl/vbaProject.bin", "application/vnd.ms-office.vbaProject", Documents.binary(m)).relation(WORKBOOK, "rId9", "vbaProject", "xl/vbaProject.bin"));
        add("macro sheet", Kind.SCRIPT, m -> plain().raw("xl/macrosheets/sheet1.xml", "", "<a>" + m + "</a>").relation(WORKBOOK, "rId9", "http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet", "xl/macrosheets/sheet1.xml"));
    }

    private static Parts book(String piece) {
        return plain().replace(WORKBOOK, "<x:bookViews>", piece + "<x:bookViews>");
    }

    private void sheets() {
        add("hidden sheet", Kind.HIDDEN_SHEET, m -> second(plain(), " state=\"hidden\"", row(1, "", text("A1", m))));
        add("very hidden sheet", Kind.HIDDEN_SHEET, m -> second(plain(), " state=\"veryHidden\"", row(1, "", text("A1", m))));
        add("comment on a hidden sheet", Kind.HIDDEN_SHEET, m -> second(plain(), " state=\"hidden\"", row(1, "", text("A1", m))).raw("xl/comments1.xml", "spreadsheetml.comments", "<comments>" + m + "</comments>")
                .relation("xl/worksheets/sheet2.xml", "rId1", "comments", "xl/comments1.xml"));
        add("hidden row", Kind.HIDDEN_ROW, m -> workbook(row(2, "hidden=\"1\"", text("A2", m))));
        add("row without height", Kind.HIDDEN_ROW, m -> workbook(row(2, "ht=\"0\" customHeight=\"1\"", text("A2", m))));
        add("row left out by a filter", Kind.HIDDEN_ROW, m -> workbook("", row(2, "hidden=\"1\"", text("A2", m)), "<x:autoFilter ref=\"A1:A2\"><x:filterColumn colId=\"0\"><x:customFilters><x:customFilter operator=\"notEqual\" val=\"" + m + "\"/></x:customFilters></x:filterColumn></x:autoFilter>"));
        add("row of a collapsed group", Kind.HIDDEN_ROW, m -> workbook(row(2, "outlineLevel=\"1\" hidden=\"true\"", text("A2", m))));
        add("rows hidden unless shown", Kind.HIDDEN_ROW, m -> workbook("<x:sheetFormatPr defaultRowHeight=\"15\" zeroHeight=\"1\"/>", row(2, "", text("A2", m)), "").replace(SHEET, "<x:row r=\"1\">", "<x:row r=\"1\" ht=\"15\">"));
        add("hidden column", Kind.HIDDEN_COLUMN, m -> workbook("<x:cols><x:col min=\"4\" max=\"4\" width=\"9\" hidden=\"1\"/></x:cols>", row(2, "", text("D2", m)), ""));
        add("column without width", Kind.HIDDEN_COLUMN, m -> workbook("<x:cols><x:col min=\"4\" max=\"6\" width=\"0\" customWidth=\"1\"/></x:cols>", row(2, "", text("E2", m)), ""));
        add("columns hidden unless shown", Kind.HIDDEN_COLUMN, m -> workbook("<x:sheetFormatPr defaultColWidth=\"0\" defaultRowHeight=\"15\"/><x:cols><x:col min=\"1\" max=\"2\" width=\"9\"/></x:cols>", row(2, "", text("H2", m)), ""));
        add("head of a table over a hidden column", Kind.HIDDEN_COLUMN, m -> workbook("<x:cols><x:col min=\"2\" max=\"2\" hidden=\"1\"/></x:cols>", row(2, "", text("A2", "户主") + text("B2", m)) + row(3, "", text("A3", "甲") + text("B3", "乙")),
                "<x:tableParts count=\"1\"><x:tablePart r:id=\"rId8\"/></x:tableParts>").xml("xl/tables/table1.xml", "spreadsheetml.table", "x:table id=\"1\" name=\"表1\" displayName=\"表1\" ref=\"A2:B3\"",
                "<x:tableColumns count=\"2\"><x:tableColumn id=\"1\" name=\"户主\"/><x:tableColumn id=\"2\" name=\"" + m + "\"/></x:tableColumns>").relation(SHEET, "rId8", "table", "xl/tables/table1.xml"));
        add("header of a first page that is none", Kind.EARLIER_REVISION, m -> workbook("", "", "<x:headerFooter><x:oddHeader>&amp;C公示表</x:oddHeader><x:firstHeader>&amp;C" + m + "</x:firstHeader></x:headerFooter>"));
        add("header of even pages that are none", Kind.EARLIER_REVISION, m -> workbook("", "", "<x:headerFooter><x:evenFooter>&amp;C" + m + "</x:evenFooter></x:headerFooter>"));
        add("sheet view of one person", Kind.METADATA, m -> workbook("", "", "<x:customSheetViews><x:customSheetView guid=\"{1}\"><x:autoFilter ref=\"A1\"><x:filter val=\"" + m + "\"/></x:autoFilter></x:customSheetView></x:customSheetViews>"));
        add("scenario", Kind.CACHE, m -> workbook("", "", "<x:scenarios><x:scenario name=\"低价\"><x:inputCells r=\"A1\" val=\"" + m + "\"/></x:scenario></x:scenarios>"));
        add("who may edit", Kind.METADATA, m -> workbook("", "", "<x:protectedRanges><x:protectedRange name=\"区域1\" sqref=\"A1\" securityDescriptor=\"" + m + "\"/></x:protectedRanges>"));
    }

    private void cells() {
        add("cell of a format that shows nothing", Kind.HIDDEN_TEXT, m -> workbook(row(2, "", text("C2", ExcelSamples.BLANK_FORMAT, m))));
        add("white cell", Kind.HIDDEN_TEXT, m -> workbook(row(2, "", text("C2", ExcelSamples.WHITE, m))));
        add("cell of the colour of its fill", Kind.HIDDEN_TEXT, m -> workbook(row(2, "", text("C2", ExcelSamples.OWN_COLOUR, m))));
        add("cell that a condition hides", Kind.HIDDEN_TEXT, m -> workbook("", row(2, "", text("C2", m)), "<x:conditionalFormatting sqref=\"C2:C9\"><x:cfRule type=\"expression\" dxfId=\"0\" priority=\"1\"><x:formula>TRUE</x:formula></x:cfRule></x:conditionalFormatting>"));
        add("cell under a merged one", Kind.HIDDEN_TEXT, m -> workbook("", row(2, "", text("A2", "合并") + text("B2", m)), "<x:mergeCells count=\"1\"><x:mergeCell ref=\"A2:C2\"/></x:mergeCells>"));
        add("note in a formula", Kind.HIDDEN_TEXT, m -> workbook(row(2, "", formula("A2", "12+N(\"" + m + "\")", "12"))));
        add("tip of a link", Kind.METADATA, m -> workbook("", "", "<x:hyperlinks><x:hyperlink ref=\"A1\" location=\"补偿明细!A1\" tooltip=\"" + m + "\"/></x:hyperlinks>"));
        add("link to a share", Kind.EXTERNAL_LINK, m -> workbook("", "", "<x:hyperlinks><x:hyperlink ref=\"A1\" r:id=\"rId9\"/></x:hyperlinks>").relation(SHEET, "rId9", "hyperlink", "file:///\\\\server\\" + m));
        add("link to an office's host", Kind.EXTERNAL_LINK, m -> workbook("", "", "<x:hyperlinks><x:hyperlink ref=\"A1\" r:id=\"rId9\"/></x:hyperlinks>").relation(SHEET, "rId9", "hyperlink", "http://oaserver/" + m));
        add("prompt of a validation", Kind.COMMENT, m -> workbook("", "", "<x:dataValidations count=\"1\"><x:dataValidation type=\"list\" sqref=\"A1\" prompt=\"" + m + "\"><x:formula1>\"是,否\"</x:formula1></x:dataValidation></x:dataValidations>"));
        add("list of a validation on a hidden sheet", Kind.HIDDEN_SHEET, m -> second(workbook("", "", "<x:dataValidations count=\"1\"><x:dataValidation type=\"list\" sqref=\"A1\"><x:formula1>原始数据!$A$1:$A$9</x:formula1></x:dataValidation></x:dataValidations>"),
                " state=\"hidden\"", row(1, "", text("A1", m))));
    }

    private static Parts shared(String cells, String strings) {
        return workbook(row(2, "", cells)).xml("xl/sharedStrings.xml", "spreadsheetml.sharedStrings", "x:sst", strings).relation(WORKBOOK, "rId6", "sharedStrings", "xl/sharedStrings.xml");
    }

    private void strings() {
        var cell = "<x:c r=\"A2\" t=\"s\"><x:v>0</x:v></x:c>";
        add("string that no cell uses", Kind.EARLIER_REVISION, m -> shared(cell, "<x:si><x:t>用</x:t></x:si><x:si><x:t>" + m + "</x:t></x:si>"));
        add("reading aid", Kind.METADATA, m -> shared(cell, "<x:si><x:t>用</x:t><x:rPh sb=\"0\" eb=\"1\"><x:t>" + m + "</x:t></x:rPh></x:si>"));
        add("white part of a string", Kind.HIDDEN_TEXT, m -> shared(cell, "<x:si><x:r><x:t>用</x:t></x:r><x:r><x:rPr><x:color rgb=\"FFFFFFFF\"/></x:rPr><x:t>" + m + "</x:t></x:r></x:si>"));
        add("shared string in a hidden row", Kind.HIDDEN_ROW, m -> shared("", "<x:si><x:t>" + m + "</x:t></x:si>").replace(SHEET, "</x:sheetData>", row(3, "hidden=\"1\"", "<x:c r=\"A3\" t=\"s\"><x:v>0</x:v></x:c>") + "</x:sheetData>"));
        add("shared string in a hidden column", Kind.HIDDEN_COLUMN, m -> shared("<x:c r=\"D2\" t=\"s\"><x:v>0</x:v></x:c>", "<x:si><x:t>" + m + "</x:t></x:si>").replace(SHEET, "<x:sheetData>", "<x:cols><x:col min=\"4\" max=\"4\" hidden=\"1\"/></x:cols><x:sheetData>"));
        add("shared string on a hidden sheet", Kind.HIDDEN_SHEET, m -> second(shared("", "<x:si><x:t>" + m + "</x:t></x:si>"), " state=\"hidden\"", row(1, "", cell)));
        add("number format that nothing uses", Kind.METADATA, m -> plain().replace("xl/styles.xml", "</x:numFmts>", "<x:numFmt numFmtId=\"199\" formatCode=\"0&quot;" + m + "&quot;\"/></x:numFmts>"));
        add("name of a cell style", Kind.METADATA, m -> plain().replace("xl/styles.xml", "</x:cellStyles>", "<x:cellStyle name=\"" + m + "\" xfId=\"0\"/></x:cellStyles>"));
    }

    private static Parts named(String name) {
        return plain().replace(WORKBOOK, "</x:sheets>", "</x:sheets><x:definedNames>" + name + "</x:definedNames>");
    }

    private void names() {
        add("hidden name", Kind.HIDDEN_NAME, m -> named("<x:definedName name=\"a\" hidden=\"1\">" + m + "</x:definedName>"));
        add("name for a text", Kind.HIDDEN_NAME, m -> named("<x:definedName name=\"a\">\"" + m + "\"</x:definedName>"));
        add("name for another workbook", Kind.EXTERNAL_LINK, m -> named("<x:definedName name=\"a\">'[1]" + m + "'!$A$1</x:definedName>"));
        add("comment of a name", Kind.METADATA, m -> named("<x:definedName name=\"a\" comment=\"" + m + "\">补偿明细!$A$1</x:definedName>"));
        add("name of a hidden sheet", Kind.HIDDEN_NAME, m -> second(named("<x:definedName name=\"a\">" + "原始数据!$A$1</x:definedName>").replace(WORKBOOK, "name=\"a\"", "name=\"a\" xml:space=\"preserve\""), " state=\"hidden\"", row(1, "", text("A1", m)))
                .replace(WORKBOOK, "原始数据!$A$1", "原始数据!$A$1+LEN(\"" + m + "\")"));
    }

    private void outside() {
        add("values of another workbook", Kind.EXTERNAL_LINK, m -> workbook(row(2, "", formula("A2", "[1]Sheet1!A1", "1"))).raw("xl/externalLinks/externalLink1.xml", "spreadsheetml.externalLink", "<externalLink><v>" + m + "</v></externalLink>")
                .relation(WORKBOOK, "rId9", "externalLink", "xl/externalLinks/externalLink1.xml"));
        add("path of another workbook", Kind.EXTERNAL_LINK, m -> plain().raw("xl/externalLinks/externalLink1.xml", "spreadsheetml.externalLink", "<externalLink/>").relation(WORKBOOK, "rId9", "externalLink", "xl/externalLinks/externalLink1.xml")
                .relation("xl/externalLinks/externalLink1.xml", "rId1", "externalLinkPath", "file:///\\\\server\\" + m + ".xlsx"));
        add("formula into another workbook", Kind.EXTERNAL_LINK, m -> workbook(row(2, "", formula("A2", "'\\\\server\\[" + m + ".xlsx]Sheet1'!A1", "1"))));
        add("formula that asks a server", Kind.EXTERNAL_LINK, m -> workbook(row(2, "", formula("A2", "WEBSERVICE(\"http://example.org/" + m + "\")", "1"))));
        add("connection", Kind.EXTERNAL_LINK, m -> plain().raw("xl/connections.xml", "spreadsheetml.connections", "<connections><c s=\"Data Source=" + m + "\"/></connections>").relation(WORKBOOK, "rId9", "connections", "xl/connections.xml"));
        add("query behind a table", Kind.EXTERNAL_LINK, m -> plain().raw("xl/queryTables/queryTable1.xml", "spreadsheetml.queryTable", "<queryTable name=\"" + m + "\"/>").relation(SHEET, "rId9", "queryTable", "xl/queryTables/queryTable1.xml"));
        add("comment of a table", Kind.METADATA, m -> workbook("", row(2, "", text("A2", "户主")) + row(3, "", text("A3", "甲")), "<x:tableParts count=\"1\"><x:tablePart r:id=\"rId8\"/></x:tableParts>")
                .xml("xl/tables/table1.xml", "spreadsheetml.table", "x:table id=\"1\" name=\"表1\" displayName=\"表1\" ref=\"A2:A3\" comment=\"" + m + "\"", "<x:tableColumns count=\"1\"><x:tableColumn id=\"1\" name=\"户主\"/></x:tableColumns>")
                .relation(SHEET, "rId8", "table", "xl/tables/table1.xml"));
        add("sources to consolidate", Kind.EXTERNAL_LINK, m -> workbook("", "", "<x:dataConsolidate><x:dataRefs><x:dataRef ref=\"A1\" sheet=\"" + m + "\"/></x:dataRefs></x:dataConsolidate>"));
        add("picture elsewhere", Kind.EXTERNAL_LINK, m -> drawing(plain(), anchor("", "<a:blipFill><a:blip r:link=\"rId1\"/></a:blipFill>", run("/>", "字"))).relation("xl/drawings/drawing1.xml", "rId1", "image", "http://example.org/" + m));
    }

    private void notes() {
        add("comment", Kind.COMMENT, m -> plain().raw("xl/comments1.xml", "spreadsheetml.comments", "<comments><t>" + m + "</t></comments>").relation(SHEET, "rId9", "comments", "xl/comments1.xml"));
        add("shape of a comment", Kind.COMMENT, m -> workbook("", "", "<x:legacyDrawing r:id=\"rId9\"/>").raw("xl/drawings/vmlDrawing1.vml", "", "<xml><t>" + m + "</t></xml>").relation(SHEET, "rId9", "vmlDrawing", "xl/drawings/vmlDrawing1.vml"));
        add("threaded comment", Kind.COMMENT, m -> plain().raw("xl/threadedComments/threadedComment1.xml", "", "<c><text>" + m + "</text></c>").relation(SHEET, "rId9", "threadedComment", "xl/threadedComments/threadedComment1.xml"));
        add("persons", Kind.COMMENT, m -> plain().raw("xl/persons/person.xml", "", "<personList><person displayName=\"" + m + "\"/></personList>").relation(WORKBOOK, "rId9", "person", "xl/persons/person.xml"));
        add("log of changes", Kind.EARLIER_REVISION, m -> plain().raw("xl/revisions/revisionHeaders.xml", "", "<headers/>").relation(WORKBOOK, "rId9", "revisionHeaders", "xl/revisions/revisionHeaders.xml")
                .raw("xl/revisions/revisionLog1.xml", "", "<revisions><t>" + m + "</t></revisions>").relation("xl/revisions/revisionHeaders.xml", "rId1", "revisionLog", "xl/revisions/revisionLog1.xml"));
        add("users of a shared workbook", Kind.EARLIER_REVISION, m -> plain().raw("xl/revisions/userNames.xml", "", "<users><u name=\"" + m + "\"/></users>").relation(WORKBOOK, "rId9", "usernames", "xl/revisions/userNames.xml"));
    }

    private void caches() {
        add("records behind a pivot table", Kind.CACHE, m -> pivot().raw("xl/pivotCache/pivotCacheRecords1.xml", "", "<records><r><s v=\"" + m + "\"/></r></records>")
                .relation("xl/pivotCache/pivotCacheDefinition1.xml", "rId1", "pivotCacheRecords", "xl/pivotCache/pivotCacheRecords1.xml"));
        add("items behind a pivot table", Kind.CACHE, m -> pivot().raw("xl/pivotCache/pivotCacheDefinition1.xml", "spreadsheetml.pivotCacheDefinition", "<d><sharedItems><s v=\"" + m + "\"/></sharedItems></d>"));
        add("pivot table", Kind.CACHE, m -> plain().raw("xl/pivotTables/pivotTable1.xml", "spreadsheetml.pivotTable", "<p name=\"" + m + "\"/>").relation(SHEET, "rId9", "pivotTable", "xl/pivotTables/pivotTable1.xml"));
        add("slicer", Kind.CACHE, m -> plain().raw("xl/slicerCaches/slicerCache1.xml", "", "<s><i c=\"" + m + "\"/></s>").relation(WORKBOOK, "rId9", "http://schemas.microsoft.com/office/2007/relationships/slicerCache", "xl/slicerCaches/slicerCache1.xml"));
        add("data model", Kind.CACHE, m -> plain().bytes("xl/model/item.data", "", Documents.binary(m)).relation(WORKBOOK, "rId9", "http://schemas.microsoft.com/office/2011/relationships/powerPivotData", "xl/model/item.data"));
        add("embedded object", Kind.EMBEDDED, m -> workbook("", "", "<x:oleObjects><x:oleObject progId=\"Word.Document.12\" shapeId=\"1\" r:id=\"rId9\"/></x:oleObjects>").bytes("xl/embeddings/a.docx", "", Documents.zip("word/document.xml", m))
                .relation(SHEET, "rId9", "package", "xl/embeddings/a.docx"));
        add("form control", Kind.FORM_DATA, m -> plain().raw("xl/ctrlProps/ctrlProp1.xml", "", "<formControlPr fmlaLink=\"" + m + "\"/>").relation(SHEET, "rId9", "ctrlProp", "xl/ctrlProps/ctrlProp1.xml"));
        add("add-in", Kind.SCRIPT, m -> plain().raw("xl/webextensions/webextension1.xml", "", "<we id=\"" + m + "\"/>").relation("", "w1", "http://schemas.microsoft.com/office/2011/relationships/webextension", "xl/webextensions/webextension1.xml"));
    }

    private static Parts pivot() {
        return plain().raw("xl/pivotCache/pivotCacheDefinition1.xml", "spreadsheetml.pivotCacheDefinition", "<d/>").relation(WORKBOOK, "rId9", "pivotCacheDefinition", "xl/pivotCache/pivotCacheDefinition1.xml");
    }

    private void drawings() {
        add("hidden shape", Kind.HIDDEN_TEXT, m -> drawing(plain(), anchor("", "", run("/>", "字")) + anchor(" hidden=\"1\"", "", run("/>", m))));
        add("text of the colour of its shape", Kind.HIDDEN_TEXT, m -> drawing(plain(), anchor("", "<a:solidFill><a:srgbClr val=\"FFFF00\"/></a:solidFill>", run("><a:solidFill><a:srgbClr val=\"FFFF00\"/></a:solidFill></a:rPr>", m))));
        add("text of one point", Kind.HIDDEN_TEXT, m -> drawing(plain(), anchor("", "", run(" sz=\"100\"/>", m))));
        add("macro of a shape", Kind.SCRIPT, m -> drawing(plain(), anchor(" macro=\"[0]!" + m + "\"", "", run("/>", "字"))));
        add("file name of a picture", Kind.METADATA, m -> drawing(plain(), anchor(" descr=\"D:\\" + m + ".jpg\"", "", run("/>", "字"))));
        add("metadata of a picture", Kind.PICTURE_METADATA, m -> drawing(plain(), anchor("", "<a:blipFill><a:blip r:embed=\"rId1\"/></a:blipFill>", run("/>", "字"))).bytes("xl/media/image1.png", "", Documents.pngWith(m)).relation("xl/drawings/drawing1.xml", "rId1", "image", "xl/media/image1.png"));
    }

    private void markup() {
        add("XML comment in a sheet", Kind.METADATA, m -> workbook(row(2, "", text("A2", "字") + "<!--" + m + "-->")));
        add("extension of a sheet", Kind.METADATA, m -> workbook("", "", "<x:extLst><x:ext uri=\"{1}\"><x9:a xmlns:x9=\"urn:x9\"><x9:f>" + m + "</x9:f></x9:a></x:ext></x:extLst>"));
        add("extension of a row", Kind.METADATA, m -> workbook("<x:sheetPr/>", row(2, "", text("A2", "字") + "<x9:note xmlns:x9=\"urn:x9\">" + m + "</x9:note>"), ""));
    }
}
