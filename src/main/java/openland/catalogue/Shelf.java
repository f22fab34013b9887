package openland.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import openland.office.Office;

/** The packs in force, read, checked by themselves and against each other. */
final class Shelf {
    /** A pack and the file that it came from, for messages. */
    private record Volume(String file, Pack pack) {}

    private final List<Volume> volumes;
    private final Map<String, Pack> byDigest;
    private final List<Item> items;
    private final List<Obligation> obligations;
    private final List<Overlay> overlays;

    private Shelf(List<Volume> volumes) {
        this.volumes = List.copyOf(volumes);
        byDigest = volumes.stream().map(Volume::pack).collect(Collectors.toMap(Pack::digest, pack -> pack));
        items = packs().stream().flatMap(pack -> pack.items().stream())
                .sorted(Comparator.comparing(Item::group).thenComparing(Item::id)).toList();
        obligations = packs().stream().flatMap(pack -> pack.obligations().stream()).toList();
        overlays = packs().stream().filter(Pack::isOverlay).map(Pack::overlay).toList();
    }

    /** @throws PackFault when one of them may not be loaded */
    static Shelf of(List<PackFile> files) {
        return over(files.stream().map(file -> new Volume(file.name(), read(file))).toList());
    }

    /** The pack that a file is, checked by itself. @throws PackFault when it is none */
    static Pack read(PackFile file) {
        var content = PackSchema.checked(file);
        var pack = PackReader.read(file.name(), content);
        PackCheck.check(pack, new Place(file.name(), "", content));
        return pack;
    }

    /** This shelf with one pack more, or with a later version of one. @throws PackFault when that cannot be */
    Shelf with(PackFile file) {
        var pack = read(file);
        var next = new ArrayList<>(volumes);
        var place = IntStream.range(0, next.size()).filter(i -> next.get(i).pack().id().equals(pack.id())).findFirst();
        if (place.isPresent()) {
            mustFollow(file.name(), next.get(place.getAsInt()).pack(), pack);
            next.set(place.getAsInt(), new Volume(file.name(), pack));
        } else {
            next.add(new Volume(file.name(), pack));
        }
        return over(next);
    }

    /** Identifiers hold for ever: what was in the catalogue stays in it, and a version number is used once. */
    private static void mustFollow(String file, Pack before, Pack after) {
        if (after.version() <= before.version()) {
            throw new PackFault(file, "pack.version", "第" + before.version() + "版正在使用，新的版本号应当更大。");
        }
        if (before.isOverlay() != after.isOverlay() || !before.overlay().of().equals(after.overlay().of())
                || !before.overlay().office().equals(after.overlay().office()) || !before.overlay().region().equals(after.overlay().region())) {
            throw new PackFault(file, "pack", "目录包和补充包不能互换，补充包所补充的包和施行范围也不能改；请另取标识。");
        }
        before.items().stream().map(Item::id).filter(id -> after.item(id).isEmpty()).findFirst().ifPresent(id -> {
            throw new PackFault(file, "items", "少了事项" + id + "。事项一经列入目录，标识永远保留，不能删去。");
        });
        before.dossiers().stream().map(DossierType::type).filter(type -> after.dossiers().stream().noneMatch(one -> one.type().equals(type))).findFirst().ifPresent(type -> {
            throw new PackFault(file, "dossiers", "少了卷" + type + "。已经立的卷还要用它，标识永远保留。");
        });
        before.declared().stream().map(Obligation::id).filter(id -> after.declared().stream().noneMatch(one -> one.id().equals(id))).findFirst().ifPresent(id -> {
            throw new PackFault(file, "obligations", "少了义务" + id + "。标识永远保留；不再施行的，写上终止日期。");
        });
    }

    private static Shelf over(List<Volume> volumes) {
        var packs = new HashMap<String, Pack>();
        var items = new HashSet<String>();
        for (var volume : volumes) {
            var pack = volume.pack();
            if (packs.put(pack.id(), pack) != null) {
                throw new PackFault(volume.file(), "pack.id", "目录包" + pack.id() + "已经有了。");
            }
            for (int i = 0; i < pack.items().size(); i++) {
                if (!items.add(pack.items().get(i).id())) {
                    throw new PackFault(volume.file(), "items[" + i + "].item", "事项" + pack.items().get(i).id() + "已经有了，标识不能重复。");
                }
            }
        }
        var obligations = new HashMap<String, String>();
        for (var volume : volumes) {
            ObligationCheck.check(volume.file(), volume.pack(), items);
            ObligationCheck.isNew(volume.file(), volume.pack(), obligations);
        }
        DossierCheck.check(volumes.stream().map(Volume::pack).toList());
        var inOrder = volumes.stream().map(Volume::pack).toList();
        for (int i = 0; i < volumes.size(); i++) {
            OverlayCheck.check(volumes.get(i).file(), inOrder.get(i), packs, inOrder.subList(0, i));
        }
        return new Shelf(volumes);
    }

    /** In the order in which they were loaded. */
    List<Pack> packs() {
        return volumes.stream().map(Volume::pack).toList();
    }

    Optional<Pack> pack(String digest) {
        return Optional.ofNullable(byDigest.get(digest));
    }

    Optional<Pack> packOf(String id) {
        return packs().stream().filter(pack -> pack.id().equals(id)).findFirst();
    }

    List<Item> items() {
        return items;
    }

    Optional<Item> item(String id) {
        return items.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /** In the order of the packs; one of the items' may be there several times, once for each item. */
    List<Obligation> obligations() {
        return obligations;
    }

    List<DossierType> dossiers() {
        return packs().stream().flatMap(pack -> pack.dossiers().stream()).toList();
    }

    List<Expiry> expiries() {
        return packs().stream().flatMap(pack -> pack.expiries().stream()).toList();
    }

    List<Overlay> overlaysFor(Office office) {
        return overlays.stream().filter(overlay -> overlay.holdsFor(office)).toList();
    }
}
