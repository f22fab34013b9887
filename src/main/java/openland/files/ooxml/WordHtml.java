package openland.files.ooxml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import openland.files.FileHtml;
import openland.files.ooxml.OfficeFormat.Memory;

/** A Word document as HTML, written as Word itself would write it for the clipboard: styles, lists, merged cells, notes; no running heads. */
final class WordHtml {
    private static final Set<String> TITLES = Set.of("title", "标题", "文章标题", "公文标题");
    private static final Set<String> CAPTIONS = Set.of("caption", "题注");
    private static final int TITLE_SIZE = 36;
    private static final int LONGEST_TITLE = 60;
    private static final String BULLET = "• ";

    private final Memory memory;
    private final WordStyles styles;
    private final WordContent content;
    private final WordNumbering numbering;
    private final Part document;
    private final StringBuilder html = new StringBuilder();
    private final Map<String, String> notes = new LinkedHashMap<>();

    WordHtml(Memory memory, WordStyles styles) {
        this.memory = memory;
        this.styles = styles;
        this.content = new WordContent(memory, styles);
        this.document = memory.main(WordFamily.MAIN);
        this.numbering = new WordNumbering(memory.parts(document, "numbering").stream().findFirst().map(Part::root), styles);
    }

    String html() {
        blocks(document.root().child("w:body").orElse(document.root()));
        notes("footnotes", "w:footnote");
        notes("endnotes", "w:endnote");
        return html.toString();
    }

    private void notes(String type, String name) {
        for (var part : memory.parts(document, type)) {
            for (var note : part.root().children(name)) {
                var number = notes.get(name + note.attr("w:id"));
                if (number != null) {
                    html.append("<p><sup>").append(number).append("</sup> ");
                    note.children("w:p").forEach(paragraph -> runs(paragraph, paragraph, html));
                    html.append("</p>");
                }
            }
        }
    }

    private void blocks(Xml container) {
        for (var element : container.children()) {
            switch (element.name()) {
                case "w:p" -> paragraph(element);
                case "w:tbl" -> new WordTable(this, html).write(element);
                case "w:sectPr", "w:tcPr", "w:pPr" -> { }
                default -> blocks(element);
            }
        }
    }

    void paragraph(Xml paragraph) {
        var line = new StringBuilder();
        runs(paragraph, paragraph, line);
        var text = line.toString().replaceAll("<[^>]{0,40}>", "").strip();
        if (!text.isEmpty()) {
            var number = numbering.before(paragraph);
            var entry = number.equals(BULLET) ? "<span style=\"mso-list:Ignore\">•</span>" : FileHtml.escape(number);
            html.append(opening(paragraph, text, number)).append(entry).append(line).append("</p>");
        }
        content.hanging().forEach(block -> html.append(FileHtml.block(block)));
    }

    private String opening(Xml paragraph, String text, String number) {
        var align = switch (styles.paragraph("w:jc", paragraph).map(found -> found.attr("w:val")).orElse("")) {
            case "center" -> " align=\"center\"";
            case "right", "end" -> " align=\"right\"";
            default -> "";
        };
        if (TITLES.contains(styles.name(paragraph)) || isTitle(paragraph, text, align)) {
            return "<p class=\"MsoTitle\"" + align + ">";
        }
        int level = styles.level(paragraph);
        if (level > 0) {
            return "<p" + align + " style=\"mso-outline-level:" + level + "\">";
        }
        if (CAPTIONS.contains(styles.name(paragraph))) {
            return "<p class=\"MsoCaption\"" + align + ">";
        }
        var indent = styles.paragraph("w:numPr", paragraph).map(found -> found.attrAt("w:val", "w:ilvl")).filter(found -> found.matches("[0-8]")).orElse("0");
        return number.equals(BULLET) ? "<p style=\"mso-list:l0 level" + (Integer.parseInt(indent) + 1) + " lfo1\">" : "<p" + align + ">";
    }


    /** The title of an official document stands in the middle, in large letters (GB/T 9704: 2号), without a style of its own. */
    private boolean isTitle(Xml paragraph, String text, String align) {
        return align.contains("center") && text.length() <= LONGEST_TITLE && text.indexOf('。') < 0
                && paragraph.all("w:r").stream().filter(run -> !run.text().isBlank()).allMatch(run ->
                        styles.run("w:sz", run, paragraph).map(found -> found.attr("w:val")).filter(size -> size.matches("\\d{1,4}"))
                                .map(Integer::parseInt).orElse(0) >= TITLE_SIZE);
    }

    private void runs(Xml element, Xml paragraph, StringBuilder line) {
        for (var piece : element.children()) {
            switch (piece.name()) {
                case "w:pPr", "w:rPr" -> { }
                case "w:r" -> run(piece, paragraph, line);
                case "w:ins", "w:hyperlink", "w:smartTag", "w:sdt", "w:sdtContent", "w:fldSimple", "w:customXml", "w:moveTo", "w:dir", "w:bdo" ->
                        runs(piece, paragraph, line);
                default -> line.append(text(piece));
            }
        }
    }

    private String text(Xml piece) {
        var text = new StringBuilder();
        content.inline(piece, text);
        return FileHtml.lines(text.toString());
    }

    private void run(Xml run, Xml paragraph, StringBuilder line) {
        var note = run.children().stream().filter(child -> child.is("w:footnoteReference") || child.is("w:endnoteReference")).findFirst();
        if (note.isPresent()) {
            var key = (note.get().is("w:footnoteReference") ? "w:footnote" : "w:endnote") + note.get().attr("w:id");
            notes.computeIfAbsent(key, any -> "[" + (notes.size() + 1) + "]");
            line.append("<sup>").append(notes.get(key)).append("</sup>");
            return;
        }
        var text = text(run);
        boolean bold = isOn("w:b", run, paragraph);
        boolean under = styles.run("w:u", run, paragraph).map(found -> found.attr("w:val")).filter(value -> !value.equals("none")).isPresent();
        var height = styles.run("w:vertAlign", run, paragraph).map(found -> found.attr("w:val")).orElse("");
        var mark = height.equals("superscript") ? "sup" : height.equals("subscript") ? "sub" : "";
        line.append(wrapped(mark, wrapped(under ? "u" : "", wrapped(bold ? "b" : "", text))));
    }

    private boolean isOn(String name, Xml run, Xml paragraph) {
        return styles.run(name, run, paragraph).filter(WordStyles::on).isPresent();
    }

    private static String wrapped(String mark, String text) {
        return mark.isEmpty() || text.isEmpty() ? text : "<" + mark + ">" + text + "</" + mark + ">";
    }
}
