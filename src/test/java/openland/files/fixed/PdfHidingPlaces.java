package openland.files.fixed;

import static openland.files.fixed.PdfSamples.annotate;
import static openland.files.fixed.PdfSamples.annotation;
import static openland.files.fixed.PdfSamples.dictionary;
import static openland.files.fixed.PdfSamples.form;
import static openland.files.fixed.PdfSamples.jpeg;
import static openland.files.fixed.PdfSamples.name;
import static openland.files.fixed.PdfSamples.numbers;
import static openland.files.fixed.PdfSamples.painting;
import static openland.files.fixed.PdfSamples.savedAgain;
import static openland.files.fixed.PdfSamples.stream;
import static openland.files.fixed.PdfSamples.text;
import static openland.files.fixed.PdfSamples.with;
import static openland.files.fixed.PictureSamples.ascii;
import static openland.files.fixed.PictureSamples.exif;
import static openland.files.fixed.PictureSamples.joined;
import static openland.files.fixed.PictureSamples.jpegWith;
import static openland.files.fixed.PictureSamples.profile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import openland.files.Hidden.Kind;
import openland.files.HidingPlace;
import openland.files.HidingPlace.Planting;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Where PDF files hide words. */
public final class PdfHidingPlaces {
    private static final String BEHIND = "BT /F1 12 Tf 50 600 Td (%s) Tj ET\n";

    private PdfHidingPlaces() {}

    public static List<HidingPlace> all() {
        return Stream.of(metadata(), notes(), scripts(), attachments(), covered(), unseen(), outside(), layers(), revisions(), pictures())
                .flatMap(List::stream).toList();
    }

    private static HidingPlace place(String name, Kind expected, Planting planting) {
        return new HidingPlace(name, "PDF", "公告.pdf", expected, planting);
    }

    private static COSDictionary catalog(PDDocument document) {
        return document.getDocumentCatalog().getCOSObject();
    }

    private static List<HidingPlace> metadata() {
        return List.of(
                place("author", Kind.METADATA, m -> with("", (d, p) -> d.getDocumentInformation().setAuthor(m))),
                place("title in UTF-16", Kind.METADATA, m -> with("", (d, p) -> d.getDocumentInformation().setTitle("关于" + m))),
                place("keywords", Kind.METADATA, m -> with("", (d, p) -> d.getDocumentInformation().setKeywords(m))),
                place("property of one's own", Kind.METADATA, m -> with("", (d, p) -> d.getDocumentInformation().setCustomMetadataValue("经办", m))),
                place("XMP", Kind.METADATA, m -> with("", (d, p) -> catalog(d).setItem(COSName.METADATA, stream(d, "<x:xmpmeta>" + m + "</x:xmpmeta>")))),
                place("XMP of the page", Kind.METADATA, m -> with("", (d, p) -> p.getCOSObject().setItem(COSName.METADATA, stream(d, "<rdf>" + m)))),
                place("XMP of a picture", Kind.METADATA, m -> with("/Im1 Do\n", (d, p) -> first(p).setItem(COSName.METADATA, stream(d, "<rdf>" + m)))),
                place("private data of the program", Kind.METADATA, m -> with("", (d, p) -> p.getCOSObject().setItem("PieceInfo",
                        dictionary("Illustrator", dictionary("Private", m))))),
                place("private entry of the catalogue", Kind.METADATA, m -> with("", (d, p) -> catalog(d).setString("OaFlow", m))),
                place("private entry of the page", Kind.METADATA, m -> with("", (d, p) -> p.getCOSObject().setString("OaFlow", m))),
                place("private entry of the resources", Kind.METADATA, m -> with("", (d, p) -> p.getResources().getCOSObject().setString("OaFlow", m))),
                place("private entry of a font", Kind.METADATA, m -> with("", (d, p) -> p.getResources().getCOSObject().getCOSDictionary(COSName.FONT)
                        .getCOSDictionary(name("F1")).setString("OaFlow", m))),
                place("thumbnail", Kind.THUMBNAIL, m -> with("", (d, p) -> p.getCOSObject().setItem("Thumb", stream(d, m)))),
                place("named place", Kind.METADATA, m -> with("", (d, p) -> catalog(d).setItem("Dests",
                        dictionary(m, new COSArray(List.of(p.getCOSObject(), name("Fit"))))))),
                place("article threads", Kind.EXTERNAL_LINK, m -> with("", (d, p) -> catalog(d).setItem("Threads",
                        new COSArray(List.of(dictionary("I", dictionary("Title", m))))))),
                place("crawled address", Kind.EXTERNAL_LINK, m -> with("", (d, p) -> catalog(d).setItem("SpiderInfo", dictionary("C", m)))),
                place("output intent", Kind.METADATA, m -> with("", (d, p) -> catalog(d).setItem("OutputIntents",
                        new COSArray(List.of(dictionary("Info", m)))))),
                place("portfolio", Kind.EMBEDDED, m -> with("", (d, p) -> {
                    catalog(d).setItem("Names", dictionary("EmbeddedFiles", dictionary("Names", new COSArray(List.of(new COSString(m), file(d, m))))));
                    catalog(d).setItem("Collection", dictionary("D", m));
                })),
                place("form that is never painted", Kind.METADATA, m -> with("", (d, p) -> resource(p, "XObject").setItem("Fm9", form(d, text(m, ""))))),
                place("picture that is never painted", Kind.METADATA, m -> with("", (d, p) -> {
                    var picture = PdfSamples.picture(d);
                    picture.setString("Note", m);
                    resource(p, "XObject").setItem("Im9", picture);
                })),
                place("comment between operators", Kind.METADATA, m -> painting("% " + m + "\n")),
                place("unknown operator", Kind.METADATA, m -> painting("(" + m + ") Xx\n")),
                place("operand too many", Kind.METADATA, m -> painting("(" + m + ") 0 g\n")),
                place("marked point", Kind.METADATA, m -> painting("/Note <</Who (" + m + ")>> DP\n")),
                place("property of a marked sequence", Kind.METADATA, m -> painting("/Span <</Who (" + m + ")>> BDC 0 g EMC\n")),
                place("inline picture's key", Kind.METADATA, m -> painting("q 1 0 0 1 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G /Who (" + m + ") ID x EI Q\n")),
                place("comment in the file", Kind.METADATA, m -> joined(painting(""), ascii("% " + m + "\n"))));
    }

