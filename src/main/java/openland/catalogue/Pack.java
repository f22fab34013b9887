package openland.catalogue;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A loaded pack: items, or else (an overlay) changes to the items of another pack. A pack of items is a domain of the
 * catalogue (土地市场, 征地).
 *
 * @param title   the name of the domain
 * @param order   its place among the domains, the lowest first
 * @param digest  SHA-256 of the canonical content, lower-case hexadecimal
 * @param content the YAML as JSON
 */
record Pack(String id, String title, int order, int version, String digest, JsonNode content, List<Item> items, Overlay overlay) {
    /** The order of a pack that has none. */
    static final int LAST = 1_000;

    Optional<Item> item(String itemId) {
        return items.stream().filter(item -> item.id().equals(itemId)).findFirst();
    }

    boolean isOverlay() {
        return !overlay.of().isEmpty();
    }
}
