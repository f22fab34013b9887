package openland.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import openland.base.database.CannotStart;
import openland.office.Office;
import openland.office.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The catalogue (主动公开目录) that this program executes: the packs it was started with. Packs of earlier starts stay
 * in the database, for the drafts that were begun with them.
 */
@Component
public class Catalogue {
    private final Shelf shelf;
    private final PackStore packs;
    private final Offices offices;
    private final Map<String, Pack> earlier = new ConcurrentHashMap<>();

    @Autowired
    Catalogue(ResourcePatternResolver resources, PackStore packs, Offices offices) {
        this(load(resources), packs, offices);
    }

    Catalogue(Shelf shelf, PackStore packs, Offices offices) {
        this.shelf = shelf;
        this.packs = packs;
        this.offices = offices;
        shelf.packs().forEach(packs::keep);
    }

    /** All items, by group in the order of 五公开 and then by identifier. */
    public List<Item> items() {
        return shelf.items();
    }

    /** The item as the pack alone declares it. */
    public Optional<Item> byId(String id) {
        return shelf.item(id);
    }

    /** The item as it holds for an office: with what the overlays of its ancestors, from the top, and its own add. */
    public Optional<Item> forOffice(String itemId, Office office) {
        return byId(itemId).map(item -> {
            var whole = item;
            for (var above : chainTo(office)) {
                for (var overlay : shelf.overlaysFor(above)) {
                    whole = overlay.appliedTo(whole);
                }
            }
            return whole;
        });
    }

    /** The item of the very pack, or packs joined by +, that {@link Item#pack()} once named; also of earlier versions. */
    public Optional<Item> ofPack(String digests, String itemId) {
        Optional<Item> item = Optional.empty();
        for (var digest : digests.split("\\+", -1)) {
            var pack = pack(digest);
            if (pack.isEmpty()) {
                return Optional.empty();
            }
            item = item.isEmpty() ? pack.get().item(itemId) : item.map(below -> pack.get().overlay().appliedTo(below));
        }
        return item;
    }

    private Optional<Pack> pack(String digest) {
        return shelf.pack(digest)
                .or(() -> Optional.ofNullable(earlier.get(digest)))
                .or(() -> {
                    var kept = packs.byDigest(digest);
                    kept.ifPresent(pack -> earlier.put(digest, pack));
                    return kept;
                });
    }

    /** The office and all above it, the highest first. */
    private List<Office> chainTo(Office office) {
        var chain = new ArrayList<Office>();
        for (var next = Optional.of(office); next.isPresent() && chain.size() < 20; ) {
            chain.addFirst(next.get());
            next = Optional.ofNullable(next.get().parent()).flatMap(offices::byId);
        }
        return chain;
    }

    private static Shelf load(ResourcePatternResolver resources) {
        try {
            return Shelf.of(Arrays.stream(resources.getResources("classpath*:packs/*.yaml"))
                    .map(Catalogue::fileIn).sorted(Comparator.comparing(PackFile::name)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PackFault e) {
            throw new CannotStart(e.sentence(), "请改正该目录包后重新启动。", e);
        }
    }

    private static PackFile fileIn(Resource resource) {
        try {
            return new PackFile(String.valueOf(resource.getFilename()), resource.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
