package openland.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import openland.calendar.ClockRule;
import openland.casework.CaseState;
import openland.catalogue.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A duty as everybody may see it.
 *
 * @param unit       the part of the office that does it
 * @param item       null when no published piece meets it
 * @param subject    what it is about; null until somebody has answered for its being shown
 * @param basis      the law, in words
 * @param happenedAt local in China
 * @param dueOn      the last day; null while the clock is stopped
 * @param dueAt      the first moment that is too late
 * @param day        by which it is put into a month
 * @param piece      what met it
 */
public record PublicDuty(UUID id, UUID office, String unit, String obligation, @Nullable String item, String title, @Nullable String subject,
        String basis, Rule.Kind kind, ClockRule rule, String region, LocalDateTime happenedAt, @Nullable LocalDate dueOn, @Nullable Instant dueAt,
        LocalDate firstDueOn, boolean provisional, @Nullable LocalDate pausedOn, @Nullable Instant metAt, CaseState state, @Nullable UUID piece,
        LocalDate day) {

    /** What people call it, as far as it may be said. */
    public String name() {
        return subject == null || subject.isEmpty() ? title : title + "：" + subject;
    }

    /** Whether its day has passed, or had passed when it was met. */
    public boolean isLate(Instant now) {
        return kind.canBeMissed() && state != CaseState.CANCELLED && dueAt != null && !(metAt == null ? now : metAt).isBefore(dueAt);
    }
}
