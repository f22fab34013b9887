package openland.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import openland.base.Refusal;
import openland.base.Time;
import openland.catalogue.Rule;
import openland.catalogue.Rules;
import openland.office.Officer;
import openland.office.Offices;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A duty is met by the right piece only: one whose draft was opened from it, or one of the same item and office that carries its
 * key; otherwise an officer links them. Never by item and office alone.
 */
@Service
public class MeetingDuties {
    private final DutyStore duties;
    private final MovingDuties moving;
    private final OpeningDuties opening;
    private final PublishedPieces pieces;
    private final Rules rules;
    private final Offices offices;

    MeetingDuties(DutyStore duties, MovingDuties moving, OpeningDuties opening, PublishedPieces pieces, Rules rules, Offices offices) {
        this.duties = duties;
        this.moving = moving;
        this.opening = opening;
        this.pieces = pieces;
        this.rules = rules;
        this.offices = offices;
    }

    /**
     * A piece that becomes public.
     *
     * @param keys what it is about
     * @param duty from which its draft was opened; null when from none
     * @param at     when
     * @param begins whether it begins to be shown now: a first edition, or one that corrects what was wrong; an edition that only
     *               adds to it begins no new time of display
     */
    public record Published(UUID piece, UUID office, String item, Set<String> keys, @Nullable UUID duty, Instant at, UUID by,
            boolean begins) {}

    /** Meets what this piece meets, and opens the shortest time that it must now be shown. Within the publication's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<UUID> publish(Published published) {
        var met = new ArrayList<UUID>();
        var wanted = new ArrayList<>(duties.openWith(published.office(), published.item(), published.keys()));
        var from = published.duty();
        if (from != null && !wanted.contains(from)) {
            wanted.add(from);
        }
        Collections.sort(wanted);   // locks in one order
        for (var id : wanted) {
            var duty = duties.locked(id).orElseThrow(() -> Refusal.notFound("稿件所依据的公开义务不存在。"));
            if (duty.state().isOpen() && fits(duty, published)) {
                moving.metBy(duty, published.piece(), published.by(), "已公开");
                met.add(id);
            }
        }
        if (published.begins()) {
            openFloors(published);
        }
        return met;
    }

    private static boolean fits(DutyCase duty, Published published) {
        return duty.office().equals(published.office()) && published.item().equals(duty.item());
    }

    private void openFloors(Published published) {
        var office = offices.byId(published.office()).orElseThrow();
        var day = Time.dateOf(published.at());
        for (var floor : rules.floorsOf(published.item(), office, day)) {
            var keys = published.keys().isEmpty() ? Set.of(published.piece().toString()) : published.keys();
            keys.forEach(key -> opening.owed(floor, office, day.atStartOfDay(),
                    new OpeningDuties.About(key, "", Trigger.Source.CASE, published.piece().toString())));
        }
    }

    /** The piece is gone: whatever it met is owed again. Within the withdrawal's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(UUID piece, UUID by, String ground) {
        duties.runningFloorsOf(piece).forEach(id -> duties.locked(id).filter(floor -> floor.state().isOpen())
                .ifPresent(floor -> moving.endFloor(floor, by, "所公示的信息已撤回：" + ground)));
        duties.metBy(piece).forEach(id -> duties.locked(id).filter(duty -> duty.state() == CaseState.MET && duty.rule().kind().canBeMissed())
                .ifPresent(duty -> moving.reopen(duty, by, "所公开的信息已撤回：" + ground)));
    }

    /**
     * An officer says that a published piece is what was owed (关联).
     *
     * @throws Refusal FORBIDDEN without a post at the duty's office; CONFLICT when it is another office's piece, another item's, or
     *                 is not public any more
     */
    @Transactional
    public DutyCase link(UUID id, UUID piece, Officer by) {
        var shown = pieces.locked(piece).orElseThrow(() -> Refusal.conflict("这条信息已经不公开了，不能关联。"));
        var duty = duties.locked(id).orElseThrow(() -> Refusal.notFound("没有这件事项。"));
        by.mustHoldOneOf(OpeningDuties.REPORTERS, duty.office());
        if (Objects.equals(piece, duty.piece()) && duty.state() == CaseState.MET) {
            return duty;
        }
        if (duty.rule().kind() == Rule.Kind.MIN_DURATION) {
            throw Refusal.conflict("“" + duty.title() + "”是最短的公示时间，不由另一条信息来履行。");
        }
        if (!duty.office().equals(shown.office()) || !shown.item().equals(duty.item())) {
            throw Refusal.conflict("只能关联本机构在同一目录事项下公开的信息。");
        }
        moving.metBy(duty, piece, by.id(), "关联已公开的信息", shown.since());
        return duties.byId(id).orElseThrow();
    }
}
