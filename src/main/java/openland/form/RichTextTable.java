package openland.form;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Which cells of a table are heads: those of its thead, and those of a first row that is bold throughout. */
final class RichTextTable {
    private static final int WIDEST = 60;
    private static final int LONGEST_HEAD = 400;
    private final PastedStyles styles;
    private final @Nullable Element first;
    private final boolean boldFirst;

    RichTextTable(Element table, PastedStyles styles) {
        this.styles = styles;
        first = firstRow(table);
        boldFirst = first != null && follows(first) && isBold(first);
    }

    private static @Nullable Element firstRow(Element table) {
        for (var child = table.firstElementChild(); child != null; child = child.nextElementSibling()) {
            if (child.nameIs("tr")) {
                return child;
            }
            if (child.nameIs("tbody") || child.nameIs("tfoot")) {
                return child.firstElementChild();
            }
        }
        return null;
    }

    private static boolean follows(Element row) {
        return row.nextElementSibling() != null || row.parent() != null && row.parent().nextElementSibling() != null;
    }

    private boolean isBold(Element row) {
        int cells = 0;
        for (var cell = row.firstElementChild(); cell != null; cell = cell.nextElementSibling()) {
            if (++cells > WIDEST || letters(cell, bold(cell, false), 0) <= 0) {
                return false;
            }
        }
        return cells > 1;
    }

    /** How many letters so far, all of them bold; a negative number when one is not, or there are too many for a head. */
    private int letters(Node node, boolean bold, int before) {
        int count = before;
        for (int i = 0; i < node.childNodeSize() && count >= 0; i++) {
            var child = node.childNode(i);
            if (child instanceof TextNode text) {
                var words = Text.strip(text.getWholeText());
                count = words.isEmpty() ? count : bold && count + words.length() <= LONGEST_HEAD ? count + words.length() : -1;
            } else if (child instanceof Element element) {
                count = element.nameIs("table") || i > LONGEST_HEAD ? -1 : letters(element, bold(element, bold), count);
            }
        }
        return count;
    }

    private boolean bold(Element element, boolean around) {
        var look = styles.look(element);
        boolean own = element.nameIs("b") || element.nameIs("strong") || look.marks().contains("strong");
        return !look.isNormalWeight() && (around || own);
    }

    boolean isHead(Element cell) {
        var row = cell.parent();
        var section = row == null ? null : row.parent();
        return cell.nameIs("th") || section != null && section.nameIs("thead") || boldFirst && row != null && row.equals(first);
    }

    /** What of a cell's or list's attributes is kept; a head says what it is the head of. */
    static String attributes(Element element, boolean isHead) {
        return switch (element.normalName()) {
            case "td", "th" -> attribute("colspan", element.attr("colspan")) + attribute("rowspan", element.attr("rowspan"))
                    + (isHead ? attribute("scope", scope(element)) : "");
            case "ol" -> attribute("start", element.attr("start"));
            default -> "";
        };
    }

    private static String scope(Element cell) {
        var row = cell.parent();
        var section = row == null ? null : row.parent();
        if (!cell.attr("scope").isEmpty()) {
            return cell.attr("scope");
        }
        boolean inFirst = row != null && row.previousElementSibling() == null || section != null && section.nameIs("thead");
        return inFirst ? "col" : cell.previousElementSibling() == null ? "row" : "";
    }

    private static String attribute(String name, String value) {
        return value.isEmpty() || value.equals("1") ? "" : " " + name + "=\"" + FieldTypes.escape(value) + "\"";
    }
}
