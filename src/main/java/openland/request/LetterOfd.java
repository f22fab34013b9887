package openland.request;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import openland.files.PaperPdf;
import openland.request.LetterDrawing.Drawn;
import openland.request.LetterDrawing.Glyph;
import openland.request.LetterDrawing.Shape;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.pdfbox.Loader;
import org.ofdrw.core.OFDElement;
import org.ofdrw.core.basicStructure.doc.CT_CommonData;
import org.ofdrw.core.basicStructure.doc.CT_PageArea;
import org.ofdrw.core.basicStructure.doc.Document;
import org.ofdrw.core.basicStructure.ofd.DocBody;
import org.ofdrw.core.basicStructure.ofd.OFD;
import org.ofdrw.core.basicStructure.ofd.docInfo.CT_DocInfo;
import org.ofdrw.core.basicStructure.pageObj.Content;
import org.ofdrw.core.basicStructure.pageObj.Page;
import org.ofdrw.core.basicStructure.pageObj.layer.CT_Layer;
import org.ofdrw.core.basicStructure.pageObj.layer.PageBlockType;
import org.ofdrw.core.basicStructure.pageTree.Pages;
import org.ofdrw.core.basicStructure.res.Res;
import org.ofdrw.core.basicStructure.res.resources.Fonts;
import org.ofdrw.core.basicType.ST_ID;
import org.ofdrw.core.basicType.ST_Loc;
import org.ofdrw.core.graph.pathObj.AbbreviatedData;
import org.ofdrw.core.graph.pathObj.CT_Path;
import org.ofdrw.core.pageDescription.color.color.CT_Color;
import org.ofdrw.core.text.TextCode;
import org.ofdrw.core.text.font.CT_Font;
import org.ofdrw.core.text.text.CT_Text;

/**
 * The letter as OFD (GB/T 33190): the same pages as the PDF, sign for sign, with the part of the typeface that they need.
 * Put together in memory: no letter lies in a folder for temporary files. The same letter gives the same bytes.
 */
final class LetterOfd {
    private static final long FONT = 1;
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes);
    private long ids = FONT;

    private LetterOfd() {}

    static byte[] bytes(Letter letter) throws IOException {
        var ofd = new LetterOfd();
        try (var paper = Loader.loadPDF(PaperPdf.bytes(new LetterPaper(sign -> Character.isBmpCodePoint(sign) && PaperPdf.shows(sign)).page(letter)))) {
            ofd.write(letter, LetterDrawing.of(paper));
        }
        return ofd.bytes.toByteArray();
    }

    private void write(Letter letter, List<Drawn> drawn) throws IOException {
        try (zip) {
            put("OFD.xml", new OFD().addDocBody(new DocBody().setDocInfo(new CT_DocInfo().setDocID(UUID.nameUUIDFromBytes(letter.printed().toString().getBytes(StandardCharsets.UTF_8)))
                    .setTile(letter.title()).setCreationDate(letter.date())).setDocRoot(new ST_Loc("Doc_0/Document.xml"))));
            var pages = new Pages();
            for (int i = 0; i < drawn.size(); i++) {
                var place = "Pages/Page_" + i + "/Content.xml";
                put("Doc_0/" + place, page(drawn.get(i)));
                pages.addPage(new org.ofdrw.core.basicStructure.pageTree.Page(new ST_ID(++ids), new ST_Loc(place)));
            }
            put("Doc_0/Document.xml", new Document().setCommonData(new CT_CommonData().setMaxUnitID(ids).setPageArea(area(drawn.getFirst()))
                    .setPublicRes(new ST_Loc("PublicRes.xml"))).setPages(pages));
            put("Doc_0/PublicRes.xml", new Res().setBaseLoc(new ST_Loc("Res")).addResource(new Fonts().addFont(
                    new CT_Font(PaperPdf.FAMILY).setID(FONT).setFamilyName(PaperPdf.FAMILY).setFontFile("letter.ttf"))));
            entry("Doc_0/Res/letter.ttf", typeface(drawn));
        }
    }

    private static CT_PageArea area(Drawn page) {
        return new CT_PageArea().setPhysicalBox(0, 0, page.width(), page.height());
    }

    private Page page(Drawn drawn) {
        var layer = new CT_Layer();
        layer.setObjID(new ST_ID(++ids));
        drawn.shapes().forEach(shape -> layer.addPageBlock(path(shape, drawn)));
        for (var line : drawn.lines()) {
            layer.addPageBlock(text(line));
        }
        return new Page().setArea(area(drawn)).setContent(new Content().addLayer(layer));
    }

    private PageBlockType path(Shape shape, Drawn page) {
        var data = new AbbreviatedData();
        for (var step : shape.steps()) {
            switch (step.kind()) {
                case MOVE -> data.M(step.x(), step.y());
                case LINE -> data.L(step.x(), step.y());
                case CLOSE -> data.C();
            }
        }
        return new CT_Path().setFill(true).setStroke(false).setBoundary(0, 0, page.width(), page.height())
                .setFillColor(CT_Color.rgb(shape.red(), shape.green(), shape.blue())).setAbbreviatedData(data).toObj(new ST_ID(++ids));
    }

    /** Signs in one line, each as far from the one before as in the PDF. */
    private PageBlockType text(List<Glyph> line) {
        var first = line.getFirst();
        var steps = new ArrayList<Double>();
        var words = new StringBuilder(first.sign());
        for (int i = 1; i < line.size(); i++) {
            steps.add(LetterDrawing.rounded(line.get(i).x() - line.get(i - 1).x()));
            words.append(line.get(i).sign());
        }
        var code = new TextCode().setCoordinate(0d, first.size()).setContent(words.toString());
        if (!steps.isEmpty()) {
            code.setDeltaX(steps.toArray(Double[]::new));
        }
        var width = line.getLast().x() + line.getLast().size() - first.x();
        return new CT_Text().setFont(FONT).setSize(first.size()).setFillColor(CT_Color.rgb(first.red(), first.green(), first.blue()))
                .setBoundary(first.x(), LetterDrawing.rounded(first.y() - first.size()), LetterDrawing.rounded(width), LetterDrawing.rounded(first.size() * 1.35))
                .addTextCode(code).toObj(new ST_ID(++ids));
    }

    private static byte[] typeface(List<Drawn> drawn) throws IOException {
        try (var font = PaperPdf.parsed()) {
            var part = new TTFSubsetter(font);
            drawn.stream().flatMap(page -> page.lines().stream()).flatMap(List::stream).flatMapToInt(glyph -> glyph.sign().codePoints()).forEach(part::add);
            var out = new ByteArrayOutputStream();
            part.writeToStream(out);
            return out.toByteArray();
        }
    }

    private void put(String name, OFDElement element) throws IOException {
        entry(name, ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + element.asXML()).getBytes(StandardCharsets.UTF_8));
    }

    private void entry(String name, byte[] content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
