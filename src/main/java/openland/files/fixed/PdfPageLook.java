package openland.files.fixed;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Line2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import openland.files.fixed.PageMarks.Cover;
import openland.files.fixed.PageMarks.Fate;
import openland.files.fixed.PageMarks.Glyph;
import openland.files.fixed.PageMarks.Picture;
import openland.files.fixed.PageMarks.Source;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/** Runs through the painting of one page and notes what is painted where, in which order, and whether it can be seen. */
final class PdfPageLook extends PdfPath {
    private static final double THICK_LINE = 3;
    private static final double THIN = 1.6;

    private final PageBudget budget;
    private final PdfLayers layers;
    private final AffineTransform view;
    private final PageMarks marks;
    private final PageGround ground;
    private final Deque<Sequence> sequences = new ArrayDeque<>();
    private final Deque<COSBase> streams = new ArrayDeque<>();
    private final IdentityHashMap<COSBase, Integer> counts = new IdentityHashMap<>();
    private final Rectangle2D page;
    private int order;
    private int hiding;

    /** A marked sequence. @param from the glyph it begins with */
    private record Sequence(boolean hides, @Nullable String replacement, int from) {}

    PdfPageLook(PDPage page, PdfLayers layers, PageBudget budget) {
        super(page);
        this.budget = budget;
        this.layers = layers;
        var box = page.getCropBox();
        int turn = Math.floorMod(page.getRotation() / 90, 4);
        this.view = new AffineTransform();
        view.quadrantRotate(turn);
        view.scale(1, -1);
        var seen = view.createTransformedShape(new Rectangle2D.Double(box.getLowerLeftX(), box.getLowerLeftY(), box.getWidth(), box.getHeight()))
                .getBounds2D();
        view.preConcatenate(AffineTransform.getTranslateInstance(-seen.getX(), -seen.getY()));
        this.page = new Rectangle2D.Double(0, 0, seen.getWidth(), seen.getHeight());
        this.marks = new PageMarks(seen.getWidth(), seen.getHeight());
        this.ground = new PageGround(seen.getWidth(), seen.getHeight(), budget);
        addOperator(new PdfDrawing(this));
    }

    /** Looks at the page and what lies on it. */
    PageMarks look() throws IOException {
        streams.push(getPage().getCOSObject());
        processPage(getPage());
        sequences.clear();
        hiding = 0;
        for (var annotation : PdfAnnotations.of(getPage().getCOSObject())) {
            annotation(annotation);
        }
        new PageCovering(marks, budget).judge();
        return marks;
    }

