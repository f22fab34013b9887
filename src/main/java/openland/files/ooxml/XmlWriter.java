package openland.files.ooxml;

import java.io.IOException;
import java.io.Writer;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Writes a tree, always in the same form: prefixes declared at the root, nothing between elements. */
final class XmlWriter {
    private static final String START = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private final Writer out;
    /** Elements with this prefix are written without it: the namespace of the root. */
    private final String unprefixed;

    XmlWriter(Writer out, Xml root) {
        this.out = out;
        this.unprefixed = Set.of("x", "ct", "rel").contains(prefix(root.name())) ? prefix(root.name()) : "";
    }

    static void write(Writer out, Xml root) throws IOException {
        var writer = new XmlWriter(out, root);
        var prefixes = new TreeSet<String>();
        root.all().forEach(element -> writer.prefixes(element).forEach(prefixes::add));
        out.write(START);
        writer.open(root, prefixes);
        for (var piece : root.content()) {
            writer.piece(piece);
        }
        writer.close(root);
    }

    /** The start of a root that uses {@code prefixes} and whose content the caller writes. */
    void begin(Xml root, Set<String> prefixes) throws IOException {
        out.write(START);
        open(root, prefixes);
    }

    private Stream<String> prefixes(Xml element) {
        var requires = element.is("mc:Choice") ? Stream.of(element.attr("Requires").split(" ")) : Stream.<String>of();
        return Stream.concat(requires, Stream.concat(Stream.of(element.name()), element.keys().stream()).map(XmlWriter::prefix));
    }

    private static String prefix(String name) {
        int colon = name.indexOf(':');
        return colon < 0 ? "" : name.substring(0, colon);
    }

    private void open(Xml root, Set<String> prefixes) throws IOException {
        out.write("<" + shown(root.name()));
        var ignorable = prefixes.stream().filter(Namespaces.IGNORABLE::contains).toList();
        var declared = new TreeSet<>(prefixes);
        declared.add(prefix(root.name()));
        if (!ignorable.isEmpty()) {
            declared.add("mc");
        }
        for (var prefix : declared) {
            if (!prefix.isEmpty() && !prefix.equals("xml") && !prefix.equals("?")) {
                attribute(prefix.equals(unprefixed) ? "xmlns" : "xmlns:" + prefix, Namespaces.uri(prefix));
            }
        }
        if (!ignorable.isEmpty()) {
            attribute("mc:Ignorable", String.join(" ", ignorable));
        }
        attributes(root);
        out.write(">");
    }

    void piece(Object piece) throws IOException {
        if (piece instanceof Xml element) {
            element(element);
        } else {
            escape(piece.toString(), false);
        }
    }

    private void element(Xml element) throws IOException {
        out.write('<');
        out.write(shown(element.name()));
        attributes(element);
        if (element.content().isEmpty()) {
            out.write("/>");
            return;
        }
        out.write('>');
        for (var piece : element.content()) {
            piece(piece);
        }
        close(element);
    }

    private void attributes(Xml element) throws IOException {
        for (var key : element.keys()) {
            if (!key.startsWith("mc:Ignorable")) {
                attribute(key, element.attr(key));
            }
        }
    }

    void start(String name) throws IOException {
        out.write("<" + shown(name) + ">");
    }

    void end(String name) throws IOException {
        out.write("</" + shown(name) + ">");
    }

    void close(Xml element) throws IOException {
        out.write("</" + shown(element.name()) + ">");
    }

    private String shown(String name) {
        return !unprefixed.isEmpty() && prefix(name).equals(unprefixed) ? name.substring(unprefixed.length() + 1) : name;
    }

    private void attribute(String name, String value) throws IOException {
        out.write(' ');
        out.write(name);
        out.write("=\"");
        escape(value, true);
        out.write('"');
    }

    private void escape(String text, boolean attribute) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                case '&' -> out.write("&amp;");
                case '\r' -> out.write("&#13;");
                case '"', '\n', '\t' -> out.write(attribute ? "&#" + (int) c + ";" : String.valueOf(c));
                default -> out.write(c);
            }
        }
    }
}
