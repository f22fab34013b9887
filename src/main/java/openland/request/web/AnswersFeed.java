package openland.request.web;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import openland.disclosure.Listed;
import openland.office.Office;
import openland.office.Offices;
import openland.page.SiteUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Published answers as an Atom feed (RFC 4287). */
@Component
class AnswersFeed {
    private final Offices offices;
    private final SiteUrl site;

    AnswersFeed(Offices offices, SiteUrl site) {
        this.offices = offices;
        this.site = site;
    }

    /** @param pieces the newest first */
    byte[] of(@Nullable Office office, List<Listed> pieces) {
        var out = new ByteArrayOutputStream();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
            var asked = office == null ? "" : "?office=" + office.code();
            text(xml, "id", site.of("/request/answers.atom" + asked));
            text(xml, "title", (office == null ? "" : office.name()) + "依申请公开：公开的答复");
            text(xml, "updated", (pieces.isEmpty() ? Instant.EPOCH : pieces.getFirst().publishedAt()).toString());
            link(xml, "self", site.of("/request/answers.atom" + asked));
            link(xml, "alternate", site.of("/request/answers" + asked));
            for (var piece : pieces) {
                entry(xml, piece);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private void entry(XMLStreamWriter xml, Listed piece) throws XMLStreamException {
        var page = site.of("/disclosures/" + piece.id());
        xml.writeStartElement("entry");
        text(xml, "id", page);
        text(xml, "title", piece.title());
        text(xml, "updated", piece.publishedAt().toString());
        link(xml, "alternate", page);
        xml.writeStartElement("author");
        text(xml, "name", offices.byId(piece.office()).map(Office::name).orElse(""));
        xml.writeEndElement();
        xml.writeEndElement();
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
