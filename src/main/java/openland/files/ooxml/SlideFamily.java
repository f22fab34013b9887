package openland.files.ooxml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openland.base.Refusal;
import openland.files.Hidden.Kind;

/** The parts of a PowerPoint presentation. */
final class SlideFamily implements Family {
    static final PartKind MAIN = PartKind.of("officeDocument", "ppt/presentation.xml", "presentationml.presentation.main", "p:presentation");
    private static final Map<String, PartKind> KINDS = Stream.concat(Drawings.kinds("ppt"), Stream.of(
            PartKind.of("slide", "ppt/slides/slide%d.xml", "presentationml.slide", "p:sld"),
            PartKind.always("slideLayout", "ppt/slideLayouts/slideLayout%d.xml", "presentationml.slideLayout", "p:sldLayout"),
            PartKind.always("slideMaster", "ppt/slideMasters/slideMaster%d.xml", "presentationml.slideMaster", "p:sldMaster"),
            PartKind.always("tableStyles", "ppt/tableStyles.xml", "presentationml.tableStyles", "a:tblStyleLst")))
            .collect(Collectors.toUnmodifiableMap(PartKind::relation, Function.identity()));
    private static final Set<String> KEPT = Set.of("p:sldMasterIdLst", "p:sldIdLst", "p:sldSz", "p:notesSz", "p:defaultTextStyle");
    private static final Set<String> SILENT = Set.of("p:notesMasterIdLst", "p:handoutMasterIdLst", "p:kinsoku", "p:embeddedFontLst", "p:custDataLst");
    private static final String PROMPT = "(?is)\\s*|.*(单击|点击|编辑|母版|级|Click|Edit|level|‹#›|<#>|此处).*|[\\d/年月日.-]*";

    private final Map<String, Integer> numbers = new HashMap<>();
    private final Set<String> hidden = new HashSet<>();
    private final Set<String> leftOut = new HashSet<>();
    private final Set<String> usedLayouts = new HashSet<>();
    private final Set<String> unusedLayouts = new HashSet<>();
    /** By the name of a slide, layout or master: itself and what it stands on. */
    private final Map<String, List<Xml>> grounds = new HashMap<>();
    private final Map<String, String> theme = new HashMap<>();
    private final long width;
    private final long height;

    SlideFamily(OpenPackage pack) throws IOException {
        var main = pack.relations("").stream().filter(relation -> relation.type().equals("officeDocument")).findFirst()
                .orElseThrow(OpenPackage::damaged).target();
        if (!pack.has(main)) {
            throw OpenPackage.damaged();
        }
        var presentation = pack.tree(main).root();
        width = number(presentation.attrAt("cx", "p:sldSz"));
        height = number(presentation.attrAt("cy", "p:sldSz"));
        var relations = pack.relations(main).stream().filter(relation -> !relation.external() && pack.has(relation.target()))
                .collect(Collectors.toMap(Relation::id, Function.identity(), (one, other) -> one));
        for (var relation : relations.values()) {
            if (relation.type().equals("theme")) {
                colours(pack.tree(relation.target()).root());
            }
        }
        for (var relation : relations.values()) {
            if (relation.type().equals("slideMaster")) {
                pack.tree(relation.target()).root().child("p:clrMap").ifPresent(this::names);
            }
        }
        for (var slide : presentation.all("p:sldId")) {
            var relation = relations.get(slide.attr("r:id"));
            if (relation != null) {
                numbers.putIfAbsent(relation.target(), numbers.size() + 1);
                slide(pack, relation.target());
            }
        }
    }

    private void slide(OpenPackage pack, String name) throws IOException {
        var root = pack.tree(name).root();
        boolean shown = !root.attr("show").matches("0|false");
        if (!shown) {
            hidden.add(name);
        }
        var ground = new ArrayList<>(List.of(root));
        for (var below = next(pack, name, "slideLayout"); below.isPresent(); below = next(pack, below.get(), "slideMaster")) {
            if (shown) {
                usedLayouts.add(below.get());
            }
            ground.add(pack.tree(below.get()).root());
            grounds.computeIfAbsent(below.get(), any -> new ArrayList<>(ground.subList(ground.size() - 1, ground.size())));
        }
        grounds.put(name, ground);
    }

