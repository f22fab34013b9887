package openland.page;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a list of news as an Atom feed (RFC 4287). All addresses are absolute. */
public final class AtomFeed {
    private AtomFeed() {}

    /**
     * What the feed is.
     *
     * @param address its own, which is its id as well
     * @param page    for people
     */
    public record Head(String address, String title, Instant updated, String page) {}

    /**
     * One piece of news.
     *
     * @param id      never another's, and never changed
     * @param summary empty when the title says it all
     */
    public record Entry(String id, String title, Instant updated, String page, String author, String summary) {}

    /** @param entries the newest first. @return XML in UTF-8 */
    public static byte[] of(Head head, List<Entry> entries) {
        var out = new ByteArrayOutputStream();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
            begin(xml, head.address(), head.title(), head.updated());
            link(xml, "self", head.address());
            link(xml, "alternate", head.page());
            for (var entry : entries) {
                write(xml, entry);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private static void write(XMLStreamWriter xml, Entry entry) throws XMLStreamException {
        xml.writeStartElement("entry");
        begin(xml, entry.id(), entry.title(), entry.updated());
        link(xml, "alternate", entry.page());
        xml.writeStartElement("author");
        text(xml, "name", entry.author());
        xml.writeEndElement();
        if (!entry.summary().isEmpty()) {
            text(xml, "summary", entry.summary());
        }
        xml.writeEndElement();
    }

    private static void begin(XMLStreamWriter xml, String id, String title, Instant updated) throws XMLStreamException {
        text(xml, "id", id);
        text(xml, "title", title);
        text(xml, "updated", updated.toString());
    }

    private static void text(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String rel, String href) throws XMLStreamException {
        xml.writeStartElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("href", href);
        xml.writeEndElement();
    }
}
