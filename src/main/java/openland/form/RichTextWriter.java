package openland.form;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * Rewrites any HTML (pages of old sites, Word, WPS) as paragraphs, headings, lists and tables, in one pass and in time
 * that grows only with its length: words are gathered into a line, and a line is written when a block ends.
 */
final class RichTextWriter implements NodeFilter {
    private static final Set<String> DROPPED = Set.of("script", "style", "title", "xml", "svg", "math", "template",
            "iframe", "object", "embed", "noscript", "head", "select", "textarea");
    private static final Map<String, String> INLINE = Map.of("strong", "strong", "b", "strong", "em", "em", "i", "em",
            "u", "u", "sub", "sub", "sup", "sup", "a", "a");
    private static final Map<String, String> HEADINGS = Map.of("h1", "h3", "h2", "h3", "h3", "h3", "h4", "h4", "h5", "h4", "h6", "h4");
    private static final Set<String> STRUCTURE = Set.of("table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "ul", "ol", "li");
    private static final Set<String> CELLS = Set.of("td", "th", "ul", "ol", "li", "caption");

    private static final int MOST_BLANKS = 100;

    private final StringBuilder out = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder blanks = new StringBuilder();
    private final List<String> inlines = new ArrayList<>();
    private int written;
    private int breaks;
    private final Deque<Cell> cells = new ArrayDeque<>();
    private String heading = "";
    private String style = "";

    /** Where lines are no paragraphs: in a cell or an entry they follow one another, in a list each becomes an entry. */
    private static final class Cell {
        private final boolean isList;
        private boolean begun;

        Cell(boolean isList) {
            this.isList = isList;
        }

        String take(String html) {
            var line = isList ? "<li>" + html + "</li>" : begun ? "<br>" + html : html;
            begun = true;
            return line;
        }
    }

    private RichTextWriter() {}

    static String rewrite(String html) {
        var writer = new RichTextWriter();
        var body = Jsoup.parse(html).body();
        body.childNodes().forEach(node -> node.filter(writer));
        writer.endLine();
        return writer.out.toString();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            write(text.getWholeText());
        } else if (node instanceof Element element) {
            return DROPPED.contains(element.normalName()) ? FilterResult.SKIP_ENTIRELY : begin(element);
        }
        return FilterResult.CONTINUE;
    }

    private FilterResult begin(Element element) {
        var name = element.normalName();
        if (name.equals("br")) {
            blanks.setLength(0);
            breaks++;
        } else if (INLINE.containsKey(name) || isArticleMark(element)) {
            inlines.add(openingTag(element));
        } else if (isStructure(element)) {
            endLine();
            out.append(openingTag(element));
            if (CELLS.contains(name)) {
                cells.push(new Cell(name.equals("ul") || name.equals("ol")));
            }
        } else if (element.isBlock()) {
            endLine();
            heading = HEADINGS.getOrDefault(name, "");
            style = styleOf(element);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            var name = element.normalName();
            if (INLINE.containsKey(name) || isArticleMark(element)) {
                endInline();
            } else if (isStructure(element)) {
                endLine();
                out.append("</").append(name).append('>');
                if (CELLS.contains(name)) {
                    cells.pop();
                }
            } else if (element.isBlock()) {
                endLine();
            }
        }
        return FilterResult.CONTINUE;
    }

    /** Blanks wait for the words after them and stand before the marks those words begin with. */
    private void write(String raw) {
        var text = raw.replaceAll("[ \\t\\n\\r\\f]+", " ");
        var begun = Text.strip(text);
        int start = begun.isEmpty() ? text.length() : text.indexOf(begun);
        if (blanks.length() < MOST_BLANKS) {
            blanks.append(text, 0, start);
        }
        if (begun.isEmpty()) {
            return;
        }
        if (words.isEmpty() || breaks > 0) {
            breakLine(blanks.toString());
        } else {
            var between = blanks.toString().replaceAll(" {2,}", " ");
            append(between.startsWith(" ") && words.charAt(words.length() - 1) == ' ' ? between.substring(1) : between);
        }
        blanks.setLength(0);
        openInlines();
        append(text.substring(start));
    }

