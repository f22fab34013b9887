package openland.request.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import openland.calendar.Due;
import openland.request.InformationRequest;
import openland.request.RequestEvent;
import openland.request.RequestMove;
import openland.request.Stage;
import org.jspecify.annotations.Nullable;

/**
 * A stone on the way of a request: 收到, 登记, 补正, 征求意见, 起草, 审核, 答复.
 *
 * @param state done, todo or late
 * @param here  whether it stands there now
 */
public record Milestone(String name, String when, String words, String state, boolean here) {
    private static final Set<Stage> REVIEWED = EnumSet.of(Stage.SECRECY, Stage.LEGAL, Stage.APPROVAL);
    private static final Set<Stage> WRITTEN = EnumSet.of(Stage.SIGNED, Stage.CLOSED);

    static List<Milestone> of(InformationRequest one, List<RequestEvent> events, @Nullable Due due, LocalDate today) {
        var miles = new ArrayList<Milestone>();
        boolean submitted = one.stage() == Stage.SUBMITTED;
        var received = one.receivedOn();
        miles.add(received == null ? stone("收到", "", "等机关与您确认", submitted) : done("收到", day(received), one.channel().label()));
        miles.add(received == null ? stone("登记", "", "", false) : one.stage() == Stage.REGISTERED
                ? new Milestone("登记", "", "正在看内容是否清楚", "todo", true) : done("登记", "", "编号" + one.number()));
        asked(events, RequestMove.ASK_CORRECTION, RequestMove.CORRECT, "补正", one.stage() == Stage.CORRECTING).ifPresent(miles::add);
        asked(events, RequestMove.ASK_REASONS, RequestMove.GIVE_REASONS, "说明理由", one.stage() == Stage.GIVING_REASONS).ifPresent(miles::add);
        asked(events, RequestMove.CHARGE, RequestMove.PAY, "缴费", one.stage() == Stage.PAYING).ifPresent(miles::add);
        consulted(events, one).ifPresent(miles::add);
        if (one.stage() == Stage.WITHDRAWN) {
            miles.add(done(events.getLast().move() == RequestMove.HAND_OVER ? "转给别的机关" : "撤回", day(events.getLast().on()), ""));
            return miles;
        }
        miles.add(written(one, miles.stream().noneMatch(Milestone::here)));
        miles.add(answered(one, due, today));
        return miles;
    }

    private static Milestone written(InformationRequest one, boolean nothingElse) {
        if (WRITTEN.contains(one.stage())) {
            return done("起草和审核", "", "");
        }
        boolean here = nothingElse && (one.stage() == Stage.PROCESSING || one.stage() == Stage.DRAFTING || REVIEWED.contains(one.stage()));
        return stone("起草和审核", "", here ? one.stage().plain() : "", here);
    }

    private static Milestone answered(InformationRequest one, @Nullable Due due, LocalDate today) {
        var closed = one.closedOn();
        if (closed != null) {
            return done(one.isGivenUp() ? "不再处理" : "答复", day(closed), Boolean.FALSE.equals(one.inTime()) ? "超过了期限" : "");
        }
        if (due != null && due.date().isBefore(today) && one.redoOf() == null) {
            return new Milestone("答复", day(due.date()) + "前", "已经超过", "late", one.stage() == Stage.SIGNED);
        }
        return new Milestone("答复", due == null ? "" : day(due.date()) + "前", due == null ? "日期待定" : due.provisional() ? "暂定" : one.stage() == Stage.SIGNED ? one.stage().plain() : "",
                "todo", one.stage() == Stage.SIGNED);
    }

    private static Optional<Milestone> asked(List<RequestEvent> events, RequestMove asking, RequestMove answering, String name, boolean here) {
        return last(events, asking).map(asked -> here ? new Milestone(name, day(asked.on()) + "起", "等您办", "todo", true)
                : done(name, last(events, answering).map(answer -> day(answer.on())).orElse(day(asked.on())), last(events, answering).isPresent() ? "收到了" : "没有收到"));
    }

    private static Optional<Milestone> consulted(List<RequestEvent> events, InformationRequest one) {
        var first = events.stream().filter(event -> event.move() == RequestMove.CONSULT).findFirst();
        long asked = events.stream().filter(event -> event.move() == RequestMove.CONSULT).count();
        var ends = events.stream().filter(event -> event.move() == RequestMove.VIEW || event.move() == RequestMove.SILENCE).toList();
        return first.map(began -> ends.size() < asked && one.stage().isOpen()
                ? stone("征求意见", day(began.on()) + "起", "期限暂停", one.stage() == Stage.PROCESSING)
                : done("征求意见", day(began.on()) + (ends.isEmpty() ? "" : "—" + day(ends.getLast().on())), ""));
    }

    private static Optional<RequestEvent> last(List<RequestEvent> events, RequestMove move) {
        return events.stream().filter(event -> event.move() == move).reduce((_, last) -> last);
    }

    private static Milestone done(String name, String when, String words) {
        return new Milestone(name, when, words, "done", false);
    }

    private static Milestone stone(String name, String when, String words, boolean here) {
        return new Milestone(name, when, words, "todo", here);
    }

    private static String day(LocalDate day) {
        return day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    /** For aria-current: null writes no attribute. */
    public @Nullable String current() {
        return here ? "step" : null;
    }
}
