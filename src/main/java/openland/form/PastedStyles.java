package openland.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What Word and WPS say in styles and classes, not in elements: headings, entries of lists, bold, what is not to be seen. */
final class PastedStyles {
    private static final Set<String> TELLING = Set.of("display", "visibility", "mso-hide", "font-weight", "font-style", "text-decoration",
            "text-align", "vertical-align", "mso-style-name", "mso-outline-level");
    private static final Pattern CLASS = Pattern.compile("[\\w-]*\\.([\\w-]{1,60})");
    private static final Pattern HEADING = Pattern.compile("\"?(?:heading|标题)([1-9])\"?");
    private static final Pattern HEADING_CLASS = Pattern.compile("(?i)msoheading([1-9])");
    private static final Pattern TITLE = Pattern.compile("\"?(?:title|标题|文章标题|公文标题)\"?");
    private static final Pattern LIST_LEVEL = Pattern.compile("level([1-9])");
    private static final Set<String> COMMENTS = Set.of("msocomanchor", "msocomtxt", "msocommentreference", "msocommenttext");
    /** Like a heading of this level, which is above all others, the title of a document. */
    static final int TITLE_LEVEL = 0;
    static final int NO_HEADING = -1;
    private static final int MOST_CLASSES = 5;

    private final Map<String, String> classes = new HashMap<>();

    PastedStyles(Document page) {
        page.select("style").forEach(style -> read(style.data()));
    }

    private void read(String rules) {
        int at = 0;
        for (int open = rules.indexOf('{'); open >= 0; open = rules.indexOf('{', at)) {
            int close = rules.indexOf('}', open);
            if (close < 0) {
                return;
            }
            var telling = telling(rules.substring(open + 1, close));
            if (!telling.isEmpty()) {
                for (var selector : rules.substring(Math.max(at, open - 500), open).split(",", 20)) {
                    var named = CLASS.matcher(selector.strip());
                    if (named.matches()) {
                        classes.put(named.group(1), telling);
                    }
                }
            }
            at = close + 1;
        }
    }

    private static String telling(String declarations) {
        var kept = new StringBuilder();
        for (var declaration : plain(declarations).split(";", -1)) {
            int colon = declaration.indexOf(':');
            if (colon > 0 && colon + 60 > declaration.length() && TELLING.contains(declaration.substring(0, colon))) {
                kept.append(declaration).append(';');
            }
        }
        return kept.toString();
    }

    private static String plain(String declarations) {
        return declarations.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
    }

    /** What the styles of one element say. */
    record Look(String style, List<String> classes) {
        private static final Look NONE = new Look("", List.of());

        /** The last word of the declarations on a property; "" without one. */
        private String value(String property) {
            int at = style.lastIndexOf(";" + property + ":");
            if (at < 0) {
                return "";
            }
            int from = at + property.length() + 2;
            return style.substring(from, style.indexOf(';', from));
        }

        boolean isHidden() {
            return value("display").equals("none") || value("visibility").equals("hidden") || value("mso-hide").equals("all");
        }

        boolean isComment() {
            return value("mso-element").startsWith("comment") || !value("mso-comment-reference").isEmpty()
                    || classes.stream().anyMatch(COMMENTS::contains);
        }

        boolean isDeleted() {
            return classes.contains("msodel");
        }

        /** Whether it is the number or bullet that Word writes before an entry. */
        boolean isMarker() {
            return value("mso-list").equals("ignore");
        }

        /** 1 to 9 for an entry of a list, else 0. */
        int listLevel() {
            var level = LIST_LEVEL.matcher(value("mso-list"));
            return level.find() ? level.group(1).charAt(0) - '0' : 0;
        }

        int heading() {
            if (classes.contains("msotitle") || TITLE.matcher(value("mso-style-name")).matches()) {
                return TITLE_LEVEL;
            }
            var outline = value("mso-outline-level");
            if (outline.matches("[1-9]")) {
                return outline.charAt(0) - '0';
            }
            var named = Stream.concat(classes.stream().map(HEADING_CLASS::matcher), Stream.of(HEADING.matcher(value("mso-style-name"))))
                    .filter(java.util.regex.Matcher::matches).findFirst();
            return named.isPresent() ? named.get().group(1).charAt(0) - '0' : NO_HEADING;
        }

        boolean isCaption() {
            return classes.contains("msocaption");
        }

        String align() {
            return value("text-align");
        }

        boolean isNormalWeight() {
            return value("font-weight").equals("normal") || value("font-weight").equals("400");
        }

        /** The elements that say the same. */
        List<String> marks() {
            var marks = new ArrayList<String>();
            if (value("font-weight").matches("bold|bolder|[6-9]00")) {
                marks.add("strong");
            }
            if (value("font-style").equals("italic")) {
                marks.add("em");
            }
            if (value("text-decoration").contains("underline")) {
                marks.add("u");
            }
            var height = value("vertical-align");
            if (height.equals("super") || isNote()) {
                marks.add("sup");
            } else if (height.equals("sub")) {
                marks.add("sub");
            }
            return marks;
        }

        /** The sign that leads to a footnote or endnote, and back. */
        boolean isNote() {
            return classes.contains("msofootnotereference") || classes.contains("msoendnotereference")
                    || !value("mso-footnote-id").isEmpty() || !value("mso-endnote-id").isEmpty();
        }
    }

    Look look(Element element) {
        if (!element.hasAttr("style") && !element.hasAttr("class")) {
            return Look.NONE;
        }
        var names = Stream.of(element.attr("class").split("\\s+", MOST_CLASSES + 1)).limit(MOST_CLASSES).filter(name -> !name.isEmpty()).toList();
        var style = new StringBuilder(";");
        names.forEach(name -> style.append(classes.getOrDefault(name, "")));
        style.append(plain(element.attr("style"))).append(';');
        return new Look(style.toString(), names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList());
    }
}
