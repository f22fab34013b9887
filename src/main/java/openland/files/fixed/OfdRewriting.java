package openland.files.fixed;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import openland.files.Hidden;
import openland.files.Hidden.Kind;
import org.w3c.dom.Attr;
import org.w3c.dom.Comment;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.ProcessingInstruction;

/** Writes an OFD anew: the files that its pages need, each with the elements and attributes that the standard knows. */
final class OfdRewriting {
    private static final String OFD = "http://www.ofdspec.org/2016";
    private static final LocalDateTime NO_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final Set<String> OF_METADATA = Set.of("Author", "Subject", "Abstract", "CreationDate", "ModDate", "Cover", "Keywords", "Creator",
            "CreatorVersion", "CustomDatas", "DocUsage", "Title", "CustomTags", "Extensions", "Permissions", "VPreferences");
    private static final Set<String> OF_NOTES = Set.of("Remark", "Parameters");
    private static final Set<String> KNOWN = Set.copyOf(Arrays.asList(("ID Type BaseLoc DocRoot Format ResourceID Boundary CTM Size Font Visible Name"
            + " LineWidth Cap Join MiterLimit DashOffset DashPattern Alpha Weight Italic HScale ReadDirection CharDirection X Y DeltaX DeltaY Fill Stroke"
            + " Rule Value Index ColorSpace BitsPerComponent Profile FontName FamilyName Charset Bold Serif FixedWidth ZOrder TemplateID Count MapType"
            + " MapUnit StartPoint EndPoint StartRadius EndRadius Eccentricity Angle Extend Position Width Height XStep YStep ReflectMethod CellWidth"
            + " CellHeight Substitution Relative DrawParam Title Expanded Event DestType PageID Left Top Right Bottom Zoom URI Target CodePosition CodeCount"
            + " GlyphCount Version DocType PageRef Ref Subtype NoPrint Current FillRule TransFlag StartPos Color EdgeFlag Print").split(" ")));
    private static final String LANGUAGE = "http://www.w3.org/2000/xmlns/";

    private final OfdFindings findings;
    private final boolean thorough;
    private final List<Hidden> found = new ArrayList<>();

    OfdRewriting(OfdFindings findings, boolean thorough) {
        this.findings = findings;
        this.thorough = thorough;
    }

    List<Hidden> write(OutputStream out) throws IOException {
        if (thorough) {
            erase();
        }
        var entries = new TreeMap<>(findings.ofd().entries());
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (var entry : entries.entrySet()) {
            if (!findings.needs(entry.getKey(), thorough)) {
                if (!findings.isAttached(entry.getKey())) {
                    report(entry.getKey().contains("Version") ? Kind.EARLIER_REVISION : Kind.METADATA, entry.getKey(),
                            entry.getKey() + " " + Strings.readable(entry.getValue()));
                }
                continue;
            }
            var target = new ZipEntry(entry.getKey());
            target.setTimeLocal(NO_TIME);
            zip.putNextEntry(target);
            zip.write(written(entry.getKey(), entry.getValue()));
            zip.closeEntry();
        }
        zip.finish();
        if (!findings.ofd().remark().isEmpty()) {
            report(Kind.METADATA, "压缩包", findings.ofd().remark());
        }
        return found;
    }

    private void report(Kind kind, String place, String text) {
        found.add(new Hidden(kind, place, text));
    }

    private byte[] written(String name, byte[] bytes) {
        if (name.endsWith(".xml") && !findings.isAttached(name)) {
            var root = findings.ofd().xml(name);
            if (root != null) {
                var document = root.getOwnerDocument();
                for (Node node = document.getFirstChild(); node != null; node = node.getNextSibling()) {
                    aside(node, name);
                }
                var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
                write(root, xml, name);
                return xml.append('\n').toString().getBytes(StandardCharsets.UTF_8);
            }
        }
        if (Pictures.knows(bytes) && !findings.isAttached(name)) {
            found.addAll(Pictures.hidden(bytes, name));
            return Pictures.withoutMetadata(bytes);
        }
        return bytes;
    }

