package openland.request;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import openland.base.Refusal;
import openland.base.Wording;
import openland.calendar.Calendars;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Offices;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves a request: confirmation, correction, reasons, fee, extension, assignment. What has a room of its own (views of others, the reply,
 * remedies) is moved there. Each move may be repeated and then changes nothing.
 */
@Service
public class MovingRequests {
    /** What an applicant may do himself, with his number and code. */
    private static final Set<RequestMove> BY_APPLICANT = EnumSet.of(RequestMove.WITHDRAW, RequestMove.CORRECT, RequestMove.GIVE_REASONS, RequestMove.ADD);
    private static final Set<RequestMove> HERE = EnumSet.of(RequestMove.CONFIRM, RequestMove.WITHDRAW, RequestMove.ASK_CORRECTION, RequestMove.CORRECT,
            RequestMove.ABANDON, RequestMove.ASSIGN, RequestMove.ASK_REASONS, RequestMove.GIVE_REASONS, RequestMove.NO_REASONS, RequestMove.DELAY,
            RequestMove.CHARGE, RequestMove.PAY, RequestMove.UNPAID, RequestMove.ADVISE, RequestMove.PROPOSE_EXTENSION, RequestMove.EXTEND, RequestMove.ADD,
            RequestMove.AMEND);
    /** Which of them need words. */
    private static final Set<RequestMove> WITH_WORDS = EnumSet.of(RequestMove.ASK_CORRECTION, RequestMove.CORRECT, RequestMove.ABANDON, RequestMove.ASK_REASONS,
            RequestMove.GIVE_REASONS, RequestMove.DELAY, RequestMove.CHARGE, RequestMove.ADVISE, RequestMove.PROPOSE_EXTENSION, RequestMove.EXTEND,
            RequestMove.ADD, RequestMove.AMEND);
    private static final int LONGEST_DELAY = 366;

    private final RequestStore requests;
    private final FilingStore filings;
    private final Happening happening;
    private final Notices notices;
    private final RequestDesks desks;
    private final Calendars calendars;
    private final Offices offices;

    MovingRequests(RequestStore requests, FilingStore filings, Happening happening, Notices notices, RequestDesks desks, Calendars calendars, Offices offices) {
        this.requests = requests;
        this.filings = filings;
        this.happening = happening;
        this.notices = notices;
        this.desks = desks;
        this.calendars = calendars;
        this.offices = offices;
    }

    /**
     * What somebody wants.
     *
     * @param on     the day that counts in law; today when null
     * @param remark what is to be corrected, why it is put off, what it costs
     * @param detail as {@link RequestEvent} names it
     */
    public record Wanted(UUID request, RequestMove move, @Nullable LocalDate on, String remark, Map<String, String> detail) {}

    /** Those that this officer could make here now, in the order of the table; what each needs is asked when it is made. */
    public List<RequestMove> possible(InformationRequest one, Officer by) {
        return HERE.stream().filter(move -> move.isPossibleIn(one.stage()) && by.holdsOneOf(move.posts(), one.office())).sorted().toList();
    }

    /**
     * Makes the move.
     *
     * @throws Refusal FORBIDDEN without the post; INVALID when something is missing or a day cannot be; CONFLICT when it cannot happen now
     */
    @Transactional
    public InformationRequest move(Wanted wanted, Officer by) {
        var one = requests.locked(wanted.request()).orElseThrow(() -> Refusal.notFound("没有这件申请。"));
        by.mustHoldOneOf(wanted.move().posts(), one.office());
        return moved(one, wanted, by.id());
    }

    /** What the applicant does himself; who he is was proved by the caller. @throws Refusal as {@link #move(Wanted, Officer)} */
    @Transactional
    public InformationRequest moveByApplicant(Wanted wanted) {
        if (!BY_APPLICANT.contains(wanted.move())) {
            throw Refusal.forbidden("这一步由机关办理。");
        }
        var one = requests.locked(wanted.request()).orElseThrow(() -> Refusal.notFound("没有这件申请。"));
        return moved(one, new Wanted(one.id(), wanted.move(), null, wanted.remark(), Map.of()), null);
    }

