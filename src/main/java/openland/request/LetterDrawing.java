package openland.request;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** What stands on the pages of a PDF of ours: signs and filled shapes, in millimetres from the upper left corner. */
final class LetterDrawing extends PDFGraphicsStreamEngine {
    private static final double MM = 25.4 / 72;

    /** @param x of its origin, on the line @param size of the em */
    record Glyph(String sign, double x, double y, double size, int red, int green, int blue) {
        private boolean goesOnWith(Glyph next) {
            return y == next.y && size == next.size && red == next.red && green == next.green && blue == next.blue
                    && next.x > x && next.x - x < 3 * size;
        }
    }

    /** One step of an outline; a curve does not occur in letters. */
    record Step(Kind kind, double x, double y) {
        enum Kind { MOVE, LINE, CLOSE }
    }

    record Shape(List<Step> steps, int red, int green, int blue) {}

    record Drawn(double width, double height, List<List<Glyph>> lines, List<Shape> shapes) {}

    private final List<List<Glyph>> lines = new ArrayList<>();
    private final List<Shape> shapes = new ArrayList<>();
    private final AffineTransform toPaper;
    private GeneralPath path = new GeneralPath();

    private LetterDrawing(PDPage page) {
        super(page);
        toPaper = new AffineTransform(MM, 0, 0, -MM, 0, page.getMediaBox().getHeight() * MM);
    }

    static List<Drawn> of(PDDocument paper) throws IOException {
        var drawn = new ArrayList<Drawn>();
        for (var page : paper.getPages()) {
            var drawing = new LetterDrawing(page);
            drawing.processPage(page);
            drawn.add(new Drawn(rounded(page.getMediaBox().getWidth() * MM), rounded(page.getMediaBox().getHeight() * MM), drawing.printed(), drawing.shapes));
        }
        return drawn;
    }

    static double rounded(double millimetres) {
        return Math.round(millimetres * 1000) / 1000d;
    }

    /** From top to bottom (the number of the page is drawn first), without blanks at the ends of lines, which a reader of XML may drop. */
    private List<List<Glyph>> printed() {
        return lines.stream().map(line -> {
            var printed = new ArrayList<>(line);
            while (!printed.isEmpty() && printed.getLast().sign().isBlank()) {
                printed.removeLast();
            }
            while (!printed.isEmpty() && printed.getFirst().sign().isBlank()) {
                printed.removeFirst();
            }
            return List.copyOf(printed);
        }).filter(line -> !line.isEmpty()).sorted(Comparator.comparingDouble(line -> line.getFirst().y())).toList();
    }

    private int colour() throws IOException {
        return getGraphicsState().getNonStrokingColor().toRGB();
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        var sign = font.toUnicode(code);
        if (sign == null) {
            return;
        }
        var origin = toPaper.transform(new Point2D.Double(matrix.getTranslateX(), matrix.getTranslateY()), null);
        var rgb = colour();
        var glyph = new Glyph(sign, rounded(origin.getX()), rounded(origin.getY()), rounded(matrix.getScalingFactorY() * MM), rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255);
        if (lines.isEmpty() || !lines.getLast().getLast().goesOnWith(glyph)) {
            lines.add(new ArrayList<>());
        }
        lines.getLast().add(glyph);
    }

    @Override
    public void fillPath(int windingRule) throws IOException {
        var rgb = colour();
        var steps = new ArrayList<Step>();
        var at = new double[6];
        for (var outline = path.getPathIterator(toPaper, 0.05); !outline.isDone(); outline.next()) {
            var kind = outline.currentSegment(at);
            steps.add(switch (kind) {
                case PathIterator.SEG_CLOSE -> new Step(Step.Kind.CLOSE, 0, 0);
                case PathIterator.SEG_MOVETO -> new Step(Step.Kind.MOVE, rounded(at[0]), rounded(at[1]));
                default -> new Step(Step.Kind.LINE, rounded(at[0]), rounded(at[1]));
            });
        }
        shapes.add(new Shape(steps, rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255));
        path = new GeneralPath();
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        moveTo((float) p0.getX(), (float) p0.getY());
        lineTo((float) p1.getX(), (float) p1.getY());
        lineTo((float) p2.getX(), (float) p2.getY());
        lineTo((float) p3.getX(), (float) p3.getY());
        closePath();
    }

    @Override
    public void moveTo(float x, float y) {
        path.moveTo(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        path.lineTo(x, y);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        path.curveTo(x1, y1, x2, y2, x3, y3);
    }

    @Override
    public Point2D getCurrentPoint() {
        return path.getCurrentPoint();
    }

    @Override
    public void closePath() {
        path.closePath();
    }

    @Override
    public void endPath() {
        path = new GeneralPath();
    }

    @Override
    public void strokePath() {
        path = new GeneralPath();
    }

    @Override
    public void fillAndStrokePath(int windingRule) throws IOException {
        fillPath(windingRule);
    }

    @Override
    public void clip(int windingRule) {
        // what a letter draws lies inside its page
    }

    @Override
    public void drawImage(PDImage image) {
        // a letter has none
    }

    @Override
    public void shadingFill(COSName shading) {
        // a letter has none
    }
}
