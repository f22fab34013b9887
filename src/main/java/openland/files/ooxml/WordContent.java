package openland.files.ooxml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import openland.files.FileContent;
import openland.files.FileContent.Block;
import openland.files.FileContent.Heading;
import openland.files.FileContent.Paragraph;
import openland.files.FileContent.Part;
import openland.files.FileContent.Table;
import openland.files.ooxml.OfficeFormat.Memory;

/** What is to be read in a Word document, of which only that is left. */
final class WordContent {
    private final Memory memory;
    private final WordStyles styles;
    private final WordNumbering numbering;
    private final openland.files.ooxml.Part document;
    /** Text boxes, charts and diagrams that hang on the paragraph being read: they follow it. */
    private final List<Block> hanging = new ArrayList<>();
    private openland.files.ooxml.Part here;

    WordContent(Memory memory, WordStyles styles) {
        this.memory = memory;
        this.styles = styles;
        this.document = memory.main(WordFamily.MAIN);
        this.here = document;
        this.numbering = new WordNumbering(memory.parts(document, "numbering").stream().findFirst().map(openland.files.ooxml.Part::root), styles);
    }

    FileContent content() {
        var parts = new ArrayList<Part>();
        edges("header", "页眉", parts);
        here = document;
        parts.add(new Part("", blocks(document.root().child("w:body").orElse(document.root()))));
        edges("footer", "页脚", parts);
        notes("footnotes", "w:footnote", "脚注", parts);
        notes("endnotes", "w:endnote", "尾注", parts);
        return new FileContent(parts.stream().filter(part -> !part.blocks().isEmpty()).toList(), false, false);
    }

    /** Headers or footers, each text once. */
    private void edges(String type, String place, List<Part> parts) {
        var texts = new LinkedHashMap<String, List<Block>>();
        for (var edge : memory.parts(document, type)) {
            here = edge;
            var blocks = blocks(edge.root());
            texts.putIfAbsent(new Part(place, blocks).text(), blocks);
        }
        texts.values().stream().filter(blocks -> !blocks.isEmpty()).forEach(blocks -> parts.add(new Part(place, blocks)));
    }

    private void notes(String type, String name, String place, List<Part> parts) {
        for (var notes : memory.parts(document, type)) {
            here = notes;
            var blocks = new ArrayList<Block>();
            for (var note : notes.root().children(name)) {
                if (note.attr("w:type").isEmpty() || note.attr("w:type").equals("normal")) {
                    var text = new Part("", blocks(note)).text().strip();
                    blocks.add(new Paragraph("[" + note.attr("w:id") + "] " + text));
                }
            }
            if (!blocks.isEmpty()) {
                parts.add(new Part(place, blocks));
            }
        }
    }

    private List<Block> blocks(Xml container) {
        var blocks = new ArrayList<Block>();
        for (var element : container.children()) {
            switch (element.name()) {
                case "w:p" -> paragraph(element, blocks);
                case "w:tbl" -> table(element, blocks);
                case "w:sectPr", "w:tcPr", "w:pPr" -> { }
                default -> blocks.addAll(blocks(element));
            }
        }
        return blocks;
    }

    private void paragraph(Xml paragraph, List<Block> blocks) {
        var text = new StringBuilder();
        inline(paragraph, text);
        var line = text.toString().strip();
        if (!line.isEmpty()) {
            int level = styles.level(paragraph);
            var whole = numbering.before(paragraph) + line;
            blocks.add(level > 0 ? new Heading(level, whole) : new Paragraph(whole));
        }
        blocks.addAll(hanging);
        hanging.clear();
    }

    /** The blocks that hang on what was read since they were last asked for. */
    List<Block> hanging() {
        var blocks = List.copyOf(hanging);
        hanging.clear();
        return blocks;
    }

    void inline(Xml element, StringBuilder text) {
        for (var piece : element.children()) {
            switch (piece.name()) {
                case "w:t", "m:t" -> text.append(piece.text());
                case "w:tab" -> text.append('\t');
                case "w:br", "w:cr" -> text.append(piece.attr("w:type").isEmpty() || piece.attr("w:type").equals("textWrapping") ? "\n" : "");
                case "w:noBreakHyphen" -> text.append('-');
                case "w:sym" -> symbol(piece, text);
                case "w:footnoteReference", "w:endnoteReference" -> text.append('[').append(piece.attr("w:id")).append(']');
                case "w:instrText" -> equation(piece.text(), text);
                case "w:ruby" -> ruby(piece, text);
                case "w:drawing", "w:pict" -> drawing(piece);
                case "w:pPr", "w:rPr" -> { }
                default -> inline(piece, text);
            }
        }
    }

