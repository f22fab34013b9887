package openland.request.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import openland.base.Time;
import openland.calendar.Calendars;
import openland.calendar.ClockRule;
import openland.calendar.Derived;
import openland.calendar.Pauses;
import openland.calendar.Reckoning;
import openland.casework.FollowedCases;
import openland.catalogue.Rules;
import openland.office.Office;
import openland.office.Offices;
import openland.request.InformationRequest;
import openland.request.Letters;
import openland.request.Papers;
import openland.request.PlainWords;
import openland.request.Remedy;
import openland.request.ReplyTypes;
import openland.request.RequestDesks;
import openland.request.RequestEvent;
import openland.request.RequestMove;
import openland.request.Requests;
import openland.request.Requests.Answer;
import openland.request.Stage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes of a request what its applicant reads. */
@Component
class Tracker {
    private static final String REVIEW = "REM-01";
    private static final String SUIT = "REM-07";

    private final Requests requests;
    private final RequestDesks desks;
    private final Papers papers;
    private final Letters letters;
    private final FollowedCases cases;
    private final ReplyTypes replies;
    private final Rules rules;
    private final Calendars calendars;
    private final Offices offices;
    private final InstantSource time;

    Tracker(Requests requests, RequestDesks desks, Papers papers, Letters letters, FollowedCases cases, ReplyTypes replies, Rules rules, Calendars calendars,
            Offices offices, InstantSource time) {
        this.requests = requests;
        this.desks = desks;
        this.papers = papers;
        this.letters = letters;
        this.cases = cases;
        this.replies = replies;
        this.rules = rules;
        this.calendars = calendars;
        this.offices = offices;
        this.time = time;
    }

    TrackView view(Tracking.Seen seen) {
        var one = seen.one();
        var events = requests.events(one.id());
        var answer = requests.answer(one).orElse(null);
        var office = offices.byId(one.office()).orElseThrow();
        LocalDate today = Time.dateOf(time.instant());
        var due = answer == null || answer.due() == null ? null : answer.due();
        return new TrackView(one, seen.filing(), office, desks.of(office.id()), headline(one, events, answer, office, today), Milestone.of(one, events, due, today),
                answer == null ? List.of() : answer.derivation().stream().map(Derived::sentence).toList(),
                months(one, answer, today), due, history(one, events), papers.of(one, seen.viewer()), letters.of(one, seen.viewer()),
                after(one, office), one.stage().isOpen() && one.redoOf() == null && due != null ? reviewUntil(due.date(), office) : null,
                requests.ofFiling(one.filing()).stream().filter(other -> !other.id().equals(one.id())).toList(),
                requests.handedOver(one.id()).orElse(null), today);
    }

    private static List<ClockMonth> months(InformationRequest one, @Nullable Answer answer, LocalDate today) {
        return answer == null || answer.clock().start() == null || one.stage() == Stage.WITHDRAWN ? List.of() : ClockMonth.of(one, answer, today);
    }

    private TrackView.Headline headline(InformationRequest one, List<RequestEvent> events, @Nullable Answer answer, Office office, LocalDate today) {
        var due = answer == null ? null : answer.due();
        if (one.redoOf() != null) {
            var by = again(one);
            return new TrackView.Headline("正在重新办理" + (by == null ? "" : "，最晚" + PlainWords.day(by) + "答复您"), "按照复议决定或者判决的要求重新答复；下面的日历是第一次答复的。", "");
        }
        return switch (one.stage()) {
            case SUBMITTED -> new TrackView.Headline("等" + office.name() + "与您确认收到", "从确认的那一天起算答复期限。", "");
            case WITHDRAWN -> new TrackView.Headline(events.getLast().move() == RequestMove.HAND_OVER ? "已经转给应当办理的机关" : "您已经撤回", PlainWords.of(events.getLast(), one).orElse(""), "");
            case CLOSED -> new TrackView.Headline(closed(one), reply(one), "");
            case CORRECTING -> new TrackView.Headline("等您补充：请在" + day(asked(events, RequestMove.ASK_CORRECTION)) + "以前", "您补充以后，答复期限从头起算。", "r2");
            case PAYING -> new TrackView.Headline("等您缴费：请在" + day(asked(events, RequestMove.CHARGE)) + "以前", "缴费以后，答复期限从头起算。", "r2");
            default -> due == null ? new TrackView.Headline("正在征求意见，答复期限暂停", "收到意见以后接着算，新的日期会写在这里。", "")
                    : due.date().isBefore(today) ? new TrackView.Headline("应当在" + PlainWords.day(due.date()) + "以前答复您，已经超过", "您可以直接申请行政复议，见下面。", "r3")
                    : new TrackView.Headline((due.provisional() ? "暂定：" : "") + "最晚" + PlainWords.day(due.date()) + "答复您",
                            due.provisional() ? "那时的放假安排还没有公布，公布以后重新算，可能会变。" : "", left(answer, today) <= 3 ? "r2" : "r1");
        };
    }

