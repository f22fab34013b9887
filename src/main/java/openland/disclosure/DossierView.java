package openland.disclosure;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import openland.base.Time;
import openland.calendar.Calendar;
import openland.calendar.Calendars;
import openland.calendar.Derived;
import openland.casework.Duties;
import openland.casework.DutyCase;
import openland.casework.Floors;
import openland.catalogue.Catalogue;
import openland.catalogue.DossierType;
import openland.disclosure.Dossier.Owed;
import openland.disclosure.Dossier.Paper;
import openland.disclosure.Dossier.State;
import openland.disclosure.Dossier.Step;
import openland.office.Office;
import openland.office.Offices;
import org.springframework.stereotype.Component;

/** Puts together what the public reads of a dossier: its pieces, and of the duties no more than what, who and when. */
@Component
class DossierView {
    private final Disclosures disclosures;
    private final Duties duties;
    private final Floors floors;
    private final Offices offices;
    private final Calendars calendars;
    private final Catalogue catalogue;
    private final InstantSource time;

    DossierView(Disclosures disclosures, Duties duties, Floors floors, Offices offices, Calendars calendars, Catalogue catalogue, InstantSource time) {
        this.disclosures = disclosures;
        this.duties = duties;
        this.floors = floors;
        this.offices = offices;
        this.calendars = calendars;
        this.catalogue = catalogue;
        this.time = time;
    }

    /** What is known of a dossier while its page is made. */
    private record Known(DossierType type, Map<UUID, Piece> pieces, List<DossierStore.Member> members, Map<String, Integer> sizes, List<DutyCase> duties, Names names,
            LocalDate today) {
        int further(String stage) {
            return Math.max(0, sizes.getOrDefault(stage, 0) - (int) members.stream().filter(member -> member.stage().equals(stage)).count());
        }

        List<DossierStore.Member> of(DossierType.Stage stage) {
            return members.stream().filter(member -> member.stage().equals(stage.stage())).toList();
        }

        List<UUID> living(String stage) {
            return members.stream().filter(member -> member.stage().equals(stage) && Optional.ofNullable(pieces.get(member.piece())).map(Piece::current).isPresent())
                    .map(DossierStore.Member::piece).toList();
        }

        boolean isOf(DossierType.Stage stage, DutyCase duty) {
            return stage.members().stream().anyMatch(member -> member.item().equals(duty.item()));
        }
    }

    /** Each office and each calendar is asked for once. */
    private static final class Names {
        private final Map<UUID, Optional<Office>> offices = new HashMap<>();
        private final Map<String, Calendar> calendars = new HashMap<>();
    }

    /** @param some of each stage as many as are shown @param sizes how many there are at each */
    record Members(List<DossierStore.Member> some, Map<String, Integer> sizes) {}

    Optional<Dossier> of(DossierStore.Row row, DossierType type, List<String> keys, Members all) {
        var members = all.some();
        var pieces = disclosures.all(members.stream().map(DossierStore.Member::piece).collect(Collectors.toSet())).stream().collect(Collectors.toMap(Piece::id, piece -> piece));
        if (pieces.isEmpty()) {
            return Optional.empty();
        }
        boolean anything = pieces.values().stream().anyMatch(piece -> piece.current() != null);
        var shownKeys = anything ? keys : List.<String>of();
        var names = new Names();
        var items = type.stages().stream().flatMap(stage -> stage.members().stream()).map(DossierType.Member::item).distinct().toList();
        var owed = duties.about(items, keys, pieces.keySet()).stream().filter(duty -> concerns(duty, row, pieces, names)).toList();
        var known = new Known(type, pieces, members, all.sizes(), owed, names, Time.dateOf(time.instant()));
        var key = shownKeys.isEmpty() ? "" : shownKeys.getFirst();
        var said = Said.of(type, pieces, members, catalogue);
        return Optional.of(new Dossier(row.id(), type, said.name(key), key, shownKeys, steps(known, said), said.comparison(disclosures),
                said.untils(calendars.forRegion(row.region()), known.today())));
    }

    /** A duty of the same number at another place is another thing's. */
    private boolean concerns(DutyCase duty, DossierStore.Row row, Map<UUID, Piece> pieces, Names names) {
        if (duty.piece() != null && pieces.containsKey(duty.piece()) || pieces.values().stream().anyMatch(piece -> piece.office().equals(duty.office()))) {
            return true;
        }
        var region = office(duty.office(), names).map(Office::region).orElse("");
        return region.equals(row.region()) || Joining.isWithin(region, row.region()) || Joining.isWithin(row.region(), region);
    }

    private List<Step> steps(Known known, Said said) {
        var steps = new ArrayList<Step>();
        var given = new HashSet<UUID>();
        for (var stage : known.type().stages()) {
            var step = stage.members().isEmpty() ? unpublished(stage, known, said) : published(stage, known, given);
            step.ifPresent(steps::add);
        }
        return steps;
    }

    /** A stage that is no piece: taken back, or agreed by a piece. */
    private Optional<Step> unpublished(DossierType.Stage stage, Known known, Said said) {
        if (!stage.withdrawalOf().isEmpty()) {
            var taken = papers(known.members().stream().filter(member -> member.stage().equals(stage.withdrawalOf())).toList(), known).stream()
                    .filter(paper -> paper.withdrawn() != null).toList();
            return taken.isEmpty() ? Optional.empty() : Optional.of(new Step(stage.stage(), stage.title(), State.WITHDRAWN, taken, 0, List.of(), null, null, ""));
        }
        var due = Optional.ofNullable(stage.due()).flatMap(said::day);
        var done = Optional.ofNullable(stage.done()).flatMap(said::day);
        var state = done.isPresent() ? State.DONE : due.filter(day -> day.isBefore(known.today())).isPresent() ? State.LATE : State.TODO;
        return due.isEmpty() && done.isEmpty() ? Optional.empty()
                : Optional.of(new Step(stage.stage(), stage.title(), state, List.of(), 0, List.of(), done.or(() -> due).orElseThrow(), null, ""));
    }

