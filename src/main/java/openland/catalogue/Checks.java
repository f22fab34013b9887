package openland.catalogue;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import openland.base.Refusal.Problem;
import openland.form.Filled;

/** The checks across fields, by the names that packs use. A check that misses the field it looks at has nothing to say. */
final class Checks {
    /** A piece as far as it is filled in. */
    record Piece(Filled head, Filled fields, LocalDate publishedOn) {}

    /** Says what is wrong with a piece, or nothing. */
    interface Check {
        Optional<Problem> problem(Piece piece);
    }

    private static final Map<String, Check> ALL = Map.of(
            "fine-not-negative", piece -> piece.fields().money("fine").filter(fine -> fine.signum() < 0)
                    .map(_ -> new Problem("fine", "罚款不能是负数。")),
            "decision-before-publication", piece -> piece.fields().date("decidedOn").filter(day -> day.isAfter(piece.publishedOn()))
                    .map(day -> new Problem("decidedOn", "决定日期" + day + "晚于公开之日" + piece.publishedOn() + "，不能先公开后决定。")),
            "expiry-after-production", piece -> piece.head().date(CommonHead.EXPIRES_ON)
                    .filter(day -> piece.head().date(CommonHead.PRODUCED_ON).filter(day::isBefore).isPresent())
                    .map(_ -> new Problem(CommonHead.EXPIRES_ON, "有效期早于生成日期，请核对。")));

    private Checks() {}

    static Optional<Check> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }
}
