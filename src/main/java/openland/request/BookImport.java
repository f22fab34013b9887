package openland.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An old book that was uploaded.
 *
 * @param good   lines that can be taken
 * @param bad    lines that cannot
 * @param open   of the good ones: not answered yet
 * @param faults the first two hundred
 * @param fresh  how many became requests
 * @param known  how many were there before
 * @param failed why it failed; empty when it did not
 */
public record BookImport(UUID id, UUID office, String name, String sha256, State state, int good, int bad, int open, @Nullable LocalDate firstOn,
        @Nullable LocalDate lastOn, List<Fault> faults, UUID uploadedBy, Instant uploadedAt, @Nullable UUID confirmedBy, @Nullable Instant confirmedAt, int fresh,
        int known, String failed) {

    /** A line that cannot be taken. @param line as the spreadsheet shows it */
    public record Fault(int line, String sentence) {}

    /** How far it is. */
    public enum State {
        READ("等待确认"), CONFIRMED("已确认，等待导入"), RUNNING("正在导入"), DONE("已导入"), FAILED("没有导入");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
