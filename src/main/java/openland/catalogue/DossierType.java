package openland.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import openland.calendar.ClockRule;
import org.jspecify.annotations.Nullable;

/**
 * A kind of dossier (卷): the thread that joins the pieces about one thing, a parcel, an expropriation, a case, in the order in
 * which the law lets them follow each other.
 *
 * @param type     for ever
 * @param keyLabel what its key is called: 宗地编号
 * @param names    where a name for people can be read, the best first
 * @param citizen  what people themselves may do until a day
 */
public record DossierType(String type, String title, String keyLabel, List<Source> names, List<Stage> stages, List<Compared> compare,
        List<Right> citizen) {
    /** The head's fields that may stand for a field of an item. */
    static final List<String> HEAD = List.of("documentNumber", "producedOn", "expiresOn");
    /** The day on which the piece became public. */
    public static final String PUBLISHED = "published";

    public DossierType {
        names = List.copyOf(names);
        stages = List.copyOf(stages);
        compare = List.copyOf(compare);
        citizen = List.copyOf(citizen);
    }

    /** A field of an item, {@code parcels.area} for a column of a table, or of the head. */
    public record Source(String item, String field) {}

    /**
     * Which pieces belong to a stage.
     *
     * @param key   the fields whose values make the key; several are joined
     * @param where values that the piece must have, by field; {@code *} for any value
     * @param via   a field that names a piece whose dossiers this one joins where its own key leads nowhere; empty for none
     */
    public record Member(String item, List<String> key, Map<String, String> where, String via) {
        public Member {
            key = List.copyOf(key);
            where = Map.copyOf(where);
        }

        /** The fields of the key: the stage's own, or else that of the item's duty. */
        public List<String> keys(Item declared) {
            return key.isEmpty() ? declared.duty().key() : key;
        }
    }

    /**
     * What is owed next once a piece of a stage is public.
     *
     * @param item whose piece is owed
     * @param from the field with the day on which it begins to be owed, or {@link #PUBLISHED}
     * @param of   the stage whose office owes it; empty for the office of the piece itself
     */
    public record Opening(String item, String from, String of) {}

    /**
     * A step of the way.
     *
     * @param members      empty for a step that nobody publishes: its day is read from another piece
     * @param follows      the stage that comes before, whose shortest time must have passed; empty for none
     * @param optional     it may be skipped, and is missed by nobody
     * @param withdrawalOf the stage whose piece was taken back; empty for none
     * @param due          by when it is agreed to happen
     * @param done         when it did
     */
    public record Stage(String stage, String title, List<Member> members, String follows, boolean optional, List<Opening> opens,
            String withdrawalOf, @Nullable Source due, @Nullable Source done) {
        public Stage {
            members = List.copyOf(members);
            opens = List.copyOf(opens);
        }
    }

    /**
     * What is compared from stage to stage (说的和做的).
     *
     * @param same   that it must not differ; otherwise it is only shown side by side
     */
    public record Compared(String label, List<Source> sources, boolean same) {
        public Compared {
            sources = List.copyOf(sources);
        }
    }

    /**
     * What a citizen may do until a day that runs from a piece (公民的期限). It is told him and counted against nobody.
     *
     * @param rule  how it is counted; null when {@code from} is itself the last day
     * @param from  the field it is counted from, or {@link #PUBLISHED}
     * @param held  on what it rests, and when that was in force
     */
    public record Right(String stage, String title, ClockRule.@Nullable DayRule rule, String from, String basis, Held held) {
        /** Whether a citizen may be told of it for what became public on that day: the text of its basis was read, and was in force. */
        public boolean isTold(LocalDate day) {
            return held.status().isVerified() && (held.since() == null || !day.isBefore(held.since())) && (held.until() == null || !day.isAfter(held.until()));
        }
    }

    /**
     * How well the basis of something is known, and when it was in force.
     *
     * @param since null for always
     * @param until the last day; null for ever
     */
    public record Held(Rule.Status status, @Nullable LocalDate since, @Nullable LocalDate until) {}

    /** The stage of that name. */
    public Optional<Stage> stage(String name) {
        return stages.stream().filter(stage -> stage.stage().equals(name)).findFirst();
    }

    /** Every way in which pieces of an item belong to it. */
    public List<Seat> seatsOf(String item) {
        return stages.stream().flatMap(stage -> stage.members().stream().filter(member -> member.item().equals(item)).map(member -> new Seat(stage, member))).toList();
    }

    /** A stage, and how a piece comes to belong to it. */
    public record Seat(Stage stage, Member member) {}

    Stream<String> items() {
        return Stream.of(names.stream().map(Source::item), stages.stream().flatMap(DossierType::items), compare.stream().flatMap(one -> one.sources().stream()).map(Source::item))
                .flatMap(all -> all);
    }

    private static Stream<String> items(Stage stage) {
        return Stream.concat(stage.members().stream().map(Member::item), Stream.concat(stage.opens().stream().map(Opening::item),
                Stream.of(stage.due(), stage.done()).filter(Objects::nonNull).map(Source::item)));
    }
}
