package openland.files.ooxml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import openland.files.Hidden.Kind;

/** Takes out of a text of a Word document what readers do not see: body, header, footer, notes. */
final class WordSweep {
    private static final Set<String> MARKS = Set.of("w:proofErr", "w:commentRangeStart", "w:commentRangeEnd", "w:commentReference",
            "w:moveFromRangeStart", "w:moveFromRangeEnd", "w:moveToRangeStart", "w:moveToRangeEnd", "w:customXmlInsRangeStart",
            "w:customXmlInsRangeEnd", "w:customXmlDelRangeStart", "w:customXmlDelRangeEnd", "w:customXmlMoveFromRangeStart",
            "w:customXmlMoveFromRangeEnd", "w:customXmlMoveToRangeStart", "w:customXmlMoveToRangeEnd", "w:annotationRef", "w:cellIns", "w:cellMerge",
            "w:numberingChange", "w:fldData", "w:permEnd", "w:divId");

    private final WordFamily family;
    private final Part part;
    private final Sweep sweep;
    private final String label;
    private final WordFields fields;
    private final WordVisibility visibility;
    private final Deque<Xml> paragraphs = new ArrayDeque<>();
    private final Set<Xml> deletedMarks = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> anchors;
    private final Set<String> endsToDrop = new java.util.HashSet<>();
    private int count;

    WordSweep(WordFamily family, Part part, Sweep sweep, String label) {
        this.family = family;
        this.part = part;
        this.sweep = sweep;
        this.label = label;
        this.fields = new WordFields(part.root());
        this.visibility = new WordVisibility(family, part.root());
        this.anchors = anchors(part.root());
    }

    /** The bookmarks that something in the part leads to. */
    private static Set<String> anchors(Xml root) {
        var anchors = new java.util.HashSet<String>();
        root.all("w:hyperlink").forEach(link -> anchors.add(link.attr("w:anchor")));
        root.all().filter(element -> element.is("w:instrText") || element.is("w:fldSimple")).forEach(code ->
                Collections.addAll(anchors, (code.text() + code.attr("w:instr")).split("[\\s\"]+")));
        return anchors;
    }

    void run() {
        if (!family.showsBackground()) {
            part.root().remove("w:background");
        }
        inside(part.root());
    }

    private String place() {
        return count == 0 ? label : label + "第" + count + "段";
    }

    private void inside(Xml element) {
        visibility.enter(element);
        element.replace(this::visit);
        visibility.leave(element);
        joinParagraphs(element);
    }

    private List<?> visit(Xml element) {
        if (MARKS.contains(element.name())) {
            return List.of();
        }
        return switch (element.name()) {
            case "w:p" -> paragraph(element);
            case "w:r" -> run(element);
            case "w:ins", "w:moveTo" -> inserted(element);
            case "w:del", "w:moveFrom", "w:cellDel" -> changed("删除", element);
            case "w:fldSimple" -> simpleField(element);
            case "w:sdt" -> control(element);
            case "w:smartTag", "w:customXml" -> tag(element);
            case "w:hyperlink" -> hyperlink(element);
            case "w:tbl" -> table(element);
            case "w:tr" -> row(element);
            case "w:tc" -> cell(element);
            case "w:altChunk", "w:subDoc" -> chunk(element);
            case "w:permStart" -> permission(element);
            case "w:bookmarkStart" -> bookmark(element);
            case "w:bookmarkEnd" -> endsToDrop.contains(element.attr("w:id")) ? List.of() : List.of(element);
            case "w:object" -> object(element);
            case "w:drawing", "w:pict" -> drawing(element);
            case "w:sectPr" -> section(element);
            default -> other(element);
        };
    }

    private List<?> other(Xml element) {
        if (element.name().endsWith("PrChange") || element.is("w:tblGridChange")) {
            return changed("格式", element);
        }
        inside(element);
        return List.of(element);
    }

    private List<?> changed(String what, Xml change) {
        sweep.finds(Kind.TRACKED_CHANGE, place(), what + "：" + change.text() + "（" + change.attr("w:author") + " " + change.attr("w:date") + "）");
        return List.of();
    }

    private List<?> inserted(Xml change) {
        sweep.finds(Kind.TRACKED_CHANGE, place(), "插入（" + change.attr("w:author") + " " + change.attr("w:date") + "）");
        inside(change);
        return change.content();
    }

    private List<?> paragraph(Xml paragraph) {
        count++;
        var mark = paragraph.at("w:pPr", "w:rPr");
        if (mark.flatMap(found -> found.child("w:del").or(() -> found.child("w:moveFrom"))).isPresent()) {
            deletedMarks.add(paragraph);
        }
        paragraphs.push(paragraph);
        inside(paragraph);
        paragraphs.pop();
        return List.of(paragraph);
    }

