package openland.casework;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import openland.base.Time;
import openland.casework.Due.Haste;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Offices;
import org.springframework.stereotype.Component;

/** For the desk: reminders that wait for a receipt, and what offices below owe so long that it has come up here. */
@Component
class RemindedDuties implements DueSource {
    private static final int MOST = 20;

    private final Reminders reminders;
    private final Duties duties;
    private final Offices offices;

    RemindedDuties(Reminders reminders, Duties duties, Offices offices) {
        this.reminders = reminders;
        this.duties = duties;
        this.offices = offices;
    }

    @Override
    public List<Due> dueFor(Officer officer) {
        var waiting = reminders.inbox(officer, MOST).stream().filter(Reminder::waits).map(one -> due(one, officer));
        return Stream.concat(waiting, reminders.escalated(officer, MOST).stream().map(this::due)).toList();
    }

    private Due due(Reminder reminder, Officer officer) {
        var title = duties.byId(reminder.duty()).map(DutyCase::name).orElse("");
        return new Due(title, "上级催办", address(reminder.duty()), reminder.at(), Haste.LATE, "待回执", name(reminder.from()) + "催办：" + reminder.text(),
                name(reminder.to()), officer.holdsOneOf(Reminders.HANDS, reminder.to()) ? "去回执" : "");
    }

    private Due due(Reminders.Late late) {
        return new Due(late.name(), "下级逾期", address(late.duty()), late.dueOn().plusDays(1).atStartOfDay(Time.CHINA).toInstant(), Haste.LATE,
                "晚了" + late.workingDays() + "个工作日", late.reminders() == 0 ? "逾期已久，由上级机构监督。" : "已经催办" + late.reminders() + "次" + (late.waits() ? "，待回执。" : "。"),
                name(late.office()), late.waits() ? "" : "去催办");
    }

    private static String address(UUID duty) {
        return "/desk/duties/" + duty + "/reminders";
    }

    private String name(UUID office) {
        return offices.byId(office).map(Office::name).orElse("");
    }
}