    /** @param given duties that an earlier stage of the same item has shown */
    private Optional<Step> published(DossierType.Stage stage, Known known, Set<UUID> given) {
        var papers = papers(known.of(stage), known);
        var mine = known.duties().stream().filter(duty -> known.isOf(stage, duty)).filter(duty -> duty.piece() != null
                ? known.of(stage).stream().anyMatch(member -> member.piece().equals(duty.piece()))
                : known.living(stage.stage()).isEmpty() || isLast(stage, duty, known)).filter(duty -> given.add(duty.id())).toList();
        var owed = mine.stream().map(duty -> owed(duty, known)).sorted(Comparator.comparing(one -> Optional.ofNullable(one.dueOn()).orElse(LocalDate.MAX))).toList();
        if (stage.optional() && papers.isEmpty() && owed.isEmpty()) {
            return Optional.empty();
        }
        var state = state(stage, papers, owed, known);
        var floor = state == State.DONE || stage.follows().isEmpty() ? Optional.<DutyCase>empty() : floors.begunBy(known.living(stage.follows())).stream()
                .filter(one -> one.clock().dueOn() != null && !known.today().isAfter(one.clock().dueOn())).max(Comparator.comparing(one -> one.clock().dueOn()));
        return Optional.of(new Step(stage.stage(), stage.title(), state, papers, known.further(stage.stage()), owed, null,
                floor.map(one -> one.clock().dueOn()).map(day -> day.plusDays(1)).orElse(null), floor.map(one -> one.title() + one.rule().label()).orElse("")));
    }

    /** Whether no later stage without a piece could be meant. */
    private static boolean isLast(DossierType.Stage stage, DutyCase duty, Known known) {
        var of = known.type().stages().stream().filter(one -> known.isOf(one, duty)).toList();
        return of.stream().noneMatch(one -> known.living(one.stage()).isEmpty()) && of.getLast().equals(stage);
    }

    private static State state(DossierType.Stage stage, List<Paper> papers, List<Owed> owed, Known known) {
        var open = owed.stream().filter(one -> one.piece() == null).toList();
        if (open.stream().anyMatch(Owed::late)) {
            return State.LATE;
        }
        if (papers.stream().anyMatch(paper -> paper.withdrawn() == null)) {
            return State.DONE;
        }
        if (!papers.isEmpty() && open.isEmpty()) {
            return State.WITHDRAWN;
        }
        var stages = known.type().stages();
        boolean overtaken = stages.subList(stages.indexOf(stage) + 1, stages.size()).stream().anyMatch(later -> follows(later, stage.stage(), known) && !known.of(later).isEmpty());
        return open.isEmpty() && !stage.optional() && overtaken ? State.MISSING : State.TODO;
    }

    /** Whether a stage comes after that one by the law, directly or over others. */
    private static boolean follows(DossierType.Stage later, String stage, Known known) {
        return !later.follows().isEmpty() && (later.follows().equals(stage)
                || known.type().stage(later.follows()).filter(between -> follows(between, stage, known)).isPresent());
    }

    private List<Paper> papers(List<DossierStore.Member> members, Known known) {
        return members.stream().flatMap(member -> Optional.ofNullable(known.pieces().get(member.piece())).stream()).map(piece -> paper(piece, known.names()))
                .sorted(Comparator.comparing(Paper::publishedAt)).toList();
    }

    private Optional<Office> office(UUID id, Names names) {
        return names.offices.computeIfAbsent(id, offices::byId);
    }

    /** In that order. */
    List<Paper> papers(List<UUID> pieces) {
        var found = disclosures.all(pieces).stream().collect(Collectors.toMap(Piece::id, piece -> piece));
        var names = new Names();
        return pieces.stream().flatMap(id -> Optional.ofNullable(found.get(id)).stream()).map(piece -> paper(piece, names)).toList();
    }

    private Paper paper(Piece piece, Names names) {
        var current = piece.current();
        var withdrawn = piece.withdrawn();
        return new Paper(piece.id(), piece.indexNumber(), current != null ? current.projection().title() : withdrawn == null ? null : withdrawn.title(),
                office(piece.office(), names).map(Office::name).orElse(""), publishedAt(piece), piece.editions().size(), withdrawn);
    }

    private static Instant publishedAt(Piece piece) {
        var current = piece.current();
        return current == null || current.projection().originalPublishedOn() == null ? piece.editions().getFirst().publishedAt()
                : new Reading(current.projection()).published().atStartOfDay(Time.CHINA).toInstant();
    }

    private Owed owed(DutyCase duty, Known known) {
        var clock = duty.clock();
        boolean late = clock.isLate(time.instant());
        var until = clock.metAt() == null ? known.today() : Time.dateOf(clock.metAt());
        return new Owed(duty.title(), office(duty.office(), known.names()).map(Office::name).orElse(""), duty.unit(), clock.dueOn(), clock.provisional(),
                duty.state().isOpen() ? null : duty.piece(), late, late && clock.dueOn() != null ? workingDays(clock.dueOn(), until, clock.region(), known.names()) : 0,
                duties.derivation(duty).stream().map(Derived::sentence).toList(), duty.rule().basis());
    }

    private int workingDays(LocalDate after, LocalDate until, String region, Names names) {
        return Math.max(0, names.calendars.computeIfAbsent(region, calendars::forRegion).workingDaysBetween(after, until));
    }
}
