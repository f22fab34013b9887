package openland.form;

import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openland.form.RichTextWriter.Rewritten;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** The one form in which texts with headings, lists and tables are kept. Cleaning what is clean changes nothing. */
final class RichText {
    private static final Pattern BLOCKS = tags("p|br|div|table|tr|td|th|tbody|h[1-6]|ul|ol|li|center|section|article|html|body|hr|pre|blockquote|dl");
    private static final Pattern INLINES = tags("span|a|b|i|u|em|strong|font|sub|sup|script|style|img|o:p|svg|iframe");

    /** The last word on what may stand in a page; what comes before it only makes good text of bad. */
    private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
            .allowElements("h3", "h4", "h5", "p", "br", "ul", "ol", "li", "table", "caption", "thead", "tbody", "tfoot", "tr",
                    "td", "th", "strong", "em", "u", "sub", "sup", "a", "span")
            .allowAttributes("colspan", "rowspan").matching(Pattern.compile("[1-9][0-9]{0,2}")).onElements("td", "th")
            .allowAttributes("scope").matching(true, "row", "col").onElements("th")
            .allowAttributes("start").matching(Pattern.compile("[1-9][0-9]{0,3}")).onElements("ol")
            .allowAttributes("class").matching(true, "sign", "flush", "mid", "art").onElements("p", "h3", "h4", "h5", "span")
            .allowAttributes("href").onElements("a")
            .allowUrlProtocols("http", "https")
            .toFactory();

    private static final Pattern ENTITY = Pattern.compile("&#(?:x([0-9a-f]{1,5})|([0-9]{1,6}));");
    private static final Pattern TRAILING_TABS = Pattern.compile("(?<!\\t)\\t++$", Pattern.MULTILINE);

    private RichText() {}

    /** Clean HTML of what was typed, pasted or imported. */
    static String clean(String typed) {
        return pasted(typed).html();
    }

    /** The same, with what could not be taken along. */
    static PastedText pasted(String typed) {
        var rewritten = paragraphs(typed);
        return new PastedText(readable(ALLOWED.sanitize(rewritten.html())).strip(), rewritten.leftOut().notices());
    }

    /** In plain text, and in text where only words are marked, a line is a paragraph. */
    private static Rewritten paragraphs(String typed) {
        if (BLOCKS.matcher(typed).find()) {
            return RichTextWriter.rewrite(typed);
        }
        return INLINES.matcher(typed).find() ? RichTextWriter.rewrite(typed.replace("\n", "<p>"))
                : new Rewritten(PlainText.toHtml(typed), new LeftOut());
    }

    private static Pattern tags(String names) {
        return Pattern.compile("</?(?:" + names + ")\\b[^<>]{0,4000}>", Pattern.CASE_INSENSITIVE);
    }

    /** The sanitizer writes ，：； and some harmless signs as entities; a text that is signed and compared has the signs. */
    private static String readable(String html) {
        return ENTITY.matcher(html).replaceAll(entity -> {
            int sign = entity.group(1) == null ? Integer.parseInt(entity.group(2)) : HexFormat.fromHexDigits(entity.group(1));
            return sign >= 0xa0 || "=@+".indexOf(sign) >= 0 ? Character.toString(sign) : Matcher.quoteReplacement(entity.group());
        });
    }

    /** The words of clean HTML: a line for each paragraph, a tab between the cells of a row. */
    static String text(String html) {
        var text = new StringBuilder();
        Jsoup.parseBodyFragment(html).body().traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    text.append(words.getWholeText());
                } else if (node.nameIs("br")) {
                    text.append('\n');
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node.nameIs("td") || node.nameIs("th")) {
                    text.append('\t');
                } else if (node instanceof Element element && element.isBlock() && !text.isEmpty()
                        && text.charAt(text.length() - 1) != '\n') {
                    text.append('\n');
                }
            }
        });
        return TRAILING_TABS.matcher(text).replaceAll("").strip();
    }

    /** The targets of the links, a line each. */
    static String links(String html) {
        return html.contains("<a ") ? String.join("\n", Jsoup.parseBodyFragment(html).select("a[href]").eachAttr("href")) : "";
    }
}
