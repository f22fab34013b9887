package openland.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file of a request.
 *
 * @param sha256       of the bytes as they were stored
 * @param text         of a released copy that is a picture: what can be read without seeing it; else empty
 * @param consultation the consultation it belongs to; null when to none
 * @param addedBy      null: the applicant, or who was asked
 * @param givenOn      the day it went out with a signed reply; null before, and for what never does
 */
public record Paper(UUID id, UUID request, Role role, @Nullable UUID consultation, String sha256, String name, long size, String text,
        Instant addedAt, @Nullable UUID addedBy, @Nullable LocalDate givenOn) {

    /** What it is, which decides who sees it. */
    public enum Role {
        /** Sent along by the applicant. */ FILED("申请人提交", RequestSight.Part.FILED),
        /** What the office holds and looks through. */ ORIGINAL("拟提供的原件", RequestSight.Part.WORK),
        /** A copy that may go out: marked, or without what it hid. */ RELEASED("提供给申请人的文件", RequestSight.Part.ANSWER),
        /** What somebody who was asked sent along. */ VIEW("被征求意见人提交", RequestSight.Part.CONSULTATION),
        /** Proof of delivery, of a search, of a remedy. */ EVIDENCE("证据", RequestSight.Part.WORK);

        private final String label;
        private final RequestSight.Part part;

        Role(String label, RequestSight.Part part) {
            this.label = label;
            this.part = part;
        }

        public String label() {
            return label;
        }

        /** What one must see to see it. */
        public RequestSight.Part part() {
            return part;
        }

        public static Optional<Role> of(String name) {
            return Stream.of(values()).filter(one -> one.name().equals(name)).findFirst();
        }
    }
}
