package openland.files.ooxml;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import openland.files.Hidden.Kind;

/** Shapes and pictures of Word, in their new and their old form (DrawingML, VML), and what they carry unseen. */
final class Shapes {
    /** In EMU: a point. */
    private static final long SMALLEST = 12_700;
    /** In EMU: so far left of or above the text that nothing of it is on the page. */
    private static final long BEFORE = -1_800_000;
    /** In EMU: wider and higher than A3. */
    private static final long BEHIND = 15_500_000;
    private static final int CROPPED = 3_000;
    private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{IsHan}\\p{Alpha} ,:()-]*\\d{0,10}|_x0000_\\w{1,10}");
    private static final Pattern FILE = Pattern.compile("(?is).*([A-Z]:\\\\|\\\\\\\\|file:|/Users/|\\.(jpe?g|png|gif|bmp|tiff?|docx?|xlsx?|pptx?|wps|dwg)\\b).*");
    private static final Set<String> NAMED = Set.of("wp:docPr", "pic:cNvPr", "xdr:cNvPr", "p:cNvPr", "wps:cNvPr", "wpg:cNvPr", "a:cNvPr", "cdr:cNvPr", "dsp:cNvPr");

    record Reason(Kind kind, String why) {}

    private Shapes() {}

    /** Why a whole drawing cannot be seen. */
    static Optional<Reason> hides(Xml drawing) {
        boolean flagged = drawing.children().stream().flatMap(frame -> frame.children("wp:docPr").stream()).anyMatch(Shapes::isHidden)
                || drawing.children().stream().anyMatch(shape -> shape.attr("style").replace(" ", "").contains("visibility:hidden"));
        if (flagged) {
            return Optional.of(new Reason(Kind.HIDDEN_TEXT, "隐藏的图形"));
        }
        for (var frame : drawing.children()) {
            var extent = frame.child("wp:extent");
            if (extent.isPresent() && (number(extent.get().attr("cx")) < SMALLEST || number(extent.get().attr("cy")) < SMALLEST) && !frame.text().isBlank()) {
                return Optional.of(new Reason(Kind.HIDDEN_TEXT, "没有大小的图形"));
            }
            if (off(frame, "wp:positionH", "cx") || off(frame, "wp:positionV", "cy") || farAway(frame.attr("style"))) {
                return Optional.of(new Reason(Kind.OUTSIDE_PAGE, "页面以外"));
            }
        }
        return Optional.empty();
    }

    static boolean isHidden(Xml properties) {
        return properties.attr("hidden").equals("1") || properties.attr("hidden").equals("true");
    }

    private static boolean off(Xml frame, String direction, String extent) {
        var offset = frame.at(direction, "wp:posOffset").map(Xml::text).orElse("");
        if (offset.isBlank()) {
            return false;
        }
        long at = number(offset);
        return at + number(frame.attrAt(extent, "wp:extent")) < BEFORE || at > BEHIND;
    }

    private static boolean farAway(String style) {
        var found = Pattern.compile("(?:margin-)?(?:left|top):(-?\\d+)(?:\\.\\d+)?(?:pt)?").matcher(style.replace(" ", ""));
        while (found.find()) {
            if (found.group(1).length() > 6 || Math.abs(Integer.parseInt(found.group(1))) > 1_300) {
                return true;
            }
        }
        return false;
    }

    private static long number(String text) {
        return text.strip().matches("-?\\d{1,12}") ? Long.parseLong(text.strip()) : 0;
    }

    /** Names, alternative texts that are file names, crops, links to other pictures. */
    static void sweep(Xml drawing, Sweep sweep, String place, Part part) {
        drawing.all().toList().forEach(element -> {
            if (NAMED.contains(element.name())) {
                named(element, sweep, place, part);
            } else if (element.name().startsWith("v:")) {
                vml(element, sweep, place);
            } else if (element.is("a:srcRect")) {
                crop(element, sweep, place);
            } else if (element.is("a:blip") && part.dropped().containsKey(element.attr("r:link"))) {
                element.unset("r:link");
            }
        });
        drawing.prune(element -> element.is("o:signatureline") && sweep.finds(Kind.METADATA, place, Dropped.plain(element)));
        drawing.prune(element -> element.is("v:imagedata") && element.attr("r:id").isEmpty() && element.attr("r:pict").isEmpty() && element.attr("o:relid").isEmpty());
    }

    static void named(Xml properties, Sweep sweep, String place, Part part) {
        var name = properties.attr("name");
        if (!PLAIN_NAME.matcher(name).matches()) {
            sweep.finds(Kind.METADATA, place + "：图形名称", name);
        }
        properties.set("name", "图形 " + properties.attr("id"));
        for (var key : List.of("descr", "title")) {
            var text = properties.attr(key);
            if (FILE.matcher(text).matches()) {
                sweep.finds(Kind.METADATA, place + "：替代文字", text);
                properties.unset(key);
            }
        }
        for (var link : List.of("a:hlinkClick", "a:hlinkHover")) {
            properties.child(link).ifPresent(found -> link(found, sweep, place));
        }
        properties.remove(child -> child.name().startsWith("a:hlink") && part.dropped().containsKey(child.attr("r:id")));
    }

    /** What a link says when one points at it, and where it leads if it fails. */
    static void link(Xml link, Sweep sweep, String place) {
        for (var key : List.of("tooltip", "invalidUrl", "tgtFrame")) {
            if (!link.attr(key).isBlank()) {
                sweep.finds(Kind.METADATA, place, link.attr(key));
            }
            link.unset(key);
        }
        link.remove("a:snd");
    }

    static void crop(Xml crop, Sweep sweep, String place) {
        var sides = List.of("l", "t", "r", "b");
        if (sides.stream().anyMatch(side -> number(crop.attr(side).replace("%", "000")) > CROPPED)) {
            sweep.finds(Kind.COVERED_PICTURE, place, "图片被裁剪，裁去的部分还在文件里");
        }
    }

    private static void vml(Xml shape, Sweep sweep, String place) {
        for (var key : List.of("alt", "title", "o:title", "o:href", "href", "src", "o:althref", "o:gfxdata", "target", "o:spid", "id")) {
            var text = shape.attr(key);
            boolean kept = key.equals("id") ? PLAIN_NAME.matcher(text).matches() : key.equals("alt") && !FILE.matcher(text).matches();
            if (!text.isEmpty() && !kept) {
                if (!key.equals("o:gfxdata") && !key.equals("o:spid") && !text.isBlank()) {
                    sweep.finds(Kind.METADATA, place + "：图形名称", text);
                } else if (key.equals("o:gfxdata")) {
                    sweep.finds(Kind.METADATA, place + "：图形的副本", text);
                }
                shape.unset(key);
            }
        }
        boolean cropped = List.of("cropleft", "cropright", "croptop", "cropbottom").stream().anyMatch(side -> !shape.attr(side).replaceAll("[0.f]", "").isEmpty());
        if (shape.is("v:imagedata") && cropped) {
            sweep.finds(Kind.COVERED_PICTURE, place, "图片被裁剪，裁去的部分还在文件里");
        }
        if (shape.has("r:href")) {
            shape.unset("r:href");
        }
    }
}
