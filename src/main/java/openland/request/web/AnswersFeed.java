package openland.request.web;

import java.time.Instant;
import java.util.List;
import openland.disclosure.Listed;
import openland.office.Office;
import openland.office.Offices;
import openland.page.AtomFeed;
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
        var asked = office == null ? "" : "?office=" + office.code();
        var head = new AtomFeed.Head(site.of("/request/answers.atom" + asked), (office == null ? "" : office.name()) + "依申请公开：公开的答复",
                pieces.isEmpty() ? Instant.EPOCH : pieces.getFirst().publishedAt(), site.of("/request/answers" + asked));
        return AtomFeed.of(head, pieces.stream().map(this::entry).toList());
    }

    private AtomFeed.Entry entry(Listed piece) {
        var page = site.of("/disclosures/" + piece.id());
        return new AtomFeed.Entry(page, piece.title(), piece.publishedAt(), page, offices.byId(piece.office()).map(Office::name).orElse(""), "");
    }
}
