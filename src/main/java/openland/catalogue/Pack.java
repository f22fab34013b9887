package openland.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A loaded pack: items, or else (an overlay) changes to the items of another pack. A pack of items is a domain of the
 * catalogue (土地市场, 征地).
 *
 * @param title   the name of the domain
 * @param order   its place among the domains, the lowest first
 * @param digest  SHA-256 of the canonical content, lower-case hexadecimal
 * @param content the YAML as JSON
 * @param declared what it asks besides the pieces of its items
 * @param dossiers the threads that join pieces
 * @param expiries what of its pieces ends on a day
 */
record Pack(String id, String title, int order, int version, String digest, JsonNode content, List<Item> items,
        List<Obligation> declared, List<DossierType> dossiers, List<Expiry> expiries, Overlay overlay) {
    /** The order of a pack that has none. */
    static final int LAST = 1_000;

    Optional<Item> item(String itemId) {
        return items.stream().filter(item -> item.id().equals(itemId)).findFirst();
    }

    /** All that it asks: of its items, and besides. */
    List<Obligation> obligations() {
        return Stream.concat(items.stream().flatMap(item -> ObligationReader.of(item, id)), declared.stream()).toList();
    }

    boolean isOverlay() {
        return !overlay.of().isEmpty();
    }
}
