package openland.request;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code request/replies.yaml} as it is written; {@link ReplyFileCheck} says what is wrong with it. */
record ReplyFile(String regulation, String formerRegulation, String opening, Untold whereNoRemedyIsDemanded, List<Term> remedies,
                 List<Entry> replies, List<Entry> notices) {
    enum Status { READ, MEM }

    /** What is said where no text of remedies is demanded. */
    enum Untold { SILENT, TOLD }

    /** @param remark what the officer should know of it */
    record Basis(String article, Status status, @Nullable String remark) {}

    /** What a letter of these days says of remedies; {@code to} included. */
    record Term(LocalDate from, @Nullable LocalDate to, boolean reviewFirst, Status status, String reviewBasis, String reviewWithin,
                @Nullable String reviewFirstBasis, @Nullable String channelBasis, String suitBasis, String suitWithin,
                String afterReviewBasis, String afterReviewWithin) {
        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    /** A reply, a notice, or one choice of them, which says only in what it differs. */
    record Entry(@Nullable String code, @Nullable LetterKind kind, @Nullable String name, @Nullable String title, @Nullable String row,
                 @Nullable Status rowStatus, @Nullable String formerRow, @Nullable Basis basis, @Nullable Basis formerBasis,
                 @Nullable Remedy remedy, @Nullable String doubted, @Nullable LocalDate from, @Nullable Boolean toOthers, @Nullable String opening,
                 @Nullable List<ReplyTrait> traits, @Nullable List<String> states, @Nullable List<Stated> may, @Nullable List<Entry> choices, @Nullable String summary,
                 @Nullable String formerSummary, @Nullable List<List<String>> body, @Nullable List<List<String>> formerBody) {
        Entry {
            traits = traits == null ? null : List.copyOf(traits);
            states = states == null ? null : List.copyOf(states);
            may = may == null ? null : List.copyOf(may);
            choices = choices == null ? List.of() : List.copyOf(choices);
        }

        /** Whether it goes to somebody else than the applicant. */
        boolean isToOthers() {
            return Boolean.TRUE.equals(toOthers);
        }

        List<Entry> alternatives() {
            return choices == null ? List.of() : choices;
        }
    }
}
