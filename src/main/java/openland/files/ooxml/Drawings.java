package openland.files.ooxml;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import openland.files.FileContent.Block;
import openland.files.FileContent.Paragraph;
import openland.files.FileContent.Table;
import openland.files.Hidden.Kind;

/** The parts that all three formats have: pictures, charts, SmartArt, the theme. */
final class Drawings {
    private Drawings() {}

    static Stream<PartKind> kinds(String folder) {
        return Stream.of(PartKind.picture(folder, "png", "image/png"),
                new PartKind("chart", folder + "/charts/chart%d.xml", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml", "c:chartSpace", false),
                PartKind.of("chartUserShapes", folder + "/drawings/shapes%d.xml", "drawingml.chartshapes", "c:userShapes"),
                PartKind.of("diagramData", folder + "/diagrams/data%d.xml", "drawingml.diagramData", "dgm:dataModel"),
                PartKind.of("diagramLayout", folder + "/diagrams/layout%d.xml", "drawingml.diagramLayout", "dgm:layoutDef"),
                PartKind.of("diagramQuickStyle", folder + "/diagrams/quickStyle%d.xml", "drawingml.diagramStyle", "dgm:styleDef"),
                PartKind.of("diagramColors", folder + "/diagrams/colors%d.xml", "drawingml.diagramColors", "dgm:colorsDef"),
                new PartKind("diagramDrawing", folder + "/diagrams/drawing%d.xml", "application/vnd.ms-office.drawingml.diagramDrawing+xml", "dsp:drawing", true),
                PartKind.always("theme", folder + "/theme/theme%d.xml", "theme", "a:theme"));
    }

    static String place(Part part) {
        return switch (part.kind().relation()) {
            case "chart", "chartUserShapes" -> "图表" + part.number();
            case "theme" -> "主题";
            default -> "SmartArt图形" + part.number();
        };
    }

    static void sweep(Part part, Sweep sweep, String place) {
        switch (part.kind().relation()) {
            case "theme" -> theme(part.root(), sweep);
            case "chart" -> chart(part, sweep, place);
            case "diagramLayout", "diagramQuickStyle", "diagramColors" -> definition(part.root(), sweep, place);
            default -> Shapes.sweep(part.root(), sweep, place, part);
        }
    }

    private static void theme(Xml root, Sweep sweep) {
        root.all().filter(element -> element.has("name") && Set.of("a:theme", "a:clrScheme", "a:fontScheme", "a:fmtScheme", "a:custClr").contains(element.name()))
                .forEach(element -> {
                    if (!element.attr("name").matches("(?i)Office.*|[\\p{IsHan} ]*主题.*|默认设计模板|自定义.*|Default Design|Blank.*|1_.*|WPS|[A-Za-z ]{0,20}|")) {
                        sweep.finds(Kind.METADATA, "主题名称", element.attr("name"));
                    }
                    element.set("name", "Office");
                });
        root.children("a:objectDefaults").forEach(defaults -> defaults.content(List.of()));
        root.remove("a:custClrLst");
        root.children("a:extraClrSchemeLst").forEach(extra -> extra.content(List.of()));
    }

    private static void definition(Xml root, Sweep sweep, String place) {
        for (var words : root.children()) {
            if (Set.of("dgm:title", "dgm:desc").contains(words.name()) && !words.attr("val").isBlank()) {
                sweep.finds(Kind.METADATA, place, words.attr("val"));
            }
        }
        root.remove(child -> child.is("dgm:title") || child.is("dgm:desc") || child.is("dgm:sampData") || child.is("dgm:styleData") || child.is("dgm:clrData"));
    }

    private static void chart(Part part, Sweep sweep, String place) {
        var root = part.root();
        root.remove(child -> child.is("c:externalData") || child.is("c:printSettings") || child.is("c:userShapes") && !part.relations().containsKey(child.attr("r:id"))
                || child.is("c:pivotSource") && sweep.finds(Kind.CACHE, place, Dropped.plain(child)) || child.is("c:protection"));
        for (var cache : root.all().filter(element -> element.child("c:ptCount").isPresent()).toList()) {
            var count = cache.attrAt("val", "c:ptCount");
            cache.remove(point -> point.is("c:pt") && isBeyond(point.attr("idx"), count) && sweep.finds(Kind.CACHE, place, point.text()));
        }
        Shapes.sweep(root, sweep, place, part);
    }

    private static boolean isBeyond(String index, String count) {
        return index.matches("\\d{1,9}") && count.matches("\\d{1,9}") && Integer.parseInt(index) >= Integer.parseInt(count);
    }

    /** What a chart shows: its titles, then a table of categories and series. */
    static List<Block> chartBlocks(Xml root) {
        var blocks = new ArrayList<Block>();
        root.all("c:title").forEach(title -> {
            if (!text(title).isBlank()) {
                blocks.add(new Paragraph(text(title)));
            }
        });
        var series = root.all("c:ser");
        if (series.isEmpty()) {
            return blocks;
        }
        var names = new ArrayList<String>(List.of(""));
        var rows = new TreeMap<Integer, List<String>>();
        for (int i = 0; i < series.size(); i++) {
            var one = series.get(i);
            names.add(one.child("c:tx").map(found -> String.join("", found.all("c:v").stream().map(Xml::text).toList())).orElse(""));
            int column = i + 1;
            one.child("c:cat").or(() -> one.child("c:xVal")).ifPresent(found -> fill(found, rows, 0, series.size()));
            one.child("c:val").or(() -> one.child("c:yVal")).ifPresent(found -> fill(found, rows, column, series.size()));
        }
        var table = new ArrayList<List<String>>(List.of(names));
        table.addAll(rows.values());
        blocks.add(new Table(table));
        return blocks;
    }

    private static void fill(Xml values, java.util.Map<Integer, List<String>> rows, int column, int series) {
        for (var point : values.all("c:pt")) {
            if (point.attr("idx").matches("\\d{1,6}")) {
                var row = rows.computeIfAbsent(Integer.parseInt(point.attr("idx")),
                        any -> new ArrayList<>(java.util.Collections.nCopies(series + 1, "")));
                if (row.get(column).isEmpty()) {
                    row.set(column, point.child("c:v").map(Xml::text).orElse(""));
                }
            }
        }
    }

    /** The text of a body of DrawingML, a line per paragraph. */
    static String text(Xml body) {
        var lines = new ArrayList<String>();
        for (var paragraph : body.all("a:p")) {
            var line = new StringBuilder();
            paragraph.all().forEach(element -> {
                if (element.is("a:t") || element.is("m:t")) {
                    line.append(element.text());
                } else if (element.is("a:br")) {
                    line.append('\n');
                } else if (element.is("a:tab")) {
                    line.append('\t');
                }
            });
            if (!line.toString().isBlank()) {
                lines.add(line.toString());
            }
        }
        if (lines.isEmpty() && body.child("c:tx").isPresent()) {
            return String.join("", body.all("c:v").stream().map(Xml::text).toList());
        }
        return String.join("\n", lines);
    }

    /** What a SmartArt graphic says, from its drawing or, without one, from its data. */
    static List<Block> diagramBlocks(Xml data, java.util.Optional<Xml> drawing) {
        var from = drawing.filter(found -> !found.all("a:t").isEmpty()).orElse(data);
        return from.all().filter(element -> element.is("dsp:txBody") || element.is("dgm:t"))
                .map(Drawings::text).filter(text -> !text.isBlank()).map(text -> (Block) new Paragraph(text)).toList();
    }
}