    private InformationRequest moved(InformationRequest one, Wanted wanted, @Nullable UUID by) {
        var move = wanted.move();
        if (!HERE.contains(move)) {
            throw Refusal.invalid("“" + move.label() + "”不在这里办理。");
        }
        var on = wanted.on() == null ? happening.today() : wanted.on();
        var remark = WITH_WORDS.contains(move) ? Words.reason(wanted.remark(), "说明") : Wording.text(wanted.remark(), "说明", 1000);
        if (isRepeated(one, move, on, remark)) {
            return one;
        }
        move.mustBePossibleIn(one.stage());
        var office = offices.byId(one.office()).orElseThrow();
        var clock = RequestClock.of(requests.events(one.id()));
        var detail = new HashMap<>(wanted.detail());
        check(new Step(one, move, on, office, clock, detail));
        var before = due(clock, one, office);
        var moved = happening.happened(one, new Happening.New(move, on, by, remark, detail), move.reply().map(code -> new Happening.Outcome(code, null)).orElse(null));
        notices.write(moved, new Notices.Days(before, due(RequestClock.of(requests.events(one.id())), moved, office)));
        return moved;
    }

    private @Nullable LocalDate due(RequestClock clock, InformationRequest one, Office office) {
        var received = one.receivedOn();
        return received == null ? null : clock.due(happening.within(office, received), calendars.forRegion(office.region())).map(openland.calendar.Due::date).orElse(null);
    }

    /** The same move again, right after itself. */
    private boolean isRepeated(InformationRequest one, RequestMove move, LocalDate on, String remark) {
        var events = requests.events(one.id());
        return !events.isEmpty() && events.getLast().move() == move && events.getLast().on().equals(on) && events.getLast().remark().equals(remark);
    }

    private record Step(InformationRequest one, RequestMove move, LocalDate on, Office office, RequestClock clock, Map<String, String> detail) {
        LocalDate day(String name, String what) {
            try {
                return LocalDate.parse(detail.getOrDefault(name, ""));
            } catch (java.time.format.DateTimeParseException e) {
                throw Refusal.invalid("请写明" + what + "，例如2026-11-23。");
            }
        }

        void keepOnly(String... names) {
            detail.keySet().retainAll(Set.of(names));
        }
    }

    private void check(Step step) {
        switch (step.move()) {
            case ASK_CORRECTION -> mayAskCorrection(step);
            case ABANDON -> mustBeOver(step, RequestMove.ASK_CORRECTION, "补正");
            case ASK_REASONS -> mayAskReasons(step);
            case NO_REASONS -> mustBeOver(step, RequestMove.ASK_REASONS, "说明理由");
            case DELAY -> mayDelay(step);
            case CHARGE -> mayCharge(step);
            case UNPAID -> mustBeOver(step, RequestMove.CHARGE, "缴费");
            case EXTEND -> mayExtend(step);
            case ASSIGN -> step.keepOnly("unit", "handler");
            case CONFIRM -> mayConfirm(step);
            case AMEND -> mayAmend(step);
            default -> step.keepOnly();
        }
    }

    private void mayConfirm(Step step) {
        step.keepOnly();
        var arrived = filings.byId(step.one().filing()).orElseThrow().arrivedOn();
        Words.must(!step.on().isBefore(arrived), "确认收到的日期不能早于申请到达的" + arrived + "。");
    }

    /** Once, with a reasonable period (第三十条). A notice after the seven working days is still made; the record says that it was late. */
    private static void mayAskCorrection(Step step) {
        step.keepOnly(RequestEvent.BY);
        Words.must(step.one().regime() == Regime.OF_2019, "2007年条例没有停下来等补正的规定：请以“告知作出更改、补充”答复。");
        if (step.clock().corrections() > 0) {
            throw Refusal.conflict("补正只能通知一次（条例第三十条），这件申请已经通知过。补正以后仍不明确的，以“补正后申请内容仍不明确”答复。");
        }
        Words.must(step.day(RequestEvent.BY, "合理的补正期限").isAfter(step.on()), "补正期限要在通知之日以后。");
    }

    private static void mayAskReasons(Step step) {
        step.keepOnly(RequestEvent.BY);
        Words.must(step.one().regime() == Regime.OF_2019, "2007年条例没有要求说明理由的规定。");
        Words.must(step.day(RequestEvent.BY, "说明理由的期限").isAfter(step.on()), "说明理由的期限要在通知之日以后。");
    }

    /** The period that the notice gave must have passed. */
    private void mustBeOver(Step step, RequestMove notice, String what) {
        step.keepOnly();
        var by = requests.events(step.one().id()).reversed().stream().filter(event -> event.move() == notice).findFirst()
                .map(event -> event.day(RequestEvent.BY)).orElse(null);
        if (by != null && !step.on().isAfter(by)) {
            throw Refusal.conflict(what + "的期限是" + by + "，过了这一天才能这样办。");
        }
    }