    private static COSDictionary first(PDPage page) {
        return resource(page, "XObject").getCOSDictionary(name("Im1"));
    }

    private static COSDictionary resource(PDPage page, String kind) {
        return page.getResources().getCOSObject().getCOSDictionary(name(kind));
    }

    private static List<HidingPlace> notes() {
        return List.of(
                place("note", Kind.COMMENT, m -> with("", (d, p) -> annotate(p, annotation("Text", "Contents", m)))),
                place("author of a note", Kind.COMMENT, m -> with("", (d, p) -> annotate(p, annotation("Text", "T", m, "Contents", "x")))),
                place("rich text of a note", Kind.COMMENT, m -> with("", (d, p) -> annotate(p, annotation("Text", "RC", "<body>" + m + "</body>")))),
                place("highlight's comment", Kind.COMMENT, m -> with("", (d, p) -> annotate(p, annotation("Highlight", "Contents", m)))),
                place("strike-out's comment", Kind.COMMENT, m -> with("", (d, p) -> annotate(p, annotation("StrikeOut", "Subj", m)))),
                place("ink's author", Kind.COMMENT, m -> with("", (d, p) -> annotate(p, annotation("Ink", "T", m)))),
                place("popup", Kind.COMMENT, m -> with("", (d, p) -> annotate(p, annotation("Square", "Popup", annotation("Popup", "Contents", m))))),
                place("stamp's comment", Kind.COMMENT, m -> with("", (d, p) -> annotate(p, annotation("Stamp", "Contents", m,
                        "AP", dictionary("N", form(d, "0 0 1 rg 0 0 5 5 re f")))))),
                place("hidden note's appearance", Kind.COMMENT, m -> with("", (d, p) -> annotate(p, annotation("FreeText", "F", COSInteger.get(2),
                        "AP", dictionary("N", form(d, text(m, ""))))))),
                place("words on a link", Kind.COMMENT, m -> with("", (d, p) -> annotate(p, annotation("Link", "Contents", m)))),
                place("field's value", Kind.FORM_DATA, m -> with("", (d, p) -> field(d, p, annotation("Widget", "FT", name("Tx"), "T", "name", "V", m)))),
                place("field's tooltip", Kind.FORM_DATA, m -> with("", (d, p) -> field(d, p, annotation("Widget", "FT", name("Tx"), "T", "name", "TU", m)))),
                place("choice not chosen", Kind.FORM_DATA, m -> with("", (d, p) -> field(d, p, annotation("Widget", "FT", name("Ch"), "T", "c",
                        "Opt", new COSArray(List.of(new COSString("a"), new COSString(m))))))),
                place("field on no page", Kind.FORM_DATA, m -> with("", (d, p) -> catalog(d).setItem("AcroForm",
                        dictionary("Fields", new COSArray(List.of(dictionary("T", "x", "V", m))))))),
                place("XFA", Kind.FORM_DATA, m -> with("", (d, p) -> catalog(d).setItem("AcroForm",
                        dictionary("Fields", new COSArray(), "XFA", stream(d, "<xdp>" + m + "</xdp>"))))),
                place("signer's reason", Kind.FORM_DATA, m -> with("", (d, p) -> field(d, p, annotation("Widget", "FT", name("Sig"), "T", "sig",
                        "V", dictionary("Type", name("Sig"), "Filter", name("Adobe.PPKLite"), "Reason", m))))));
    }