    /** A paragraph whose end was deleted runs on into the next one. */
    private void joinParagraphs(Xml parent) {
        if (deletedMarks.isEmpty() || parent.children().stream().noneMatch(deletedMarks::contains)) {
            return;
        }
        var joined = new ArrayList<Object>();
        var carried = new ArrayList<Object>();
        for (var piece : parent.content()) {
            if (piece instanceof Xml paragraph && paragraph.is("w:p")) {
                var text = paragraph.content().stream().filter(inner -> !(inner instanceof Xml xml && xml.is("w:pPr"))).toList();
                carried.addAll(text);
                if (!deletedMarks.remove(paragraph)) {
                    var whole = new ArrayList<Object>(paragraph.children("w:pPr"));
                    whole.addAll(carried);
                    carried.clear();
                    paragraph.content(whole);
                    joined.add(paragraph);
                }
            } else {
                joined.add(piece);
            }
        }
        if (!carried.isEmpty() || joined.stream().noneMatch(piece -> piece instanceof Xml element && element.is("w:p"))) {
            var last = new Xml("w:p");
            carried.forEach(last::add);
            int end = joined.size();
            joined.add(end > 0 && joined.get(end - 1) instanceof Xml section && section.is("w:sectPr") ? end - 1 : end, last);
        }
        parent.content(joined);
    }

    private List<?> run(Xml run) {
        var paragraph = paragraphs.isEmpty() ? new Xml("w:p") : paragraphs.getFirst();
        run.replace(piece -> piece.is("w:fldChar") || piece.is("w:instrText") || piece.is("w:delInstrText") ? field(piece) : List.of(piece));
        run.children().stream().filter(fields::inCode).filter(piece -> !piece.text().isBlank())
                .forEach(piece -> sweep.finds(Kind.METADATA, place() + "：域代码", piece.text()));
        run.remove(fields::inCode);
        boolean empty = run.children().stream().allMatch(piece -> piece.is("w:rPr"));
        if (empty) {
            return List.of();
        }
        var why = visibility.hides(run, paragraph);
        if (why.isPresent() && !shown(run).isBlank() && sweep.finds(Kind.HIDDEN_TEXT, place(), why.get() + "：" + shown(run))) {
            run.remove(piece -> !piece.is("w:rPr") && !piece.is("w:fldChar") && !piece.is("w:instrText"));
            return run.children().stream().allMatch(piece -> piece.is("w:rPr")) ? List.of() : List.of(run);
        }
        run.all().filter(piece -> piece.is("w:footnoteReference") || piece.is("w:endnoteReference")).forEach(family::refersTo);
        inside(run);
        return List.of(run);
    }

    /** The text of a run itself, without what stands in a text box that hangs on it. */
    private static String shown(Xml run) {
        var text = new StringBuilder();
        run.children().stream().filter(piece -> piece.is("w:t") || piece.is("w:sym")).forEach(piece -> text.append(piece.text()).append(piece.attr("w:char")));
        return text.toString();
    }

    private List<?> field(Xml piece) {
        if (piece.child("w:ffData").isPresent()) {
            sweep.finds(Kind.FORM_DATA, place(), Dropped.plain(piece));
        }
        piece.child("w:fldData").ifPresent(data -> sweep.finds(Kind.METADATA, place() + "：域代码", data.text()));
        piece.content(piece.is("w:fldChar") ? List.of() : piece.content());
        return fields.stays(piece, sweep, place()) ? List.of(piece) : List.of();
    }

    private List<?> simpleField(Xml field) {
        var kind = WordFields.hides(field.attr("w:instr"));
        field.remove("w:fldData");
        inside(field);
        if (kind.isEmpty()) {
            return List.of(field);
        }
        sweep.finds(kind.get(), place() + "：域代码", field.attr("w:instr"));
        return field.content();
    }

    private List<?> control(Xml control) {
        control.child("w:sdtPr").ifPresent(properties -> {
            properties.remove(child -> Set.of("w:id", "w:rPr", "w:placeholder", "w:docPartObj", "w15:color").contains(child.name()));
            if (!Dropped.plain(properties).isBlank()) {
                sweep.finds(Kind.FORM_DATA, place(), Dropped.plain(properties));
            }
        });
        var content = control.child("w:sdtContent");
        content.ifPresent(this::inside);
        return content.map(Xml::content).orElse(List.of());
    }

    private List<?> tag(Xml tag) {
        tag.remove(child -> {
            boolean properties = child.is("w:smartTagPr") || child.is("w:customXmlPr");
            return properties && sweep.finds(Kind.METADATA, place(), Dropped.plain(child));
        });
        if (!tag.attr("w:element").isEmpty()) {
            sweep.finds(Kind.METADATA, place(), tag.attr("w:uri") + " " + tag.attr("w:element"));
        }
        inside(tag);
        return tag.content();
    }

