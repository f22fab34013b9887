package openland.files.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import openland.files.Hidden;
import openland.files.Hidden.Kind;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.XmlDeclaration;
import org.jspecify.annotations.Nullable;

/** What a web page carries and does not show. */
final class HtmlHiding {
    /** A link that leads where it says; any other address means something only on the machine the page came from. */
    static final Pattern PLAIN_LINK = Pattern.compile("(?is)(https?:|mailto:|#).*");

    private static final String PLACE = "网页代码";
    private static final Pattern UNSEEN = Pattern.compile("display:none|visibility:(hidden|collapse)|opacity:0(\\.0\\d*)?(;|$)|font-size:[01](\\.\\d+)?(px|pt)?(;|$)"
            + "|(text-indent|left|top|margin-left|right):-\\d{3,}|color:transparent|clip:rect\\(0|clip-path:inset\\((50|100)%|(^|;)(max-)?(width|height):0");
    private static final Pattern COLOURS = Pattern.compile("(?:^|;)color:([^;]+).*(?:^|;)background(?:-color)?:\\1(;|$)|(?:^|;)background(?:-color)?:([^;]+).*;color:\\3(;|$)|(?:^|;)color:(white|#fff|#ffffff)(;|$)");
    private static final Set<String> RUNS = Set.of("script", "noscript", "template", "object", "embed", "iframe", "applet", "frame", "svg", "math");
    private static final Set<String> LOADS = Set.of("src", "srcset", "background", "poster", "action", "formaction", "data", "href", "cite", "longdesc");

    private final Document page;
    private final List<Hidden> found = new ArrayList<>();

    HtmlHiding(Document page) {
        this.page = page;
    }

    /** Elements that somebody made invisible. */
    static List<Element> hiddenElements(Document page) {
        return page.body().getAllElements().stream().filter(HtmlHiding::isHidden).toList();
    }

    private static boolean isHidden(Element element) {
        var style = element.attr("style").toLowerCase(Locale.ROOT).replaceAll("\\s|!important|/\\*.*?\\*/", "");
        return element.hasAttr("hidden") || UNSEEN.matcher(style).find() || COLOURS.matcher(style).find();
    }

    List<Hidden> found() {
        page.traverse((node, depth) -> look(node));
        for (var element : hiddenElements(page)) {
            if (element.hasText()) {
                report(Kind.HIDDEN_TEXT, element.text());
            }
        }
        return found;
    }

    private void look(Node node) {
        switch (node) {
            case Comment comment -> report(Kind.COMMENT, comment.getData());
            case XmlDeclaration declaration -> report(Kind.METADATA, declaration.getWholeDeclaration());
            case DataNode data -> report(isStyle(data.parentNode()) ? Kind.METADATA : Kind.SCRIPT, data.getWholeData());
            case Element element -> look(element);
            default -> { }
        }
    }

    private static boolean isStyle(@Nullable Node parent) {
        return parent != null && parent.nodeName().equals("style");
    }

    private void look(Element element) {
        var name = element.normalName();
        if (RUNS.contains(name)) {
            report(Kind.SCRIPT, name + " " + element.wholeText() + " " + element.attributes().html());
        } else if (name.equals("meta") && !element.hasAttr("charset") || name.equals("title")) {
            report(Kind.METADATA, element.attr("name") + " " + element.attr("content") + element.text());
        } else if (name.equals("input") || name.equals("option") || name.equals("textarea")) {
            report(Kind.FORM_DATA, element.attr("value") + " " + element.text());
        }
        for (var attribute : element.attributes()) {
            look(name, attribute);
        }
    }

    private void look(String element, Attribute attribute) {
        var key = attribute.getKey().toLowerCase(Locale.ROOT);
        boolean link = element.equals("a") && key.equals("href") && PLAIN_LINK.matcher(attribute.getValue()).matches();
        if (key.startsWith("on") || attribute.getValue().strip().toLowerCase(Locale.ROOT).startsWith("javascript:")) {
            report(Kind.SCRIPT, attribute.getValue());
        } else if (LOADS.contains(key) && !link) {
            report(Kind.EXTERNAL_LINK, attribute.getValue());
        } else if (key.startsWith("data-") || Set.of("id", "class", "name", "title", "alt", "aria-label", "lang", "summary", "abbr", "datetime").contains(key)
                && !Set.of("html", "meta", "input").contains(element)) {
            report(Kind.METADATA, key + " " + attribute.getValue());
        }
    }

    private void report(Kind kind, String text) {
        if (!text.isBlank()) {
            found.add(new Hidden(kind, PLACE, text.strip()));
        }
    }
}
