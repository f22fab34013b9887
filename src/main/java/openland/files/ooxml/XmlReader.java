package openland.files.ooxml;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import openland.base.Refusal;

/**
 * Makes a tree of a part. A document type declaration, XInclude, and whatever is deeper or larger than the ceilings is
 * refused; nothing outside the part is ever read. Comments and processing instructions are left out.
 */
final class XmlReader {
    static final int DEEPEST = 190;
    /** Elements held at a time. */
    private static final int MOST = 2_000_000;
    private static final XMLInputFactory FACTORY = factory();

    private final Map<String, String> names = new HashMap<>();
    private final Deque<Xml> open = new ArrayDeque<>();
    private final StringBuilder aside = new StringBuilder();
    private final Function<Xml, Boolean> atEnd;
    private int held;

    private XmlReader(Function<Xml, Boolean> atEnd) {
        this.atEnd = atEnd;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // there are no entities without declarations, but the parser counts each &amp; as one; depth is counted here
        for (var limit : new String[] {"jdk.xml.maxGeneralEntitySizeLimit", "jdk.xml.totalEntitySizeLimit", "jdk.xml.maxElementDepth"}) {
            factory.setProperty(limit, "0");
        }
        factory.setXMLReporter((message, type, information, place) -> { });
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external");
        });
        return factory;
    }

    /** @param aside what stood in comments and processing instructions */
    record Tree(Xml root, String aside) {}

    static Tree tree(InputStream in) {
        return read(in, element -> true);
    }

    /**
     * Gives each element to {@code atEnd} when it is complete; where that answers false the element does not become
     * part of its parent, so that a part of any length can be read row by row.
     */
    static Tree read(InputStream in, Function<Xml, Boolean> atEnd) {
        try {
            var reader = new XmlReader(atEnd);
            return new Tree(reader.root(FACTORY.createXMLStreamReader(text(in))), reader.aside.toString());
        } catch (XMLStreamException e) {
            throw refusal(e);
        } catch (IOException e) {
            throw OpenPackage.damaged();
        } catch (MissingResourceException e) {   // the JDK has no sentence for a NUL inside a DTD that it skips
            throw forbidden();
        }
    }

    /** UTF-8 or UTF-16, as the standard allows; anything else is damaged. */
    private static Reader text(InputStream in) throws IOException {
        var bytes = new PushbackInputStream(in, 3);
        var head = bytes.readNBytes(3);
        boolean wide = head.length > 1 && (head[0] == 0 || head[1] == 0 || (head[0] & 0xFF) >= 0xFE);
        boolean marked = head.length == 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF;
        if (!marked) {
            bytes.unread(head);
        }
        boolean little = wide && (head[1] == 0 || head[0] == (byte) 0xFF);
        boolean sign = wide && (head[0] & 0xFF) >= 0xFE;
        var charset = !wide ? StandardCharsets.UTF_8 : sign ? StandardCharsets.UTF_16 : little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        return new BufferedReader(new InputStreamReader(bytes, charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    private static RuntimeException refusal(XMLStreamException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        return e.getNestedException() instanceof Refusal refusal ? refusal : OpenPackage.damaged();
    }

    private Xml root(XMLStreamReader in) throws XMLStreamException {
        Xml root = null;
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(in);
                case XMLStreamConstants.END_ELEMENT -> root = end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text(in.getText());
                case XMLStreamConstants.COMMENT -> aside.append(in.getText()).append('\n');
                case XMLStreamConstants.PROCESSING_INSTRUCTION -> aside.append(in.getPITarget()).append(' ').append(in.getPIData()).append('\n');
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw forbidden();
                default -> { }
            }
        }
        if (root == null) {
            throw OpenPackage.damaged();
        }
        return root;
    }

    static Refusal forbidden() {
        return Refusal.invalid("文件里含有文档类型声明或外部引用（DOCTYPE、实体、XInclude），不能接收。请用Word、Excel或PowerPoint重新另存后再传。");
    }

    private void start(XMLStreamReader in) {
        if (in.getNamespaceURI() != null && in.getNamespaceURI().startsWith("http://www.w3.org/2001/XInclude")) {
            throw forbidden();
        }
        if (open.size() >= DEEPEST || ++held > MOST) {
            throw Refusal.invalid("文件的内容层次太深或者太多，超出了可以处理的上限，请拆分或重新另存后再传。");
        }
        var element = new Xml(name(in.getNamespaceURI(), in.getLocalName()));
        for (int i = 0; i < in.getAttributeCount(); i++) {
            element.set(name(in.getAttributeNamespace(i), in.getAttributeLocalName(i)), in.getAttributeValue(i));
        }
        if (element.has("Requires")) {
            element.set("Requires", Stream.of(element.attr("Requires").trim().split("\\s+"))
                    .map(prefix -> Namespaces.prefix(String.valueOf(in.getNamespaceURI(prefix)))).collect(Collectors.joining(" ")));
        }
        open.push(element);
    }

    private String name(@org.jspecify.annotations.Nullable String uri, String local) {
        if (uri == null || uri.isEmpty()) {
            return names.computeIfAbsent(local, String::intern);
        }
        return names.computeIfAbsent(Namespaces.prefix(uri) + ":" + local, String::intern);
    }

    private Xml end() {
        var element = open.pop();
        int before = held;
        boolean keep = atEnd.apply(element);
        if (!open.isEmpty()) {
            if (keep) {
                open.getFirst().add(element);
            } else {
                held = Math.max(0, before - element.size());
            }
        }
        return element;
    }

    private void text(String text) {
        if (!open.isEmpty() && !text.isEmpty()) {
            open.getFirst().add(text);
        }
    }
}
