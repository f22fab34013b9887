package openland.files.ooxml;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openland.files.Hidden.Kind;

/** The parts of a Word document. */
final class WordFamily implements Family {
    static final PartKind MAIN = PartKind.of("officeDocument", "word/document.xml", "wordprocessingml.document.main", "w:document");
    private static final Map<String, PartKind> KINDS = Stream.concat(Drawings.kinds("word"), Stream.of(
            PartKind.always("styles", "word/styles.xml", "wordprocessingml.styles", "w:styles"),
            PartKind.always("numbering", "word/numbering.xml", "wordprocessingml.numbering", "w:numbering"),
            PartKind.always("settings", "word/settings.xml", "wordprocessingml.settings", "w:settings"),
            PartKind.always("footnotes", "word/footnotes.xml", "wordprocessingml.footnotes", "w:footnotes"),
            PartKind.always("endnotes", "word/endnotes.xml", "wordprocessingml.endnotes", "w:endnotes"),
            PartKind.of("header", "word/header%d.xml", "wordprocessingml.header", "w:hdr"),
            PartKind.of("footer", "word/footer%d.xml", "wordprocessingml.footer", "w:ftr")))
            .collect(Collectors.toUnmodifiableMap(PartKind::relation, Function.identity()));
    private static final Set<String> SETTINGS = Set.of("w:zoom", "w:mirrorMargins", "w:bordersDoNotSurroundHeader", "w:bordersDoNotSurroundFooter",
            "w:gutterAtTop", "w:defaultTabStop", "w:autoHyphenation", "w:evenAndOddHeaders", "w:bookFoldPrinting", "w:drawingGridHorizontalSpacing",
            "w:drawingGridVerticalSpacing", "w:displayHorizontalDrawingGridEvery", "w:displayVerticalDrawingGridEvery", "w:characterSpacingControl",
            "w:noLineBreaksAfter", "w:noLineBreaksBefore", "w:footnotePr", "w:endnotePr", "w:compat", "w:themeFontLang", "w:clrSchemeMapping",
            "w:decimalSymbol", "w:listSeparator", "w:displayBackgroundShape", "w:noPunctuationKerning", "m:mathPr", "w:hyphenationZone");
    /** Settings that say nothing about anybody. */
    private static final Set<String> PLAIN = Set.of("w:rsids", "w:proofState", "w:hdrShapeDefaults", "w:shapeDefaults", "w:stylePaneFormatFilter",
            "w:doNotTrackMoves", "w:trackRevisions", "w:view", "w:embedSystemFonts", "w:embedTrueTypeFonts", "w:saveSubsetFonts", "w:formsDesign");
    private static final Set<String> OUTSIDE = Set.of("w:attachedTemplate", "w:mailMerge", "w:saveThroughXslt", "w:attachedSchema");

    private final WordStyles styles;
    private final boolean evenAndOdd;
    private final boolean background;
    /** Ids of the notes that the text refers to. */
    private final Set<String> footnotes = new java.util.TreeSet<>();
    private final Set<String> endnotes = new java.util.TreeSet<>();

    WordFamily(OpenPackage pack) throws IOException {
        var main = pack.relations("").stream().filter(relation -> relation.type().equals("officeDocument")).findFirst()
                .orElseThrow(OpenPackage::damaged).target();
        if (!pack.has(main)) {
            throw OpenPackage.damaged();
        }
        styles = new WordStyles(part(pack, main, "styles"));
        var settings = part(pack, main, "settings");
        evenAndOdd = settings.flatMap(root -> root.child("w:evenAndOddHeaders")).filter(WordStyles::on).isPresent();
        background = settings.flatMap(root -> root.child("w:displayBackgroundShape")).filter(WordStyles::on).isPresent();
    }

    private static Optional<Xml> part(OpenPackage pack, String main, String type) throws IOException {
        for (var relation : pack.relations(main)) {
            if (relation.type().equals(type) && !relation.external() && pack.has(relation.target())) {
                return Optional.of(pack.tree(relation.target()).root());
            }
        }
        return Optional.empty();
    }

    WordStyles styles() {
        return styles;
    }

