package openland.files.fixed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import openland.files.FileContent.Block;
import openland.files.FileContent.Paragraph;
import openland.files.FileContent.Part;
import openland.files.Hidden;
import openland.files.Hidden.Kind;
import openland.files.fixed.PageMarks.Glyph;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** What the pages of an OFD show and hide, and which of its files they need. */
final class OfdFindings {
    private static final int MOST_PAGES = 5_000;

    private final OfdPackage ofd;
    private final PageBudget budget = new PageBudget();
    private final Set<String> needed = new LinkedHashSet<>();
    private final Set<String> attachments = new LinkedHashSet<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<Hidden> hidden = new ArrayList<>();
    private final List<Glyph> unseen = new ArrayList<>();
    private final Map<String, byte[]> pictures = new LinkedHashMap<>();
    private final Map<String, List<Element>> notes = new LinkedHashMap<>();
    private int pages;
    private boolean scanned;

    OfdFindings(OfdPackage ofd) {
        this.ofd = ofd;
        needed.add("OFD.xml");
        var root = ofd.xml("OFD.xml");
        for (var body : OfdPackage.children(root, "DocBody")) {
            var location = OfdPackage.text(OfdPackage.child(body, "DocRoot"));
            document(OfdPackage.resolved("OFD.xml", location));
            signatures(body);
        }
        if (pages == 0) {
            throw OfdPackage.damaged();
        }
    }

    private void document(String name) {
        var document = needed(name);
        var common = OfdPackage.child(document, "CommonData");
        for (var kind : List.of("PublicRes", "DocumentRes")) {
            OfdPackage.children(common, kind).forEach(one -> resources(OfdPackage.resolved(name, OfdPackage.text(one))));
        }
        annotations(name, document);
        attachments(name, document);
        var templates = new LinkedHashMap<String, String>();
        OfdPackage.children(common, "TemplatePage").forEach(one -> templates.put(one.getAttribute("ID"), OfdPackage.resolved(name, one.getAttribute("BaseLoc"))));
        for (var page : OfdPackage.children(OfdPackage.child(document, "Pages"), "Page")) {
            if (++pages > MOST_PAGES) {
                throw OfdPackage.damaged();
            }
            page(OfdPackage.resolved(name, page.getAttribute("BaseLoc")), OfdPackage.child(common, "PageArea"), templates, page.getAttribute("ID"));
        }
        var titles = titles(OfdPackage.child(document, "Outlines"), 0).<Block>map(Paragraph::new).toList();
        if (!titles.isEmpty()) {
            parts.add(new Part("书签", titles));
        }
    }

    private static Stream<String> titles(@Nullable Element parent, int depth) {
        return depth > 50 ? Stream.of() : OfdPackage.children(parent, "OutlineElem").stream()
                .flatMap(one -> Stream.concat(Stream.of(one.getAttribute("Title")), titles(one, depth + 1)));
    }

    private @Nullable Element needed(String name) {
        needed.add(name);
        return ofd.xml(name);
    }

    private void resources(String name) {
        var resources = needed(name);
        if (resources == null) {
            return;
        }
        var base = OfdPackage.resolved(name, resources.getAttribute("BaseLoc").isEmpty() ? "." : resources.getAttribute("BaseLoc"));
        for (var media : OfdPackage.children(OfdPackage.child(resources, "MultiMedias"), "MultiMedia")) {
            var file = file(base, OfdPackage.text(OfdPackage.child(media, "MediaFile")));
            pictures.put(media.getAttribute("ID"), ofd.entries().getOrDefault(file, new byte[0]));
        }
        for (var font : OfdPackage.children(OfdPackage.child(resources, "Fonts"), "Font")) {
            file(base, OfdPackage.text(OfdPackage.child(font, "FontFile")));
        }
        for (var space : OfdPackage.children(OfdPackage.child(resources, "ColorSpaces"), "ColorSpace")) {
            file(base, space.getAttribute("Profile"));
        }
    }

    private String file(String base, String location) {
        var file = location.isBlank() ? "" : OfdPackage.resolved(base + "/", location);
        needed.add(file);
        return file;
    }

    private void annotations(String name, @Nullable Element document) {
        for (var place : OfdPackage.children(document, "Annotations")) {
            var list = OfdPackage.resolved(name, OfdPackage.text(place));
            for (var page : OfdPackage.children(needed(list), "Page")) {
                var file = OfdPackage.resolved(list, OfdPackage.text(OfdPackage.child(page, "FileLoc")));
                notes.computeIfAbsent(page.getAttribute("PageID"), id -> new ArrayList<>()).addAll(OfdPackage.children(needed(file), "Annot"));
            }
        }
    }

