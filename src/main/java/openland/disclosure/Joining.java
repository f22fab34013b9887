package openland.disclosure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import openland.base.Ids;
import openland.casework.Floors;
import openland.catalogue.Catalogue;
import openland.catalogue.DossierType;
import openland.office.Office;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts a piece into its dossiers (归卷) by the numbers that it bears, across offices and levels: the same number in the same place.
 * Never by an empty one, and never where two threads would do. Nothing is read but what the public reads.
 */
@Service
public class Joining {
    private static final int LONGEST_KEY = 200;

    private final Catalogue catalogue;
    private final DossierStore dossiers;
    private final Floors floors;
    private final Following following;
    private final Followers followers;
    private final Ids ids;

    Joining(Catalogue catalogue, DossierStore dossiers, Floors floors, Following following, Followers followers, Ids ids) {
        this.catalogue = catalogue;
        this.dossiers = dossiers;
        this.floors = floors;
        this.following = following;
        this.followers = followers;
        this.ids = ids;
    }

    /** A place in a dossier that a piece has come to. @param key empty where another piece led to it */
    record Joined(UUID dossier, DossierType type, DossierType.Seat seat, String key) {}

    /** A piece that is public, or is being published. */
    record Arriving(UUID piece, Office office, Projection projection, Instant at) {}

    /**
     * Joins the piece, refuses it where what comes before must still be shown, and opens what is owed next. Within the publication's
     * transaction, before the ledger.
     *
     * @throws openland.base.Refusal CONFLICT when a shortest time has not passed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void publish(Arriving arriving, UUID by) {
        var joined = join(arriving);
        if (arriving.projection().originalPublishedOn() != null) {
            // stock of an earlier site (存量) meets nothing and opens nothing; but who states such a date is no nearer to the next stage
            joined.forEach(place -> floors.mustHavePassed(before(place.dossier(), place.seat().stage()), arriving.at()));
            return;
        }
        for (var place : joined) {
            floors.pass(before(place.dossier(), place.seat().stage()), arriving.piece(), by, arriving.at());
        }
        joined.forEach(place -> following.follow(place, arriving));
        joined.forEach(place -> followers.tell(place.dossier(), place.seat().stage().title(), arriving.piece(), arriving.projection()));
    }

    /** Joins it and no more: also for what was public before there were dossiers. */
    List<Joined> join(Arriving arriving) {
        var reading = new Reading(arriving.projection());
        var joined = new ArrayList<Joined>();
        lock(dossiers.borne(arriving.piece()), arriving.projection(), reading);
        dossiers.holdAllOf(arriving.piece());
        var before = dossiers.borne(arriving.piece());   // two dossiers may have been merged meanwhile
        dossiers.forget(arriving.piece());
        for (var type : catalogue.dossiers()) {
            for (var seat : seats(type, arriving.projection(), reading)) {
                joined.addAll(join(type, seat, arriving, reading));
            }
        }
        dossiers.forgetKeys(arriving.piece(), joined.stream().map(Joined::key).collect(Collectors.toSet()));
        before.forEach(dossiers::drop);
        return joined;
    }

    /**
     * The piece is withdrawn: a number that was only in it is no longer public. Within the withdrawal's transaction, under the lock of the
     * piece.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void withdraw(UUID piece) {
        lock(threads(dossiers.borne(piece)));
        dossiers.holdAllOf(piece);
        var before = dossiers.borne(piece);
        dossiers.forgetBorne(piece);
        dossiers.forgetKeys(piece, Set.of());
        before.forEach(dossiers::drop);
    }

    /** The threads of all its keys, those that it had and those that it has. */
    private void lock(List<DossierStore.Borne> before, Projection projection, Reading reading) {
        var keys = threads(before);
        catalogue.dossiers().forEach(type -> seats(type, projection, reading)
                .forEach(seat -> keys.computeIfAbsent(type.type(), _ -> new TreeSet<>()).addAll(keys(seat, projection, reading))));
        lock(keys);
    }

    private static SortedMap<String, Set<String>> threads(List<DossierStore.Borne> borne) {
        var keys = new TreeMap<String, Set<String>>();
        borne.forEach(one -> keys.computeIfAbsent(one.type(), _ -> new TreeSet<>()).add(one.key()));
        return keys;
    }

