package openland.oversight.web;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import openland.office.Office;
import openland.office.Offices;
import openland.oversight.Openness;
import openland.oversight.PublicDuty;
import openland.page.SiteUrl;
import org.springframework.stereotype.Component;

/** What became late and what was done, as an Atom feed (RFC 4287). */
@Component
class OpennessFeed {
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final Offices offices;
    private final SiteUrl site;

    OpennessFeed(Offices offices, SiteUrl site) {
        this.offices = offices;
        this.site = site;
    }

    /** @param news the newest first */
    byte[] of(Office office, List<PublicDuty> news, Instant asOf) {
        var out = new ByteArrayOutputStream();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            head(xml, office, news.isEmpty() ? asOf : Openness.newsAt(news.getFirst()));
            for (var duty : news) {
                entry(xml, duty);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private void head(XMLStreamWriter xml, Office office, Instant updated) throws XMLStreamException {
        var self = site.of("/openness.atom?office=" + office.code());
        text(xml, "id", self);
        text(xml, "title", office.name() + "　新逾期与新公开");
        text(xml, "updated", updated.toString());
        link(xml, "self", self);
        link(xml, "alternate", site.of("/openness?office=" + office.code()));
    }

    private void entry(XMLStreamWriter xml, PublicDuty duty) throws XMLStreamException {
        boolean met = duty.metAt() != null;
        var page = site.of("/openness/duties/" + duty.id());
        xml.writeStartElement("entry");
        text(xml, "id", page + (met ? "#met" : "#overdue"));
        text(xml, "title", (met ? duty.isLate(Instant.MAX) ? "晚公开：" : "按时公开：" : "逾期：") + duty.name());
        text(xml, "updated", Openness.newsAt(duty).toString());
        link(xml, "alternate", page);
        xml.writeStartElement("author");
        text(xml, "name", offices.byId(duty.office()).map(Office::name).orElse(""));
        xml.writeEndElement();
        text(xml, "summary", "最后一日" + (duty.dueOn() == null ? duty.firstDueOn() : duty.dueOn()) + "。" + duty.basis());
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
