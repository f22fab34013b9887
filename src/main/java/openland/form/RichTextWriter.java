package openland.form;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import openland.form.PastedStyles.Look;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * Rewrites any HTML (pages of old sites, the clipboards of Word and WPS) as paragraphs, headings, lists and tables, in one
 * pass and in time that grows only with its length: words are gathered into a line, and a line is written when a block ends.
 */
final class RichTextWriter implements NodeFilter {
    private static final Set<String> DROPPED = Set.of("script", "style", "title", "xml", "svg", "math", "template",
            "iframe", "object", "embed", "noscript", "head", "select", "textarea");
    private static final Set<String> STRUCTURE = Set.of("table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "ul", "ol", "li");
    private static final Set<String> CELLS = Set.of("td", "th", "ul", "ol", "li", "caption");
    private static final int LONGEST_HEADING = 60;

    private final PastedStyles styles;
    private final RichTextHeadings headings;
    private final LeftOut leftOut = new LeftOut();
    private final StringBuilder out = new StringBuilder();
    private final RichTextLine line = new RichTextLine();
    private final Deque<Open> opened = new ArrayDeque<>();
    private final Deque<Cell> cells = new ArrayDeque<>();
    private final Deque<RichTextTable> tables = new ArrayDeque<>();
    private final OfficeList list = new OfficeList(out);
    private String caption = "";
    private String captionText = "";
    private Block block = Block.NONE;

    /** An element that is not at its end yet. @param tag what to close, "" for nothing */
    private record Open(int marks, String tag, boolean isBlock) {}

    /** The block whose lines are being written. */
    private record Block(String heading, String style, int listLevel, boolean bullet, boolean caption) {
        private static final Block NONE = new Block("", "", 0, false, false);

        Block withBullet() {
            return new Block(heading, style, listLevel, true, caption);
        }
    }

    /** Where lines are no paragraphs: in a cell or an entry they follow one another, in a list each becomes an entry. */
    private static final class Cell {
        private final boolean isList;
        private final boolean isHead;
        private boolean begun;

        Cell(String tag) {
            this.isList = tag.equals("ul") || tag.equals("ol");
            this.isHead = tag.equals("th");
        }

        String take(String html) {
            var line = isList ? "<li>" + html + "</li>" : begun ? "<br>" + html : html;
            begun = true;
            return line;
        }
    }

    private RichTextWriter(Document page) {
        styles = new PastedStyles(page);
        headings = RichTextHeadings.of(page, styles);
    }

    /** What could not be taken along is counted. */
    record Rewritten(String html, LeftOut leftOut) {}

    static Rewritten rewrite(String html) {
        var page = Jsoup.parse(html);
        var writer = new RichTextWriter(page);
        page.body().childNodes().forEach(node -> node.filter(writer));
        writer.endLine();
        writer.endRun();
        return new Rewritten(writer.out.toString(), writer.leftOut);
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            write(text.getWholeText());
        } else if (node instanceof Element element) {
            var look = styles.look(element);
            if (DROPPED.contains(element.normalName()) || leftOut.counts(element, look)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            if (look.isMarker()) {
                marker(element.wholeText());
                return FilterResult.SKIP_ENTIRELY;
            }
            begin(element, look);
        }
        return FilterResult.CONTINUE;
    }

    private void begin(Element element, Look look) {
        var name = element.normalName();
        var tag = "";
        boolean isBlock = false;
        if (name.equals("br")) {
            line.lineBreak();
        } else if (isStructure(element)) {
            tag = beginStructure(element);
        } else if (element.isBlock()) {
            endLine();
            isBlock = true;
            var heading = headings.of(element, look);
            block = new Block(heading, styleOf(element, look), listLevel(element, look), false, look.isCaption());
        }
        var marks = RichTextMark.of(element, look);
        marks.forEach(line::begin);
        opened.push(new Open(marks.size(), tag, isBlock));
    }

    private int listLevel(Element element, Look look) {
        return cells.isEmpty() || !cells.peek().isList ? element.nameIs("li") ? 0 : look.listLevel() : 0;
    }

    private String beginStructure(Element element) {
        endLine();
        endRun(element);
        var name = element.normalName();
        if (name.equals("table")) {
            tables.push(new RichTextTable(element, styles));
        }
        boolean isHead = (name.equals("td") || name.equals("th")) && !tables.isEmpty() && tables.peek().isHead(element);
        var tag = isHead ? "th" : name;
        out.append('<').append(tag).append(RichTextTable.attributes(element, isHead)).append('>');
        if (name.equals("table") && !caption.isEmpty()) {
            out.append("<caption>").append(caption).append("</caption>");
            caption = "";
        }
        if (CELLS.contains(tag)) {
            cells.push(new Cell(tag));
        }
        return tag;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            var open = opened.pop();
            if (!open.tag().isEmpty()) {
                endLine();
                endRun();
                out.append("</").append(open.tag()).append('>');
                if (CELLS.contains(open.tag())) {
                    cells.pop();
                }
                if (element.nameIs("table")) {
                    tables.pop();
                }
            } else if (open.isBlock()) {
                endLine();
            }
            for (int i = 0; i < open.marks(); i++) {
                line.end();
            }
        }
        return FilterResult.CONTINUE;
    }

