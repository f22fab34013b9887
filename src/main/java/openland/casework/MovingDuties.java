package openland.casework;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import openland.base.Refusal;
import openland.base.Time;
import openland.base.Wording;
import openland.calendar.Calendar;
import openland.calendar.Calendars;
import openland.catalogue.Rule;
import openland.journal.Act;
import openland.journal.Journal;
import openland.office.Officer;
import openland.office.Post;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Moves a duty: pause, resume, extend, cancel, done. Each with a reason; each may be repeated and then changes nothing. */
@Service
public class MovingDuties {
    /** Who answers for a clock (经机构负责人同意). */
    public static final Set<Post> DECIDERS = EnumSet.of(Post.LEADER, Post.HEAD);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST = 500;

    private final DutyStore duties;
    private final Calendars calendars;
    private final Journal journal;
    private final InstantSource time;

    MovingDuties(DutyStore duties, Calendars calendars, Journal journal, InstantSource time) {
        this.duties = duties;
        this.calendars = calendars;
        this.journal = journal;
        this.time = time;
    }

    /**
     * What an officer wants.
     *
     * @param reason a sentence; also what was done, when nothing published meets the duty
     * @param on     the day it happened (of a pause: sent, of its end: received); today when null
     * @param more   of an extension: how much, in the rule's unit
     */
    public record Wanted(UUID duty, CaseMove move, String reason, @Nullable LocalDate on, int more) {}

    /**
     * Makes the move.
     *
     * @throws Refusal FORBIDDEN without the post, INVALID without a reason or with a day that cannot be, CONFLICT when the state
     *                 does not allow it or a shortest time has not passed
     */
    @Transactional
    public DutyCase move(Wanted wanted, Officer by) {
        var duty = duties.locked(wanted.duty()).orElseThrow(() -> Refusal.notFound("没有这件事项。"));
        duty.kind().mustBeMovedHere();
        by.mustHoldOneOf(wanted.move() == CaseMove.MEET ? OpeningDuties.REPORTERS : DECIDERS, duty.office());
        if (isRepeated(duty, wanted)) {
            return duty;
        }
        if (wanted.move() == CaseMove.MEET && duty.item() != null && duty.rule().kind() != Rule.Kind.MIN_DURATION) {
            throw Refusal.conflict("这项义务由公开的信息来履行：请从这件事项拟稿，或者把已经公开的信息关联过来。");
        }
        mustSay(wanted);
        return moved(duty, wanted, by.id());
    }

    private boolean isRepeated(DutyCase duty, Wanted wanted) {
        var steps = duties.steps(duty.id());
        return !steps.isEmpty() && steps.getLast().move() == wanted.move() && wanted.move().to() == duty.state()
                && steps.getLast().reason().equals(wanted.reason().strip());
    }

    private static void mustSay(Wanted wanted) {
        Wording.reason(wanted.reason(), LONGEST);
        if (wanted.move() == CaseMove.EXTEND && (wanted.more() < 1 || wanted.more() > 1000)) {
            throw Refusal.invalid("请写明延长多少，1到1000之间。");
        }
    }

    /** The piece that was published meets it. Called within the transaction of the publication. */
    void metBy(DutyCase duty, UUID piece, @Nullable UUID officer, String reason) {
        metBy(duty, piece, officer, reason, time.instant());
    }

    /** @param at since when the piece is public */
    void metBy(DutyCase duty, UUID piece, @Nullable UUID officer, String reason, Instant at) {
        CaseMove.MEET.mustBePossibleIn(duty.state());
        var running = duty.clock().pausedOn() == null ? duty.clock() : resumed(duty, today());
        duties.update(running.met(at));
        record(duty, CaseMove.MEET, officer, reason, Map.of("piece", piece.toString()));
        duties.state(duty.id(), CaseState.MET, piece, null);
    }

    /** The piece that began a shortest time is gone. */
    void endFloor(DutyCase floor, UUID officer, String reason) {
        CaseMove.CANCEL.mustBePossibleIn(floor.state());
        duties.update(floor.clock().ended(time.instant()));
        record(floor, CaseMove.CANCEL, officer, reason, Map.of());
        duties.state(floor.id(), CaseState.CANCELLED, null, null);
    }

    /** What was owed is owed again; a clock that was stopped when it ended runs again from today. */
    void reopen(DutyCase duty, @Nullable UUID officer, String reason) {
        CaseMove.REOPEN.mustBePossibleIn(duty.state());
        var clock = duty.clock().pausedOn() == null ? duty.clock() : resumed(duty, today());
        duties.update(clock.running().counted(calendar(duty)));
        record(duty, CaseMove.REOPEN, officer, reason, Map.of());
        duties.state(duty.id(), CaseState.OPEN, null, null);
    }

