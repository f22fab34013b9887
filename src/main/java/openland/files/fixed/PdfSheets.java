package openland.files.fixed;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.rendering.RenderDestination;
import org.jspecify.annotations.Nullable;

/** The pages of a PDF. What a reader sees is painted: annotations with an appearance, layers that are on; no notes. */
final class PdfSheets implements Sheets {
    private static final Duration ONE_PAGE = Duration.ofSeconds(60);

    private final PDDocument document;
    private final List<COSDictionary> pages;
    private final PdfLayers layers;
    private final Recognising.Sitting sitting;
    private final PageBudget looking = new PageBudget();
    private final PageBudget painting = new PageBudget();
    private @Nullable PageMarks looked;
    private int lookedAt;

    PdfSheets(PDDocument document, Recognising.Sitting sitting) {
        PdfTypefaces.use();
        this.document = document;
        this.pages = PdfPages.of(document);
        this.layers = new PdfLayers(document);
        this.sitting = sitting;
    }

    @Override
    public int count() {
        return pages.size();
    }

    private PageMarks look(int index) throws IOException {
        if (looked == null || lookedAt != index) {
            var page = pages.get(index);
            PdfFindings.mustBeOfSensibleSize(page);
            looked = new PdfPageLook(new PDPage(page), layers, looking).look();
            lookedAt = index;
        }
        return looked;
    }

    @Override
    public Sheet sheet(int index) throws IOException {
        var marks = look(index);
        var seen = marks.glyphs.stream().filter(PageMarks.Glyph::isSeen).map(PdfSheets::glyph).toList();
        var unseen = marks.glyphs.stream().filter(glyph -> !glyph.isSeen()).map(PdfSheets::glyph).toList();
        if (marks.isScan() && seen.stream().allMatch(glyph -> glyph.text().isBlank())) {
            double width = marks.width;
            var scale = new double[1];
            var page = sitting.read(until -> {
                var picture = PdfScans.painted(document, pages.get(index), until);
                scale[0] = width / picture.getWidth();
                return picture;
            });
            seen = RecognisedGlyphs.of(page, scale[0]);
        }
        return new Sheet(marks.width, marks.height, seen, unseen, marks.lines);
    }

    private static PageGlyph glyph(PageMarks.Glyph glyph) {
        return new PageGlyph(glyph.text, glyph.box, glyph.size, glyph.bold);
    }

    @Override
    public BufferedImage painted(int index) throws IOException {
        var marks = look(index);
        double scale = Math.min(DOTS / POINTS, Math.sqrt(MOST_PIXELS / (marks.width * marks.height)));
        if (!(scale > 0) || Math.min(marks.width, marks.height) * scale < 1) {
            throw PdfOpening.damaged();
        }
        painting.pixels(marks.width * marks.height * scale * scale);
        try (var alone = new PDDocument()) {
            var catalog = document.getDocumentCatalog().getCOSObject();
            alone.getDocumentCatalog().getCOSObject().setItem(COSName.OCPROPERTIES, catalog.getItem(COSName.OCPROPERTIES));
            alone.addPage(new PDPage(new COSDictionary(pages.get(index))));
            var renderer = new Renderer(alone, painting, System.nanoTime() + ONE_PAGE.toNanos());
            renderer.setSubsamplingAllowed(true);
            renderer.setAnnotationsFilter(note -> PdfAnnotations.appearance(note.getCOSObject()) != null
                    && !layers.hides(note.getCOSObject().getDictionaryObject(COSName.OC)));
            var picture = renderer.renderImage(0, (float) scale, ImageType.RGB, RenderDestination.VIEW);
            cover(picture, marks);
            return picture;
        }
    }

    /** What other programs would paint over the page is painted here too. */
    private static void cover(BufferedImage picture, PageMarks marks) {
        if (!marks.unpainted.isEmpty()) {
            var pen = picture.createGraphics();
            pen.scale(picture.getWidth() / marks.width, picture.getHeight() / marks.height);
            pen.setColor(Color.BLACK);
            marks.unpainted.forEach(pen::fill);
            pen.dispose();
        }
    }

    private static final class Renderer extends PDFRenderer {
        private final PageBudget budget;
        private final long until;

        Renderer(PDDocument document, PageBudget budget, long until) {
            super(document);
            this.budget = budget;
            this.until = until;
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            var drawer = new PdfSheetDrawing(parameters, budget, until);
            drawer.setAnnotationFilter(getAnnotationsFilter());
            return drawer;
        }
    }
}