    boolean evenAndOdd() {
        return evenAndOdd;
    }

    boolean showsBackground() {
        return background;
    }

    @Override
    public String folder() {
        return "word";
    }

    @Override
    public String label() {
        return "Word文档（docx）";
    }

    @Override
    public PartKind main() {
        return MAIN;
    }

    @Override
    public Optional<PartKind> kind(PartKind from, Relation relation) {
        return Optional.ofNullable(KINDS.get(relation.type()));
    }

    @Override
    public String place(Part part) {
        return switch (part.kind().relation()) {
            case "officeDocument" -> "正文";
            case "header" -> "页眉";
            case "footer" -> "页脚";
            case "footnotes" -> "脚注";
            case "endnotes" -> "尾注";
            case "settings" -> "文档设置";
            case "styles" -> "样式";
            case "numbering" -> "编号";
            default -> Drawings.place(part);
        };
    }

    @Override
    public void sweep(Part part, Sweep sweep) {
        switch (part.kind().relation()) {
            case "officeDocument", "header", "footer" -> new WordSweep(this, part, sweep, place(part)).run();
            case "footnotes" -> notes(part, "w:footnote", footnotes, sweep);
            case "endnotes" -> notes(part, "w:endnote", endnotes, sweep);
            case "settings" -> settings(part.root(), sweep);
            case "styles" -> styles(part.root(), sweep);
            case "numbering" -> part.root().prune(element -> Set.of("w:nsid", "w:tmpl", "w:name").contains(element.name()));
            default -> Drawings.sweep(part, sweep, place(part));
        }
    }

    void refersTo(Xml note) {
        (note.is("w:footnoteReference") ? footnotes : endnotes).add(note.attr("w:id"));
    }

    private void notes(Part part, String name, Set<String> used, Sweep sweep) {
        part.root().remove(note -> note.is(name) && !note.attr("w:type").matches(".*[sS]eparator|continuationNotice")
                && !used.contains(note.attr("w:id")) && sweep.finds(Kind.EARLIER_REVISION, place(part) + "：没有引用的注", note.text()));
        new WordSweep(this, part, sweep, place(part)).run();
    }

    private static void settings(Xml root, Sweep sweep) {
        for (var setting : root.children()) {
            if (OUTSIDE.contains(setting.name())) {
                sweep.finds(Kind.EXTERNAL_LINK, "文档设置", setting.name().substring(2) + " " + Dropped.plain(setting));
            } else if (setting.is("w:docVars")) {
                setting.children().forEach(variable ->
                        sweep.finds(Kind.METADATA, "文档变量", variable.attr("w:name") + "=" + variable.attr("w:val")));
            } else if (!SETTINGS.contains(setting.name()) && !PLAIN.contains(setting.name()) && !Dropped.plain(setting).isBlank()) {
                sweep.finds(Kind.METADATA, "文档设置", setting.name().substring(2) + " " + Dropped.plain(setting));
            }
        }
        if (root.child("w:rsids").isPresent()) {
            sweep.finds(Kind.METADATA, "编辑会话标识", "");
        }
        root.remove(setting -> !SETTINGS.contains(setting.name()));
        root.child("w:compat").ifPresent(compat -> compat.children().forEach(child -> {
            if (child.is("w:compatSetting") && !child.attr("w:uri").equals("http://schemas.microsoft.com/office/word")) {
                sweep.finds(Kind.METADATA, "文档设置", Dropped.plain(child));
                compat.remove(other -> other == child);
            }
        }));
    }

    private static void styles(Xml root, Sweep sweep) {
        root.all().filter(element -> element.name().endsWith("PrChange")).findAny()
                .ifPresent(change -> sweep.finds(Kind.TRACKED_CHANGE, "样式", change.attr("w:author")));
        root.prune(element -> element.name().endsWith("PrChange") || element.is("w:rsid"));
        for (var style : root.children("w:style")) {
            style.child("w:aliases").ifPresent(alias -> sweep.finds(Kind.METADATA, "样式的别名", alias.attr("w:val")));
            style.remove("w:aliases");
        }
    }
}
