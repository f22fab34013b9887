package openland.casework.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import openland.base.Time;
import openland.calendar.ClockRule;
import openland.calendar.Derived;
import openland.calendar.Pause;
import openland.casework.CaseClock;
import openland.casework.CaseStep;
import openland.casework.DueChange;
import openland.casework.DutyCase;
import openland.catalogue.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A duty for programs.
 *
 * @param office     its code
 * @param state      {@code open | paused | met | cancelled}
 * @param happenedOn a date; of a rule of hours the local time in China
 * @param due        a date; of a rule of hours the local time in China; null while the clock is stopped
 * @param late       past its day, or met after it
 * @param derivation sentences that say why the day is that day; only of one duty, not in lists; so are moves and changes
 */
record DutyView(UUID id, String office, String obligation, @Nullable String item, String title, String unit, String key, String subject,
        @Nullable String publicSubject, String happenedOn, RuleView rule, String state, @Nullable String due, LocalDate firstDue, boolean provisional,
        boolean late, @Nullable Instant metAt, @Nullable LocalDate pausedOn, List<Pause> pauses, int extension, @Nullable UUID piece,
        @Nullable String evidence, String source, Instant openedAt, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> derivation,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<MoveView> moves,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ChangeView> changes) {

    /** @param clock {@code WD 7} */
    record RuleView(String id, String kind, String clock, String label, String basis, String status, LocalDate from) {
        static RuleView of(Rule rule) {
            return new RuleView(rule.id(), code(rule.kind()), Objects.requireNonNull(rule.clock()).text(), rule.label(), rule.basis(), code(rule.status()),
                    rule.from());
        }
    }

    record MoveView(String move, String state, String reason, Instant at) {
        static MoveView of(CaseStep step) {
            return new MoveView(step.move().code(), code(step.to()), step.reason(), step.at());
        }
    }

    record ChangeView(Instant at, @Nullable LocalDate from, @Nullable LocalDate to, String reason) {
        static ChangeView of(DueChange change) {
            return new ChangeView(change.at(), change.from(), change.to(), change.reason());
        }
    }

    static DutyView listed(DutyCase duty, String office, Instant now) {
        return of(duty, office, now, null, null, null);
    }

    static DutyView whole(DutyCase duty, String office, Instant now, List<Derived> derivation, List<CaseStep> steps, List<DueChange> changes) {
        return of(duty, office, now, derivation.stream().map(Derived::sentence).toList(), steps.stream().map(MoveView::of).toList(),
                changes.stream().map(ChangeView::of).toList());
    }

    private static DutyView of(DutyCase duty, String office, Instant now, @Nullable List<String> derivation, @Nullable List<MoveView> moves,
            @Nullable List<ChangeView> changes) {
        var clock = duty.clock();
        boolean hours = clock.rule() instanceof ClockRule.Hours;
        return new DutyView(duty.id(), office, duty.obligation(), duty.item(), duty.title(), duty.unit(), duty.key(), duty.subject(), duty.publicSubject(),
                written(duty.happenedAt(), hours), RuleView.of(duty.rule()), code(duty.state()), due(clock, hours), clock.firstDueOn(), clock.provisional(),
                clock.isLate(now), clock.metAt(), clock.pausedOn(), clock.pauses(), clock.extension(), duty.piece(), duty.evidence(), code(duty.source()),
                duty.openedAt(), derivation, moves, changes);
    }

    private static @Nullable String due(CaseClock clock, boolean hours) {
        var at = clock.dueAt();
        var on = clock.dueOn();
        return at == null || on == null ? null : hours ? Time.localTimeOf(at).toString() : on.toString();
    }

    private static String written(LocalDateTime at, boolean hours) {
        return hours ? at.toString() : at.toLocalDate().toString();
    }

    private static String code(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