    private void mayDelay(Step step) {
        step.keepOnly(RequestEvent.BY);
        var to = step.day(RequestEvent.BY, "延迟到哪一天");
        Words.must(requests.events(step.one().id()).stream().anyMatch(event -> event.move() == RequestMove.GIVE_REASONS),
                "申请人说明了理由、理由合理的，才能确定延迟答复的期限（条例第三十五条）。");
        Words.must(calendars.forRegion(step.office().region()).isWorkingDay(to), to + "不是工作日，请另定一天。");
        Words.must(to.isAfter(step.on()) && to.isBefore(step.on().plusDays(LONGEST_DELAY)), "延迟答复的日期应在今天以后一年以内。");
    }

    private void mayCharge(Step step) {
        step.keepOnly("amount", "standard", "count");
        Words.must(desks.of(step.office().id()).fees(), "本机关没有开启信息处理费。按国办函〔2020〕109号逐件决定，先在办理设置里开启。");
        Words.must(step.one().regime() == Regime.OF_2019, "2007年条例下不收信息处理费。");
        var standard = Fee.Standard.of(step.detail().getOrDefault("standard", "")).orElseThrow(() -> Refusal.invalid("请选按件还是按量计收，只能选一种。"));
        int count;
        try {
            count = Integer.parseInt(step.detail().getOrDefault("count", ""));
        } catch (NumberFormatException e) {
            throw Refusal.invalid("请写明是多少件或者多少页。");
        }
        int yuan = Fee.yuan(standard, count);
        Words.must(yuan > 0, standard.label() + count + standard.unit() + "在免收的范围以内。");
        step.detail().put("amount", Integer.toString(yuan));
        step.detail().put(RequestEvent.BY, calendars.forRegion(step.office().region())
                .workingDayAfter(step.on(), desks.of(step.office().id()).paymentDays()).toString());
    }

    /** Once, before the time is over, by no more than the law allows (第三十三条第二款). */
    private void mayExtend(Step step) {
        step.keepOnly(RequestEvent.DAYS);
        var one = step.one();
        var received = java.util.Objects.requireNonNull(one.receivedOn());
        if (step.clock().extensions() > 0) {
            throw Refusal.conflict("这件申请已经延长过一次，不能再延长。");
        }
        int longest = happening.longest(step.office(), received);
        int days;
        try {
            days = Integer.parseInt(step.detail().getOrDefault(RequestEvent.DAYS, ""));
        } catch (NumberFormatException e) {
            throw Refusal.invalid("请写明延长几个工作日。");
        }
        Words.must(days >= 1 && days <= longest, "延长的期限最长不超过" + longest + "个工作日。");
        var due = due(step.clock(), one, step.office());
        if (due == null) {
            throw Refusal.conflict("征求意见期间不计时，收到意见以后再决定要不要延期。");
        }
        if (step.on().isAfter(due)) {
            throw Refusal.conflict("答复的期限" + due + "已经过了，不能再延长；延期要在期限届满以前决定并告知申请人。");
        }
    }

    /** A day that was written down wrongly; not a move that was never made. */
    private void mayAmend(Step step) {
        step.keepOnly(RequestEvent.EVENT);
        var events = requests.events(step.one().id());
        int n;
        try {
            n = Integer.parseInt(step.detail().getOrDefault(RequestEvent.EVENT, ""));
        } catch (NumberFormatException e) {
            n = 0;
        }
        int wanted = n;
        var amended = events.stream().filter(event -> event.n() == wanted && event.move() != RequestMove.AMEND).findFirst()
                .orElseThrow(() -> Refusal.invalid("请选要更正哪一步的日期。"));
        var earliest = amended.move() == RequestMove.CONFIRM ? filings.byId(step.one().filing()).orElseThrow().arrivedOn() : events.getFirst().on();
        Words.must(!step.on().isBefore(earliest), "更正后的日期不能早于" + earliest + "。");
        mustStayInOrder(events, amended.on(step.on()));
    }

    /** What was closed was received before. */
    private static void mustStayInOrder(List<RequestEvent> events, RequestEvent amended) {
        var after = RequestClock.amended(events).stream().map(event -> event.n() == amended.n() ? amended : event).toList();
        var received = after.stream().filter(event -> event.move() == RequestMove.CONFIRM).map(RequestEvent::on).findFirst();
        var closed = after.stream().filter(event -> !event.move().to(Stage.PROCESSING).isOpen()).map(RequestEvent::on).findFirst();
        Words.must(received.isEmpty() || closed.isEmpty() || !closed.get().isBefore(received.get()), "更正以后，办结之日就早于收到申请之日了，请核对。");
    }
}