    private static Optional<String> next(OpenPackage pack, String name, String type) throws IOException {
        return pack.relations(name).stream().filter(relation -> relation.type().equals(type) && !relation.external() && pack.has(relation.target()))
                .map(Relation::target).findFirst();
    }

    private void colours(Xml root) {
        root.at("a:themeElements", "a:clrScheme").ifPresent(scheme -> scheme.children().forEach(colour -> colour.children().stream().findFirst().ifPresent(value ->
                theme.put(colour.name().substring(2), value.has("lastClr") ? value.attr("lastClr") : value.attr("val")))));
    }

    /** Which colour of the theme is the background and which the text; where two masters differ, none. */
    private void names(Xml map) {
        for (var name : map.keys()) {
            var colour = theme.getOrDefault(map.attr(name), Colours.UNKNOWN);
            if (name.matches("bg\\d|tx\\d")) {
                theme.merge(name, colour, (one, other) -> one.equals(other) ? one : Colours.UNKNOWN);
            }
        }
    }

    private static long number(String text) {
        return text.matches("\\d{1,10}") ? Long.parseLong(text) : 0;
    }

    @Override
    public String folder() {
        return "ppt";
    }

    @Override
    public String label() {
        return "PowerPoint演示文稿（pptx）";
    }

    @Override
    public PartKind main() {
        return MAIN;
    }

    /** A layout leads back to its master, and both lead to no other slide. */
    @Override
    public Optional<PartKind> kind(PartKind from, Relation relation) {
        boolean back = relation.type().equals("slide") && !from.equals(MAIN);
        return back && !numbers.containsKey(relation.target()) ? Optional.empty() : Optional.ofNullable(KINDS.get(relation.type()));
    }

    @Override
    public boolean leavesOut(PartKind from, Relation relation) {
        return leftOut.contains(relation.target());
    }

    @Override
    public String place(Part part) {
        return switch (part.kind().relation()) {
            case "officeDocument" -> "演示文稿";
            case "slide" -> "第" + numbers.getOrDefault(part.source(), 0) + "张幻灯片";
            case "slideLayout" -> "版式";
            case "slideMaster" -> "母版";
            case "tableStyles" -> "表格样式";
            default -> Drawings.place(part);
        };
    }

    @Override
    public void sweep(Part part, Sweep sweep) {
        switch (part.kind().relation()) {
            case "officeDocument" -> presentation(part, sweep);
            case "slide", "slideLayout", "slideMaster" -> page(part, sweep);
            case "tableStyles" -> part.root().all("a:tblStyle").forEach(style -> style.set("styleName", "表格样式"));
            default -> Drawings.sweep(part, sweep, place(part));
        }
    }

    private void presentation(Part part, Sweep sweep) {
        var root = part.root();
        root.remove(child -> {
            if (KEPT.contains(child.name())) {
                return false;
            }
            if (!SILENT.contains(child.name()) && !Dropped.plain(child).isBlank()) {
                sweep.finds(Kind.METADATA, "演示文稿", child.name().substring(2) + " " + Dropped.plain(child));
            }
            return true;
        });
        if (!hidden.isEmpty() && hidden.size() == numbers.size()) {
            throw Refusal.invalid("演示文稿里没有可见的幻灯片。");
        }
        root.child("p:sldIdLst").ifPresent(list -> list.remove(slide -> {
            var relation = part.relations().get(slide.attr("r:id"));
            if (relation == null) {
                return true;
            }
            boolean goes = hidden.contains(relation.target()) && sweep.finds(Kind.HIDDEN_SLIDE, "第" + numbers.get(relation.target()) + "张幻灯片",
                    grounds.getOrDefault(relation.target(), List.of(new Xml("p:sld"))).getFirst().all("a:p").stream().map(Xml::text).collect(Collectors.joining("\n")));
            if (goes) {
                leftOut.add(relation.target());
            }
            return goes;
        }));
    }

