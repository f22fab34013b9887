package openland.files.fixed;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import openland.base.Refusal;
import openland.files.HiddenWords;
import openland.files.PageRedaction.Wanted;
import openland.files.RedactionMark;
import openland.files.Redacting;

/** Finds words on pages, in the order in which they are read and in that in which they were written: a cell of a table has lines of its own. */
final class Occurrences {
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");
    private static final double PAD = 0.08;

    private final List<Wanted> wanted;
    private final Set<RedactionMark> found = new LinkedHashSet<>();

    private record Where(Sheet sheet, Turn turn, int page) {}

    Occurrences(List<Wanted> wanted) {
        this.wanted = wanted.stream().map(one -> new Wanted(plain(one.word()), one.ground())).filter(one -> !one.word().isEmpty()).toList();
    }

    private static String plain(String text) {
        return BLANK.matcher(HiddenWords.normal(text)).replaceAll("");
    }

    /** @param page from 1 */
    void look(Sheet sheet, int page) {
        var turn = Turn.of(sheet);
        var upright = turn.upright(sheet.seen());
        var where = new Where(sheet, turn, page);
        look(inLines(upright), where);
        look(upright, where);
    }

    List<RedactionMark> found() {
        return found.stream().sorted(Comparator.comparingInt(RedactionMark::page).thenComparingDouble(RedactionMark::y).thenComparingDouble(RedactionMark::x)).toList();
    }

    private static List<PageGlyph> inLines(List<PageGlyph> glyphs) {
        var sorted = glyphs.stream().sorted(Comparator.comparingDouble(glyph -> glyph.box().getCenterY())).toList();
        var lines = new ArrayList<PageGlyph>();
        var line = new ArrayList<PageGlyph>();
        for (var glyph : sorted) {
            if (!line.isEmpty() && isNext(line.getFirst(), glyph)) {
                flush(line, lines);
            }
            line.add(glyph);
        }
        flush(line, lines);
        return lines;
    }

    private static boolean isNext(PageGlyph first, PageGlyph glyph) {
        return glyph.box().getCenterY() - first.box().getCenterY() > Math.max(1, first.size() * 0.5);
    }

    private static void flush(List<PageGlyph> line, List<PageGlyph> lines) {
        line.sort(Comparator.comparingDouble(glyph -> glyph.box().getX()));
        lines.addAll(line);
        line.clear();
    }

    private void look(List<PageGlyph> glyphs, Where where) {
        var text = new StringBuilder();
        var whose = new ArrayList<PageGlyph>();
        for (var glyph : glyphs) {
            var said = plain(glyph.text());
            text.append(said);
            for (int i = 0; i < said.length(); i++) {
                whose.add(glyph);
            }
        }
        for (var one : wanted) {
            for (int at = text.indexOf(one.word()); at >= 0; at = text.indexOf(one.word(), at + 1)) {
                mark(whose.subList(at, at + one.word().length()), one.ground(), where);
            }
        }
    }

    /** One mark for each line. */
    private void mark(List<PageGlyph> word, String ground, Where where) {
        Rectangle2D box = null;
        PageGlyph before = null;
        for (var glyph : word) {
            boolean goesOn = before != null && Math.abs(glyph.box().getCenterY() - before.box().getCenterY()) <= before.size() * 0.5
                    && glyph.box().getX() >= before.box().getX() - 1;
            if (box != null && !goesOn) {
                add(box, before == null ? 0 : before.size(), ground, where);
                box = null;
            }
            box = box == null ? glyph.box().getBounds2D() : box.createUnion(glyph.box());
            before = glyph;
        }
        if (box != null && before != null) {
            add(box, before.size(), ground, where);
        }
    }

    private void add(Rectangle2D upright, double size, String ground, Where where) {
        var sheet = where.sheet();
        var box = where.turn().back(upright);
        double pad = size * PAD;
        double x = (box.getX() - pad) / sheet.width();
        double y = (box.getY() - pad) / sheet.height();
        double width = (box.getWidth() + 2 * pad) / sheet.width();
        double height = (box.getHeight() + 2 * pad) / sheet.height();
        if (x < 1 && y < 1 && x + width > 0 && y + height > 0) {
            found.add(new RedactionMark(where.page(), x, y, width, height, ground));
        }
        if (found.size() > Redacting.MOST_MARKS) {
            throw Refusal.invalid("这些词出现超过" + Redacting.MOST_MARKS + "处，请用更长的词，或分成几个文件处理。");
        }
    }
}
