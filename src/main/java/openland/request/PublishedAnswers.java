package openland.request;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import openland.base.Keyset;
import openland.catalogue.Catalogue;
import openland.catalogue.Item;
import openland.disclosure.Disclosures;
import openland.disclosure.Listed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Answers of general interest (第四十四条): published like everything else, through the review of their catalogue item, and therefore
 * pieces of the disclosure room. Nothing of who asked is in them.
 */
@Service
public class PublishedAnswers {
    /** The domain of the catalogue whose items they are. */
    private static final String DOMAIN = "requests";

    private final Catalogue catalogue;
    private final Disclosures disclosures;

    PublishedAnswers(Catalogue catalogue, Disclosures disclosures) {
        this.catalogue = catalogue;
        this.disclosures = disclosures;
    }

    /** The catalogue item under which they are published; none when no pack declares one. */
    public Optional<Item> item() {
        return catalogue.domains().stream().filter(domain -> domain.id().equals(DOMAIN)).flatMap(domain -> domain.items().stream()).findFirst();
    }

    /** The newest first. @param office only of this one; null for all */
    public Keyset<Listed> list(@Nullable UUID office, @Nullable String after, int limit) {
        return item().map(item -> disclosures.list(office == null ? null : Set.of(office), item.id(), after, limit)).orElseGet(() -> new Keyset<>(java.util.List.of(), null));
    }
}
