package openland.request;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import openland.request.ReplyFile.Entry;

/** What must hold of {@code request/replies.yaml}; above all, that whatever a letter must say has its place in the words. */
final class ReplyFileCheck {
    /** The rows of the statistics table of 2021, each once. */
    static final List<String> ROWS = List.of("一", "二", "三1", "三2", "三3", "三4", "三5", "三6", "三7", "三8", "四1", "四2", "四3",
            "五1", "五2", "五3", "五4", "五5", "六1", "六2", "六3");
    /** What set words may name besides {@link Stated}. */
    static final Set<String> COMMON = Set.of("you", "subject", "received", "request", "basis", "choice");

    private final List<String> faults = new ArrayList<>();

    private ReplyFileCheck() {}

    /** @throws IllegalArgumentException listing every fault */
    static void check(ReplyFile file) {
        var check = new ReplyFileCheck();
        check.all(file);
        if (!check.faults.isEmpty()) {
            throw new IllegalArgumentException("request/replies.yaml: " + String.join("; ", check.faults));
        }
    }

    private void all(ReplyFile file) {
        must(file.replies().stream().map(Entry::code).toList().equals(IntStream.rangeClosed(1, 22).mapToObj("R%02d"::formatted).toList()), "the codes are not R01 to R22 in order");
        must(file.replies().stream().map(Entry::row).distinct().toList().equals(ROWS), "the rows are not those of the table of 2021 in order");
        must(file.notices().stream().map(Entry::kind).collect(Collectors.toSet()).equals(EnumSet.complementOf(EnumSet.of(LetterKind.REPLY)))
                && file.notices().size() == LetterKind.values().length - 1, "the notices are not each kind once");
        must(file.replies().stream().filter(entry -> entry.traits() != null && entry.traits().contains(ReplyTrait.POINTS)).count() == 1,
                "not one reply points to what is public already");
        terms(file.remedies());
        file.replies().forEach(entry -> reply(entry));
        Stream.concat(file.replies().stream(), file.notices().stream()).forEach(this::forms);
    }

    private void terms(List<ReplyFile.Term> terms) {
        for (int i = 0; i < terms.size(); i++) {
            var to = terms.get(i).to();
            must(i == terms.size() - 1 ? to == null : to != null && to.plusDays(1).equals(terms.get(i + 1).from()), "the remedies leave days out or have them twice");
            must(!terms.get(i).reviewFirst() || terms.get(i).reviewFirstBasis() != null, "review first without its article");
        }
    }

    private void reply(Entry entry) {
        must(entry.name() != null && entry.row() != null && entry.rowStatus() != null && entry.remedy() != null, name(entry) + " lacks name, row, row-status or remedy");
    }

    private void forms(Entry entry) {
        var forms = entry.alternatives().isEmpty() ? List.of(LetterForm.of(entry)) : entry.alternatives().stream().map(one -> LetterForm.of(entry, one)).toList();
        for (var form : forms) {
            must(form.basis(false) != null, name(entry) + " rests on nothing");
            words(form, false, entry);
            if (form.basis(true) != null) {
                words(form, true, entry);
            }
        }
    }

    private void words(LetterForm form, boolean former, Entry entry) {
        var places = Stream.concat(Stream.of(form.summary(former)), form.body(former).stream().flatMap(List::stream))
                .flatMap(text -> LetterForm.places(text).stream()).collect(Collectors.toSet());
        var known = Stream.concat(COMMON.stream(), Stream.of(Stated.values()).map(Enum::name)).collect(Collectors.toSet());
        must(known.containsAll(places), name(entry) + " names what is not known: " + places);
        form.demands().stream().flatMap(LetterForm.Demand::named).forEach(one ->
                must(places.contains(one.name()), name(entry) + " must say " + one + " and has no place for it"));
        must(!form.demands().isEmpty(), name(entry) + " demands nothing");
    }

    private static String name(Entry entry) {
        return entry.code() != null ? entry.code() : requireNonNull(entry.kind()).name();
    }

    private void must(boolean right, String fault) {
        if (!right) {
            faults.add(fault);
        }
    }
}