    private static void symbol(Xml symbol, StringBuilder text) {
        if (symbol.attr("w:char").matches("[0-9A-Fa-f]{4}")) {
            int code = Integer.parseInt(symbol.attr("w:char"), 16);
            text.append(switch (code) {
                case 0xF0FE, 0xF052 -> "☑";
                case 0xF0A8, 0xF0A3, 0xF06F -> "□";
                case 0xF0FC -> "✓";
                default -> code >= 0xE000 && code <= 0xF8FF ? "" : Character.toString(code);
            });
        }
    }

    /** An EQ field shows its own code. */
    private static void equation(String code, StringBuilder text) {
        if (code.strip().toUpperCase(java.util.Locale.ROOT).startsWith("EQ ")) {
            text.append(code.strip().substring(3).replaceAll("\\\\[a-z]{1,3}\\d*(?=\\W)", "").replaceAll("[\\\\()]", "").replaceAll("[,;]", " ").strip());
        }
    }

    private void ruby(Xml ruby, StringBuilder text) {
        ruby.child("w:rubyBase").ifPresent(base -> inline(base, text));
        var above = new StringBuilder();
        ruby.child("w:rt").ifPresent(found -> inline(found, above));
        if (!above.isEmpty()) {
            text.append('（').append(above).append('）');
        }
    }

    private void drawing(Xml drawing) {
        alternative(drawing);
        var own = new ArrayList<Block>();
        var waiting = new ArrayList<>(hanging);
        hanging.clear();
        drawing.all("w:txbxContent").stream().filter(box -> isOuter(drawing, box)).forEach(box -> own.addAll(blocks(box)));
        hanging.addAll(waiting);
        hanging.addAll(own);
        drawing.all("v:textpath").stream().filter(path -> !path.attr("string").isBlank())
                .forEach(path -> hanging.add(new Paragraph(path.attr("string"))));
        drawing.all().filter(element -> element.is("c:chart") && element.has("r:id")).forEach(chart ->
                memory.part(here, chart.attr("r:id")).ifPresent(part -> {
                    hanging.addAll(Drawings.chartBlocks(part.root()));
                    memory.parts(part, "chartUserShapes").forEach(shapes -> hanging.add(new Paragraph(Drawings.text(shapes.root()))));
                }));
        drawing.all("dgm:relIds").forEach(ids -> memory.part(here, ids.attr("r:dm"))
                .ifPresent(data -> hanging.addAll(Drawings.diagramBlocks(data.root(), pictured(data)))));
    }

    private java.util.Optional<Xml> pictured(openland.files.ooxml.Part data) {
        return data.root().all("dsp:dataModelExt").stream().findFirst()
                .flatMap(pointer -> memory.part(here, pointer.attr("relId"))).map(openland.files.ooxml.Part::root);
    }

    private static boolean isOuter(Xml drawing, Xml box) {
        return drawing.all("w:txbxContent").stream().noneMatch(other -> other != box && other.all("w:txbxContent").contains(box));
    }

    private void alternative(Xml drawing) {
        drawing.all().filter(element -> element.is("wp:docPr") || element.is("v:shape")).map(element -> element.is("v:shape") ? element.attr("alt") : element.attr("descr"))
                .filter(text -> !text.isBlank()).forEach(text -> hanging.add(new Paragraph("〔图：" + text.strip() + "〕")));
    }

    private void table(Xml table, List<Block> blocks) {
        var rows = new ArrayList<List<String>>();
        var after = new ArrayList<Block>();
        for (var row : table.children("w:tr")) {
            var cells = new ArrayList<String>();
            pad(cells, row.attrAt("w:val", "w:trPr", "w:gridBefore"));
            for (var cell : row.children("w:tc")) {
                boolean continued = cell.at("w:tcPr", "w:vMerge").filter(merge -> !merge.attr("w:val").equals("restart")).isPresent();
                cells.add(continued ? "" : cell(cell, after));
                var span = cell.attrAt("w:val", "w:tcPr", "w:gridSpan");
                pad(cells, span.matches("[1-9]\\d?") ? "" + (Integer.parseInt(span) - 1) : "0");
            }
            rows.add(cells);
        }
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        rows.forEach(row -> pad(row, "" + Math.min(99, width - row.size())));
        if (!rows.isEmpty()) {
            blocks.add(new Table(rows));
        }
        blocks.addAll(after);
    }

    private static void pad(List<String> cells, String count) {
        for (int i = count.matches("\\d{1,2}") ? Integer.parseInt(count) : 0; i > 0; i--) {
            cells.add("");
        }
    }

    /** The text of a cell; a table inside it follows the outer one. */
    private String cell(Xml cell, List<Block> after) {
        var lines = new ArrayList<String>();
        for (var block : blocks(cell)) {
            if (block instanceof Table) {
                after.add(block);
            } else {
                lines.add(block.text());
            }
        }
        return String.join("\n", lines);
    }
}
