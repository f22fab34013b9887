package openland.form;

import java.util.List;
import java.util.TreeSet;
import openland.form.PastedStyles.Look;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The headings of one text. Of those that occur the highest becomes h3, for h1 is the title of a page and h2 its parts;
 * texts that have only h3 to h5 keep them.
 */
final class RichTextHeadings {
    private static final String BOLD = "<strong>";
    private static final String BOLD_END = "</strong>";
    private static final int HIGHEST = 3;
    private static final int LOWEST = 5;
    private final List<Integer> levels;

    private RichTextHeadings(List<Integer> levels) {
        this.levels = levels;
    }

    static RichTextHeadings of(Document page, PastedStyles styles) {
        var levels = new TreeSet<Integer>();
        for (var element : page.body().getAllElements()) {
            if (element.isBlock()) {
                int level = level(element, styles.look(element));
                if (level > PastedStyles.TITLE_LEVEL && element.hasText()) {
                    levels.add(level);
                }
            }
        }
        boolean fits = levels.stream().allMatch(level -> level >= HIGHEST && level <= LOWEST);
        return new RichTextHeadings(fits ? List.of() : List.copyOf(levels));
    }

    private static int level(Element element, Look look) {
        var name = element.normalName();
        return name.length() == 2 && name.matches("h[1-6]") ? name.charAt(1) - '0'
                : name.equals("p") || name.equals("div") ? look.heading() : PastedStyles.NO_HEADING;
    }

    /** The element that a block becomes; "" when it is no heading. */
    String of(Element element, Look look) {
        int level = level(element, look);
        if (level == PastedStyles.NO_HEADING) {
            return "";
        }
        int place = level == PastedStyles.TITLE_LEVEL ? HIGHEST : levels.isEmpty() ? level : HIGHEST + levels.indexOf(level);
        return "h" + Math.clamp(place, HIGHEST, LOWEST);
    }

    /** Points (一、) begin at the left, other headings of the first level stand in the middle. */
    static String heading(String name, String text, String html, String style) {
        var shown = name.equals("h3") && PlainText.isPoint(text) ? "flush" : style.equals("mid") ? "" : style;
        return "<" + name + (shown.isEmpty() ? "" : " class=\"" + shown + "\"") + ">" + html + "</" + name + ">";
    }

    /** Whether all words are bold. */
    static boolean isBold(String html) {
        int at = 0;
        for (int open = html.indexOf(BOLD); open >= 0; open = html.indexOf(BOLD, at)) {
            int end = html.indexOf(BOLD_END, open);
            if (end < 0 || !Text.strip(html.substring(at, open)).isEmpty()) {
                return false;
            }
            at = end + BOLD_END.length();
        }
        return at > 0 && Text.strip(html.substring(at)).isEmpty();
    }

    /** A heading is bold without saying so. */
    static String plain(String html) {
        return isBold(html) ? Text.strip(html.replace(BOLD, "").replace(BOLD_END, "")) : html;
    }
}
