package openland.disclosure;

import java.time.Duration;
import java.util.stream.Collectors;
import openland.base.RepeatedWork;
import openland.catalogue.Catalogue;
import openland.catalogue.Item;
import openland.form.Faceting;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the facets of editions anew that were published before their pack asked for them. */
@Component
class FacetUpkeep extends RepeatedWork {
    private static final Duration PAUSE = Duration.ofSeconds(20);
    private static final int BATCH = 200;

    private final Catalogue catalogue;
    private final FacetStore facets;
    private final TransactionTemplate transaction;

    FacetUpkeep(Catalogue catalogue, FacetStore facets, TransactionTemplate transaction) {
        super("facets", PAUSE);
        this.catalogue = catalogue;
        this.facets = facets;
        this.transaction = transaction;
    }

    /** The next batch of one item. @return whether there may be more */
    @Override
    protected boolean work() {
        catalogue.items().forEach(item -> facets.expect(item.id(), declared(item)));
        return Boolean.TRUE.equals(transaction.execute(_ -> facets.locked().map(this::walk).orElse(false)));
    }

    private boolean walk(FacetStore.Walk walk) {
        var editions = facets.from(walk.item(), walk.next(), BATCH);
        editions.forEach(facets::replace);
        facets.move(walk.item(), editions.size() < BATCH ? null : (Long) (editions.getLast().ledgerIndex() + 1));
        return true;
    }

    /** All that decides what facets come of an edition. */
    private static String declared(Item item) {
        return Faceting.declared(item.fields()).stream().map(one -> one.path() + " " + one.field().type().name() + " " + one.field().facet()
                + " " + one.field().mode()).collect(Collectors.joining("\n", "", "\n" + Selection.EXPIRES));
    }
}