    private static void field(PDDocument document, PDPage page, COSDictionary field) {
        annotate(page, field);
        catalog(document).setItem("AcroForm", dictionary("Fields", new COSArray(List.of(field))));
    }

    private static COSDictionary script(String marker) {
        return dictionary("S", name("JavaScript"), "JS", "app.alert('" + marker + "')");
    }

    private static List<HidingPlace> scripts() {
        return List.of(
                place("script at opening", Kind.SCRIPT, m -> with("", (d, p) -> catalog(d).setItem("OpenAction", script(m)))),
                place("script by name", Kind.SCRIPT, m -> with("", (d, p) -> catalog(d).setItem("Names",
                        dictionary("JavaScript", dictionary("Names", new COSArray(List.of(new COSString("a"), script(m)))))))),
                place("script of the page", Kind.SCRIPT, m -> with("", (d, p) -> p.getCOSObject().setItem("AA", dictionary("O", script(m))))),
                place("script of the document", Kind.SCRIPT, m -> with("", (d, p) -> catalog(d).setItem("AA", dictionary("WC", script(m))))),
                place("script of a link", Kind.SCRIPT, m -> with("", (d, p) -> annotate(p, annotation("Link", "A", script(m))))),
                place("script of a field", Kind.SCRIPT, m -> with("", (d, p) -> field(d, p, annotation("Widget", "FT", name("Btn"), "T", "b",
                        "AA", dictionary("D", script(m)))))),
                place("film", Kind.SCRIPT, m -> with("", (d, p) -> annotate(p, annotation("Movie", "Movie", dictionary("F", m))))),
                place("programme to start", Kind.EXTERNAL_LINK, m -> with("", (d, p) -> annotate(p, annotation("Link", "A",
                        dictionary("S", name("Launch"), "F", "\\\\server\\share\\" + m))))),
                place("link to a file", Kind.EXTERNAL_LINK, m -> with("", (d, p) -> annotate(p, annotation("Link", "A",
                        dictionary("S", name("URI"), "URI", "file:///C:/Users/" + m))))),
                place("link into another file", Kind.EXTERNAL_LINK, m -> with("", (d, p) -> annotate(p, annotation("Link", "A",
                        dictionary("S", name("GoToR"), "F", m, "D", new COSArray(List.of(COSInteger.ZERO))))))));
    }

    private static COSBase file(PDDocument document, String words) throws Exception {
        var stream = stream(document, "附件 " + words);
        stream.setItem(COSName.TYPE, COSName.EMBEDDED_FILE);
        return dictionary("Type", COSName.FILESPEC, "F", "a.txt", "UF", "a.txt", "EF", dictionary("F", stream));
    }

    private static List<HidingPlace> attachments() {
        return List.of(
                place("attachment", Kind.EMBEDDED, m -> with("", (d, p) -> catalog(d).setItem("Names",
                        dictionary("EmbeddedFiles", dictionary("Names", new COSArray(List.of(new COSString("a"), file(d, m)))))))),
                place("attachment's name", Kind.EMBEDDED, m -> with("", (d, p) -> catalog(d).setItem("Names",
                        dictionary("EmbeddedFiles", dictionary("Names", new COSArray(List.of(new COSString(m), file(d, "x")))))))),
                place("attachment pinned to the page", Kind.EMBEDDED, m -> with("", (d, p) -> annotate(p, annotation("FileAttachment", "FS", file(d, m))))));
    }