    private void attachments(String name, @Nullable Element document) {
        for (var place : OfdPackage.children(document, "Attachments")) {
            var list = OfdPackage.resolved(name, OfdPackage.text(place));
            attachments.add(list);
            for (var attachment : OfdPackage.children(ofd.xml(list), "Attachment")) {
                var file = OfdPackage.resolved(list, OfdPackage.text(OfdPackage.child(attachment, "FileLoc")));
                attachments.add(file);
                hidden.add(new Hidden(Kind.EMBEDDED, "附件", attachment.getAttribute("Name") + " "
                        + Strings.readable(ofd.entries().getOrDefault(file, new byte[0]))));
            }
        }
    }

    /** A seal is painted from its own file: that stays, so that it is seen. */
    private void signatures(Element body) {
        for (var place : OfdPackage.children(body, "Signatures")) {
            var list = OfdPackage.resolved("OFD.xml", OfdPackage.text(place));
            for (var signature : OfdPackage.children(needed(list), "Signature")) {
                var file = OfdPackage.resolved(list, signature.getAttribute("BaseLoc"));
                var root = needed(file);
                needed.add(OfdPackage.resolved(file, OfdPackage.text(OfdPackage.child(root, "SignedValue"))));
                needed.add(OfdPackage.resolved(file, OfdPackage.text(OfdPackage.child(root, "SignedInfo", "Seal", "BaseLoc"))));
            }
        }
    }

    private void page(String name, @Nullable Element common, Map<String, String> templates, String id) {
        var page = needed(name);
        if (page == null) {
            throw OfdPackage.damaged();
        }
        OfdPackage.children(page, "PageRes").forEach(one -> resources(OfdPackage.resolved(name, OfdPackage.text(one))));
        var area = OfdPackage.child(page, "Area", "PhysicalBox");
        var box = OfdPackage.numbers(OfdPackage.text(area == null ? OfdPackage.child(common, "PhysicalBox") : area));
        var look = new OfdPageLook(box.length == 4 ? box[2] : 210, box.length == 4 ? box[3] : 297, pictures, budget);
        template(page, templates, look, false);
        OfdPackage.children(page, "Content").forEach(content -> look.paint(content, 0, 0, false, 0));
        template(page, templates, look, true);
        for (var note : notes.getOrDefault(id, List.of())) {
            var appearance = OfdPackage.child(note, "Appearance");
            if (appearance != null && !note.getAttribute("Visible").equals("false")) {
                var at = OfdPackage.numbers(appearance.getAttribute("Boundary"));
                look.paint(appearance, at.length == 4 ? at[0] : 0, at.length == 4 ? at[1] : 0, false, 0);
            }
        }
        seen(look.marks());
    }

    private void template(Element page, Map<String, String> templates, OfdPageLook look, boolean front) {
        for (var use : OfdPackage.children(page, "Template")) {
            var name = templates.get(use.getAttribute("TemplateID"));
            var template = name == null || use.getAttribute("ZOrder").equals("Foreground") != front ? null : needed(name);
            if (template != null) {
                OfdPackage.children(template, "Content").forEach(content -> look.paint(content, 0, 0, false, 0));
            }
        }
    }

    private void seen(PageMarks marks) {
        var place = "第" + pages + "页";
        var glyphs = marks.glyphs.stream().filter(Glyph::isSeen).map(one -> new PageGlyph(one.text, one.box, one.size, one.bold)).toList();
        parts.add(new Part(place, new PageText(glyphs, marks.lines).blocks()));
        scanned |= marks.isScan() && glyphs.isEmpty();
        hidden.addAll(new PageHiding(marks, budget).found(place));
        marks.glyphs.stream().filter(glyph -> PageHiding.kind(glyph.fate) == Kind.HIDDEN_TEXT).forEach(unseen::add);
    }

    OfdPackage ofd() {
        return ofd;
    }

    List<Part> parts() {
        return parts;
    }

    List<Hidden> hidden() {
        return hidden;
    }

    boolean scanned() {
        return scanned;
    }

    /** Letters that nobody sees and that may be asked to go. */
    List<Glyph> unseen() {
        return unseen;
    }

    boolean needs(String name, boolean thorough) {
        return needed.contains(name) || !thorough && attachments.contains(name);
    }

    boolean isAttached(String name) {
        return attachments.contains(name);
    }
}