    private DutyCase moved(DutyCase duty, Wanted wanted, UUID officer) {
        wanted.move().mustBePossibleIn(duty.state());
        var day = wanted.on() == null ? today() : wanted.on();
        mustBePossible(duty, wanted.move(), day);
        if (wanted.move() == CaseMove.REOPEN) {
            reopen(duty, officer, wanted.reason().strip());
            return duties.byId(duty.id()).orElseThrow();
        }
        var before = duty.clock();
        var after = clock(duty, wanted, day);
        duties.update(after);
        record(duty, wanted.move(), officer, wanted.reason().strip(), Map.of("on", day.toString(), "more", wanted.more()));
        if (!Objects.equals(before.dueOn(), after.dueOn())) {
            duties.moved(after, before.dueOn(), time.instant(), wanted.move().label(), wanted.reason().strip());
        }
        duties.state(duty.id(), wanted.move().to(), duty.piece(), wanted.move() == CaseMove.MEET ? wanted.reason().strip() : duty.evidence());
        return duties.byId(duty.id()).orElseThrow();
    }

    /** A day that has passed is not moved any more (条例第三十三条: 在期限届满前), and a shortest time is not cancelled. */
    private void mustBePossible(DutyCase duty, CaseMove move, LocalDate day) {
        boolean dated = move == CaseMove.PAUSE || move == CaseMove.RESUME;
        if (dated && (day.isAfter(today()) || day.isBefore(duty.happenedAt().toLocalDate()))) {
            throw Refusal.invalid("日期应在事情发生之日和今天之间。");
        }
        if ((move == CaseMove.PAUSE || move == CaseMove.EXTEND) && duty.clock().isLate(time.instant())) {
            throw Refusal.conflict("期限" + duty.clock().dueOn() + "已经过了，不能再" + move.label() + "；延期和中止计时要在期限届满以前办。");
        }
        if (move == CaseMove.CANCEL && duty.rule().kind() == Rule.Kind.MIN_DURATION && duty.source() == Trigger.Source.CASE) {
            throw Refusal.conflict("最短公示时间不能撤销；所公示的信息撤回的，它随之结束。");
        }
    }

    private CaseClock clock(DutyCase duty, Wanted wanted, LocalDate day) {
        var clock = duty.clock();
        return switch (wanted.move().effect()) {
            case PAUSES -> paused(clock, day);
            case RESUMES -> resumed(duty, day);
            case EXTENDS -> clock.extended(wanted.more()).counted(calendar(duty));
            case ENDS -> clock.ended(time.instant());
            case REOPENS -> throw new IllegalArgumentException("reopened elsewhere");
            case MEETS -> met(duty);
        };
    }

    private static CaseClock paused(CaseClock clock, LocalDate day) {
        if (!(clock.rule() instanceof openland.calendar.ClockRule.Deadline)) {
            throw Refusal.conflict("“" + clock.rule().label() + "”这种期限不能中止计时。");
        }
        return clock.paused(day);
    }

    private CaseClock resumed(DutyCase duty, LocalDate day) {
        var since = Objects.requireNonNull(duty.clock().pausedOn());
        if (day.isBefore(since)) {
            throw Refusal.invalid("恢复计时的日期不能早于中止的日期" + since + "。");
        }
        return duty.clock().resumed(day).counted(calendar(duty));
    }

    private CaseClock met(DutyCase duty) {
        var clock = duty.clock();
        if (duty.rule().kind() == Rule.Kind.MIN_DURATION && clock.dueAt() != null && time.instant().isBefore(clock.dueAt())) {
            throw Refusal.conflict(notYet(duty));
        }
        return (clock.pausedOn() == null ? clock : resumed(duty, today())).met(time.instant());
    }

    /** That a shortest time has not passed, and when it will have. */
    static String notYet(DutyCase floor) {
        var last = Objects.requireNonNull(floor.clock().dueOn());
        return "“" + floor.title() + "”" + floor.rule().label() + "，到" + last + "这一天还应公示，" + last.plusDays(1) + "起才能办下一步。依据：" + floor.rule().basis();
    }

    private void record(DutyCase duty, CaseMove move, @Nullable UUID officer, String reason, Map<String, ?> detail) {
        var n = duties.steps(duty.id()).size() + 1;
        duties.add(duty.id(), new CaseStep(n, move, move.to(), officer, reason, time.instant()), JSON.writeValueAsString(detail));
        journal.record(new Act("case." + move.code(), officer, duty.office(), duty.id().toString(), detail));
    }

    private Calendar calendar(DutyCase duty) {
        return calendars.forRegion(duty.clock().region());
    }

    private LocalDate today() {
        return Time.dateOf(time.instant());
    }
}
