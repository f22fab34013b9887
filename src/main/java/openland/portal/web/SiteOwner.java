package openland.portal.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import openland.ledger.Ledger;
import openland.office.Office;
import openland.office.Offices;
import openland.page.Frame.Site;
import openland.page.SiteSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose site it is: the topmost office of this installation. Asked again every few seconds, not on every page. */
@Component
class SiteOwner implements SiteSource {
    private static final Duration GOOD_FOR = Duration.ofSeconds(10);

    private record Known(Site site, Instant until) {}

    private final Offices offices;
    private final Ledger ledger;
    private final InstantSource time;
    private volatile @Nullable Known known;

    SiteOwner(Offices offices, Ledger ledger, InstantSource time) {
        this.offices = offices;
        this.ledger = ledger;
        this.time = time;
    }

    @Override
    public Site site() {
        var last = known;
        if (last == null || last.until().isBefore(time.instant())) {
            last = new Known(ask(), time.instant().plus(GOOD_FOR));
            known = last;
        }
        return last.site();
    }

    private Site ask() {
        var owner = offices.all().stream().findFirst().map(Office::name).orElse("");
        return new Site(owner, ledger.isDemonstration());
    }
}
