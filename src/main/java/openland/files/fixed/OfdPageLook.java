package openland.files.fixed;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import openland.files.fixed.PageMarks.Cover;
import openland.files.fixed.PageMarks.Fate;
import openland.files.fixed.PageMarks.Glyph;
import openland.files.fixed.PageMarks.Picture;
import openland.files.fixed.PageMarks.Source;
import org.w3c.dom.Element;

/** Runs through what one page of an OFD paints, in its order. Lengths are millimetres in the file and points here. */
final class OfdPageLook {
    private static final double POINT = 72 / 25.4;
    private static final int MOST_DEEP = 50;
    private static final double THICK_LINE = 3;

    private final PageMarks marks;
    private final PageGround ground;
    private final PageBudget budget;
    private final Rectangle2D page;
    private final Map<String, byte[]> pictures;
    private int order;

    /** @param pictures by the id of their resource */
    OfdPageLook(double width, double height, Map<String, byte[]> pictures, PageBudget budget) {
        this.marks = new PageMarks(width * POINT, height * POINT);
        this.ground = new PageGround(marks.width, marks.height, budget);
        this.page = new Rectangle2D.Double(0, 0, marks.width, marks.height);
        this.pictures = pictures;
        this.budget = budget;
    }

    PageMarks marks() {
        new PageCovering(marks, budget).judge();
        return marks;
    }

    /** Paints the objects in {@code container}, moved by {@code x} and {@code y}. */
    void paint(Element container, double x, double y, boolean hidden, int depth) {
        if (depth > MOST_DEEP) {
            throw OfdPackage.damaged();
        }
        for (var object : OfdPackage.children(container, "*")) {
            budget.operator();
            boolean unseen = hidden || object.getAttribute("Visible").equals("false");
            var box = OfdPackage.numbers(object.getAttribute("Boundary"));
            switch (object.getLocalName()) {
                case "Layer", "PageBlock", "Content" -> paint(object, x, y, unseen, depth + 1);
                case "TextObject" -> text(object, at(box, x, y), unseen);
                case "PathObject" -> path(object, at(box, x, y), unseen);
                case "ImageObject" -> picture(object, at(box, x, y), unseen);
                default -> { }
            }
        }
    }

    private static double[] at(double[] box, double x, double y) {
        if (box.length != 4) {
            throw OfdPackage.damaged();
        }
        return new double[] {box[0] + x, box[1] + y, box[2], box[3]};
    }

    private static AffineTransform transform(Element object, double[] box) {
        var own = OfdPackage.numbers(object.getAttribute("CTM"));
        var all = AffineTransform.getScaleInstance(POINT, POINT);
        all.translate(box[0], box[1]);
        if (own.length == 6) {
            all.concatenate(new AffineTransform(own));
        }
        return all;
    }

    private static Rectangle2D inPoints(double[] box) {
        return new Rectangle2D.Double(box[0] * POINT, box[1] * POINT, box[2] * POINT, box[3] * POINT);
    }

    private void text(Element object, double[] box, boolean unseen) {
        double size = number(object, "Size", 3.5);
        var transform = transform(object, box);
        double x = 0;
        double y = 0;
        for (var code : OfdPackage.children(object, "TextCode")) {
            x = number(code, "X", x);
            y = number(code, "Y", y);
            var across = deltas(code.getAttribute("DeltaX"));
            var down = deltas(code.getAttribute("DeltaY"));
            double atX = x;
            double atY = y;
            var letters = code.getTextContent().codePoints().toArray();
            for (int i = 0; i < letters.length; i++) {
                budget.glyph();
                double width = i < across.size() && across.get(i) > 0 ? Math.min(across.get(i), size) : letters[i] < 0x80 ? size / 2 : size;
                var shape = transform.createTransformedShape(new Rectangle2D.Double(atX, atY - size * 0.85, width, size)).getBounds2D();
                var letter = Character.toString(letters[i]);
                double seenSize = size * Math.sqrt(Math.abs(transform.getDeterminant()));
                var fate = letter.isBlank() && !unseen ? Fate.SEEN : fate(object, shape, seenSize, inPoints(box), unseen);
                marks.glyphs.add(new Glyph(++order, letter, shape, seenSize, new Source(code, i), number(object, "Weight", 400) > 600, fate));
                atX += i < across.size() ? across.get(i) : down.isEmpty() ? width : 0;
                atY += i < down.size() ? down.get(i) : 0;
            }
        }
    }

