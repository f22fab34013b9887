package openland.disclosure;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import openland.base.RepeatedWork;
import openland.catalogue.Catalogue;
import openland.catalogue.DossierType;
import openland.office.Offices;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Joins pieces (归卷) that were public before a pack asked for it, or before it asked otherwise. Opens and refuses nothing. */
@Component
class DossierUpkeep extends RepeatedWork {
    private static final Duration PAUSE = Duration.ofSeconds(20);
    /** One piece a transaction: it holds its locks in the order in which a publication does. */
    private static final int BATCH = 1;
    /** Items whose pieces no other leads are read first. */
    private static final int FIRST = 1;
    /** The others follow, and again: a piece that leads may be one that is led. */
    private static final int FIRST_LED = 2;
    private static final int LAST_LED = 4;

    private final Catalogue catalogue;
    private final DossierWalkStore walks;
    private final Joining joining;
    private final Offices offices;
    private final TransactionTemplate transaction;

    DossierUpkeep(Catalogue catalogue, DossierWalkStore walks, Joining joining, Offices offices, TransactionTemplate transaction) {
        super("dossiers", PAUSE);
        this.catalogue = catalogue;
        this.walks = walks;
        this.joining = joining;
        this.offices = offices;
        this.transaction = transaction;
    }

    /** The next piece of one item. @return whether there may be more */
    @Override
    protected boolean work() {
        transaction.executeWithoutResult(_ -> expect());
        return Boolean.TRUE.equals(transaction.execute(_ -> walks.locked().map(this::walk).orElse(false)));
    }

    /** Whatever is joined otherwise from now on, pieces that are led by others are joined once more after it. */
    private void expect() {
        var led = catalogue.dossiers().stream().flatMap(type -> type.stages().stream()).flatMap(stage -> stage.members().stream())
                .filter(member -> !member.via().isEmpty()).map(DossierType.Member::item).collect(Collectors.toCollection(TreeSet::new));
        boolean changed = false;
        for (var one : declared().entrySet()) {
            changed |= walks.expect(one.getKey(), one.getValue(), led.contains(one.getKey()) ? FIRST_LED : FIRST);
        }
        if (changed) {
            walks.again(led, FIRST_LED);
        }
    }

    /** All that decides to which stages the pieces of an item belong, by item. */
    private Map<String, String> declared() {
        var declared = new LinkedHashMap<String, String>();
        for (var type : catalogue.dossiers()) {
            type.stages().stream().flatMap(stage -> stage.members().stream()).map(DossierType.Member::item).distinct()
                    .forEach(item -> declared.merge(item, declared(type, item), (one, other) -> one + "\n" + other));
        }
        return declared;
    }

    private String declared(DossierType type, String item) {
        return type.seatsOf(item).stream().map(seat -> String.join(" ", type.type(), seat.stage().stage(),
                catalogue.byId(item).map(seat.member()::keys).map(Object::toString).orElse(""), seat.member().where().toString(), seat.member().via()))
                .collect(Collectors.joining("\n"));
    }

    private boolean walk(DossierWalkStore.Walk walk) {
        var pieces = walks.from(walk.item(), walk.next(), BATCH);
        for (var piece : pieces) {
            walks.lock(piece.id());
            offices.byId(piece.office()).filter(_ -> walks.isThere(piece))
                    .ifPresent(office -> joining.join(new Joining.Arriving(piece.id(), office, piece.projection(), piece.at())));
        }
        boolean over = pieces.size() < BATCH;
        boolean again = over && walk.pass() >= FIRST_LED && walk.pass() < LAST_LED;
        walks.move(walk.item(), again ? walk.pass() + 1 : walk.pass(), again ? Long.valueOf(0) : over ? null : (Long) (pieces.getLast().ledgerIndex() + 1));
        return true;
    }
}
