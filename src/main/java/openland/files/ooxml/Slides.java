package openland.files.ooxml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import openland.files.FileContent.Block;
import openland.files.FileContent.Heading;
import openland.files.FileContent.Paragraph;
import openland.files.FileContent.Table;
import openland.files.Hidden.Kind;
import openland.files.ooxml.OfficeFormat.Memory;

/** Shapes on slides and on sheets: which are not seen, and what the others say. */
final class Slides {
    private static final Set<String> SHAPES = Set.of("sp", "pic", "graphicFrame", "grpSp", "cxnSp", "contentPart");
    private static final long SMALLEST = 12_700;
    /** In hundredths of a point. */
    private static final int SMALLEST_TEXT = 100;

    private Slides() {}

    private record Walk(String prefix, Part part, Sweep sweep, String place, Backdrop backdrop) {}

    /** Takes out the shapes and texts below {@code root} that are not seen. */
    static void shapes(Xml root, String prefix, Part part, Sweep sweep, String place, Backdrop backdrop) {
        var walk = new Walk(prefix, part, sweep, place, backdrop);
        objects(root, walk);
        inside(root, walk);
        root.remove(anchor -> anchor.name().endsWith("Anchor") && anchor.children().stream().noneMatch(child -> isShape(child, prefix) || child.is("mc:AlternateContent")));
        Shapes.sweep(root, sweep, place, part);
    }

    private static boolean isShape(Xml element, String prefix) {
        return element.name().startsWith(prefix + ":") && SHAPES.contains(element.name().substring(prefix.length() + 1));
    }

    private static void inside(Xml parent, Walk walk) {
        parent.remove(shape -> isShape(shape, walk.prefix()) && goes(shape, walk));
        for (var child : parent.children()) {
            if (child.name().endsWith(":txBody")) {
                text(child, parent, walk);
            } else {
                child.unsetIf(key -> key.equals("macro") && !child.attr(key).isEmpty() && walk.sweep().finds(Kind.SCRIPT, walk.place(), child.attr(key)));
                child.unset("textlink");
                inside(child, walk);
            }
        }
    }

    private static boolean goes(Xml shape, Walk walk) {
        var said = Drawings.text(shape);
        var properties = shape.children().stream().filter(child -> child.name().startsWith(walk.prefix() + ":nv"))
                .flatMap(child -> child.child(walk.prefix() + ":cNvPr").stream()).findFirst();
        if (properties.filter(Shapes::isHidden).isPresent()) {
            return walk.sweep().finds(Kind.HIDDEN_TEXT, walk.place(), "隐藏的图形：" + said);
        }
        boolean something = !said.isBlank() || !shape.name().endsWith(":sp") && !shape.name().endsWith(":cxnSp");
        var box = Box.of(shape, walk.prefix());
        if (box.isEmpty() || !something) {
            return false;
        }
        boolean tiny = box.get().width() < SMALLEST && box.get().height() < SMALLEST && walk.prefix().equals("p");
        if (tiny) {
            return walk.sweep().finds(Kind.HIDDEN_TEXT, walk.place(), "没有大小的图形：" + said);
        }
        boolean outside = walk.backdrop().width() > 0 && shape.name().startsWith("p:") && box.get().isOutside(walk.backdrop().width(), walk.backdrop().height());
        return outside && walk.sweep().finds(Kind.OUTSIDE_PAGE, walk.place(), "页面以外：" + said);
    }

    private static void text(Xml body, Xml shape, Walk walk) {
        var fill = shape.child(walk.prefix() + ":spPr").or(() -> shape.child("a:tcPr"));
        var own = fill.flatMap(found -> found.child("a:solidFill")).map(walk.backdrop()::colour);
        boolean filled = fill.map(found -> found.children().stream().anyMatch(child -> child.name().endsWith("Fill") && !child.is("a:noFill"))).orElse(false);
        boolean styled = shape.child(walk.prefix() + ":style").isPresent() && fill.flatMap(found -> found.child("a:noFill")).isEmpty();
        var behind = own.orElseGet(() -> filled || styled ? Colours.UNKNOWN : walk.backdrop().behind(shape));
        for (var paragraph : body.all("a:p")) {
            paragraph.remove(run -> (run.is("a:r") || run.is("a:fld")) && !run.text().isBlank() && why(run, body, behind, walk.backdrop())
                    .filter(why -> walk.sweep().finds(Kind.HIDDEN_TEXT, walk.place(), why + "：" + run.text())).isPresent());
            paragraph.all().filter(link -> link.name().startsWith("a:hlink")).forEach(link -> link(link, walk));
        }
        body.prune(link -> link.name().startsWith("a:hlink") && (link.attr("action").equals("gone") || walk.part().dropped().containsKey(link.attr("r:id"))));
    }

    private static void link(Xml link, Walk walk) {
        Shapes.link(link, walk.sweep(), walk.place());
        if (link.attr("action").matches("(?i)ppaction://(program|macro|ole|customshow).*")) {
            walk.sweep().finds(Kind.SCRIPT, walk.place(), link.attr("action"));
            link.set("action", "gone");
        }
    }

