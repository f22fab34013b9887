package openland.casework;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import openland.base.Ids;
import openland.base.MailAddress;
import openland.base.Refusal;
import openland.base.Time;
import openland.base.Wording;
import openland.calendar.Calendars;
import openland.delivery.Mail;
import openland.delivery.Message;
import openland.journal.Act;
import openland.journal.Journal;
import openland.office.Addresses;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Officer.Holding;
import openland.office.Offices;
import openland.office.Post;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An office above asks an office below about a late duty (催办), and the office below answers (回执). */
@Service
public class Reminders {
    /** Who asks for his office, and who answers. */
    public static final Set<Post> HANDS = EnumSet.of(Post.DRAFTER, Post.LEADER, Post.HEAD);
    private static final int LONGEST = 500;

    private final ReminderStore reminders;
    private final DutySight sight;
    private final Duties duties;
    private final Offices offices;
    private final Calendars calendars;
    private final Escalation escalation;
    private final Addresses addresses;
    private final Mail mail;
    private final Journal journal;
    private final Ids ids;
    private final InstantSource time;
    private final String url;

    Reminders(ReminderStore reminders, DutySight sight, Duties duties, Offices offices, Calendars calendars, Escalation escalation, Addresses addresses,
            Mail mail, Journal journal, Ids ids, InstantSource time, @Value("${openland.url}") String url) {
        this.reminders = reminders;
        this.sight = sight;
        this.duties = duties;
        this.offices = offices;
        this.calendars = calendars;
        this.escalation = escalation;
        this.addresses = addresses;
        this.mail = mail;
        this.journal = journal;
        this.ids = ids;
        this.time = time;
        this.url = url.replaceAll("/+$", "");
    }

    /** What an office below owes for so long that it is shown here. @param workingDays how many it is late */
    public record Late(UUID duty, UUID office, String name, LocalDate dueOn, int workingDays, int reminders, boolean waits) {}

    /**
     * The duty, for whoever works at the office that owes it, leads an office above, or may remind of it.
     *
     * @throws Refusal NOT_FOUND; the journal has a row
     */
    public DutyCase see(UUID duty, Officer officer) {
        var found = duties.byId(duty);
        return found.isPresent() && sender(officer, found.get().office()).isPresent() ? found.get() : sight.see(duty, officer);
    }

    /** For which office above he may remind that office; the nearest one above it. */
    public Optional<UUID> sender(Officer officer, UUID office) {
        return hands(officer).stream().filter(own -> !own.equals(office) && offices.isWithin(office, own)).min(Comparator.comparingInt(own -> offices.subtree(own).size()));
    }

    /** Whether he may remind of it now: only what is late, and running. */
    public boolean mayRemind(DutyCase duty, Officer officer) {
        return isLate(duty) && sender(officer, duty.office()).isPresent();
    }

    /** @param times how often an office above has reminded of it. @param waits whether one of them has no receipt yet */
    public record Asked(int times, boolean waits, boolean mayRemind) {}

    /** How it stands with reminders of that duty, for its page. */
    public Asked asked(DutyCase duty, Officer officer) {
        var all = reminders.of(duty.id());
        return new Asked(all.size(), all.stream().anyMatch(Reminder::waits), mayRemind(duty, officer));
    }

    private boolean isLate(DutyCase duty) {
        return duty.clock().isRunning() && duty.clock().isLate(time.instant());
    }

    private static Set<UUID> hands(Officer officer) {
        return officer.posts().stream().filter(held -> HANDS.contains(held.post())).map(Holding::office).collect(Collectors.toSet());
    }

    /**
     * Reminds. The office that owes is told on its desk and by mail.
     *
     * @param text what is asked, two to five hundred signs; for officers
     * @throws Refusal FORBIDDEN to who has no post in an office above, CONFLICT while it is not late, or the last one waits for its receipt
     */
    @Transactional
    public Reminder remind(UUID duty, String text, Officer by) {
        var about = see(duty, by);
        var from = sender(by, about.office()).orElseThrow(() -> Refusal.forbidden("催办由上级机构的拟稿岗、分管领导或者主要领导发出。"));
        if (!isLate(about)) {
            throw Refusal.conflict("这件公开义务没有逾期，不必催办。");
        }
        var office = offices.byId(from).orElseThrow();
        var reminder = new Reminder(ids.next(office.region()), duty, from, about.office(), by.id(), now(), Wording.reason(text, LONGEST), null, null, "");
        if (!reminders.add(reminder)) {
            throw Refusal.conflict("上一次催办还没有回执，收到回执以后才能再催。");
        }
        journal.record(new Act("duty.reminded", by.id(), from, duty.toString(), Map.of("reminder", reminder.id().toString(), "to", about.office().toString())));
        tell(addresses.ofPosts(about.office(), HANDS), "收到催办：" + about.title(), office.name() + "催办已经逾期的公开义务“" + about.title()
                + "”，请办理并回执。", reminder, "sent");
        return reminder;
    }

