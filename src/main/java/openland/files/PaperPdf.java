package openland.files;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;

/**
 * Papers that the program writes, as PDF from a page of ours: set in the shipped typeface, which is called {@link #FAMILY}
 * in its style sheet. The same page gives the same bytes, and they tell neither the time nor the program.
 */
public final class PaperPdf {
    public static final String FAMILY = "Noto Sans SC";
    private static final String TYPEFACE = "/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf";

    static {
        XRLog.setLoggingEnabled(false);
    }

    private PaperPdf() {}

    /** The typeface's table of signs, read once. */
    private static final class Signs {
        static final CmapLookup SIGNS = read();

        private static CmapLookup read() {
            try (var font = parsed()) {
                return font.getUnicodeCmapLookup();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** @param page what it links to is not fetched */
    public static byte[] bytes(Document page) {
        try (var renderer = new PdfRendererBuilder().useFastMode().useFont(PaperPdf::typeface, FAMILY, 400, FontStyle.NORMAL, true)
                .useUriResolver((base, uri) -> null).withW3cDocument(new W3CDom().fromJsoup(page), "/").toStream(new ByteArrayOutputStream()).buildPdfRenderer()) {
            renderer.layout();
            try (var document = renderer.createPDFKeepOpen()) {
                return written(document, page);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] written(PDDocument document, Document page) throws IOException {
        var out = new ByteArrayOutputStream();
        document.setDocumentInformation(new PDDocumentInformation());
        document.getDocumentInformation().setTitle(page.title());
        document.setDocumentId((long) page.outerHtml().hashCode());   // else it is taken from the clock
        document.save(out);
        return out.toByteArray();
    }

    /** Whether the typeface has this sign. */
    public static boolean shows(int codePoint) {
        return Signs.SIGNS.getGlyphId(codePoint) != 0;
    }

    /** The typeface; the caller closes it. */
    public static TrueTypeFont parsed() throws IOException {
        return new TTFParser().parse(new RandomAccessReadBuffer(typeface()));
    }

    private static InputStream typeface() {
        return Objects.requireNonNull(PaperPdf.class.getResourceAsStream(TYPEFACE), "the build unpacks " + TYPEFACE);
    }
}
