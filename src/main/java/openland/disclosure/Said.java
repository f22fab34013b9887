package openland.disclosure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import openland.base.Time;
import openland.calendar.Calendar;
import openland.calendar.Pauses;
import openland.calendar.Reckoning;
import openland.catalogue.Catalogue;
import openland.catalogue.DossierType;
import openland.catalogue.Item;
import openland.disclosure.Dossier.Cell;
import openland.disclosure.Dossier.Comparison;
import openland.disclosure.Dossier.Row;
import openland.disclosure.Dossier.Until;
import openland.form.Shown;
import org.jspecify.annotations.Nullable;

/** What the pieces of a dossier say: its name, what was said and done over the stages, and until when a citizen may act. */
final class Said {
    private final DossierType type;
    private final List<Voice> voices;
    private final Map<UUID, Optional<Edition>> earlier = new HashMap<>();

    /** A public edition at its stage, the earliest first. @param thing by what it belongs to the dossier */
    private record Voice(DossierType.Stage stage, Piece piece, Edition edition, Reading.Thing thing) {
        Reading reading() {
            return new Reading(edition.projection());
        }
    }

    private Said(DossierType type, List<Voice> voices) {
        this.type = type;
        this.voices = voices;
    }

    static Said of(DossierType type, Map<UUID, Piece> pieces, List<DossierStore.Member> members, Catalogue catalogue) {
        var voices = new ArrayList<Voice>();
        for (var stage : type.stages()) {
            members.stream().filter(member -> member.stage().equals(stage.stage())).forEach(member -> {
                var piece = pieces.get(member.piece());
                var current = piece == null ? null : piece.current();
                if (piece != null && current != null) {
                    voices.add(new Voice(stage, piece, current, new Reading.Thing(member.key(), columns(stage, current.projection().item(), catalogue))));
                }
            });
        }
        return new Said(type, voices);
    }

    private static List<String> columns(DossierType.Stage stage, String item, Catalogue catalogue) {
        return stage.members().stream().filter(member -> member.item().equals(item)).findFirst().flatMap(member -> catalogue.byId(item).map(member::keys)).orElse(List.of());
    }

    /** As the best piece calls it; else its key. */
    String name(String key) {
        return type.names().stream().map(source -> voices.stream().map(voice -> text(voice, source)).filter(text -> !text.isBlank()).findFirst())
                .flatMap(Optional::stream).findFirst().orElse(key.isEmpty() ? type.title() : key);
    }

    /** The day that a piece gives; of several pieces the latest one's. */
    Optional<LocalDate> day(DossierType.Source source) {
        return voices.stream().filter(voice -> voice.edition().projection().item().equals(source.item()))
                .flatMap(voice -> voice.reading().day(source.field(), voice.thing()).stream()).reduce((_, later) -> later);
    }

    private static String text(Voice voice, DossierType.Source source) {
        return voice.edition().projection().item().equals(source.item()) ? voice.reading().text(source.field(), voice.thing()) : "";
    }

    /** What differs though it should not is marked, with its correction where there was one. */
    Comparison comparison(Disclosures disclosures) {
        var stages = type.stages().stream().filter(stage -> voices.stream().anyMatch(voice -> voice.stage().equals(stage)
                && type.compare().stream().anyMatch(line -> !values(line, voice).isEmpty()))).toList();
        var rows = type.compare().stream().map(line -> row(line, stages, disclosures)).filter(row -> row.cells().stream().anyMatch(cell -> !cell.text().isEmpty())).toList();
        return new Comparison(stages.stream().map(DossierType.Stage::title).toList(), stages.size() < 2 ? List.of() : rows);
    }

    private Row row(DossierType.Compared line, List<DossierType.Stage> stages, Disclosures disclosures) {
        var cells = new ArrayList<Cell>();
        List<Shown> before = List.of();
        for (var stage : stages) {
            var voice = voices.stream().filter(one -> one.stage().equals(stage) && !values(line, one).isEmpty()).reduce((_, later) -> later).orElse(null);
            if (voice == null) {
                cells.add(Cell.EMPTY);
                continue;
            }
            var values = values(line, voice);
            cells.add(cell(line, voice, values, line.same() && !stage.optional() && !before.isEmpty() && !isSame(before, values), disclosures));
            before = before.isEmpty() && !stage.optional() ? values : before;   // what may be left out binds nobody yet
        }
        return new Row(line.label(), cells);
    }

    private Cell cell(DossierType.Compared line, Voice voice, List<Shown> values, boolean differs, Disclosures disclosures) {
        int number = voice.edition().number();
        var earlier = this.earlier.computeIfAbsent(voice.piece().id(), id -> voice.piece().before(number).flatMap(one -> disclosures.edition(id, one.number())));
        var old = earlier.map(edition -> values(line, new Voice(voice.stage(), voice.piece(), edition, voice.thing()))).orElse(List.of());
        boolean corrected = !old.isEmpty() && !isSame(old, values);
        return new Cell(text(values), differs, corrected ? text(old) : "",
                corrected ? "/disclosures/" + voice.piece().id() + "/changes?from=" + earlier.map(Edition::number).orElse(1) + "&to=" + number : "");
    }

    private static List<Shown> values(DossierType.Compared line, Voice voice) {
        return line.sources().stream().filter(source -> source.item().equals(voice.edition().projection().item()))
                .flatMap(source -> voice.reading().values(source.field(), voice.thing()).stream()).toList();
    }

    private static String text(List<Shown> values) {
        return String.join("、", values.stream().map(Shown::text).distinct().toList());
    }

    private static boolean isSame(List<Shown> one, List<Shown> other) {
        var amounts = amounts(one);
        var others = amounts(other);
        return amounts != null && others != null ? amounts.compareTo(others) == 0 : Item.asKey(text(one)).equals(Item.asKey(text(other)));
    }

    /** The sum of amounts, null where some are none. */
    private static @Nullable BigDecimal amounts(List<Shown> values) {
        var amounts = values.stream().map(Shown::amount).toList();
        return amounts.stream().allMatch(Optional::isPresent) ? amounts.stream().flatMap(Optional::stream).reduce(BigDecimal.ZERO, BigDecimal::add) : null;
    }

    /** Those that have not passed first. */
    List<Until> untils(Calendar calendar, LocalDate today) {
        return type.citizen().stream().flatMap(right -> voices.stream().filter(voice -> voice.stage().stage().equals(right.stage()))
                .flatMap(voice -> until(right, voice, calendar, today).stream())).distinct()
                .sorted(java.util.Comparator.comparing(Until::over).thenComparing(Until::day)).toList();
    }

    private static Optional<Until> until(DossierType.Right right, Voice voice, Calendar calendar, LocalDate today) {
        if (!right.isTold(first(voice))) {
            return Optional.empty();
        }
        var reading = voice.reading();
        var from = right.from().equals(DossierType.PUBLISHED) ? Optional.of(first(voice)) : reading.day(right.from(), voice.thing());
        var rule = right.rule();
        return from.map(day -> {
            var due = rule == null ? null : Reckoning.due(rule, day, Pauses.NONE, calendar);
            var last = due == null ? day : due.date();
            return new Until(right.title(), voice.edition().projection().title(), voice.piece().id(), last, due != null && due.provisional(), last.isBefore(today), right.basis());
        });
    }

    /** Of its first edition: a later one does not begin the time anew. */
    private static LocalDate first(Voice voice) {
        return voice.edition().projection().originalPublishedOn() == null ? Time.dateOf(voice.piece().editions().getFirst().publishedAt()) : voice.reading().published();
    }
}
