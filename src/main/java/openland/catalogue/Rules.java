package openland.catalogue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openland.office.Office;
import openland.office.Offices;
import org.springframework.stereotype.Component;

/** The rules as they hold for one office: as the packs have them, confirmed by administrators, with what the office has set. */
@Component
public class Rules {
    private final Catalogue catalogue;
    private final RuleStore store;
    private final Offices offices;

    Rules(Catalogue catalogue, RuleStore store, Offices offices) {
        this.catalogue = catalogue;
        this.store = store;
        this.offices = offices;
    }

    /** What has been said of the rules at one moment. */
    private record Said(Map<String, RuleConfirmation> confirmed, List<RuleSetting> settings) {}

    /** Everything the law asks of anybody, whether counted or not, with the confirmations; office settings left out. */
    public List<Obligation> all() {
        var said = new Said(confirmed(), List.of());
        return catalogue.obligations().stream().map(one -> one.with(confirmed(one, said))).toList();
    }

    /** What offices of its level owe, as it holds for this one on that day: the rules that count. */
    public List<Obligation> inForce(Office office, LocalDate day) {
        var domains = new HashMap<String, String>();
        catalogue.domains().forEach(domain -> domain.items().forEach(item -> domains.put(item.id(), domain.id())));
        var ofItems = catalogue.itemsFor(office).stream().flatMap(item -> ObligationReader.of(item, Objects.requireNonNull(domains.get(item.id()))));
        var others = catalogue.obligations().stream().filter(one -> !one.ofItemsRule());
        return inForce(Stream.concat(ofItems, others), office, day);
    }

    private List<Obligation> inForce(Stream<Obligation> declared, Office office, LocalDate day) {
        var said = said(day);
        var chain = chain(office);
        return declared.filter(one -> !one.others() && one.levels().contains(office.level()))
                .filter(one -> holds(one, said, chain)).map(one -> one.with(set(one, confirmed(one, said), said, chain)))
                .filter(one -> one.rule().isInForceOn(day)).toList();
    }

    /** What of it has a day that can be missed: of each item's rules the strictest one, and everything else. */
    public List<Obligation> datedOf(Office office, LocalDate day) {
        var dated = inForce(office, day).stream().filter(one -> one.rule().kind().canBeMissed()).toList();
        var strictest = dated.stream().filter(Obligation::ofItemsRule)
                .collect(Collectors.toMap(one -> Objects.requireNonNull(one.item()), Function.identity(), Rules::stricter)).values();
        return dated.stream().filter(one -> !one.ofItemsRule() || strictest.contains(one)).toList();
    }

    private static Obligation stricter(Obligation one, Obligation other) {
        return other.rule().isNoLooserThan(one.rule()) ? other : one;
    }

    /**
     * The one that says by when a piece of the item must be public after what happened on that day: of several the
     * strictest. The item's own rules come before what is asked of its pieces besides, from the same event.
     */
    public Optional<Obligation> dueOf(String item, Office office, LocalDate day) {
        return inForce(ofItem(item, office).filter(one -> one.rule().kind().canBeMissed()), office, day).stream().reduce(Rules::stricter)
                .or(() -> inForce(besides(item).filter(one -> one.rule().kind().canBeMissed() && isStartOf(item, one)), office, day).stream()
                        .reduce(Rules::stricter));
    }

    /** Whether it counts from the same event as the item itself. */
    private boolean isStartOf(String item, Obligation one) {
        return catalogue.byId(item).filter(known -> known.duty().starts().event().equals(one.starts().event())).isPresent();
    }

    /** What is asked of an item's pieces besides its own rules. */
    private Stream<Obligation> besides(String item) {
        return catalogue.obligations().stream().filter(one -> !one.ofItemsRule() && item.equals(one.item()));
    }

    private Stream<Obligation> ofItem(String item, Office office) {
        return catalogue.forOffice(item, office).stream().flatMap(known -> ObligationReader.of(known, catalogue.domainOf(item).id()));
    }

    /** How long a piece of the item must at least be shown before what comes next (最短公示时间). */
    public List<Obligation> floorsOf(String item, Office office, LocalDate day) {
        var declared = Stream.concat(ofItem(item, office), besides(item));
        var floors = declared.filter(one -> one.rule().kind() == Rule.Kind.MIN_DURATION).toList();
        return floors.isEmpty() ? floors : inForce(floors.stream(), office, day);
    }

    /** The obligation of that name, as it holds for an office on that day; not of an item's rule. */
    public Optional<Obligation> byId(String id, Office office, LocalDate day) {
        return inForce(office, day).stream().filter(one -> one.id().equals(id) && !one.ofItemsRule()).findFirst();
    }

    /** What stands before an act on a piece of the item, in order. */
    public List<Obligation> gates(String act, String item, Office office, LocalDate day) {
        return inForce(office, day).stream().filter(one -> one.gate() != null && one.gate().isBefore(act, item)).toList();
    }

    public List<RuleConfirmation> confirmations() {
        return store.confirmations();
    }

    public List<RuleSetting> settings() {
        return store.settings().stream().filter(setting -> !setting.isEnded()).toList();
    }

    private Map<String, RuleConfirmation> confirmed() {
        return store.confirmations().stream().collect(Collectors.toMap(RuleConfirmation::obligation, Function.identity()));
    }

    /** Settings that held on the day. */
    private Said said(LocalDate day) {
        return new Said(confirmed(), store.settings().stream().filter(setting -> setting.holdsOn(day)).toList());
    }

    private static Rule confirmed(Obligation one, Said said) {
        return !one.rule().active() && said.confirmed().containsKey(one.name()) ? one.rule().activated() : one.rule();
    }

    /** The nearest office's own time, its own before that of the offices above. */
    private static Rule set(Obligation one, Rule rule, Said said, List<UUID> chain) {
        return setting(one.name(), said, chain).flatMap(setting -> Optional.ofNullable(setting.clock())).filter(_ -> rule.adjustable())
                .map(rule::with).orElse(rule);
    }

    private static Optional<RuleSetting> setting(String name, Said said, List<UUID> chain) {
        return chain.stream().flatMap(office -> said.settings().stream().filter(one -> one.office().equals(office) && one.obligation().equals(name))).findFirst();
    }

    /** A rule that one place made holds where it was chosen. */
    private static boolean holds(Obligation one, Said said, List<UUID> chain) {
        return !one.byChoice() || setting(one.name(), said, chain).isPresent();
    }

    /** The office and those above it, the nearest first. */
    private List<UUID> chain(Office office) {
        return Stream.iterate(Optional.of(office), Optional::isPresent, one -> one.flatMap(below -> Optional.ofNullable(below.parent()).flatMap(offices::byId)))
                .limit(20).map(Optional::orElseThrow).map(Office::id).toList();
    }
}
