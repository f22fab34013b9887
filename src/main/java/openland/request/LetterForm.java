package openland.request;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openland.request.ReplyFile.Basis;
import openland.request.ReplyFile.Entry;
import org.jspecify.annotations.Nullable;

/** A reply or notice with its choice made: what it rests on, what it must say, and its set words. */
final class LetterForm {
    static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private final Entry whole;
    private final Entry choice;
    private final List<Demand> demands;

    private LetterForm(Entry whole, Entry choice) {
        this.whole = whole;
        this.choice = choice;
        this.demands = first(choice.states(), whole.states()).stream().map(Demand::of).toList();
    }

    static LetterForm of(Entry entry) {
        return new LetterForm(entry, entry);
    }

    static LetterForm of(Entry entry, Entry choice) {
        return new LetterForm(entry, choice);
    }

    private static <T> List<T> first(@Nullable List<T> own, @Nullable List<T> common) {
        return own != null ? own : requireNonNullElse(common, List.of());
    }

    String title() {
        return requireNonNullElse(whole.title(), "政府信息公开申请答复书");
    }

    /** {@code null}: there is no such letter under that regulation. */
    @Nullable Basis basis(boolean former) {
        var owner = choice.basis() != null ? choice : whole;
        return former ? owner.formerBasis() : owner.basis();
    }

    @Nullable String formerRow() {
        return choice.formerRow() != null ? choice.formerRow() : whole.formerRow();
    }

    String summary(boolean former) {
        return requireNonNull(former && whole.formerSummary() != null ? whole.formerSummary() : choice.summary() != null ? choice.summary() : whole.summary());
    }

    /** Of each inner list the first paragraph stands that names nothing unsaid. */
    List<List<String>> body(boolean former) {
        return former && whole.formerBody() != null ? whole.formerBody() : requireNonNull(choice.body() != null ? choice.body() : whole.body());
    }

    List<ReplyTrait> traits() {
        return first(choice.traits(), whole.traits());
    }

    List<Demand> demands() {
        return demands;
    }

    /** Everything that can be said, in the order of the form: what is demanded first. */
    List<Stated> fields() {
        return Stream.concat(demands.stream().flatMap(Demand::named), first(choice.may(), whole.may()).stream()).distinct().toList();
    }

    /** A sentence for each thing that the letter must say and does not. */
    List<String> missing(Map<Stated, String> stated) {
        return demands.stream().filter(demand -> !demand.metBy(stated.keySet())).map(Demand::sentence).toList();
    }

    /** What the words have places for. */
    static Set<String> places(String words) {
        return PLACE.matcher(words).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    /** One thing the letter must say: one of several ways to say it, each with everything it needs. */
    record Demand(List<Set<Stated>> ways) {
        static Demand of(String words) {
            var ways = new ArrayList<Set<Stated>>();
            for (var way : words.split("\\|", -1)) {
                var needed = EnumSet.noneOf(Stated.class);
                Stream.of(way.split("&", -1)).forEach(name -> needed.add(Stated.valueOf(name.strip())));
                ways.add(needed);
            }
            return new Demand(ways);
        }

        Stream<Stated> named() {
            return ways.stream().flatMap(Set::stream);
        }

        boolean metBy(Set<Stated> stated) {
            return ways.stream().anyMatch(stated::containsAll);
        }

        private String sentence() {
            return ways.stream().map(way -> way.stream().map(one -> "“" + one.label() + "”").collect(Collectors.joining("和")))
                    .collect(Collectors.joining("，或者"));
        }
    }
}
