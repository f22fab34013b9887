package openland.request;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is asked for a view (征求意见). He is told what would be disclosed, never who asked for it.
 *
 * @param reachedOn  the day he received it; from then on he has 15 working days (第三十二条、第三十四条). Null before
 * @param answeredOn null while nothing came
 */
public record Consultation(UUID id, UUID request, Kind kind, String asked, String contact, String mail, String question, LocalDate sentOn,
        @Nullable LocalDate reachedOn, @Nullable Answer answer, String reason, @Nullable LocalDate answeredOn) {

    /** Who is asked; what silence means differs. */
    public enum Kind {
        /** 第三方: silence leaves it to the office (第三十二条). */ THIRD_PARTY("第三方"),
        /** 共同制作的机关: silence consents (第三十四条). */ ORGAN("共同制作的机关");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public static Optional<Kind> of(String name) {
            return Stream.of(values()).filter(one -> one.name().equals(name)).findFirst();
        }
    }

    /** What came back. */
    public enum Answer {
        AGREES("同意公开"), PARTLY("部分同意"), REFUSES("不同意公开"), SILENT("逾期没有意见");

        private final String label;

        Answer(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public static Optional<Answer> of(String name) {
            return Stream.of(values()).filter(one -> one.name().equals(name)).findFirst();
        }
    }

    /** Whether it is a third party that does not want all of it disclosed. */
    public boolean isRefusal() {
        return kind == Kind.THIRD_PARTY && (answer == Answer.REFUSES || answer == Answer.PARTLY);
    }

    /** Whether the one asked is taken to agree: he said so, or is an organ that kept silent (第三十四条). */
    public boolean consents() {
        return answer == Answer.AGREES || answer == Answer.SILENT && kind == Kind.ORGAN;
    }
}