    private void aside(Node node, String name) {
        if (node instanceof Comment comment) {
            report(Kind.COMMENT, name, comment.getData().strip());
        } else if (node instanceof ProcessingInstruction instruction) {
            report(Kind.METADATA, name, instruction.getData());
        }
    }

    /** The parser bounds how deep elements lie. */
    private void write(Element element, StringBuilder xml, String name) {
        xml.append('<').append(element.getTagName());
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            attribute(element, (Attr) element.getAttributes().item(i), xml, name);
        }
        xml.append('>');
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                if (stays(child, name)) {
                    write(child, xml, name);
                }
            } else if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
                words(element, node.getTextContent(), xml, name);
            } else {
                aside(node, name);
            }
        }
        xml.append("</").append(element.getTagName()).append('>');
    }

    /** Words stand in elements that hold nothing else. */
    private void words(Element element, String words, StringBuilder xml, String name) {
        if (words.isBlank() && !element.getLocalName().equals("TextCode")) {
            return;
        }
        if (!OfdPackage.children(element, "*").isEmpty()) {
            report(Kind.METADATA, name, words.strip());
            return;
        }
        xml.append(escaped(words));
    }

    private void attribute(Element element, Attr attribute, StringBuilder xml, String name) {
        boolean space = LANGUAGE.equals(attribute.getNamespaceURI()) && attribute.getValue().equals(OFD);
        boolean note = element.getLocalName().equals("Annot") && !Set.of("ID", "Type", "Visible", "Subtype", "NoPrint").contains(attribute.getName());
        boolean known = attribute.getNamespaceURI() == null && KNOWN.contains(attribute.getName());
        if (space || known && !note) {
            xml.append(' ').append(attribute.getName()).append("=\"").append(escaped(attribute.getValue())).append('"');
        } else if (!LANGUAGE.equals(attribute.getNamespaceURI()) && !attribute.getValue().isBlank()) {
            report(note ? Kind.COMMENT : Kind.METADATA, name, attribute.getName() + "：" + attribute.getValue());
        }
    }

    private boolean stays(Element element, String name) {
        var kind = element.getLocalName();
        if (kind.equals("Versions")) {
            return left(Kind.EARLIER_REVISION, element, name);
        }
        if (OF_NOTES.contains(kind)) {
            return left(Kind.COMMENT, element, name);
        }
        if (kind.equals("Annot") && (OfdPackage.child(element, "Appearance") == null || element.getAttribute("Visible").equals("false"))) {
            return left(Kind.COMMENT, element, name);
        }
        if (kind.equals("Action") && OfdPackage.child(element, "Goto") == null && !uri(element).matches("(?i)(https?:|mailto:).*")) {
            return left(uri(element).isEmpty() ? Kind.SCRIPT : Kind.EXTERNAL_LINK, element, name);
        }
        if (OF_METADATA.contains(kind) || !OFD.equals(element.getNamespaceURI())) {
            return left(Kind.METADATA, element, name);
        }
        return !(kind.equals("Attachments") && thorough);
    }

    private static String uri(Element action) {
        var uri = OfdPackage.child(action, "URI");
        return uri == null ? "" : uri.getAttribute("URI");
    }

    private boolean left(Kind kind, Element element, String name) {
        var words = new StringBuilder(element.getTextContent().strip());
        var all = element.getElementsByTagName("*");
        for (int i = -1; i < Math.min(all.getLength(), 200); i++) {
            var attributes = (i < 0 ? element : (Element) all.item(i)).getAttributes();
            for (int j = 0; j < attributes.getLength(); j++) {
                words.append(' ').append(attributes.item(j).getNodeValue());
            }
        }
        report(kind, name.equals("OFD.xml") ? "文档属性" : name, element.getLocalName() + "：" + words);
        return false;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("\r", "&#13;");
    }

    /** Letters that nobody sees become blanks: what follows stays where it is. */
    private void erase() {
        for (var glyph : findings.unseen()) {
            if (glyph.source.stream() instanceof Element code) {
                var letters = code.getTextContent().codePoints().toArray();
                letters[glyph.source.index()] = ' ';
                code.setTextContent(new String(letters, 0, letters.length));
            }
        }
    }
}