    private Fate fate(Element object, Rectangle2D letter, double size, Rectangle2D boundary, boolean unseen) {
        if (unseen) {
            return Fate.IN_LAYER;
        }
        if (!page.contains(letter.getCenterX(), letter.getCenterY())) {
            return Fate.OUTSIDE;
        }
        var room = new Rectangle2D.Double(boundary.getX() - size, boundary.getY() - size, boundary.getWidth() + 2 * size, boundary.getHeight() + 2 * size);
        if (!room.contains(letter.getCenterX(), letter.getCenterY())) {
            return Fate.CLIPPED;
        }
        if (size < 1) {
            return Fate.TINY;
        }
        boolean painted = !object.getAttribute("Fill").equals("false") || object.getAttribute("Stroke").equals("true");
        if (!painted || alpha(object, "FillColor") < 15) {
            return Fate.TRANSPARENT;
        }
        int colour = colour(object, "FillColor", 0);
        return colour >= 0 && ground.hides(letter, colour) ? Fate.SAME_COLOUR : Fate.SEEN;
    }

    private static List<Double> deltas(String list) {
        var deltas = new ArrayList<Double>();
        var words = list.isBlank() ? new String[0] : list.strip().split("\\s+");
        for (int i = 0; i < words.length; i++) {
            boolean repeated = words[i].equals("g") && i + 2 < words.length;
            double count = repeated ? OfdPackage.numbers(words[i + 1])[0] : 1;
            double value = OfdPackage.numbers(words[repeated ? i + 2 : i])[0];
            for (int n = 0; n < Math.min(count, 100_000); n++) {
                deltas.add(value);
            }
            i += repeated ? 2 : 0;
        }
        return deltas;
    }