    private static List<HidingPlace> covered() {
        return List.of(
                place("black rectangle", Kind.COVERED_TEXT, m -> painting(BEHIND.formatted(m) + "0 g 45 590 300 25 re f\n")),
                place("white rectangle", Kind.COVERED_TEXT, m -> painting(BEHIND.formatted(m) + "1 g 45 590 300 25 re f\n")),
                place("rectangle in CMYK", Kind.COVERED_TEXT, m -> painting(BEHIND.formatted(m) + "0 0 0 1 k 45 590 300 25 re f\n")),
                place("polygon", Kind.COVERED_TEXT, m -> painting(BEHIND.formatted(m) + "0 g 40 580 m 400 580 l 400 630 l 40 630 l h f*\n")),
                place("thick line", Kind.COVERED_TEXT, m -> painting(BEHIND.formatted(m) + "0 G 24 w 45 604 m 400 604 l S\n")),
                place("rectangle with border", Kind.COVERED_TEXT, m -> painting(BEHIND.formatted(m) + "0 g 45 590 300 25 re B\n")),
                place("two rectangles side by side", Kind.COVERED_TEXT, m -> painting(BEHIND.formatted(m) + "0 g 45 590 60 25 re f 105 590 240 25 re f\n")),
                place("rectangle that was turned", Kind.COVERED_TEXT, m -> painting(BEHIND.formatted(m) + "q 0 1 -1 0 345 590 cm 0 g 0 0 25 300 re f Q\n")),
                place("black mixed in", Kind.COVERED_TEXT, m -> painting(BEHIND.formatted(m) + "q /Mixed gs 0 g 45 590 300 25 re f Q\n")),
                place("picture over it", Kind.COVERED_TEXT, m -> painting(BEHIND.formatted(m) + "q 300 0 0 25 45 590 cm /Im1 Do Q\n")),
                place("inline picture over it", Kind.COVERED_TEXT, m -> painting(BEHIND.formatted(m)
                        + "q 300 0 0 25 45 590 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q\n")),
                place("form over it", Kind.COVERED_TEXT, m -> with(BEHIND.formatted(m) + "/Fm1 Do\n",
                        (d, p) -> resource(p, "XObject").setItem("Fm1", form(d, "0 g 45 590 300 25 re f")))),
                place("words in a form, rectangle on the page", Kind.COVERED_TEXT, m -> with("/Fm1 Do 0 g 45 590 300 25 re f\n",
                        (d, p) -> resource(p, "XObject").setItem("Fm1", form(d, text(m, ""))))),
                place("stamp over it", Kind.COVERED_TEXT, m -> with(BEHIND.formatted(m), (d, p) -> annotate(p, annotation("Stamp",
                        "Rect", numbers(0, 0, 595, 842), "AP", dictionary("N", form(d, "0 g 45 590 300 25 re f")))))),
                place("opaque highlight", Kind.COVERED_TEXT, m -> with(BEHIND.formatted(m), (d, p) -> annotate(p, annotation("Highlight",
                        "Rect", numbers(0, 0, 595, 842), "AP", dictionary("N", form(d, "1 1 0 rg 45 590 300 25 re f")))))),
                place("filled square without appearance", Kind.COVERED_TEXT, m -> with(BEHIND.formatted(m), (d, p) -> annotate(p,
                        annotation("Square", "Rect", numbers(45, 590, 345, 615), "IC", numbers(0, 0, 0))))),
                place("redaction that was never applied", Kind.COVERED_TEXT, m -> with(BEHIND.formatted(m), (d, p) -> annotate(p,
                        annotation("Redact", "Rect", numbers(45, 590, 345, 615))))),
                place("recognised words under a rectangle on a scan", Kind.COVERED_TEXT, m -> painting("q 595 0 0 500 0 0 cm /Im1 Do Q\n"
                        + "BT 3 Tr /F1 12 Tf 50 400 Td (" + m + ") Tj ET 0 g 45 390 300 25 re f\n")));
    }

