package openland.catalogue;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import openland.office.Office;

/** The packs of one start, read, checked by themselves and against each other. */
final class Shelf {
    private final Map<String, Pack> byDigest;
    private final List<Item> items;
    private final List<Overlay> overlays;

    private Shelf(List<Pack> packs) {
        byDigest = packs.stream().collect(Collectors.toMap(Pack::digest, pack -> pack));
        items = packs.stream().flatMap(pack -> pack.items().stream())
                .sorted(Comparator.comparing(Item::group).thenComparing(Item::id)).toList();
        overlays = packs.stream().filter(Pack::isOverlay).map(Pack::overlay).toList();
    }

    /** @throws PackFault when one of them may not be loaded */
    static Shelf of(List<PackFile> files) {
        var packs = new HashMap<String, Pack>();
        var items = new HashSet<String>();
        var inOrder = new java.util.ArrayList<Pack>();
        for (var file : files) {
            var content = PackSchema.checked(file);
            var pack = PackReader.read(file.name(), content);
            if (packs.put(pack.id(), pack) != null) {
                throw new PackFault(file.name(), "pack.id", "目录包" + pack.id() + "已经有了。");
            }
            for (int i = 0; i < pack.items().size(); i++) {
                if (!items.add(pack.items().get(i).id())) {
                    throw new PackFault(file.name(), "items[" + i + "].item", "事项" + pack.items().get(i).id() + "已经有了，标识不能重复。");
                }
            }
            inOrder.add(pack);
        }
        for (int i = 0; i < files.size(); i++) {
            OverlayCheck.check(files.get(i).name(), inOrder.get(i), packs, inOrder.subList(0, i));
        }
        return new Shelf(inOrder);
    }

    List<Pack> packs() {
        return List.copyOf(byDigest.values());
    }

    Optional<Pack> pack(String digest) {
        return Optional.ofNullable(byDigest.get(digest));
    }

    List<Item> items() {
        return items;
    }

    Optional<Item> item(String id) {
        return items.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    List<Overlay> overlaysFor(Office office) {
        return overlays.stream().filter(overlay -> overlay.holdsFor(office)).toList();
    }
}
