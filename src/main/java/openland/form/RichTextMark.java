package openland.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import openland.form.PastedStyles.Look;
import org.jsoup.nodes.Element;

/** What an element makes of its words: bold, slanted, a link. @param name of the tag that closes it @param opening the tag that opens it */
record RichTextMark(String name, String opening) {
    private static final Map<String, String> INLINE = Map.of("strong", "strong", "b", "strong", "em", "em", "i", "em",
            "u", "u", "sub", "sub", "sup", "sup");

    /** The marks of an element, the outermost first. */
    static List<RichTextMark> of(Element element, Look look) {
        var marks = new ArrayList<RichTextMark>();
        var own = INLINE.get(element.normalName());
        if (own != null && !(own.equals("strong") && look.isNormalWeight())) {
            marks.add(of(own));
        }
        if (!element.normalName().matches("h[1-6]")) {
            look.marks().forEach(name -> marks.add(of(name)));
        }
        if (element.nameIs("a") && isWebLink(element.attr("href")) && !look.isNote()) {
            marks.add(new RichTextMark("a", "<a href=\"" + FieldTypes.escape(element.attr("href")) + "\">"));
        } else if (element.nameIs("span") && element.hasClass("art")) {
            marks.add(new RichTextMark("span", "<span class=\"art\">"));
        }
        return marks;
    }

    private static RichTextMark of(String name) {
        return new RichTextMark(name, "<" + name + ">");
    }

    /** A link to a place in the document it was copied from, or to a file of a machine, leads nowhere here. */
    private static boolean isWebLink(String href) {
        var target = Text.strip(href).toLowerCase(Locale.ROOT);
        return target.startsWith("http://") || target.startsWith("https://") || target.startsWith("/") && !target.startsWith("//");
    }
}
