package openland.casework;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that seems to be owed and that nobody has reported (线索).
 *
 * @param item       empty when whoever noticed it could not say
 * @param subject    what it is about, for officers
 * @param happenedAt local in China; null when nobody knows
 * @param reason     why it seems so, in a sentence
 * @param ref        where it was noticed: a sequence of numbers, a dossier's stage, a file's line, a citizen's message
 * @param decidedBy  null while it waits
 * @param decision   why it was refused, or what was said when it was confirmed
 * @param duty       what was opened; null unless it was confirmed
 */
public record Candidate(UUID id, UUID office, String item, String key, String subject, @Nullable LocalDateTime happenedAt, String reason,
        Source source, String ref, State state, Instant foundAt, @Nullable UUID decidedBy, @Nullable Instant decidedAt, String decision,
        @Nullable UUID duty) {

    /** Who noticed. */
    public enum Source {
        /** A number is missing between published ones (缺号). */ GAP("文号缺号"),
        /** A later stage of a dossier is public, an earlier one is not. */ STAGE("后续环节已公开"),
        /** A file of an approval system reports it (触发文件). */ FILE("触发文件"),
        /** A citizen says that it is missing. */ CITIZEN("公众反映");

        private final String label;

        Source(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Where it stands. */
    public enum State {
        WAITING("待确认"), CONFIRMED("已确认"), REFUSED("不属实");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
