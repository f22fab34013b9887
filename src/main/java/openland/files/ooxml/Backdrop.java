package openland.files.ooxml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What stands behind the text of a slide: its background and the shapes under it.
 *
 * @param page  colour of the background; unknown when it is a picture or a gradient
 * @param under what is filled on the slide, its layout and its master
 * @param theme colours of the theme by name
 * @param width of the slide in EMU; 0 where there is no page
 */
record Backdrop(String page, List<Xml> under, Map<String, String> theme, long width, long height) {
    static final Backdrop UNKNOWN = new Backdrop(Colours.UNKNOWN, List.of(), Map.of(), 0, 0);

    /** The shapes of a slide or layout that cover what is behind them. */
    static List<Xml> filled(Xml root) {
        var shapes = new ArrayList<Xml>();
        root.all().forEach(shape -> {
            boolean picture = shape.is("p:pic") || shape.is("p:graphicFrame");
            boolean coloured = shape.is("p:sp") && (shape.at("p:spPr").map(properties -> properties.children().stream()
                    .anyMatch(child -> child.name().endsWith("Fill") && !child.is("a:noFill"))).orElse(false)
                    || shape.at("p:style", "a:fillRef").isPresent() && shape.at("p:spPr", "a:noFill").isEmpty());
            if (picture || coloured) {
                shapes.add(shape);
            }
        });
        return shapes;
    }

    /** The colour behind a shape without a fill; unknown when another shape may be under it. */
    String behind(Xml shape) {
        var box = Box.of(shape, "p");
        boolean covered = under.stream().filter(other -> other != shape).anyMatch(other -> box.isEmpty()
                || Box.of(other, "p").map(found -> found.meets(box.get())).orElse(true));
        return covered || shape.is("a:tc") ? Colours.UNKNOWN : page;
    }

    /** The colour of a fill ({@code a:solidFill}); unknown when it is made of another. */
    String colour(Xml fill) {
        var colour = fill.children().stream().findFirst();
        if (colour.isEmpty() || colour.get().children().stream().anyMatch(change -> !change.is("a:alpha"))) {
            return Colours.UNKNOWN;
        }
        return switch (colour.get().name()) {
            case "a:srgbClr" -> colour.get().attr("val");
            case "a:sysClr" -> colour.get().attr("lastClr");
            case "a:prstClr" -> colour.get().attr("val").equals("white") ? Colours.WHITE : colour.get().attr("val").equals("black") ? "000000" : Colours.UNKNOWN;
            case "a:schemeClr" -> theme.getOrDefault(colour.get().attr("val"), Colours.UNKNOWN);
            default -> Colours.UNKNOWN;
        };
    }
}
