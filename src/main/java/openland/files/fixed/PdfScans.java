package openland.files.fixed;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import openland.files.FileContent;
import openland.files.FileContent.Part;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** The pages of a PDF that are pictures without words: painted, and given to a program that reads pictures. */
final class PdfScans {
    private static final float POINTS = 72;
    private static final float DOTS = 300;
    private static final double MOST_PIXELS = 12_000_000;

    private final PdfFindings findings;
    private final Recognising recognising;

    PdfScans(PdfFindings findings, Recognising recognising) {
        this.findings = findings;
        this.recognising = recognising;
    }

    /** The words of all pages, recognised ones among them; scanned while there is a page that was not read. */
    FileContent read() {
        var parts = new ArrayList<>(findings.parts());
        boolean scanned = findings.garbled();
        boolean recognised = false;
        var sitting = recognising.sitting();
        for (int i : findings.scans().stream().toArray()) {
            var page = sitting.read(until -> painted(findings.pages().get(i), until));
            var blocks = page.blocks();
            scanned |= !page.isText();
            recognised |= !blocks.isEmpty();
            if (!blocks.isEmpty()) {
                parts.set(i, new Part(parts.get(i).place(), blocks));
            }
        }
        return new FileContent(List.copyOf(parts), scanned, recognised);
    }

    private BufferedImage painted(COSDictionary dictionary, long until) throws IOException {
        return painted(findings.document(), dictionary, until);
    }

    /** The pictures of a page in shades of grey, large enough to be read. */
    static BufferedImage painted(PDDocument document, COSDictionary dictionary, long until) throws IOException {
        try (var alone = new PDDocument()) {
            var catalog = document.getDocumentCatalog().getCOSObject();
            alone.getDocumentCatalog().getCOSObject().setItem(COSName.OCPROPERTIES, catalog.getItem(COSName.OCPROPERTIES));
            var page = new PDPage(new COSDictionary(dictionary));
            alone.addPage(page);
            var box = page.getCropBox();
            double points = (double) box.getWidth() * box.getHeight();
            if (!(points > 0)) {
                throw new PdfOpening.Bomb();
            }
            var renderer = new Renderer(alone, until);
            renderer.setSubsamplingAllowed(true);
            renderer.setAnnotationsFilter(note -> note.getAppearance() != null);
            return renderer.renderImage(0, (float) Math.min(DOTS / POINTS, Math.sqrt(MOST_PIXELS / points)), ImageType.GRAY);
        }
    }

    private static final class Renderer extends PDFRenderer {
        private final long until;

        Renderer(PDDocument document, long until) {
            super(document);
            this.until = until;
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            return new PdfScanDrawing(parameters, until);
        }
    }
}