    private static List<HidingPlace> unseen() {
        return List.of(
                place("white on white", Kind.HIDDEN_TEXT, m -> painting("1 g " + text(m, "") + "0 g\n")),
                place("nearly white on white", Kind.HIDDEN_TEXT, m -> painting("0.98 g " + text(m, "") + "0 g\n")),
                place("blue on blue", Kind.HIDDEN_TEXT, m -> painting("0 0 1 rg 40 580 400 60 re f " + text(m, "") + "0 g\n")),
                place("without painting", Kind.HIDDEN_TEXT, m -> painting(text(m, "3 Tr"))),
                place("transparent", Kind.HIDDEN_TEXT, m -> painting("q /Glass gs " + text(m, "") + "Q\n")),
                place("tiny", Kind.HIDDEN_TEXT, m -> painting("BT /F1 0.3 Tf 50 600 Td (" + m + ") Tj ET\n")),
                place("scaled to tiny", Kind.HIDDEN_TEXT, m -> painting("q 0.01 0 0 0.01 50 600 cm BT /F1 12 Tf (" + m + ") Tj ET Q\n")),
                place("clipped away", Kind.HIDDEN_TEXT, m -> painting("q 400 100 50 50 re W n " + text(m, "") + "Q\n")),
                place("white, letters placed one by one", Kind.HIDDEN_TEXT, m -> painting("1 g BT /F1 12 Tf 50 600 Td [(" + m.substring(0, 3) + ") -20 ("
                        + m.substring(3) + ")] TJ ET 0 g\n")),
                place("white with the quote operator", Kind.HIDDEN_TEXT, m -> painting("1 g BT /F1 12 Tf 14 TL 50 600 Td (" + m + ") ' ET 0 g\n")),
                place("white in a form", Kind.HIDDEN_TEXT, m -> with("/Fm1 Do\n", (d, p) -> resource(p, "XObject").setItem("Fm1", form(d, "1 g " + text(m, ""))))),
                place("replacement text of a sequence", Kind.HIDDEN_TEXT, m -> painting("/Span <</ActualText (" + m + ")>> BDC " + text("shown", "") + "EMC\n")),
                place("replacement text of the structure", Kind.HIDDEN_TEXT, m -> with("", (d, p) -> catalog(d).setItem("StructTreeRoot",
                        dictionary("Type", name("StructTreeRoot"), "K", dictionary("S", name("P"), "ActualText", m))))),
                place("expansion in the structure", Kind.HIDDEN_TEXT, m -> with("", (d, p) -> catalog(d).setItem("StructTreeRoot",
                        dictionary("Type", name("StructTreeRoot"), "K", new COSArray(List.of(dictionary("S", name("Span"), "E", m))))))));
    }

    private static List<HidingPlace> outside() {
        return List.of(
                place("left of the page", Kind.OUTSIDE_PAGE, m -> painting("BT /F1 12 Tf -400 600 Td (" + m + ") Tj ET\n")),
                place("below the page", Kind.OUTSIDE_PAGE, m -> painting("BT /F1 12 Tf 50 -100 Td (" + m + ") Tj ET\n")),
                place("outside what is shown of the sheet", Kind.OUTSIDE_PAGE, m -> with(text(m, ""), (d, p) ->
                        p.getCOSObject().setItem(COSName.CROP_BOX, numbers(0, 650, 595, 842)))),
                place("above the page", Kind.OUTSIDE_PAGE, m -> painting("q 2 0 0 2 0 0 cm BT /F1 6 Tf 50 450 Td (" + m + ") Tj ET Q\n")));
    }

    private static COSDictionary layer(PDDocument document, String state) {
        var layer = dictionary("Type", COSName.OCG, "Name", "draft");
        layer.setDirect(false);
        var all = new COSArray(List.of(layer));
        catalog(document).setItem(COSName.OCPROPERTIES, dictionary("OCGs", all, "D", state.equals("base")
                ? dictionary("BaseState", name("OFF")) : dictionary("OFF", all)));
        return layer;
    }

    private static List<HidingPlace> layers() {
        return List.of(
                place("layer that is off", Kind.HIDDEN_LAYER, m -> with("/OC /L1 BDC " + text(m, "") + "EMC\n", (d, p) ->
                        p.getResources().getCOSObject().setItem("Properties", dictionary("L1", layer(d, "off"))))),
                place("all layers off", Kind.HIDDEN_LAYER, m -> with("/OC /L1 BDC " + text(m, "") + "EMC\n", (d, p) ->
                        p.getResources().getCOSObject().setItem("Properties", dictionary("L1", layer(d, "base"))))),
                place("layer by membership", Kind.HIDDEN_LAYER, m -> with("/OC /L1 BDC " + text(m, "") + "EMC\n", (d, p) ->
                        p.getResources().getCOSObject().setItem("Properties", dictionary("L1", dictionary("Type", COSName.OCMD, "OCGs", layer(d, "off")))))),
                place("form on a layer that is off", Kind.HIDDEN_LAYER, m -> with("/Fm1 Do\n", (d, p) -> {
                    var form = form(d, text(m, ""));
                    form.setItem(COSName.OC, layer(d, "off"));
                    resource(p, "XObject").setItem("Fm1", form);
                })));
    }

