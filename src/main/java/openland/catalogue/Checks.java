package openland.catalogue;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openland.base.Refusal.Problem;
import openland.form.Filled;

/**
 * The checks across fields, by the names that packs use. A check that misses the field it looks at has nothing to say:
 * that a field must be filled in is said by the field.
 */
final class Checks {
    /** A piece as far as it is filled in. */
    record Piece(Filled head, Filled fields, LocalDate publishedOn) {
        Optional<LocalDate> producedOn() {
            return head.date(CommonHead.PRODUCED_ON);
        }
    }

    /** Says what is wrong with a piece, or nothing. */
    interface Check {
        Optional<Problem> problem(Piece piece);
    }

    /** A check with the name that packs use. */
    record Named(String name, Check check) {}

    private static final Map<String, Check> ALL = Stream.of(DateChecks.all(), SumChecks.all(), RowChecks.all())
            .flatMap(Function.identity()).collect(Collectors.toUnmodifiableMap(Named::name, Named::check));

    private Checks() {}

    static Optional<Check> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /** That problem, if so. */
    static Optional<Problem> when(boolean wrong, String field, String sentence) {
        return wrong ? Optional.of(new Problem(field, sentence)) : Optional.empty();
    }
}