    private void page(Part part, Sweep sweep) {
        var root = part.root();
        var place = place(part);
        if (part.kind().relation().equals("slideMaster")) {
            layouts(part);
        }
        root.children("p:cSld").forEach(data -> {
            if (!data.attr("name").matches("[\\p{IsHan}A-Za-z0-9_ ,&-]{0,20}") || part.kind().relation().equals("slide") && data.has("name")) {
                sweep.finds(Kind.METADATA, place + "：名称", data.attr("name"));
            }
            data.unset("name");
        });
        root.unsetIf(key -> key.equals("userDrawn") || key.equals("matchingName"));
        var ground = grounds.getOrDefault(part.source(), List.of(root));
        var under = ground.stream().flatMap(one -> Backdrop.filled(one == ground.getFirst() ? root : one).stream()).toList();
        Slides.shapes(root, "p", part, sweep, place, new Backdrop(background(ground), under, theme, width, height));
        if (!part.kind().relation().equals("slide")) {
            prompts(root, sweep, place);
        }
        root.prune(element -> element.is("p:hf"));
    }

    private String background(List<Xml> ground) {
        var colours = new Backdrop("", List.of(), theme, 0, 0);
        if (ground.stream().anyMatch(one -> one.at("p:clrMapOvr", "a:overrideClrMapping").isPresent())) {
            return Colours.UNKNOWN;
        }
        for (var one : ground) {
            var background = one.at("p:cSld", "p:bg");
            if (background.isPresent()) {
                return background.get().at("p:bgPr", "a:solidFill").map(colours::colour)
                        .or(() -> background.get().child("p:bgRef").filter(style -> style.attr("idx").equals("1001")).map(colours::colour)).orElse(Colours.UNKNOWN);
            }
        }
        return Colours.WHITE;
    }

    /** Layouts that no slide has. */
    private void layouts(Part master) {
        var list = master.root().child("p:sldLayoutIdLst");
        list.ifPresent(layouts -> layouts.remove(layout -> {
            var relation = master.relations().get(layout.attr("r:id"));
            return relation == null || !usedLayouts.contains(relation.target());
        }));
        for (var relation : master.relations().values()) {
            if (relation.type().equals("slideLayout") && !usedLayouts.contains(relation.target())) {
                unusedLayouts.add(relation.target());
                leftOut.add(relation.target());
            }
        }
    }

    @Override
    public void end(OpenPackage pack, Sweep sweep) throws IOException {
        for (var name : unusedLayouts) {
            var root = pack.tree(name).root();
            var text = ownText(root) + root.all("p:sp").stream().filter(SlideFamily::isPlaceholder).map(Drawings::text).filter(said -> !said.matches(PROMPT))
                    .collect(Collectors.joining("\n"));
            var called = root.attrAt("name", "p:cSld");
            if (!text.isBlank() || called.matches(".*\\d{4,}.*")) {
                sweep.finds(Kind.EARLIER_REVISION, "没有用到的版式", called + "\n" + text);
            }
        }
    }

    private static boolean isPlaceholder(Xml shape) {
        return !shape.all("p:ph").isEmpty();
    }

    /** What a master says itself, not what it asks authors to write. */
    static String ownText(Xml root) {
        return root.all("p:sp").stream().filter(shape -> !isPlaceholder(shape)).map(Drawings::text).filter(text -> !text.isBlank()).collect(Collectors.joining("\n"));
    }

    private static void prompts(Xml root, Sweep sweep, String place) {
        for (var shape : root.all("p:sp")) {
            if (isPlaceholder(shape)) {
                for (var text : shape.all("a:t")) {
                    if (!text.text().matches(PROMPT)) {
                        sweep.finds(Kind.METADATA, place + "：占位文字", text.text());
                    }
                    text.content(List.of("单击此处编辑"));
                }
            }
        }
    }
}
