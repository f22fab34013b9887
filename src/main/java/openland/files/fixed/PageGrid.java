package openland.files.fixed;

import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import openland.files.FileContent.Table;
import org.jspecify.annotations.Nullable;

/** A ruled table: rules that touch each other and make at least two rows and two columns. */
final class PageGrid {
    private static final double NEAR = 3;
    private static final double SHORTEST = 6;
    private static final int MOST_RULES = 3_000;

    private final List<Line2D> across;
    private final List<Line2D> down;
    private final double[] xs;
    private final double[] ys;

    private PageGrid(List<Line2D> rules) {
        this.across = rules.stream().filter(PageGrid::isAcross).toList();
        this.down = rules.stream().filter(rule -> !isAcross(rule)).toList();
        this.xs = clustered(down.stream().mapToDouble(Line2D::getX1).toArray());
        this.ys = clustered(across.stream().mapToDouble(Line2D::getY1).toArray());
    }

    /** All of a page, from its rules. A drawing of thousands of lines has none. */
    static List<PageGrid> of(List<Line2D> lines) {
        var rules = lines.stream().filter(line -> Math.max(Math.abs(line.getX1() - line.getX2()), Math.abs(line.getY1() - line.getY2())) > SHORTEST)
                .toList();
        if (rules.size() > MOST_RULES) {
            return List.of();
        }
        return touching(rules).stream().map(PageGrid::new).filter(grid -> grid.xs.length > 2 && grid.ys.length > 2).toList();
    }

    private static List<List<Line2D>> touching(List<Line2D> rules) {
        int[] group = new int[rules.size()];
        Arrays.setAll(group, i -> i);
        for (int i = 0; i < group.length; i++) {
            for (int j = 0; j < i; j++) {
                if (touch(rules.get(i), rules.get(j))) {
                    group[root(group, i)] = root(group, j);
                }
            }
        }
        var groups = new TreeMap<Integer, List<Line2D>>();
        for (int i = 0; i < group.length; i++) {
            groups.computeIfAbsent(root(group, i), root -> new ArrayList<>()).add(rules.get(i));
        }
        return List.copyOf(groups.values());
    }

    private static int root(int[] group, int of) {
        int at = of;
        while (group[at] != at) {
            group[at] = group[group[at]];
            at = group[at];
        }
        return at;
    }

    private static boolean touch(Line2D one, Line2D other) {
        var box = one.getBounds2D();
        var near = other.getBounds2D();
        return box.getX() - NEAR <= near.getMaxX() && near.getX() - NEAR <= box.getMaxX()
                && box.getY() - NEAR <= near.getMaxY() && near.getY() - NEAR <= box.getMaxY();
    }

    private static boolean isAcross(Line2D rule) {
        return rule.getY1() == rule.getY2();
    }

    private static double[] clustered(double[] values) {
        Arrays.sort(values);
        var distinct = new ArrayList<Double>();
        for (double value : values) {
            if (distinct.isEmpty() || value - distinct.getLast() > NEAR) {
                distinct.add(value);
            }
        }
        return distinct.stream().mapToDouble(Double::doubleValue).toArray();
    }

    double top() {
        return ys[0];
    }

    boolean holds(PageGlyph glyph) {
        double x = glyph.box().getCenterX();
        double y = glyph.box().getCenterY();
        return x > xs[0] && x < xs[xs.length - 1] && y > ys[0] && y < ys[ys.length - 1];
    }

    /** Null when fewer than two cells have words: then it is a frame. */
    @Nullable Table table(List<PageGlyph> glyphs) {
        var cells = new TreeMap<Integer, List<PageGlyph>>();
        int columns = xs.length - 1;
        for (var glyph : glyphs) {
            cells.computeIfAbsent(cell(glyph, columns), cell -> new ArrayList<>()).add(glyph);
        }
        if (cells.size() < 2) {
            return null;
        }
        var rows = new ArrayList<List<String>>();
        for (int row = 0; row < ys.length - 1; row++) {
            var cellsOfRow = new ArrayList<String>();
            for (int column = 0; column < columns; column++) {
                cellsOfRow.add(text(cells.getOrDefault(row * columns + column, List.of())));
            }
            rows.add(List.copyOf(cellsOfRow));
        }
        return new Table(List.copyOf(rows));
    }

    private static String text(List<PageGlyph> glyphs) {
        return PageText.lines(glyphs).stream().map(PageText.Line::text).collect(Collectors.joining());
    }

    /** The first cell that the letter's place belongs to: leftwards and upwards until a rule stands between. */
    private int cell(PageGlyph glyph, int columns) {
        double x = glyph.box().getCenterX();
        double y = glyph.box().getCenterY();
        int column = before(xs, x);
        int row = before(ys, y);
        while (column > 0 && !rule(down, xs[column], y, false)) {
            column--;
        }
        while (row > 0 && !rule(across, ys[row], x, true)) {
            row--;
        }
        return row * columns + column;
    }

    private static int before(double[] values, double at) {
        int i = 0;
        while (i < values.length - 2 && values[i + 1] <= at) {
            i++;
        }
        return i;
    }

    private static boolean rule(List<Line2D> rules, double at, double through, boolean across) {
        return rules.stream().anyMatch(rule -> {
            var box = rule.getBounds2D();
            return across ? Math.abs(box.getY() - at) <= NEAR && box.getX() - 1 <= through && through <= box.getMaxX() + 1
                    : Math.abs(box.getX() - at) <= NEAR && box.getY() - 1 <= through && through <= box.getMaxY() + 1;
        });
    }
}
