package openland.files.fixed;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import openland.files.HiddenWords;
import openland.files.RedactionMark;

/** A page and what is marked on it: no letter is left half covered, and none that is covered is said. */
final class CoveredSheet {
    /** A letter of which so much lies under a mark goes as a whole. */
    private static final double ENOUGH = 0.25;
    private static final double PAD = 0.1;
    private static final double BAND = 40;
    private static final double USUAL_SIZE = 10;

    /** @param areas in points; the first is the mark itself @param hidden the letters that a reader saw there */
    record Cover(String ground, List<Rectangle2D> areas, List<PageGlyph> hidden) {}

    private final Sheet sheet;
    private final List<Cover> covers = new ArrayList<>();
    private final Set<PageGlyph> gone = Collections.newSetFromMap(new IdentityHashMap<>());
    private final HiddenWords words;

    /** @param words get what stands under the marks */
    CoveredSheet(Sheet sheet, List<RedactionMark> marks, HiddenWords words) {
        this.sheet = sheet;
        this.words = words;
        var seen = bands(sheet.seen());
        var unseen = bands(sheet.unseen());
        for (var mark : marks) {
            var area = new Rectangle2D.Double(mark.x() * sheet.width(), mark.y() * sheet.height(),
                    mark.width() * sheet.width(), mark.height() * sheet.height());
            cover(area, mark.ground(), under(area, seen), under(area, unseen));
        }
    }

    private void cover(Rectangle2D area, String ground, List<PageGlyph> hidden, List<PageGlyph> neverSeen) {
        var areas = new ArrayList<Rectangle2D>(List.of(area));
        for (var glyph : hidden) {
            double pad = glyph.size() * PAD;
            var box = glyph.box();
            areas.add(new Rectangle2D.Double(box.getX() - pad, box.getY() - pad, box.getWidth() + 2 * pad, box.getHeight() + 2 * pad));
        }
        covers.add(new Cover(ground, List.copyOf(areas), hidden));
        gone.addAll(hidden);
        PageText.lines(hidden).forEach(line -> words.hide(line.text()));
        PageText.lines(neverSeen).forEach(line -> words.hide(line.text()));
    }

    private static Map<Integer, List<PageGlyph>> bands(List<PageGlyph> glyphs) {
        var bands = new HashMap<Integer, List<PageGlyph>>();
        for (var glyph : glyphs) {
            bands.computeIfAbsent((int) Math.floor(glyph.box().getCenterY() / BAND), any -> new ArrayList<>()).add(glyph);
        }
        return bands;
    }

    private static List<PageGlyph> under(Rectangle2D area, Map<Integer, List<PageGlyph>> bands) {
        var found = new ArrayList<PageGlyph>();
        int from = (int) Math.floor((area.getY() - BAND) / BAND) - 1;
        int to = (int) Math.floor((area.getMaxY() + BAND) / BAND) + 1;
        for (int band = from; band <= to; band++) {
            for (var glyph : bands.getOrDefault(band, List.of())) {
                if (isUnder(area, glyph.box())) {
                    found.add(glyph);
                }
            }
        }
        return List.copyOf(found);
    }

    private static boolean isUnder(Rectangle2D area, Rectangle2D box) {
        double width = Math.min(area.getMaxX(), box.getMaxX()) - Math.max(area.getX(), box.getX());
        double height = Math.min(area.getMaxY(), box.getMaxY()) - Math.max(area.getY(), box.getY());
        return width > 0 && height > 0 && width * height >= ENOUGH * Math.max(1e-6, box.getWidth() * box.getHeight());
    }

    Sheet sheet() {
        return sheet;
    }

    List<Cover> covers() {
        return covers;
    }

    /** The letters that stay. */
    List<PageGlyph> left() {
        return sheet.seen().stream().filter(glyph -> !gone.contains(glyph)).toList();
    }

    /** The page in words, with each mark said where it lies. */
    String said() {
        var turn = Turn.of(sheet);
        var letters = new ArrayList<>(turn.upright(left()));
        for (var cover : covers) {
            letters.add(said(cover, turn.upright(cover.areas().getFirst()), turn.upright(cover.hidden())));
        }
        return Sheet.text(letters, turn.lines(sheet.rules()));
    }

    private static PageGlyph said(Cover cover, Rectangle2D area, List<PageGlyph> hidden) {
        double size = hidden.isEmpty() ? Math.min(USUAL_SIZE, area.getHeight()) : hidden.getFirst().size();
        double top = hidden.stream().mapToDouble(glyph -> glyph.box().getY()).min().orElse(area.getY());
        double left = hidden.stream().filter(glyph -> glyph.box().getY() < top + size / 2).mapToDouble(glyph -> glyph.box().getX()).min()
                .orElse(area.getX());
        return new PageGlyph(RedactionMark.said(cover.ground()), new Rectangle2D.Double(left, top, Math.max(1, area.getMaxX() - left), size), size, false);
    }
}