    private static List<HidingPlace> revisions() {
        return List.of(
                place("page before it was changed", Kind.EARLIER_REVISION, m -> savedAgain(painting(text(m, "")), (d, p) ->
                        p.getCOSObject().setItem(COSName.CONTENTS, stream(d, "BT /F1 12 Tf 50 700 Td (" + PdfSamples.SHOWN + ") Tj ET")))),
                place("author before it was removed", Kind.EARLIER_REVISION, m -> savedAgain(
                        with("", (d, p) -> d.getDocumentInformation().setAuthor(m)), (d, p) -> {
                            d.getDocumentInformation().getCOSObject().removeItem(COSName.AUTHOR);
                            d.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
                        })),
                place("note before it was deleted", Kind.EARLIER_REVISION, m -> savedAgain(
                        with("", (d, p) -> annotate(p, annotation("Text", "Contents", m))), (d, p) -> p.getCOSObject().removeItem(COSName.ANNOTS))),
                place("object that nothing leads to", Kind.EARLIER_REVISION, m -> {
                    var pdf = new String(painting(""), StandardCharsets.ISO_8859_1);
                    int at = pdf.lastIndexOf("xref\n0");
                    var more = "900 0 obj\n(" + m + ")\nendobj\n";
                    return (pdf.substring(0, at) + more + pdf.substring(at)).replaceAll("startxref\n\\d+", "startxref\n" + (at + more.length()))
                            .getBytes(StandardCharsets.ISO_8859_1);
                }),
                place("behind the end", Kind.METADATA, m -> joined(painting(""), ascii("\n" + m))),
                place("second file behind the end", Kind.EARLIER_REVISION, m -> joined(painting(""), painting(text(m, "")))));
    }

    private static List<HidingPlace> pictures() {
        return List.of(
                place("EXIF of a photograph", Kind.PICTURE_METADATA, m -> with("q 100 0 0 75 50 100 cm /Im1 Do Q\n", (d, p) -> resource(p, "XObject")
                        .setItem("Im1", jpeg(d, jpegWith(0xe1, joined(ascii("Exif\0\0"), exif(1, 0x10e, ascii(m), ""))))))),
                place("thumbnail of a photograph", Kind.THUMBNAIL, m -> with("q 100 0 0 75 50 100 cm /Im1 Do Q\n", (d, p) -> resource(p, "XObject")
                        .setItem("Im1", jpeg(d, jpegWith(0xe1, joined(ascii("Exif\0\0"), exif(1, 0x10e, ascii("x"), m))))))),
                place("comment of a photograph", Kind.PICTURE_METADATA, m -> with("q 100 0 0 75 50 100 cm /Im1 Do Q\n", (d, p) -> resource(p, "XObject")
                        .setItem("Im1", jpeg(d, jpegWith(0xfe, ascii(m)))))),
                place("behind a photograph's end", Kind.PICTURE_METADATA, m -> with("q 100 0 0 75 50 100 cm /Im1 Do Q\n", (d, p) -> resource(p, "XObject")
                        .setItem("Im1", jpeg(d, joined(PictureSamples.picture("jpeg"), ascii(m)))))),
                place("colour profile", Kind.PICTURE_METADATA, m -> with("q 100 0 0 75 50 100 cm /Im1 Do Q\n", (d, p) -> {
                    var profile = stream(d, new String(profile(m), StandardCharsets.ISO_8859_1));
                    profile.setInt(COSName.N, 1);
                    first(p).setItem(COSName.COLORSPACE, new COSArray(List.of(COSName.ICCBASED, profile)));
                })),
                place("alternate picture", Kind.METADATA, m -> with("q 100 0 0 75 50 100 cm /Im1 Do Q\n", (d, p) -> first(p).setItem("Alternates",
                        new COSArray(List.of(dictionary("Image", stream(d, m))))))));
    }
}