    private void annotation(COSDictionary annotation) throws IOException {
        if (PdfAnnotations.isHidden(annotation) || layers.hides(annotation.getDictionaryObject(COSName.OC))) {
            return;
        }
        var opaque = PdfAnnotations.cover(annotation);
        if (opaque != null) {
            marks.covers.add(new Cover(++order, view.createTransformedShape(opaque), false));
            marks.unpainted.add(view.createTransformedShape(opaque));
        }
        var appearance = PdfAnnotations.appearance(annotation);
        if (appearance != null) {
            streams.push(appearance.getCOSObject());
            counts.put(appearance.getCOSObject(), 0);
            showAnnotation(PdfAnnotations.object(annotation));
            streams.pop();
        }
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        budget.operator();
        switch (operator.getName()) {
            case "BMC", "BDC" -> begin(operands);
            case "EMC" -> end();
            default -> super.processOperator(operator, operands);
        }
    }

    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException e) throws IOException {
        if (e instanceof PdfOpening.Bomb) {
            throw e;
        }
        super.operatorException(operator, operands, e);
    }

    private void begin(List<COSBase> operands) {
        var properties = operands.size() > 1 ? operands.get(1) : null;
        if (properties instanceof COSName name) {
            var named = getResources() == null ? null : getResources().getCOSObject().getCOSDictionary(COSName.PROPERTIES);
            properties = named == null ? null : named.getDictionaryObject(name);
        }
        boolean layer = !operands.isEmpty() && COSName.OC.equals(operands.getFirst());
        var sequence = new Sequence(layer && layers.hides(properties),
                properties instanceof COSDictionary dictionary ? dictionary.getString(COSName.ACTUAL_TEXT) : null, marks.glyphs.size());
        hiding += sequence.hides() ? 1 : 0;
        sequences.push(sequence);
    }

    private void end() {
        var sequence = sequences.poll();
        if (sequence == null) {
            return;
        }
        hiding -= sequence.hides() ? 1 : 0;
        if (sequence.replacement() != null && hiding == 0) {
            var shown = marks.glyphs.subList(Math.min(sequence.from(), marks.glyphs.size()), marks.glyphs.size());
            if (PdfWords.differ(sequence.replacement(), PageMarks.words(shown))) {
                marks.replacements.add(sequence.replacement());
            }
        }
    }

    /** Paints a form; whoever calls has looked up its resources. */
    void form(PDFormXObject form) throws IOException {
        budget.form();
        marks.used.add(form.getCOSObject());
        boolean hidden = layers.hides(form.getCOSObject().getDictionaryObject(COSName.OC));
        hiding += hidden ? 1 : 0;
        streams.push(form.getCOSObject());
        counts.put(form.getCOSObject(), 0);
        int depth = sequences.size();
        try {
            if (form instanceof PDTransparencyGroup group) {
                showTransparencyGroup(group);
            } else {
                showForm(form);
            }
        } finally {
            while (sequences.size() > depth) {
                end();
            }
            streams.pop();
            hiding -= hidden ? 1 : 0;
        }
    }

    /** Paints a picture that is an object of its own. */
    void picture(COSStream picture) {
        marks.used.add(picture);
        boolean seeThrough = picture.containsKey(COSName.SMASK) || picture.containsKey(COSName.MASK)
                || picture.getBoolean(COSName.IMAGE_MASK, false) || picture.getInt(COSName.getPDFName("SMaskInData")) > 0;
        if (layers.hides(picture.getDictionaryObject(COSName.OC)) || hiding > 0) {
            marks.layerHidesPicture = true;
        } else {
            picture(seeThrough);
        }
    }

    @Override
    public void drawImage(PDImage image) {
        if (image instanceof PDImageXObject object) {
            picture(object.getCOSObject());
        } else if (hiding == 0) {
            picture(image.isStencil());
        }
    }

    private void picture(boolean seeThrough) {
        var square = getGraphicsState().getCurrentTransformationMatrix().createAffineTransform()
                .createTransformedShape(new Rectangle2D.Double(0, 0, 1, 1));
        var whole = view.createTransformedShape(square);
        var visible = whole.getBounds2D().createIntersection(clipped());
        order++;
        if (!seeThrough || PageMarks.area(visible) > PageMarks.area(page) / 2) {
            marks.pictures.add(new Picture(order, whole.getBounds2D(), visible));
        }
        if (!seeThrough && opaque(getGraphicsState().getNonStrokeAlphaConstant(), 0xffffff)) {
            marks.covers.add(new Cover(order, visible, true));
        }
        ground.unknown(visible);
    }

    private Rectangle2D clipped() {
        var clipping = getGraphicsState().getCurrentClippingPath();
        return view.createTransformedShape(clipping.getBounds2D()).getBounds2D();
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        budget.glyph();
        var stream = streams.getFirst();
        int index = counts.merge(stream, 1, Integer::sum) - 1;
        var unicode = font.toUnicode(code);
        if (unicode == null || unicode.isEmpty()) {
            marks.unreadable++;
            unicode = "\ufffd";
        }
        double across = font.isVertical() ? 1 : displacement.getX();
        var shape = matrix.createAffineTransform().createTransformedShape(new Rectangle2D.Double(0, -0.12, across == 0 ? 0.01 : across, 0.94));
        var box = view.createTransformedShape(shape).getBounds2D();
        double size = Math.abs(font.isVertical() ? matrix.getScalingFactorX() : matrix.getScalingFactorY());
        boolean blank = unicode.isBlank();
        var fate = blank && hiding == 0 ? Fate.SEEN : fate(box, size);
        marks.glyphs.add(new Glyph(++order, unicode, box, size, new Source(stream, index), bold(font), fate));
        if (font instanceof PDType3Font) {
            super.showGlyph(matrix, font, code, displacement);
        }
    }

    private static boolean bold(PDFont font) {
        var name = String.valueOf(font.getName());
        return name.contains("Bold") || name.contains("Hei") || name.contains("黑");
    }

    private Fate fate(Rectangle2D box, double size) {
        var state = getGraphicsState();
        var mode = state.getTextState().getRenderingMode();
        if (hiding > 0) {
            return Fate.IN_LAYER;
        }
        if (!page.contains(box.getCenterX(), box.getCenterY())) {
            return Fate.OUTSIDE;
        }
        if (!clipped().intersects(box.getX(), box.getY(), Math.max(0.01, box.getWidth()), Math.max(0.01, box.getHeight()))) {
            return Fate.CLIPPED;
        }
        if (mode.intValue() == 3) {
            return Fate.RECOGNISED;
        }
        if (size < 1) {
            return Fate.TINY;
        }
        boolean fills = mode.isFill() || !mode.isStroke();
        double alpha = fills ? state.getNonStrokeAlphaConstant() : state.getAlphaConstant();
        if (alpha < 0.06) {
            return Fate.TRANSPARENT;
        }
        var colour = PdfColours.rgb(fills ? state.getNonStrokingColor() : state.getStrokingColor());
        return colour >= 0 && !mode.isStroke() && ground.hides(box, colour) ? Fate.SAME_COLOUR : Fate.SEEN;
    }

    private boolean opaque(double alpha, int colour) {
        var state = getGraphicsState();
        if (alpha < 0.9 || state.getSoftMask() != null || hiding > 0) {
            return false;
        }
        return PdfColours.covers(state.getBlendMode(), colour);
    }

    @Override
    public void fillPath(int rule) {
        path.setWindingRule(rule);
        fill(path, getGraphicsState().getNonStrokeAlphaConstant(), PdfColours.rgb(getGraphicsState().getNonStrokingColor()));
        endPath();
    }

    private void fill(Shape shape, double alpha, int colour) {
        var seen = view.createTransformedShape(shape);
        var bounds = seen.getBounds2D();
        if (Math.min(bounds.getWidth(), bounds.getHeight()) < THIN) {
            line(bounds);
        }
        var cut = clipped();
        order++;
        if (!cut.intersects(bounds) || hiding > 0) {
            return;
        }
        var shown = cut.contains(bounds) ? seen : new PdfCut(seen, cut).shape();
        boolean covers = colour != PdfColours.PATTERN && opaque(alpha, colour);
        if (covers) {
            marks.covers.add(new Cover(order, shown, false));
        }
        if (covers && colour >= 0) {
            ground.paint(shown, colour);
        } else {
            ground.unknown(bounds.createIntersection(cut));
        }
    }

    private void line(Rectangle2D thin) {
        if (thin.getWidth() >= thin.getHeight()) {
            marks.lines.add(new Line2D.Double(thin.getX(), thin.getCenterY(), thin.getMaxX(), thin.getCenterY()));
        } else {
            marks.lines.add(new Line2D.Double(thin.getCenterX(), thin.getY(), thin.getCenterX(), thin.getMaxY()));
        }
    }

    @Override
    public void strokePath() {
        var state = getGraphicsState();
        double width = Math.max(0.1, transformWidth(state.getLineWidth()));
        if (width > THICK_LINE) {
            var stroked = new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER).createStrokedShape(path);
            fill(stroked, state.getAlphaConstant(), PdfColours.rgb(state.getStrokingColor()));
        } else if (hiding == 0) {
            sides();
        }
        endPath();
    }

    /** The straight lines of the path, for the ruling of tables. */
    private void sides() {
        var at = new double[6];
        Point2D start = new Point2D.Double();
        Point2D last = start;
        for (var i = path.getPathIterator(view); !i.isDone(); i.next()) {
            int kind = i.currentSegment(at);
            Point2D next = kind == PathIterator.SEG_CLOSE ? start : new Point2D.Double(at[0], at[1]);
            if (kind == PathIterator.SEG_LINETO || kind == PathIterator.SEG_CLOSE) {
                line(new Line2D.Double(last, next).getBounds2D());
            }
            start = kind == PathIterator.SEG_MOVETO ? next : start;
            last = next;
        }
    }

    @Override
    public void fillAndStrokePath(int rule) {
        var copy = new GeneralPath(path);
        fillPath(rule);
        path.append(copy, false);
        strokePath();
    }

    @Override
    public void shadingFill(COSName name) {
        ground.unknown(clipped());
        order++;
        if (opaque(getGraphicsState().getNonStrokeAlphaConstant(), 0xffffff)) {
            marks.covers.add(new Cover(order, clipped(), false));
        }
    }
}
