package openland.files.fixed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/** PDF files of one page, made operator by operator. */
final class PdfSamples {
    /** What every sample shows. */
    static final String SHOWN = "Land use right for sale";
    private static final String SHOWING = "BT /F1 12 Tf 50 700 Td (" + SHOWN + ") Tj ET\n";

    /** Changes a document before it is written. */
    interface Change {
        void to(PDDocument document, PDPage page) throws Exception;
    }

    private PdfSamples() {}

    /** A page that shows {@link #SHOWN} and paints more. */
    static byte[] painting(String operators) throws Exception {
        return with(operators, (document, page) -> { });
    }

    static byte[] with(String operators, Change change) throws Exception {
        try (var document = new PDDocument()) {
            var page = new PDPage(new PDRectangle(595, 842));
            document.addPage(page);
            page.getCOSObject().setItem(COSName.RESOURCES, resources(document));
            page.getCOSObject().setItem(COSName.CONTENTS, stream(document, SHOWING + operators));
            change.to(document, page);
            return bytes(document);
        }
    }

    static byte[] bytes(PDDocument document) throws Exception {
        var out = new ByteArrayOutputStream();
        document.save(out, CompressParameters.NO_COMPRESSION);
        return out.toByteArray();
    }

    /** As another program would save it again, behind what is there. */
    static byte[] savedAgain(byte[] pdf, Change change) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            change.to(document, document.getPage(0));
            document.getPage(0).getCOSObject().setNeedToBeUpdated(true);
            var out = new ByteArrayOutputStream();
            document.saveIncremental(out);
            return out.toByteArray();
        }
    }

    private static COSDictionary resources(PDDocument document) throws Exception {
        var fonts = dictionary("F1", font("Type1", "Helvetica", "WinAnsiEncoding"));
        var song = font("Type0", "STSong-Light", "UniGB-UTF16-H");
        var descendant = font("CIDFontType0", "STSong-Light", null);
        descendant.setItem(COSName.CIDSYSTEMINFO, dictionary("Registry", new COSString("Adobe"), "Ordering", new COSString("GB1"), "Supplement", COSInteger.get(4)));
        descendant.setItem(COSName.FONT_DESC, dictionary("Type", COSName.FONT_DESC, "FontName", COSName.getPDFName("STSong-Light"),
                "Flags", COSInteger.get(6), "FontBBox", numbers(0, -250, 1000, 900), "ItalicAngle", COSInteger.ZERO, "Ascent", COSInteger.get(880),
                "Descent", COSInteger.get(-120), "CapHeight", COSInteger.get(700), "StemV", COSInteger.get(80)));
        song.setItem(COSName.DESCENDANT_FONTS, new COSArray(List.of(descendant)));
        fonts.setItem("F2", song);
        var states = new COSDictionary();
        states.setItem("Glass", dictionary("ca", new COSFloat(0.01f), "CA", new COSFloat(0.01f)));
        states.setItem("Half", dictionary("ca", new COSFloat(0.4f)));
        states.setItem("Mixed", dictionary("BM", COSName.MULTIPLY));
        var pictures = new COSDictionary();
        pictures.setItem("Im1", picture(document));
        return dictionary("Font", fonts, "ExtGState", states, "XObject", pictures);
    }

    private static COSDictionary font(String kind, String name, @Nullable String encoding) {
        var font = dictionary("Type", COSName.FONT, "Subtype", COSName.getPDFName(kind), "BaseFont", COSName.getPDFName(name));
        if (encoding != null) {
            font.setItem(COSName.ENCODING, COSName.getPDFName(encoding));
        }
        return font;
    }

    /** A grey picture of 2 × 2. */
    static COSStream picture(PDDocument document) throws Exception {
        var picture = stream(document, "\1\2\3\4");
        picture.setItem(COSName.TYPE, COSName.XOBJECT);
        picture.setItem(COSName.SUBTYPE, COSName.IMAGE);
        picture.setInt(COSName.WIDTH, 2);
        picture.setInt(COSName.HEIGHT, 2);
        picture.setInt(COSName.BITS_PER_COMPONENT, 8);
        picture.setItem(COSName.COLORSPACE, COSName.DEVICEGRAY);
        return picture;
    }

    static COSStream jpeg(PDDocument document, byte[] bytes) throws Exception {
        var picture = picture(document);
        try (var out = picture.createRawOutputStream()) {
            out.write(bytes);
        }
        picture.setInt(COSName.WIDTH, 40);
        picture.setInt(COSName.HEIGHT, 30);
        picture.setItem(COSName.FILTER, COSName.DCT_DECODE);
        picture.setItem(COSName.COLORSPACE, COSName.DEVICERGB);
        return picture;
    }

    static COSStream stream(PDDocument document, String content) throws Exception {
        var stream = document.getDocument().createCOSStream();
        try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content.getBytes(StandardCharsets.ISO_8859_1));
        }
        return stream;
    }

    static COSStream form(PDDocument document, String content) throws Exception {
        var form = stream(document, content);
        form.setItem(COSName.TYPE, COSName.XOBJECT);
        form.setItem(COSName.SUBTYPE, COSName.FORM);
        form.setItem(COSName.BBOX, numbers(0, 0, 595, 842));
        form.setItem(COSName.RESOURCES, dictionary("Font", dictionary("F1", font("Type1", "Helvetica", "WinAnsiEncoding"))));
        return form;
    }

    static COSDictionary dictionary(Object... entries) {
        var dictionary = new COSDictionary();
        for (int i = 0; i < entries.length; i += 2) {
            dictionary.setItem((String) entries[i], entries[i + 1] instanceof String words ? new COSString(words) : (COSBase) entries[i + 1]);
        }
        return dictionary;
    }

    static COSArray numbers(float... values) {
        var array = new COSArray();
        for (float value : values) {
            array.add(new COSFloat(value));
        }
        return array;
    }

    static COSName name(String name) {
        return COSName.getPDFName(name);
    }

    static COSDictionary annotation(String kind, Object... more) {
        var annotation = dictionary(more);
        annotation.setItem(COSName.TYPE, COSName.ANNOT);
        annotation.setItem(COSName.SUBTYPE, name(kind));
        if (!annotation.containsKey(COSName.RECT)) {
            annotation.setItem(COSName.RECT, numbers(50, 500, 150, 520));
        }
        return annotation;
    }

    static void annotate(PDPage page, COSDictionary... annotations) {
        page.getCOSObject().setItem(COSName.ANNOTS, new COSArray(List.of(annotations)));
    }

    static String text(String words, String before) {
        return "BT " + before + " /F1 12 Tf 50 600 Td (" + words + ") Tj ET\n";
    }

    static String chinese(String words, int x, int y, int size) {
        return "BT /F2 " + size + " Tf " + x + " " + y + " Td <" + HexFormat.of().formatHex(words.getBytes(StandardCharsets.UTF_16BE)) + "> Tj ET\n";
    }
}
