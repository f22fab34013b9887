package openland.files.fixed;

import java.awt.geom.Line2D;
import java.util.List;
import java.util.stream.Collectors;
import openland.files.FileContent.Block;

/**
 * One page as it is looked at, before it is painted; in points from the upper left corner.
 *
 * @param seen   the letters that a reader sees, those of a scan as far as they were recognised
 * @param unseen letters in the file that nobody sees
 * @param rules  of tables
 */
record Sheet(double width, double height, List<PageGlyph> seen, List<PageGlyph> unseen, List<Line2D> rules) {
    String text() {
        var turn = Turn.of(this);
        return text(turn.upright(seen), turn.lines(rules));
    }

    /** Letters and rules that stand upright, as text. */
    static String text(List<PageGlyph> letters, List<Line2D> rules) {
        return new PageText(letters, rules).blocks().stream().map(Block::text).collect(Collectors.joining("\n"));
    }
}
