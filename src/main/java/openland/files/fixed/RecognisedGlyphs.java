package openland.files.fixed;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** The letters of a recognised page, each with about the place where it stands. */
final class RecognisedGlyphs {
    private RecognisedGlyphs() {}

    /** @param scale points for a pixel of the picture that was read */
    static List<PageGlyph> of(RecognisedPage page, double scale) {
        boolean all = page.isText();
        var glyphs = new ArrayList<PageGlyph>();
        for (var line : page.lines()) {
            for (var word : line) {
                if (all || word.isSure()) {
                    add(word, scale, glyphs);
                }
            }
        }
        return List.copyOf(glyphs);
    }

    private static void add(RecognisedPage.Word word, double scale, List<PageGlyph> glyphs) {
        var signs = word.text().codePoints().mapToObj(Character::toString).toList();
        double width = (word.right() - word.left()) * scale / signs.size();
        double height = word.height() * scale;
        for (int i = 0; i < signs.size(); i++) {
            var box = new Rectangle2D.Double(word.left() * scale + i * width, word.top() * scale, width, height);
            glyphs.add(new PageGlyph(signs.get(i), box, height, false));
        }
    }
}
