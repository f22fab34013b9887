package openland.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import openland.base.database.CannotStart;
import openland.office.Office;
import openland.office.Offices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The catalogue (主动公开目录) that this program executes: the packs it was started with, and those that were accepted
 * since ({@link Packs}). Packs of earlier times stay in the database, for the drafts that were begun with them.
 */
@Component
public class Catalogue {
    private static final Logger LOG = LoggerFactory.getLogger(Catalogue.class);

    /** @param leftOut accepted packs that do not fit what the program now brings along, with the sentence that says why */
    private record InForce(Shelf shelf, long revision, Map<UUID, String> leftOut) {}

    private final Shelf brought;
    private final PackStore packs;
    private final PackProposalStore proposals;
    private final Offices offices;
    private final ApplicationEventPublisher events;
    private final Map<String, Pack> earlier = new ConcurrentHashMap<>();
    private volatile InForce inForce;

    @Autowired
    Catalogue(ResourcePatternResolver resources, PackStore packs, PackProposalStore proposals, Offices offices, ApplicationEventPublisher events) {
        this(load(resources), packs, proposals, offices, events);
    }

    Catalogue(Shelf brought, PackStore packs, PackProposalStore proposals, Offices offices, ApplicationEventPublisher events) {
        this.brought = brought;
        this.packs = packs;
        this.proposals = proposals;
        this.offices = offices;
        this.events = events;
        inForce = taken();
    }

    /** Takes over what was accepted meanwhile, here or on another node. False when nothing was. */
    synchronized boolean refresh() {
        if (proposals.revision() == inForce.revision()) {
            return false;
        }
        inForce = taken();
        events.publishEvent(new CatalogueChanged());
        return true;
    }

    /** What the program brought along, and over it what was accepted; a pack that no longer fits must not keep the program from starting. */
    private InForce taken() {
        var taken = read();
        taken.shelf().packs().forEach(packs::keep);
        return taken;
    }

    /** What is in force as of now, also what another node accepted that {@link #refresh} has not come to here. */
    Shelf fresh() {
        return read().shelf();
    }

    private InForce read() {
        long revision = proposals.revision();
        var whole = brought;
        var leftOut = new HashMap<UUID, String>();
        for (var accepted : proposals.accepted()) {
            try {
                whole = whole.with(accepted.file());
            } catch (PackFault fault) {
                leftOut.put(accepted.proposal(), fault.sentence());
                LOG.warn("An accepted pack is left out: {}", fault.sentence());
            }
        }
        return new InForce(whole, revision, Map.copyOf(leftOut));
    }

    Shelf shelf() {
        return inForce.shelf();
    }

    boolean brings(Pack pack) {
        return brought.pack(pack.digest()).isPresent();
    }

    Map<UUID, String> leftOut() {
        return inForce.leftOut();
    }

    /** All items, by group in the order of 五公开 and then by identifier. */
    public List<Item> items() {
        return shelf().items();
    }

    /** The item as the pack alone declares it. */
    public Optional<Item> byId(String id) {
        return shelf().item(id);
    }

    /** The item as it holds for an office: with what the overlays of its ancestors, from the top, and its own add. */
    public Optional<Item> forOffice(String itemId, Office office) {
        return byId(itemId).map(item -> with(overlaysFor(office), item));
    }

    /** The items that offices of its level owe, each as it holds for this one. */
    public List<Item> itemsFor(Office office) {
        var added = overlaysFor(office);
        return items().stream().filter(item -> item.duty().levels().contains(office.level())).map(item -> with(added, item)).toList();
    }

    /** What the law asks, in the order of the packs, as it holds for everybody. */
    public List<Obligation> obligations() {
        return shelf().obligations();
    }

    /** The kinds of dossiers (卷), in the order of the packs. */
    public List<DossierType> dossiers() {
        return shelf().dossiers();
    }

    public Optional<DossierType> dossier(String type) {
        return dossiers().stream().filter(one -> one.type().equals(type)).findFirst();
    }

    /** What ends on a day that its piece says. */
    public List<Expiry> expiries() {
        return shelf().expiries();
    }

    private static Item with(List<Overlay> overlays, Item item) {
        var whole = item;
        for (var overlay : overlays) {
            whole = overlay.appliedTo(whole);
        }
        return whole;
    }

    private List<Overlay> overlaysFor(Office office) {
        return chainTo(office).stream().flatMap(above -> shelf().overlaysFor(above).stream()).toList();
    }

    /** The domains (领域) of the catalogue in their order, each with its items in the order of their pack. */
    public List<Domain> domains() {
        return shelf().packs().stream().filter(pack -> !pack.isOverlay()).sorted(Comparator.comparingInt(Pack::order).thenComparing(Pack::id))
                .map(pack -> new Domain(pack.id(), pack.title(), pack.items())).toList();
    }

    /** The domain of an item that is in the catalogue. */
    public Domain domainOf(String itemId) {
        return domains().stream().filter(domain -> domain.items().stream().anyMatch(item -> item.id().equals(itemId))).findFirst().orElseThrow();
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
        return shelf().pack(digest)
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