    private static Optional<String> why(Xml run, Xml body, String behind, Backdrop backdrop) {
        var properties = run.child("a:rPr");
        var inherited = body.at("a:lstStyle", "a:lvl1pPr", "a:defRPr");
        var size = properties.filter(found -> found.has("sz")).or(() -> inherited).map(found -> found.attr("sz")).orElse("");
        if (size.matches("\\d{1,3}") && Integer.parseInt(size) <= SMALLEST_TEXT) {
            return Optional.of("极小的字");
        }
        if (properties.flatMap(found -> found.child("a:noFill")).isPresent() && properties.flatMap(found -> found.child("a:ln")).isEmpty()) {
            return Optional.of("透明的字");
        }
        var solid = properties.flatMap(found -> found.child("a:solidFill")).or(() -> inherited.flatMap(found -> found.child("a:solidFill")));
        if (solid.map(found -> found.all("a:alpha").stream().anyMatch(alpha -> ExcelCells.number(alpha.attr("val").replace("%", "000"), 100_000) < 5_000)).orElse(false)) {
            return Optional.of("透明的字");
        }
        return solid.map(backdrop::colour).filter(colour -> Colours.alike(colour, behind)).map(colour -> "与背景同色的字");
    }

    /** Of embedded objects the picture stays; media, controls and what starts by itself go. */
    private static void objects(Xml root, Walk walk) {
        root.prune(element -> Set.of("a:videoFile", "a:audioFile", "a:wavAudioFile", "a:quickTimeFile", "a:audioCd", "p:custDataLst", "p:controls", "p:timing",
                "p:transition", "xdr:clientData").contains(element.name()) && !element.is("xdr:clientData"));
        pictures(root, walk);
    }

    private static void pictures(Xml parent, Walk walk) {
        parent.replace(child -> {
            var object = child.name().endsWith(":graphicFrame") ? child.all("p:oleObj").stream().findFirst() : Optional.<Xml>empty();
            if (object.isEmpty()) {
                pictures(child, walk);
                return List.of(child);
            }
            walk.sweep().finds(Kind.EMBEDDED, walk.place(), object.get().attr("progId") + " " + object.get().attr("name"));
            return object.get().child("p:pic").map(List::of).orElse(List.of());
        });
    }

    /** What the shapes say, in their order. */
    static List<Block> blocks(Xml root, String prefix, Part part, Memory memory) {
        var blocks = new ArrayList<Block>();
        for (var child : root.children()) {
            if (child.name().endsWith(":txBody")) {
                body(child, root, blocks);
            } else if (child.is("a:tbl")) {
                blocks.add(table(child));
            } else if (child.is("c:chart")) {
                memory.part(part, child.attr("r:id")).ifPresent(chart -> {
                    blocks.addAll(Drawings.chartBlocks(chart.root()));
                    memory.parts(chart, "chartUserShapes").forEach(shapes -> blocks.add(new Paragraph(Drawings.text(shapes.root()))));
                });
            } else if (child.is("dgm:relIds")) {
                memory.part(part, child.attr("r:dm")).ifPresent(data -> blocks.addAll(Drawings.diagramBlocks(data.root(),
                        data.root().all("dsp:dataModelExt").stream().findFirst().flatMap(pointer -> memory.part(part, pointer.attr("relId"))).map(Part::root))));
            } else {
                if (child.is(prefix + ":cNvPr") && !child.attr("descr").isBlank()) {
                    blocks.add(new Paragraph("〔图：" + child.attr("descr").strip() + "〕"));
                }
                blocks.addAll(blocks(child, prefix, part, memory));
            }
        }
        return blocks;
    }

    private static void body(Xml body, Xml shape, List<Block> blocks) {
        boolean title = shape.all("p:ph").stream().anyMatch(place -> place.attr("type").equals("title") || place.attr("type").equals("ctrTitle"));
        int number = 0;
        for (var paragraph : body.children("a:p")) {
            var text = Drawings.text(Xml.of("a:body", paragraph));
            boolean numbered = paragraph.at("a:pPr", "a:buAutoNum").isPresent();
            number = numbered ? number + 1 : 0;
            if (!text.isBlank() && !title) {
                blocks.add(new Paragraph((numbered ? number + ". " : "") + text));
            }
        }
        if (title && !Drawings.text(body).isBlank()) {
            blocks.add(new Heading(1, Drawings.text(body).replace('\n', ' ')));
        }
    }

    private static Table table(Xml table) {
        var rows = new ArrayList<List<String>>();
        for (var row : table.children("a:tr")) {
            rows.add(row.children("a:tc").stream().map(cell -> cell.attr("hMerge").matches("1|true") || cell.attr("vMerge").matches("1|true") ? ""
                    : cell.child("a:txBody").map(Drawings::text).orElse("")).toList());
        }
        return new Table(rows);
    }
}
