package openland.files.ooxml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Whether the text of a run can be seen: hidden by its format, too small, or of the colour behind it. */
final class WordVisibility {
    /** In half-points: one point. */
    private static final int SMALLEST = 2;
    private static final int NARROWEST = 5;

    private final WordFamily family;
    private final Deque<String> backgrounds = new ArrayDeque<>();
    private final Deque<Xml> tables = new ArrayDeque<>();
    /** Whether something other than the page may stand behind a text box without a fill. */
    private final boolean pictures;
    private int row;
    private int column;

    WordVisibility(WordFamily family, Xml root) {
        this.family = family;
        var page = root.attrAt("w:color", "w:background");
        backgrounds.push(family.showsBackground() && page.matches("[0-9A-Fa-f]{6}") ? page : Colours.WHITE);
        pictures = root.all().anyMatch(element -> element.is("pic:pic") || element.is("v:imagedata")
                || element.is("wps:spPr") && element.children().stream().anyMatch(child -> child.name().endsWith("Fill") && !child.is("a:noFill")));
    }

    void enter(Xml element) {
        switch (element.name()) {
            case "w:tbl" -> {
                tables.push(element);
                row = 0;
                backgrounds.push(backgrounds.getFirst());
            }
            case "w:tr" -> {
                row++;
                column = 0;
            }
            case "w:tc" -> {
                column++;
                backgrounds.push(cell(element));
            }
            case "wps:wsp", "v:shape", "v:rect", "v:roundrect", "v:oval" -> backgrounds.push(shape(element));
            default -> { }
        }
    }

    void leave(Xml element) {
        switch (element.name()) {
            case "w:tbl" -> {
                tables.pop();
                backgrounds.pop();
            }
            case "w:tc", "wps:wsp", "v:shape", "v:rect", "v:roundrect", "v:oval" -> backgrounds.pop();
            default -> { }
        }
    }

    private String cell(Xml cell) {
        var own = cell.at("w:tcPr", "w:shd").map(Colours::shading).orElse(Colours.UNKNOWN);
        if (!own.isEmpty() || tables.isEmpty()) {
            return own.isEmpty() ? backgrounds.getFirst() : own;
        }
        var style = family.styles().table(tables.getFirst());
        boolean coloured = style.map(found -> found.all("w:shd").stream().anyMatch(shading -> applies(found, shading))).orElse(false);
        var direct = tables.getFirst().at("w:tblPr", "w:shd").map(Colours::shading).orElse(Colours.UNKNOWN);
        return coloured ? Colours.UNKNOWN : direct.isEmpty() ? backgrounds.getFirst() : direct;
    }

    /** A colour of a table style applies to the first row, the first column, or anywhere. */
    private boolean applies(Xml style, Xml shading) {
        for (var condition : style.children("w:tblStylePr")) {
            if (condition.all("w:shd").stream().anyMatch(found -> found == shading)) {
                return switch (condition.attr("w:type")) {
                    case "firstRow", "nwCell", "neCell" -> row <= 1;
                    case "firstCol" -> column <= 1;
                    default -> true;
                };
            }
        }
        return true;
    }

    private String shape(Xml shape) {
        if (shape.is("wps:wsp")) {
            var properties = shape.child("wps:spPr");
            var solid = properties.flatMap(found -> found.at("a:solidFill", "a:srgbClr")).map(colour -> colour.attr("val"));
            if (solid.isPresent()) {
                return solid.get();
            }
            boolean filled = properties.map(found -> found.children().stream()
                    .anyMatch(child -> child.name().matches("a:(solid|grad|blip|patt|grp)Fill"))).orElse(false);
            boolean styled = shape.at("wps:style", "a:fillRef").filter(fill -> !fill.attr("idx").equals("0")).isPresent()
                    && properties.flatMap(found -> found.child("a:noFill")).isEmpty();
            return filled || styled || pictures ? Colours.UNKNOWN : backgrounds.getFirst();
        }
        var colour = shape.attr("fillcolor").replaceFirst("^#", "").replaceFirst("\\s.*", "");
        boolean open = shape.attr("filled").startsWith("f") || colour.isEmpty();
        return open ? pictures ? Colours.UNKNOWN : backgrounds.getFirst() : colour;
    }

    /** Why the run cannot be seen, in Chinese; empty if it can. */
    Optional<String> hides(Xml run, Xml paragraph) {
        var styles = family.styles();
        if (styles.run("w:vanish", run, paragraph).filter(WordStyles::on).isPresent()) {
            return Optional.of("隐藏文字");
        }
        if (size(styles.run("w:sz", run, paragraph)) <= SMALLEST || size(styles.run("w:w", run, paragraph)) <= NARROWEST) {
            return Optional.of("极小的字");
        }
        var art = run.at("w:rPr", "w14:textFill");
        boolean empty = art.flatMap(found -> found.child("w14:noFill")).isPresent() && run.at("w:rPr", "w14:textOutline").isEmpty();
        boolean clear = art.map(found -> found.all("w14:alpha").stream().anyMatch(alpha -> size(Optional.of(alpha), "w14:val") >= 95_000)).orElse(false);
        if (empty || clear) {
            return Optional.of("透明的字");
        }
        var colour = styles.run("w:color", run, paragraph).map(found -> Colours.named(found.attr("w:val"), found.attr("w:themeColor"))).orElse("");
        return Colours.alike(colour, behind(run, paragraph)) ? Optional.of("与背景同色的字") : Optional.empty();
    }

    private String behind(Xml run, Xml paragraph) {
        var styles = family.styles();
        return styles.run("w:highlight", run, paragraph).filter(found -> !found.attr("w:val").equals("none"))
                .map(found -> Colours.highlight(found.attr("w:val")))
                .or(() -> styles.run("w:shd", run, paragraph).map(Colours::shading).filter(found -> !found.isEmpty()))
                .or(() -> styles.paragraph("w:shd", paragraph).map(Colours::shading).filter(found -> !found.isEmpty()))
                .orElse(backgrounds.getFirst());
    }

    private static int size(Optional<Xml> number) {
        return size(number, "w:val");
    }

    private static int size(Optional<Xml> number, String key) {
        return number.map(found -> found.attr(key).replaceFirst("[.%].*", "")).filter(text -> text.matches("\\d{1,7}")).map(Integer::valueOf)
                .orElse(key.equals("w:val") ? Integer.MAX_VALUE : 0);
    }
}