    private List<?> hyperlink(Xml link) {
        for (var key : List.of("w:tooltip", "w:docLocation", "w:tgtFrame")) {
            if (link.attr(key).length() > 1 && !link.attr(key).startsWith("_")) {
                sweep.finds(Kind.METADATA, place(), link.attr(key));
            }
            link.unset(key);
        }
        inside(link);
        return part.dropped().containsKey(link.attr("r:id")) && link.attr("w:anchor").isEmpty() ? link.content() : List.of(link);
    }

    private List<?> table(Xml table) {
        table.child("w:tblPr").ifPresent(properties -> properties.remove(child -> {
            boolean alternative = child.is("w:tblCaption") || child.is("w:tblDescription");
            return alternative && sweep.finds(Kind.METADATA, place(), child.attr("w:val"));
        }));
        inside(table);
        return table.child("w:tr").isPresent() ? List.of(table) : List.of();
    }

    private List<?> row(Xml row) {
        var properties = row.child("w:trPr");
        if (properties.flatMap(found -> found.child("w:del")).isPresent()) {
            return changed("删除的行", row);
        }
        boolean hidden = properties.flatMap(found -> found.child("w:hidden")).filter(WordStyles::on).isPresent();
        if (hidden && sweep.finds(Kind.HIDDEN_ROW, place(), row.text())) {
            return List.of();
        }
        inside(row);
        return row.child("w:tc").isPresent() ? List.of(row) : List.of();
    }

    private List<?> cell(Xml cell) {
        if (cell.at("w:tcPr", "w:cellDel").isPresent()) {
            return changed("删除的单元格", cell);
        }
        inside(cell);
        if (cell.child("w:p").isEmpty()) {
            cell.add(new Xml("w:p"));
        }
        return List.of(cell);
    }

    private List<?> chunk(Xml chunk) {
        sweep.finds(chunk.is("w:subDoc") ? Kind.EXTERNAL_LINK : Kind.EMBEDDED, place(), "");
        return List.of();
    }

    private List<?> permission(Xml permission) {
        sweep.finds(Kind.METADATA, place(), "允许编辑的人：" + permission.attr("w:ed") + permission.attr("w:edGrp"));
        return List.of();
    }

    private List<?> bookmark(Xml bookmark) {
        var name = bookmark.attr("w:name");
        bookmark.unset("w:displacedByCustomXml");
        if (anchors.contains(name) || name.matches("_(Toc|Ref|Hlk)\\d+")) {
            return List.of(bookmark);
        }
        if (!name.equals("_GoBack")) {
            sweep.finds(Kind.METADATA, place() + "：书签", name);
        }
        endsToDrop.add(bookmark.attr("w:id"));
        return List.of();
    }

    /** Of an embedded object its picture stays. */
    private List<?> object(Xml object) {
        object.all().filter(inner -> inner.is("o:OLEObject") || inner.is("w:control") || inner.is("w:objectEmbed") || inner.is("w:objectLink"))
                .forEach(inner -> {
                    var kind = inner.is("w:control") ? Kind.SCRIPT : inner.attr("Type").equals("Link") ? Kind.EXTERNAL_LINK : Kind.EMBEDDED;
                    sweep.finds(kind, place(), inner.attr("ProgID") + " " + inner.attr("w:name"));
                });
        object.prune(inner -> inner.is("o:OLEObject") || inner.is("w:control") || inner.is("w:objectEmbed") || inner.is("w:objectLink"));
        object.rename("w:pict");
        object.unsetIf(key -> true);
        return drawing(object);
    }

    private List<?> drawing(Xml drawing) {
        var hidden = Shapes.hides(drawing);
        if (hidden.isPresent() && sweep.finds(hidden.get().kind(), place(), hidden.get().why() + "：" + drawing.text())) {
            return List.of();
        }
        Shapes.sweep(drawing, sweep, place(), part);
        inside(drawing);
        return drawing.children().isEmpty() ? List.of() : List.of(drawing);
    }

    private List<?> section(Xml section) {
        boolean first = section.child("w:titlePg").filter(WordStyles::on).isPresent();
        section.remove(reference -> (reference.is("w:headerReference") || reference.is("w:footerReference"))
                && (reference.attr("w:type").equals("first") && !first || reference.attr("w:type").equals("even") && !family.evenAndOdd()
                || !part.relations().containsKey(reference.attr("r:id"))));
        section.remove("w:printerSettings");
        section.children().stream().filter(child -> child.name().endsWith("PrChange")).forEach(change -> changed("页面设置", change));
        section.remove(child -> child.name().endsWith("PrChange"));
        return List.of(section);
    }
}