    private void append(String text) {
        line.append(FieldTypes.escape(text));
        words.append(text);
    }

    /** Two line breaks, or one before an indented line, are the end of a paragraph; a single one stays a line break. */
    private void breakLine(String indentation) {
        if (breaks > 0 && !words.isEmpty()) {
            if (cells.isEmpty() && (breaks > 1 || indentation.indexOf('\u3000') >= 0 || indentation.indexOf('\u00a0') >= 0)) {
                var same = style;
                endLine();
                style = same;
            } else {
                while (Text.isBlank(line.charAt(line.length() - 1))) {
                    line.setLength(line.length() - 1);
                }
                line.append("<br>");
                words.append(' ');
            }
        }
        breaks = 0;
    }

    private void openInlines() {
        for (; written < inlines.size(); written++) {
            line.append(isRepeated(written) ? "" : inlines.get(written));
        }
    }

    private void endInline() {
        int last = inlines.size() - 1;
        if (written > last) {
            line.append(isRepeated(last) ? "" : closingTag(inlines.get(last)));
            written = last;
        }
        inlines.removeLast();
    }

    /** A bold text inside a bold one says nothing more. */
    private boolean isRepeated(int index) {
        return inlines.subList(0, index).stream().anyMatch(outer -> closingTag(outer).equals(closingTag(inlines.get(index))));
    }

    private void endLine() {
        for (int i = written - 1; i >= 0; i--) {
            line.append(isRepeated(i) ? "" : closingTag(inlines.get(i)));
        }
        var text = Text.strip(words.toString());
        var html = Text.strip(line.toString());
        if (!text.isEmpty()) {
            if (!cells.isEmpty()) {
                out.append(cells.peek().take(html));
            } else {
                out.append(heading.isEmpty() ? PlainText.paragraph(text, html, style)
                        : "<" + heading + styled(style) + ">" + html + "</" + heading + ">");
            }
        }
        line.setLength(0);
        words.setLength(0);
        blanks.setLength(0);
        written = 0;
        breaks = 0;
        heading = "";
        style = "";
    }

    /** Tables and lists; an entry without its list is a mere paragraph. */
    private static boolean isStructure(Element element) {
        var parent = element.parent();
        return STRUCTURE.contains(element.normalName())
                && (!element.nameIs("li") || parent != null && (parent.nameIs("ul") || parent.nameIs("ol")));
    }

    private static boolean isArticleMark(Element element) {
        return element.nameIs("span") && element.hasClass("art");
    }

    private static String openingTag(Element element) {
        var name = element.normalName();
        return switch (name) {
            case "span" -> "<span class=\"art\">";
            case "a" -> "<a href=\"" + FieldTypes.escape(element.attr("href")) + "\">";
            case "td", "th" -> "<" + name + attribute(element, "colspan") + attribute(element, "rowspan") + attribute(element, "scope") + ">";
            default -> "<" + INLINE.getOrDefault(name, name) + ">";
        };
    }

    private static String attribute(Element element, String name) {
        var value = element.attr(name);
        return value.isEmpty() || value.equals("1") ? "" : " " + name + "=\"" + FieldTypes.escape(value) + "\"";
    }

    private static String closingTag(String openingTag) {
        return "</" + openingTag.substring(1, openingTag.indexOf('>')).split(" ", 2)[0] + ">";
    }

    /** What is set to the right in Word is a signature in a document. */
    private static String styleOf(Element element) {
        if (element.hasClass("sign") || element.attr("align").equalsIgnoreCase("right")
                || element.attr("style").replace(" ", "").toLowerCase(Locale.ROOT).contains("text-align:right")) {
            return "sign";
        }
        return element.hasClass("flush") ? "flush" : "";
    }

    private static String styled(String style) {
        return style.isEmpty() ? "" : " class=\"" + style + "\"";
    }
}
