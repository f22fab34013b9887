package openland.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an applicant did against a reply, or against there being none (救济): with a clock of its own.
 *
 * @param body       who decides
 * @param number     under which number there; empty when it is not known
 * @param copyOn     the day the office received the copy, from which its time to answer runs
 * @param caseId     its place in the worklist; null for a complaint, for which the law names no time
 * @param answeredOn null before
 * @param result     null while it is open
 * @param redoBy     by when to answer again; null when that was not ordered
 * @param lesson     what the office learned from it
 */
public record RequestRemedy(UUID id, UUID request, Kind kind, Procedure procedure, String body, String number, LocalDate copyOn, @Nullable UUID caseId,
        @Nullable LocalDate answeredOn, @Nullable Result result, @Nullable LocalDate decidedOn, @Nullable LocalDate redoBy, String lesson, Instant at, UUID officer) {

    /** Which way. The two suits are two rows of the statistics table. */
    public enum Kind {
        REVIEW("行政复议"), SUIT_DIRECT("行政诉讼（未经复议直接起诉）"), SUIT_AFTER("行政诉讼（复议后起诉）"), COMPLAINT("举报投诉");

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

    /** Of a review: 第五十三条第一款第四项 allows the simple one for disclosure. */
    public enum Procedure {
        /** Five working days to answer (行政复议法第五十四条). */ SIMPLE("简易程序", "REM-03"),
        /** Ten (第四十八条). */ ORDINARY("普通程序", "REM-04");

        private final String label;
        private final String obligation;

        Procedure(String label, String obligation) {
            this.label = label;
            this.obligation = obligation;
        }

        public String label() {
            return label;
        }

        String obligation() {
            return obligation;
        }

        public static Optional<Procedure> of(String name) {
            return Stream.of(values()).filter(one -> one.name().equals(name)).findFirst();
        }
    }

    /** How it ended, as the statistics tables count. */
    public enum Result {
        UPHELD("结果维持"), CORRECTED("结果纠正"), OTHER("其他结果");

        private final String label;

        Result(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public static Optional<Result> of(String name) {
            return Stream.of(values()).filter(one -> one.name().equals(name)).findFirst();
        }
    }
}
