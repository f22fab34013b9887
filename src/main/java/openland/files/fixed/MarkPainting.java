package openland.files.fixed;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import openland.files.RedactionMark;

/** Paints the marks of one page: black, with the ground in white where it has room, and a line at the foot that says so. */
final class MarkPainting {
    private static final int SMALLEST_LABEL = 9;
    private static final double LABEL_OF_HEIGHT = 0.62;
    private static final double LARGEST_LABEL = 11;
    private static final double FOOT = 9;
    private static final int LONGEST_FOOT = 12;

    private static final Color SEEN_THROUGH = new Color(200, 30, 30, 70);
    private static final Color EDGE = new Color(160, 20, 20);

    private final int width;
    private final int height;
    private final double scale;
    private final List<Label> labels = new ArrayList<>();
    private final List<Rectangle> areas = new ArrayList<>();
    private final List<String> foot;
    private final int footLine;

    private record Label(Rectangle area, String ground) {}

    /** @param width of the painted page, in pixels */
    MarkPainting(CoveredSheet sheet, int width, int height) {
        this.width = width;
        this.height = height;
        this.scale = width / sheet.sheet().width();
        for (var cover : sheet.covers()) {
            cover.areas().forEach(area -> areas.add(pixels(area)));
            labels.add(new Label(pixels(cover.areas().getFirst()), cover.ground()));
        }
        this.footLine = Math.max(SMALLEST_LABEL + 4, (int) Math.round(FOOT * 1.5 * scale));
        this.foot = labels.isEmpty() ? List.of() : foot();
    }

    private Rectangle pixels(Rectangle2D area) {
        int left = Math.clamp((long) Math.floor(area.getX() * scale), 0, width);
        int top = Math.clamp((long) Math.floor(area.getY() * scale), 0, height);
        int right = Math.clamp((long) Math.ceil(area.getMaxX() * scale), 0, width);
        int bottom = Math.clamp((long) Math.ceil(area.getMaxY() * scale), 0, height);
        return new Rectangle(left, top, right - left, bottom - top);
    }

    private List<String> foot() {
        var counts = labels.stream().collect(Collectors.groupingBy(Label::ground, LinkedHashMap::new, Collectors.counting()));
        var said = "本件作过区分处理，本页遮盖" + labels.size() + "处：" + counts.entrySet().stream()
                .map(entry -> entry.getKey() + entry.getValue() + "处").collect(Collectors.joining("、")) + "。";
        var measure = measure(font(footLine / 1.5));
        int room = width - footLine;
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var sign : said.codePoints().mapToObj(Character::toString).toList()) {
            if (!line.isEmpty() && measure.stringWidth(line + sign) > room) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(sign);
        }
        lines.add(line.toString());
        return lines.size() <= LONGEST_FOOT ? List.copyOf(lines) : List.of("本件作过区分处理。");
    }

    private static Font font(double size) {
        return PdfTypefaces.font((float) size);
    }

    private static FontMetrics measure(Font font) {
        var pen = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        try {
            return pen.getFontMetrics(font);
        } finally {
            pen.dispose();
        }
    }

    /** What is painted over, in pixels. */
    List<Rectangle> areas() {
        return areas;
    }

    /** Everything that the labels and the foot say. */
    String said() {
        return labels.stream().map(Label::ground).distinct().collect(Collectors.joining()) + String.join("", foot);
    }

    /** Height of the page with its foot, in pixels. */
    int wholeHeight() {
        return height + footHeight();
    }

    private int footHeight() {
        return foot.isEmpty() ? 0 : foot.size() * footLine + footLine / 2;
    }

    /** The page with the marks and its foot. */
    BufferedImage onto(BufferedImage page) {
        var whole = new BufferedImage(width, wholeHeight(), BufferedImage.TYPE_INT_RGB);
        var pen = whole.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, wholeHeight());
        pen.drawImage(page, 0, 0, null);
        paint(pen);
        pen.dispose();
        return whole;
    }

    /** What the marks look like on any page: the proof that nothing of this one shines through. */
    BufferedImage alone(Color ground) {
        var page = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = page.createGraphics();
        pen.setColor(ground);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        return onto(page);
    }

    /** Shows what is marked and what lies below it. @param all marks of the file: each bears its number among them */
    static void through(BufferedImage picture, int page, List<RedactionMark> all) {
        var pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        double line = Math.max(1, picture.getWidth() / 800.0);
        pen.setStroke(new BasicStroke((float) (2 * line)));
        pen.setFont(font(16 * line));
        for (int i = 0; i < all.size(); i++) {
            var mark = all.get(i);
            if (mark.page() == page) {
                var area = new Rectangle2D.Double(mark.x() * picture.getWidth(), mark.y() * picture.getHeight(), mark.width() * picture.getWidth(),
                        mark.height() * picture.getHeight());
                pen.setColor(SEEN_THROUGH);
                pen.fill(area);
                pen.setColor(EDGE);
                pen.draw(area);
                number(pen, String.valueOf(i + 1), area);
            }
        }
        pen.dispose();
    }

    /** On the right upper corner, where it hides little. */
    private static void number(Graphics2D pen, String number, Rectangle2D area) {
        var measure = pen.getFontMetrics();
        int width = measure.stringWidth(number) + 8;
        int left = (int) area.getMaxX() - width / 2;
        int top = Math.max(0, (int) area.getY() - measure.getAscent());
        pen.fillRect(left, top, width, measure.getAscent() + 4);
        pen.setColor(Color.WHITE);
        pen.drawString(number, left + 4, top + measure.getAscent());
    }

    private void paint(Graphics2D pen) {
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.BLACK);
        areas.forEach(pen::fill);
        pen.setColor(Color.WHITE);
        labels.forEach(label -> label(pen, label));
        pen.setColor(Color.BLACK);
        pen.setFont(font(footLine / 1.5));
        for (int i = 0; i < foot.size(); i++) {
            pen.drawString(foot.get(i), footLine / 2, height + (i + 1) * footLine);
        }
    }

    private void label(Graphics2D pen, Label label) {
        var area = label.area();
        double size = Math.min(LARGEST_LABEL * scale, area.height * LABEL_OF_HEIGHT);
        var measure = pen.getFontMetrics(font(Math.max(1, size)));
        int wide = measure.stringWidth(label.ground());
        if (wide > area.width * 0.96) {
            size = size * area.width * 0.96 / wide;
            measure = pen.getFontMetrics(font(Math.max(1, size)));
            wide = measure.stringWidth(label.ground());
        }
        if (size < SMALLEST_LABEL) {
            return;
        }
        pen.setFont(measure.getFont());
        var clip = pen.getClip();
        pen.setClip(area);
        pen.drawString(label.ground(), area.x + (area.width - wide) / 2, area.y + (area.height + measure.getAscent() - measure.getDescent()) / 2);
        pen.setClip(clip);
    }
}
