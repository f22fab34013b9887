package openland.request;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import openland.base.Time;
import openland.casework.CaseKind;
import openland.casework.Due;
import openland.casework.DueSource;
import openland.casework.FollowedCases;
import openland.casework.Nearness;
import openland.office.Officer;
import openland.office.Post;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Requests that wait for this officer's own move: a review, a signature, a delivery, a correction that has come. Their dates stand in the
 * worklist for everybody; here the same line says to him what is to be done.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DueRequests implements DueSource {
    private static final int MOST = 50;
    /** Which move a stage waits for, and how the link to it is called. */
    private static final List<Wait> WAITS = List.of(wait(Stage.SECRECY, RequestMove.PASS_SECRECY, "答复等保密审查", "去审查"),
            wait(Stage.LEGAL, RequestMove.PASS_LEGAL, "答复等合法性审核", "去审核"), wait(Stage.APPROVAL, RequestMove.SIGN, "答复等签发", "去签发"),
            wait(Stage.SIGNED, RequestMove.DELIVER, "答复等送达", "去送达"),
            new Wait(EnumSet.of(Stage.REGISTERED), RequestMove.CORRECT, RequestMove.ASSIGN, "收到补正", "去看补正"),
            new Wait(EnumSet.allOf(Stage.class), RequestMove.PROPOSE_EXTENSION, RequestMove.EXTEND, "提请延期", "去决定延期"));

    private final ListStore lists;
    private final FollowedCases cases;
    private final Nearness nearness;

    DueRequests(ListStore lists, FollowedCases cases, Nearness nearness) {
        this.lists = lists;
        this.cases = cases;
        this.nearness = nearness;
    }

    /** @param by what must have happened last; null for anything, @param move for which it waits */
    private record Wait(Set<Stage> stages, @Nullable RequestMove by, RequestMove move, String what, String next) {}

    private static Wait wait(Stage stage, RequestMove move, String what, String next) {
        return new Wait(EnumSet.of(stage), null, move, what, next);
    }

    @Override
    public List<Due> dueFor(Officer officer) {
        var due = new ArrayList<Due>();
        WAITS.forEach(wait -> {
            var where = offices(officer, wait.move());
            if (!where.isEmpty()) {
                lists.waiting(where, wait.stages(), wait.by(), MOST).forEach(one -> due.add(due(one, wait)));
            }
        });
        return due;
    }

    private static List<UUID> offices(Officer officer, RequestMove move) {
        return officer.posts().stream().filter(held -> move.posts().contains(held.post())).map(Officer.Holding::office).distinct().collect(Collectors.toList());
    }

    private Due due(ListStore.Waiting waiting, Wait wait) {
        var one = waiting.request();
        var caseId = one.redoOf() == null ? one.caseId() : one.redoOf();
        var duty = caseId == null ? null : cases.byId(caseId).orElse(null);
        var kind = "依申请公开　" + wait.what();
        var since = Time.dateOf(waiting.since()) + "“" + waiting.by().label() + "”以后等在这一步。";
        if (duty == null) {
            return new Due(one.number(), kind, "/desk/requests/" + one.id(), waiting.since(), Due.Haste.CALM, "等办", since, one.unit(), wait.next());
        }
        var near = nearness.of(duty);
        var on = duty.clock().dueOn();
        Instant at = on == null ? waiting.since() : on.atTime(LocalTime.MAX).atZone(Time.CHINA).toInstant();
        var why = on == null ? since : since + "答复最迟" + on + "。";
        return new Due(one.number() + "　" + shortened(one.asked()), kind, CaseKind.REQUEST.address(duty.id()), at, near.haste(), near.left(), why, who(wait.move()), wait.next());
    }

    private static String who(RequestMove move) {
        return move.posts().stream().map(Post::label).collect(Collectors.joining("、"));
    }

    private static String shortened(String asked) {
        var line = asked.replace('\n', ' ');
        return line.length() > 30 ? line.substring(0, 30) + "…" : line;
    }
}
