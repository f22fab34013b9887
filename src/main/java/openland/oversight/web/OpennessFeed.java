package openland.oversight.web;

import java.time.Instant;
import java.util.List;
import openland.office.Office;
import openland.office.Offices;
import openland.oversight.Openness;
import openland.oversight.PublicDuty;
import openland.page.AtomFeed;
import openland.page.SiteUrl;
import org.springframework.stereotype.Component;

/** What became late and what was done, as an Atom feed (RFC 4287). */
@Component
class OpennessFeed {
    private final Offices offices;
    private final SiteUrl site;

    OpennessFeed(Offices offices, SiteUrl site) {
        this.offices = offices;
        this.site = site;
    }

    /** @param news the newest first */
    byte[] of(Office office, List<PublicDuty> news, Instant asOf) {
        var asked = "?office=" + office.code();
        var head = new AtomFeed.Head(site.of("/openness.atom" + asked), office.name() + "　新逾期与新公开",
                news.isEmpty() ? asOf : Openness.newsAt(news.getFirst()), site.of("/openness" + asked));
        return AtomFeed.of(head, news.stream().map(this::entry).toList());
    }

    private AtomFeed.Entry entry(PublicDuty duty) {
        boolean met = duty.metAt() != null;
        var page = site.of("/openness/duties/" + duty.id());
        return new AtomFeed.Entry(page + (met ? "#met" : "#overdue"), (met ? duty.isLate(Instant.MAX) ? "晚公开：" : "按时公开：" : "逾期：") + duty.name(),
                Openness.newsAt(duty), page, offices.byId(duty.office()).map(Office::name).orElse(""),
                "最后一日" + (duty.dueOn() == null ? duty.firstDueOn() : duty.dueOn()) + "。" + duty.basis());
    }
}
