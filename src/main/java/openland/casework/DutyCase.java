package openland.casework;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import openland.catalogue.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A publishing duty (公开义务), or another thing that somebody owes by a day.
 *
 * @param kind          which room moves it
 * @param unit          the part of the office that does it; empty when any may
 * @param rule          what the law asked on the day of the trigger; it holds for this case for ever
 * @param item          the item whose piece meets it; null when no piece does
 * @param subject       what it is about, for officers
 * @param publicSubject the same, once somebody has answered for its being shown; null before
 * @param happenedAt    local in China; midnight where only the day counts
 * @param piece         the published piece that met it; null before
 * @param evidence      what was done, where no piece meets it
 */
public record DutyCase(UUID id, CaseKind kind, UUID office, String unit, String obligation, Rule rule, @Nullable String item, String title, String subject,
        @Nullable String publicSubject, String key, LocalDateTime happenedAt, Trigger.Source source, String sourceRef, CaseState state,
        @Nullable UUID piece, @Nullable String evidence, Instant openedAt, @Nullable UUID openedBy, CaseClock clock) {

    /** What people call it, for officers: 供应结果（QH2026-017号地块）. */
    public String name() {
        var about = subject.isEmpty() ? key : subject;
        return about.isEmpty() ? title : title + "：" + about;
    }
}