    private void write(String raw) {
        if (cells.isEmpty() && line.endsBefore(raw)) {
            var same = block.style();
            endLine();
            block = new Block("", same, 0, false, false);
        }
        line.write(raw);
    }

    /** A number is part of an official text and stays as it was read; a bullet is a list. */
    private void marker(String text) {
        var sign = Text.strip(text);
        if (OfficeList.isNumber(sign)) {
            line.write(sign.charAt(sign.length() - 1) < 0x2e80 ? sign + " " : sign);
        } else {
            block = block.withBullet();
        }
    }

    private void endLine() {
        var text = line.words();
        if (!text.isEmpty()) {
            var html = line.html();
            if (block.bullet() && block.listLevel() > 0 && block.heading().isEmpty()) {
                endCaption();
                list.entry(block.listLevel(), html);
            } else {
                endRun();
                writeLine(text, html);
            }
        }
        line.clear();
        block = Block.NONE;
    }

    private void writeLine(String text, String html) {
        if (!cells.isEmpty()) {
            out.append(cells.peek().take(cells.peek().isHead ? RichTextHeadings.plain(html) : html));
        } else if (!block.heading().isEmpty()) {
            out.append(RichTextHeadings.heading(block.heading(), text, RichTextHeadings.plain(html), block.style()));
        } else if (block.caption()) {
            caption = RichTextHeadings.plain(html);
            captionText = text;
        } else if (block.style().equals("mid") && text.length() <= LONGEST_HEADING && RichTextHeadings.isBold(html) && text.indexOf('。') < 0) {
            out.append(RichTextHeadings.heading("h3", text, RichTextHeadings.plain(html), ""));
        } else {
            out.append(PlainText.paragraph(text, html, block.style()));
        }
    }

    /** Whatever comes now is no entry of the list before it, and no table that the caption before it belongs to. */
    private void endRun() {
        list.end();
        endCaption();
    }

    private void endRun(Element next) {
        list.end();
        if (!next.nameIs("table") || next.selectFirst("> caption") != null) {
            endCaption();
        }
    }

    private void endCaption() {
        if (!caption.isEmpty()) {
            out.append(PlainText.paragraph(captionText, caption, "mid"));
            caption = "";
        }
    }

    /** Tables and lists; an entry without its list is a mere paragraph. */
    private static boolean isStructure(Element element) {
        var parent = element.parent();
        return STRUCTURE.contains(element.normalName())
                && (!element.nameIs("li") || parent != null && (parent.nameIs("ul") || parent.nameIs("ol")));
    }

    /** What is set to the right in Word is a signature in a document. */
    private static String styleOf(Element element, Look look) {
        var align = element.attr("align").toLowerCase(Locale.ROOT);
        if (element.hasClass("sign") || List.of(align, look.align()).contains("right")) {
            return "sign";
        }
        if (element.hasClass("flush")) {
            return "flush";
        }
        return element.hasClass("mid") || element.nameIs("center") || (align + look.align()).contains("center") ? "mid" : "";
    }
}
