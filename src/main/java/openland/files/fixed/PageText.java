package openland.files.fixed;

import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import openland.files.FileContent.Block;
import openland.files.FileContent.Heading;
import openland.files.FileContent.Paragraph;
import org.jspecify.annotations.Nullable;

/** Makes headings, paragraphs and tables of the letters and rules of one page: from top to bottom, each line from left to right. */
final class PageText {
    private static final Pattern NUMBERED = Pattern.compile("^([一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百]{1,4}[章节条]|[（(][一二三四五六七八九十]{1,3}[)）]).*");
    private static final int LONGEST_HEADING = 50;

    private final List<PageGlyph> glyphs;
    private final List<Line2D> rules;

    PageText(List<PageGlyph> glyphs, List<Line2D> rules) {
        this.glyphs = glyphs;
        this.rules = rules;
    }

    /** A line of letters. */
    record Line(double top, double bottom, double left, double right, double size, boolean bold, String text) {}

    List<Block> blocks() {
        var blocks = new TreeMap<Double, List<Block>>();
        var left = new ArrayList<>(glyphs);
        for (var grid : PageGrid.of(rules)) {
            var inside = left.stream().filter(grid::holds).toList();
            var table = grid.table(inside);
            if (table != null) {
                left.removeIf(grid::holds);
                blocks.computeIfAbsent(grid.top(), top -> new ArrayList<>()).add(table);
            }
        }
        paragraphs(lines(left), blocks);
        return blocks.values().stream().flatMap(List::stream).toList();
    }

    static List<Line> lines(List<PageGlyph> glyphs) {
        var sorted = glyphs.stream().sorted(Comparator.comparingDouble(glyph -> glyph.box().getCenterY())).toList();
        var lines = new ArrayList<Line>();
        var current = new ArrayList<PageGlyph>();
        for (var glyph : sorted) {
            if (!current.isEmpty() && glyph.box().getCenterY() - current.getFirst().box().getCenterY() > Math.max(1, current.getFirst().size() * 0.5)) {
                add(lines, current);
                current.clear();
            }
            current.add(glyph);
        }
        add(lines, current);
        return lines;
    }

    private static void add(List<Line> lines, List<PageGlyph> glyphs) {
        var text = new StringBuilder();
        PageGlyph first = null;
        PageGlyph before = null;
        double top = Double.MAX_VALUE;
        double bottom = 0;
        for (var glyph : glyphs.stream().sorted(Comparator.comparingDouble(glyph -> glyph.box().getX())).toList()) {
            if (before != null && twice(before, glyph)) {
                continue;
            }
            double gap = before == null ? 0 : glyph.box().getX() - before.box().getMaxX();
            if (gap > glyph.size() * 3) {
                text.append('\u3000');
            } else if (gap > glyph.size() * 0.2 && !text.isEmpty() && text.charAt(text.length() - 1) < 0x2e80 && glyph.text().charAt(0) < 0x2e80) {
                text.append(' ');
            }
            text.append(glyph.text());
            first = first == null ? glyph : first;
            before = glyph;
            top = Math.min(top, glyph.box().getY());
            bottom = Math.max(bottom, glyph.box().getMaxY());
        }
        if (first != null && before != null && !text.toString().isBlank()) {
            lines.add(new Line(top, bottom, first.box().getX(), before.box().getMaxX(), first.size(), first.bold(),
                    text.toString().strip().replaceAll(" {2,}", " ")));
        }
    }

    /** Some programs make bold by printing twice. */
    private static boolean twice(PageGlyph one, PageGlyph other) {
        return one.text().equals(other.text()) && Math.abs(one.box().getX() - other.box().getX()) < one.size() * 0.25;
    }

    private void paragraphs(List<Line> lines, NavigableMap<Double, List<Block>> blocks) {
        double body = bodySize();
        double margin = lines.stream().mapToDouble(Line::left).min().orElse(0);
        double end = lines.stream().mapToDouble(Line::right).max().orElse(0);
        StringBuilder open = null;
        Line before = null;
        double top = 0;
        for (var line : lines) {
            boolean goesOn = open != null && before != null && Math.abs(before.size() - line.size()) < 0.5
                    && line.top() - before.bottom() < line.size() * 1.6 && before.right() > end - 2.5 * line.size()
                    && line.left() < margin + line.size() && level(before, body) == 0 && level(line, body) == 0
                    && !crossesTable(before, line, blocks);
            if (!goesOn) {
                close(open, top, blocks);
                open = new StringBuilder();
                top = line.top();
            }
            int level = level(line, body);
            if (level > 0) {
                blocks.computeIfAbsent(top, at -> new ArrayList<>()).add(new Heading(level, line.text()));
                open = null;
            } else if (open != null) {
                open.append(open.isEmpty() || open.charAt(open.length() - 1) >= 0x2e80 ? "" : " ").append(line.text());
            }
            before = line;
        }
        close(open, top, blocks);
    }

    private static boolean crossesTable(Line before, Line line, NavigableMap<Double, List<Block>> blocks) {
        return !blocks.subMap(before.bottom(), true, Math.max(before.bottom(), line.top()), true).isEmpty();
    }

    private static void close(@Nullable StringBuilder open, double top, NavigableMap<Double, List<Block>> blocks) {
        if (open != null && !open.isEmpty()) {
            blocks.computeIfAbsent(top, at -> new ArrayList<>()).add(new Paragraph(open.toString()));
        }
    }

    private double bodySize() {
        var sizes = glyphs.stream().mapToDouble(PageGlyph::size).sorted().toArray();
        return sizes.length == 0 ? 0 : sizes[sizes.length / 2];
    }

    /** 0 when it is no heading. */
    private static int level(Line line, double body) {
        if (line.text().length() > LONGEST_HEADING || body == 0) {
            return 0;
        }
        double ratio = line.size() / body;
        if (ratio >= 1.15) {
            return ratio >= 1.55 ? 1 : ratio >= 1.3 ? 2 : 3;
        }
        return line.bold() && NUMBERED.matcher(line.text()).matches() ? 3 : 0;
    }
}
