package openland.files.ooxml;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The styles of a Word document: what a paragraph or a run inherits. */
final class WordStyles {
    private static final Pattern HEADING = Pattern.compile("(?i)(?:heading|标题|标题样式|toc heading) ?([1-9一二三四五六])");
    private final Map<String, Xml> styles = new HashMap<>();
    private final Map<String, String> defaults = new HashMap<>();
    private final Optional<Xml> documentRun;

    WordStyles(Optional<Xml> root) {
        for (var style : root.map(found -> found.children("w:style")).orElse(java.util.List.of())) {
            styles.put(style.attr("w:styleId"), style);
            if (style.attr("w:default").equals("1") || style.attr("w:default").equals("true")) {
                defaults.put(style.attr("w:type"), style.attr("w:styleId"));
            }
        }
        documentRun = root.flatMap(found -> found.at("w:docDefaults", "w:rPrDefault", "w:rPr"));
    }

    /** Whether a switch is on: present and not switched off. */
    static boolean on(Xml flag) {
        return !Set.of("0", "false", "off").contains(flag.attr("w:val"));
    }

    /** A property of a run: its own, its style's, its paragraph's style's, the document's. */
    Optional<Xml> run(String name, Xml run, Xml paragraph) {
        return run.at("w:rPr", name)
                .or(() -> inherited(run.attrAt("w:val", "w:rPr", "w:rStyle"), "w:rPr", name))
                .or(() -> inherited(style(paragraph), "w:rPr", name))
                .or(() -> documentRun.flatMap(found -> found.child(name)));
    }

    Optional<Xml> paragraph(String name, Xml paragraph) {
        return paragraph.at("w:pPr", name).or(() -> inherited(style(paragraph), "w:pPr", name));
    }

    String style(Xml paragraph) {
        var own = paragraph.attrAt("w:val", "w:pPr", "w:pStyle");
        return own.isEmpty() ? defaults.getOrDefault("paragraph", "") : own;
    }

    Optional<Xml> table(Xml table) {
        return Optional.ofNullable(styles.get(table.attrAt("w:val", "w:tblPr", "w:tblStyle")));
    }

    Optional<Xml> inherited(String id, String group, String name) {
        var seen = new HashSet<String>();
        for (var style = styles.get(id); style != null && seen.add(style.attr("w:styleId")); style = styles.get(style.attrAt("w:val", "w:basedOn"))) {
            var found = style.at(group, name);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The name of a paragraph's style, as people see it; "" for none. */
    String name(Xml paragraph) {
        var style = styles.get(style(paragraph));
        return style == null ? "" : style.attrAt("w:val", "w:name").strip().toLowerCase(java.util.Locale.ROOT);
    }

    /** 1 to 6, or 0 for text. */
    int level(Xml paragraph) {
        var outline = paragraph("w:outlineLvl", paragraph).map(found -> found.attr("w:val")).orElse("");
        if (outline.matches("[0-8]")) {
            return Math.min(6, Integer.parseInt(outline) + 1);
        }
        var seen = new HashSet<String>();
        for (var style = styles.get(style(paragraph)); style != null && seen.add(style.attr("w:styleId"));
                style = styles.get(style.attrAt("w:val", "w:basedOn"))) {
            var name = style.attrAt("w:val", "w:name").strip();
            var heading = HEADING.matcher(name);
            if (heading.matches()) {
                int number = "一二三四五六".indexOf(heading.group(1)) + 1;
                return Math.min(6, number > 0 ? number : Integer.parseInt(heading.group(1)));
            }
            if (Set.of("title", "标题", "文章标题").contains(name.toLowerCase(java.util.Locale.ROOT))) {
                return 1;
            }
        }
        return 0;
    }
}
