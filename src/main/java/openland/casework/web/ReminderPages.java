package openland.casework.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import openland.base.Refusal;
import openland.casework.Duties;
import openland.casework.DutyCase;
import openland.casework.DutySight;
import openland.casework.Reminder;
import openland.casework.Reminders;
import openland.delivery.Mail;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Officers;
import openland.office.Offices;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Reminders by an office above, and their receipts (催办、回执). */
@Controller
public class ReminderPages {
    private static final int MOST = 100;

    private final Reminders reminders;
    private final Duties duties;
    private final DutySight sight;
    private final Offices offices;
    private final Officers officers;
    private final Mail mail;

    ReminderPages(Reminders reminders, Duties duties, DutySight sight, Offices offices, Officers officers, Mail mail) {
        this.reminders = reminders;
        this.duties = duties;
        this.sight = sight;
        this.offices = offices;
        this.officers = officers;
        this.mail = mail;
    }

    /** One reminder. @param about the duty, as the office above may read it. @param mayAnswer whether this officer gives the receipt */
    public record Line(Reminder reminder, String about, String from, String to, String by, String answeredBy, boolean mayAnswer) {}

    /** What came and went. @param mailed whether officers are told by mail at all */
    public record Boxes(List<Line> inbox, List<Line> outbox, List<LateLine> late, boolean mailed) {}

    /** What an office below owes for long. */
    public record LateLine(Reminders.Late late, String office) {}

    /** All reminders of one duty. */
    public record Shown(DutyCase duty, String name, String office, List<Line> lines, boolean mayRemind, boolean maySeeDuty) {}

    @GetMapping("/desk/reminders")
    ModelAndView boxes(Officer officer) {
        sight.mustWork(officer);
        var names = names();
        var boxes = new Boxes(lines(reminders.inbox(officer, MOST), officer, names), lines(reminders.outbox(officer, MOST), officer, names),
                reminders.escalated(officer, MOST).stream().map(late -> new LateLine(late, names.getOrDefault(late.office(), ""))).toList(), mail.isSetUp());
        return new ModelAndView("casework/reminderBoxes", Map.of("boxes", boxes));
    }

    @GetMapping("/desk/duties/{id}/reminders")
    ModelAndView ofDuty(@PathVariable UUID id, @RequestParam(defaultValue = "") String done, Officer officer) {
        return page(id, officer, switch (done) {
            case "sent" -> "催办已发出，对方的工作台和邮箱会收到。";
            case "acknowledged" -> "已回执，催办的机构会看到。";
            default -> "";
        }, null);
    }

    @PostMapping("/desk/duties/{id}/reminders")
    ModelAndView remind(@PathVariable UUID id, @RequestParam(defaultValue = "") String text, Officer officer) {
        try {
            reminders.remind(id, text, officer);
            return new ModelAndView("redirect:/desk/duties/" + id + "/reminders?done=sent");
        } catch (Refusal refusal) {
            return refused(id, officer, refusal);
        }
    }

    @PostMapping("/desk/duties/{id}/reminders/{reminder}")
    ModelAndView acknowledge(@PathVariable UUID id, @PathVariable UUID reminder, @RequestParam(defaultValue = "") String answer, Officer officer) {
        reminders.see(id, officer);
        try {
            reminders.acknowledge(reminder, answer, officer);
            return new ModelAndView("redirect:/desk/duties/" + id + "/reminders?done=acknowledged");
        } catch (Refusal refusal) {
            return refused(id, officer, refusal);
        }
    }

    /** What the form can mend stays on its page. */
    private ModelAndView refused(UUID id, Officer officer, Refusal refusal) {
        if (refusal.reason() != Refusal.Reason.INVALID && refusal.reason() != Refusal.Reason.CONFLICT) {
            throw refusal;
        }
        var page = page(id, officer, "", refusal);
        page.setStatus(HttpStatus.valueOf(refusal.reason().status()));
        return page;
    }

    private ModelAndView page(UUID id, Officer officer, String said, @Nullable Refusal fault) {
        var duty = reminders.see(id, officer);
        boolean sees = sight.own(officer).contains(duty.office()) || sight.below(officer).stream().anyMatch(office -> office.id().equals(duty.office()));
        var names = names();
        var shown = new Shown(duty, sees ? duty.name() : openName(duty), names.getOrDefault(duty.office(), ""),
                lines(reminders.of(id), officer, names), reminders.mayRemind(duty, officer), sees);
        return new ModelAndView("casework/reminder", Map.of("shown", shown, "said", said, "fault", fault == null ? "" : fault.sentence()));
    }

    private List<Line> lines(List<Reminder> all, Officer officer, Map<UUID, String> names) {
        return all.stream().map(one -> new Line(one, duties.byId(one.duty()).map(ReminderPages::openName).orElse(""),
                names.getOrDefault(one.from(), "（已撤销）"), names.getOrDefault(one.to(), "（已撤销）"), name(one.officer()), name(one.acknowledgedBy()),
                one.waits() && officer.holdsOneOf(Reminders.HANDS, one.to()))).toList();
    }

    /** As much as the public may read. */
    private static String openName(DutyCase duty) {
        return duty.title() + (duty.publicSubject() == null ? "" : "：" + duty.publicSubject());
    }

    private Map<UUID, String> names() {
        return offices.all().stream().collect(Collectors.toMap(Office::id, Office::name));
    }

    private String name(@Nullable UUID officer) {
        return officer == null ? "" : officers.account(officer).map(account -> account.displayName()).orElse("");
    }
}
