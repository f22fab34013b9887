package openland.files.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import openland.files.FileContent.Block;
import openland.files.FileContent.Heading;
import openland.files.FileContent.Paragraph;
import openland.files.FileContent.Table;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The blocks of a web page in their order. */
final class HtmlBlocks {
    private static final Set<String> NOTHING = Set.of("script", "style", "noscript", "template", "head", "object", "embed", "iframe", "svg", "math");

    private final Document page;
    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();

    HtmlBlocks(Document page) {
        this.page = page;
    }

    List<Block> blocks() {
        children(page.body());
        close();
        return blocks;
    }

    /** The parser bounds how deep elements lie. */
    private void children(Element element) {
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode text) {
                open.append(text.text());
            } else if (child instanceof Element inner) {
                element(inner);
            }
        }
    }

    private void element(Element element) {
        var name = element.normalName();
        if (NOTHING.contains(name)) {
            return;
        }
        if (name.matches("h[1-6]")) {
            close();
            if (!element.text().isBlank()) {
                blocks.add(new Heading(name.charAt(1) - '0', element.text()));
            }
        } else if (name.equals("table")) {
            close();
            blocks.add(new Table(element.select("tr").stream().map(row -> row.select("> td, > th").stream().map(Element::text).toList()).toList()));
        } else if (element.isBlock() || name.equals("br") || name.equals("li")) {
            close();
            children(element);
            close();
        } else {
            children(element);
        }
    }

    private void close() {
        var text = open.toString().replaceAll("\\s+", " ").strip();
        if (!text.isEmpty()) {
            blocks.add(new Paragraph(text));
        }
        open.setLength(0);
    }
}
