package openland.catalogue;

import java.time.Duration;
import openland.base.RepeatedWork;
import org.springframework.stereotype.Component;

/** Looks every second for packs that were accepted on another node. */
@Component
class PackRefreshing extends RepeatedWork {
    private final Catalogue catalogue;

    PackRefreshing(Catalogue catalogue) {
        super("packs", Duration.ofSeconds(1));
        this.catalogue = catalogue;
    }

    @Override
    protected boolean work() {
        catalogue.refresh();
        return false;
    }
}
