package openland.casework;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import openland.calendar.Derived;
import openland.catalogue.Rule;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Offices;
import org.springframework.stereotype.Component;

/** What the officer's offices owe, for the desk: the nearest ones; the whole list is the worklist of duties. */
@Component
class DueDuties implements DueSource {
    private static final int MOST = 50;
    private static final int TOLD = 3;

    private final Duties duties;
    private final DutySight sight;
    private final Nearness nearness;
    private final Offices offices;

    DueDuties(Duties duties, DutySight sight, Nearness nearness, Offices offices) {
        this.duties = duties;
        this.sight = sight;
        this.nearness = nearness;
        this.offices = offices;
    }

    @Override
    public List<Due> dueFor(Officer officer) {
        var missable = List.of(Rule.Kind.values()).stream().filter(Rule.Kind::canBeMissed).collect(Collectors.toSet());
        return duties.running(sight.own(officer), new DutyQuery(null, null, missable, null), MOST).items().stream().map(duty -> due(duty, officer)).toList();
    }

    private Due due(DutyCase duty, Officer officer) {
        var near = nearness.of(duty);
        var clock = duty.clock();
        var at = clock.dueAt() == null ? duty.openedAt() : Objects.requireNonNull(clock.dueAt()).minusSeconds(1);
        var next = officer.holdsOneOf(OpeningDuties.REPORTERS, duty.office()) && clock.pausedOn() == null ? "去办" : "";
        return new Due(duty.name(), (duty.kind() == CaseKind.REQUEST ? "依申请公开　" : "公开义务　") + duty.rule().label(), duty.kind().address(duty.id()), at, near.haste(), near.left(), reason(duty),
                duty.unit().isEmpty() ? offices.byId(duty.office()).map(Office::name).orElse("") : duty.unit(), next);
    }

    /** The last sentences of its derivation, which say the day and the law. */
    private String reason(DutyCase duty) {
        var clock = duty.clock();
        if (clock.pausedOn() != null) {
            return clock.pausedOn() + "起中止计时，恢复以后接着算。原定" + clock.firstDueOn() + "。";
        }
        var all = duties.derivation(duty).stream().map(Derived::sentence).toList();
        return String.join("", all.subList(Math.max(0, all.size() - TOLD), all.size())) + "依据：" + duty.rule().basis();
    }
}