    /**
     * Acknowledges with an answer. The same answer again changes nothing. Who reminded is told by mail.
     *
     * @throws Refusal NOT_FOUND to other offices, FORBIDDEN without the post, INVALID without an answer, CONFLICT after another answer
     */
    @Transactional
    public Reminder acknowledge(UUID id, String answer, Officer by) {
        var reminder = reminders.locked(id).orElseThrow(() -> Refusal.notFound("没有这次催办。"));
        sight.mustSee(reminder.to(), id.toString(), by);
        by.mustHoldOneOf(HANDS, reminder.to());
        var words = Wording.reason(answer, LONGEST);
        if (!reminder.waits()) {
            if (reminder.answer().equals(words)) {
                return reminder;
            }
            throw Refusal.conflict("这次催办已经回执，不能再改。");
        }
        var now = now();
        reminders.acknowledge(id, by.id(), now, words);
        journal.record(new Act("duty.reminder-acknowledged", by.id(), reminder.to(), reminder.duty().toString(), Map.of("reminder", id.toString())));
        var office = offices.byId(reminder.to()).map(Office::name).orElse("");
        tell(addresses.of(reminder.officer()).stream().toList(), "催办已回执", office + "对您的催办作了回执。", reminder, "acknowledged");
        return new Reminder(id, reminder.duty(), reminder.from(), reminder.to(), reminder.officer(), reminder.at(), reminder.text(), by.id(), now, words);
    }

    /** As exact as the database keeps it. */
    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Nothing that the public may not read; the rest is behind the link. */
    private void tell(List<MailAddress> whom, String subject, String sentence, Reminder reminder, String what) {
        var text = sentence + "\n\n" + url + "/desk/duties/" + reminder.duty() + "/reminders\n";
        whom.forEach(to -> mail.queue(new Message(to, subject, text, "reminder:" + reminder.id() + ":" + what, null)));
    }

    /** All of a duty, the first first. How many there are is public; what they say is not. */
    public List<Reminder> of(UUID duty) {
        return reminders.of(duty);
    }

    /** What came to the offices where he works, those without receipt first. */
    public List<Reminder> inbox(Officer officer, int limit) {
        return reminders.to(sight.own(officer), limit);
    }

    /** What his offices sent, those without receipt first. */
    public List<Reminder> outbox(Officer officer, int limit) {
        return reminders.from(sight.own(officer), limit);
    }

    /** What the offices directly under his owe so long that it has come up to him, the longest first. */
    public List<Late> escalated(Officer officer, int limit) {
        var own = hands(officer);
        var below = offices.all().stream().filter(office -> office.parent() != null && own.contains(office.parent())).toList();
        return below.stream().collect(Collectors.groupingBy(office -> calendars.forRegion(office.region()).region())).values().stream()
                .flatMap(sharing -> escalated(sharing, own, limit).stream()).sorted(Comparator.comparing(Late::dueOn)).limit(limit).toList();
    }

    private List<Late> escalated(List<Office> below, Collection<UUID> own, int limit) {
        var calendar = calendars.forRegion(below.getFirst().region());
        var today = Time.dateOf(time.instant());
        int after = escalation.after(Escalation.To.ABOVE);
        return reminders.owed(below.stream().map(Office::id).toList(), midnight(calendar.workingDayAfter(today, 1 - after)), limit).stream()
                .map(owed -> late(owed, calendar.workingDaysBetween(owed.dueOn(), today), own)).filter(late -> late.workingDays() >= after).toList();
    }

    private Late late(Owed owed, int workingDays, Collection<UUID> own) {
        var before = reminders.of(owed.duty());
        return new Late(owed.duty(), owed.office(), owed.name(), owed.dueOn(), workingDays, before.size(),
                before.stream().anyMatch(one -> one.waits() && own.contains(one.from())));
    }

    private static Instant midnight(LocalDate day) {
        return day.atTime(LocalTime.MIDNIGHT).atZone(Time.CHINA).toInstant().plusSeconds(1);
    }
}