    private void path(Element object, double[] box, boolean unseen) {
        var data = OfdPackage.text(OfdPackage.child(object, "AbbreviatedData"));
        var path = transform(object, box).createTransformedShape(OfdPath.of(data));
        order++;
        if (unseen) {
            return;
        }
        if (object.getAttribute("Fill").equals("true")) {
            fill(path, object, "FillColor");
        }
        double width = number(object, "LineWidth", 0.353) * POINT;
        if (!object.getAttribute("Stroke").equals("false")) {
            if (width > THICK_LINE) {
                fill(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER).createStrokedShape(path), object, "StrokeColor");
            } else {
                marks.lines.addAll(OfdPath.lines(path));
            }
        }
    }

    private void fill(Shape shape, Element object, String paint) {
        int colour = colour(object, paint, 0);
        var bounds = shape.getBounds2D();
        if (Math.min(bounds.getWidth(), bounds.getHeight()) < 1.6) {
            marks.lines.add(bounds.getWidth() > bounds.getHeight()
                    ? new Line2D.Double(bounds.getX(), bounds.getCenterY(), bounds.getMaxX(), bounds.getCenterY())
                    : new Line2D.Double(bounds.getCenterX(), bounds.getY(), bounds.getCenterX(), bounds.getMaxY()));
        }
        if (alpha(object, paint) >= 230) {
            marks.covers.add(new Cover(order, shape, false));
            ground.paint(shape, Math.max(0, colour));
        } else {
            ground.unknown(bounds);
        }
    }

    private void picture(Element object, double[] box, boolean unseen) {
        order++;
        if (unseen) {
            marks.layerHidesPicture = true;
            return;
        }
        var whole = transform(object, box).createTransformedShape(new Rectangle2D.Double(0, 0, 1, 1)).getBounds2D();
        var visible = whole.createIntersection(inPoints(box)).createIntersection(page);
        var bytes = pictures.getOrDefault(object.getAttribute("ResourceID"), new byte[0]);
        boolean seeThrough = Png.is(bytes) && bytes.length > 25 && (bytes[25] == 4 || bytes[25] == 6 || bytes[25] == 3) || Gif.is(bytes)
                || alpha(object, "") < 230;
        marks.pictures.add(new Picture(order, whole, visible));
        if (!seeThrough) {
            marks.covers.add(new Cover(order, visible, true));
        }
        ground.unknown(visible);
    }

    private static double number(Element object, String attribute, double otherwise) {
        var numbers = OfdPackage.numbers(object.getAttribute(attribute));
        return numbers.length == 0 ? otherwise : numbers[0];
    }

    /** 0 to 255, of the object and its paint together. */
    private static double alpha(Element object, String paint) {
        var colour = paint.isEmpty() ? null : OfdPackage.child(object, paint);
        return number(object, "Alpha", 255) * (colour == null ? 255 : number(colour, "Alpha", 255)) / 255;
    }

    /** RGB; -1 where the file says it in another way than by numbers. */
    private static int colour(Element object, String paint, int otherwise) {
        var colour = OfdPackage.child(object, paint);
        if (colour == null) {
            return otherwise;
        }
        var values = OfdPackage.numbers(colour.getAttribute("Value"));
        return switch (values.length) {
            case 1 -> ((int) values[0] & 0xff) * 0x010101;
            case 3 -> ((int) values[0] & 0xff) << 16 | ((int) values[1] & 0xff) << 8 | (int) values[2] & 0xff;
            default -> -1;
        };
    }

    /** The outline of a {@code PathObject}. */
    static final class OfdPath {
        private OfdPath() {}

        static Path2D of(String data) {
            var path = new Path2D.Double();
            var words = data.isBlank() ? new String[0] : data.strip().split("\\s+");
            for (int i = 0; i < words.length; ) {
                int count = switch (words[i]) {
                    case "S", "M", "L" -> 2;
                    case "Q" -> 4;
                    case "B" -> 6;
                    case "A" -> 7;
                    case "C" -> 0;
                    default -> throw OfdPackage.damaged();
                };
                if (i + count >= words.length) {
                    break;
                }
                add(path, words[i], OfdPackage.numbers(String.join(" ", List.of(words).subList(i + 1, i + 1 + count))));
                i += 1 + count;
            }
            return path;
        }

        private static void add(Path2D path, String command, double[] at) {
            if (path.getCurrentPoint() == null && !command.equals("M") && !command.equals("S")) {
                path.moveTo(0, 0);
            }
            switch (command) {
                case "S", "M" -> path.moveTo(at[0], at[1]);
                case "L" -> path.lineTo(at[0], at[1]);
                case "Q" -> path.quadTo(at[0], at[1], at[2], at[3]);
                case "B" -> path.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
                case "A" -> path.lineTo(at[5], at[6]);
                default -> path.closePath();
            }
        }

        static List<Line2D> lines(Shape path) {
            var lines = new ArrayList<Line2D>();
            var at = new double[6];
            double startX = 0;
            double startY = 0;
            double lastX = 0;
            double lastY = 0;
            for (var i = path.getPathIterator(null); !i.isDone(); i.next()) {
                int kind = i.currentSegment(at);
                double x = kind == PathIterator.SEG_CLOSE ? startX : at[0];
                double y = kind == PathIterator.SEG_CLOSE ? startY : at[1];
                boolean straight = kind == PathIterator.SEG_LINETO || kind == PathIterator.SEG_CLOSE;
                if (straight && (Math.abs(x - lastX) < 1 || Math.abs(y - lastY) < 1)) {
                    boolean across = Math.abs(x - lastX) > Math.abs(y - lastY);
                    lines.add(new Line2D.Double(lastX, lastY, across ? x : lastX, across ? lastY : y));
                }
                startX = kind == PathIterator.SEG_MOVETO ? x : startX;
                startY = kind == PathIterator.SEG_MOVETO ? y : startY;
                lastX = x;
                lastY = y;
            }
            return lines;
        }
    }
}
