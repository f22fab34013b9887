package openland.casework;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import openland.base.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Shortest times (最短公示时间) that published pieces began: what comes next waits for them. */
@Service
public class Floors {
    private final DutyStore duties;
    private final MovingDuties moving;

    Floors(DutyStore duties, MovingDuties moving) {
        this.duties = duties;
        this.moving = moving;
    }

    /** Why what follows these pieces may not be done yet, in a sentence; empty when it may. */
    public Optional<String> inTheWay(Collection<UUID> pieces, Instant at) {
        return begunBy(pieces).stream().filter(floor -> floor.clock().dueAt() != null && at.isBefore(floor.clock().dueAt()))
                .max(java.util.Comparator.comparing(floor -> Objects.requireNonNull(floor.clock().dueAt()))).map(MovingDuties::notYet);
    }

    /** Those that still run or have run. */
    public List<DutyCase> begunBy(Collection<UUID> pieces) {
        return pieces.isEmpty() ? List.of() : duties.floorsOf(pieces);
    }

    /**
     * What follows these pieces may be done.
     *
     * @throws Refusal CONFLICT with the sentence that says until when it may not
     */
    public void mustHavePassed(Collection<UUID> pieces, Instant at) {
        inTheWay(pieces, at).ifPresent(sentence -> {
            throw Refusal.conflict(sentence);
        });
    }

    /**
     * What follows these pieces is done now: the times that they began have passed. Within the publication's transaction.
     *
     * @throws Refusal CONFLICT with the sentence that says until when
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void pass(Collection<UUID> pieces, UUID next, UUID by, Instant at) {
        begunBy(pieces).forEach(floor -> duties.locked(floor.id()));   // in the order of their ids
        mustHavePassed(pieces, at);
        for (var floor : begunBy(pieces)) {
            if (floor.state() == CaseState.OPEN) {
                moving.metBy(floor, next, by, "期间已满，下一环节已公开");
            }
        }
    }
}
