package openland.catalogue;

import java.util.List;

/** A domain (领域) of the catalogue: what one pack of items declares. */
public record Domain(String id, String title, List<Item> items) {
    public Domain {
        items = List.copyOf(items);
    }
}
