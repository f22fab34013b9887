package openland.catalogue;

import java.time.Instant;
import java.util.List;

/**
 * An item as one version of its pack declares it.
 *
 * @param loadedAt when the program first loaded that version
 * @param changes  what it changed in the version before, in sentences; empty for the first
 */
public record ItemVersion(String pack, int version, Instant loadedAt, Item item, List<String> changes) {
    public ItemVersion {
        changes = List.copyOf(changes);
    }
}
