package openland.catalogue;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A loaded pack: items, or else (an overlay) changes to the items of another pack.
 *
 * @param digest  SHA-256 of the canonical content, lower-case hexadecimal
 * @param content the YAML as JSON
 */
record Pack(String id, int version, String digest, JsonNode content, List<Item> items, Overlay overlay) {
    Optional<Item> item(String itemId) {
        return items.stream().filter(item -> item.id().equals(itemId)).findFirst();
    }

    boolean isOverlay() {
        return !overlay.of().isEmpty();
    }
}
