package openland.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What became of an item from one version of its pack to the next. */
@Component
public class ItemVersions {
    private final PackStore packs;

    ItemVersions(PackStore packs) {
        this.packs = packs;
    }

    /** The versions in which something of the item changed, the newest first; the last one is that in which it came into the catalogue. */
    public List<ItemVersion> of(String itemId) {
        var versions = new ArrayList<ItemVersion>();
        for (var next : packs.versionsOf(itemId)) {
            if (versions.isEmpty()) {
                versions.add(next);
                continue;
            }
            var changes = ItemChanges.between(versions.getLast().item(), next.item());
            if (!changes.isEmpty()) {
                versions.add(new ItemVersion(next.pack(), next.version(), next.loadedAt(), next.item(), changes));
            }
        }
        return versions.reversed();
    }
}