    /** In one order for everybody. */
    private void lock(SortedMap<String, Set<String>> keys) {
        keys.forEach((type, all) -> all.forEach(key -> dossiers.lock(type, key)));
    }

    private static List<DossierType.Seat> seats(DossierType type, Projection projection, Reading reading) {
        return type.seatsOf(projection.item()).stream().filter(seat -> reading.has(seat.member().where())).toList();
    }

    private List<Joined> join(DossierType type, DossierType.Seat seat, Arriving arriving, Reading reading) {
        var joined = new ArrayList<Joined>();
        var region = reading.region(arriving.office().region());
        dossiers.holdOf(reading.pieces(seat.member().via()).map(UUID::fromString).toList());
        var led = led(type, seat, reading);
        for (var key : keys(seat, arriving.projection(), reading)) {
            var dossier = byKey(type, key, region).or(() -> led.size() == 1 ? Optional.of(led.getFirst()) : Optional.empty())
                    .orElseGet(() -> begun(type, region, arriving));
            dossiers.addKey(dossier.id(), type.type(), key, false);
            dossiers.bear(dossier.id(), key, arriving.piece());
            if (isWithin(dossier.region(), region)) {
                dossiers.region(dossier.id(), region);
            }
            joined.add(new Joined(dossier.id(), type, seat, key));
        }
        if (joined.isEmpty()) {
            led.forEach(dossier -> joined.add(new Joined(dossier.id(), type, seat, "")));
        }
        joined.forEach(place -> dossiers.put(new DossierStore.Member(place.dossier(), arriving.piece(), seat.stage().stage(), place.key(), false, false)));
        return joined;
    }

    private List<String> keys(DossierType.Seat seat, Projection projection, Reading reading) {
        var fields = catalogue.byId(projection.item()).map(item -> seat.member().keys(item)).orElse(List.of());
        return reading.keys(fields).stream().filter(key -> key.length() <= LONGEST_KEY).toList();
    }

    /** The threads of the pieces that this one names. */
    private List<DossierStore.Row> led(DossierType type, DossierType.Seat seat, Reading reading) {
        return dossiers.ofPieces(reading.pieces(seat.member().via()).map(UUID::fromString).toList(), type.type());
    }

    /** The thread of that key at that place; none when two would do. */
    private Optional<DossierStore.Row> byKey(DossierType type, String key, String region) {
        var all = dossiers.byKey(type.type(), key);
        var there = all.stream().filter(dossier -> dossier.region().equals(region)).toList();
        var near = there.isEmpty() ? all.stream().filter(dossier -> isWithin(region, dossier.region()) || isWithin(dossier.region(), region)).toList() : there;
        return near.size() == 1 ? Optional.of(near.getFirst()) : Optional.empty();
    }

    private DossierStore.Row begun(DossierType type, String region, Arriving arriving) {
        var dossier = new DossierStore.Row(ids.next(region), type.type(), region, arriving.at(), null);
        dossiers.add(dossier);
        return dossier;
    }

    /** Whether the second region lies in the first, by their codes: 349821 in 349800 in 340000. */
    static boolean isWithin(String whole, String part) {
        return !whole.equals(part) && part.startsWith(whole.replaceFirst("(00)+$", ""));
    }

    private List<UUID> before(UUID dossier, DossierType.Stage stage) {
        return stage.follows().isEmpty() ? List.of() : dossiers.living(dossier, stage.follows());
    }

    /** What would be in the way of a piece with this content if it were published now, in sentences. For officers. */
    @Transactional(readOnly = true)
    public Set<String> inTheWay(Projection projection, Office office, Instant at) {
        var reading = new Reading(projection);
        return catalogue.dossiers().stream().flatMap(type -> seats(type, projection, reading).stream().flatMap(seat -> known(type, seat, projection, office, reading).stream()
                .flatMap(dossier -> floors.inTheWay(before(dossier.id(), seat.stage()), at).stream()))).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Set<DossierStore.Row> known(DossierType type, DossierType.Seat seat, Projection projection, Office office, Reading reading) {
        var region = reading.region(office.region());
        var known = new LinkedHashSet<DossierStore.Row>();
        keys(seat, projection, reading).forEach(key -> byKey(type, key, region).ifPresent(known::add));
        if (known.isEmpty()) {
            known.addAll(led(type, seat, reading));
        }
        return known;
    }
}