    /** By when a decision wants another answer. */
    private @Nullable LocalDate again(InformationRequest one) {
        return Optional.ofNullable(one.redoOf()).flatMap(cases::byId).map(known -> known.clock().dueOn()).orElse(null);
    }

    private static long left(@Nullable Answer answer, LocalDate today) {
        return answer == null || answer.due() == null ? 0 : answer.calendar().workingDaysBetween(today, answer.due().date());
    }

    private static Optional<LocalDate> asked(List<RequestEvent> events, RequestMove move) {
        return events.stream().filter(event -> event.move() == move).reduce((_, last) -> last).map(event -> event.detail().getOrDefault(RequestEvent.BY, ""))
                .filter(day -> day.matches("\\d{4}-\\d\\d-\\d\\d")).map(LocalDate::parse);
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(PlainWords::day).orElse("通知书写明的日期");
    }

    private static String closed(InformationRequest one) {
        var on = Objects.requireNonNull(one.closedOn());
        return one.isGivenUp() ? "已经不再处理" : "已于" + PlainWords.day(on) + "答复您";
    }

    private String reply(InformationRequest one) {
        var reply = one.reply();
        return reply == null ? "" : "结果：" + replies.byCode(reply).name() + "。";
    }

    /** What the applicant is told of, with the words that were meant for him, the latest first. */
    private static List<TrackView.Told> history(InformationRequest one, List<RequestEvent> events) {
        var told = new ArrayList<TrackView.Told>();
        for (var event : events) {
            var words = PlainWords.of(event, one).or(() -> Optional.ofNullable(event.move() == RequestMove.ADD ? "您补充了说明。" : null));
            words.ifPresent(sentence -> told.add(new TrackView.Told(event.on(), PlainWords.title(event.move()), sentence, forApplicant(event))));
        }
        return told.reversed();
    }

    /** Remarks of other moves are the office's own, or name others who were asked. */
    private static String forApplicant(RequestEvent event) {
        return switch (event.move()) {
            case ASK_CORRECTION, ASK_REASONS, CHARGE, DELAY, EXTEND, CORRECT, GIVE_REASONS, ADD -> event.remark();
            default -> "";
        };
    }

    private TrackView.@Nullable After after(InformationRequest one, Office office) {
        var closed = one.closedOn();
        var reply = one.reply();
        if (one.stage() != Stage.CLOSED || closed == null || reply == null) {
            return null;
        }
        var remedy = replies.byCode(reply).remedy(closed);
        return remedy == Remedy.NONE ? null : new TrackView.After(remedy, reviewUntil(closed, office), until(SUIT, closed, office));
    }

    private @Nullable LocalDate reviewUntil(LocalDate from, Office office) {
        return until(REVIEW, from, office);
    }

    private @Nullable LocalDate until(String id, LocalDate from, Office office) {
        return rules.all().stream().filter(rule -> rule.id().equals(id) && rule.rule().isInForceOn(from)).findFirst()
                .filter(rule -> rule.rule().clock() instanceof ClockRule.DayRule)
                .map(rule -> Reckoning.due((ClockRule.DayRule) Objects.requireNonNull(rule.rule().clock()), from, Pauses.NONE, calendars.forRegion(office.region())).date()).orElse(null);
    }
}
