package openland.casework;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import openland.base.RepeatedWork;
import openland.base.Time;
import openland.calendar.Calendars;
import openland.delivery.Mail;
import openland.office.Addresses;
import openland.office.Officer;
import openland.office.Officers;
import openland.office.Offices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One mail each working day, from eight in the morning, to each officer who has given an address: what is late, what is near, what
 * moved. A row per officer and day keeps two processes from writing two. What could not be written by six in the evening is
 * left to the next working day.
 */
@Component
class Reminding extends RepeatedWork {
    private static final Logger LOG = LoggerFactory.getLogger(Reminding.class);
    private static final LocalTime FROM = LocalTime.of(8, 0);
    private static final LocalTime UNTIL = LocalTime.of(18, 0);
    private static final Duration FIRST_LOOK_BACK = Duration.ofDays(7);

    private final ReminderStore store;
    private final DigestWriting writing;
    private final Addresses addresses;
    private final Officers officers;
    private final Offices offices;
    private final Calendars calendars;
    private final Mail mail;
    private final TransactionTemplate transaction;
    private final InstantSource time;
    private final Set<UUID> resting = new HashSet<>();
    private LocalDate day = LocalDate.EPOCH;

    Reminding(ReminderStore store, DigestWriting writing, Addresses addresses, Officers officers, Offices offices, Calendars calendars, Mail mail,
            TransactionTemplate transaction, InstantSource time) {
        super("digests", Duration.ofMinutes(1));
        this.store = store;
        this.writing = writing;
        this.addresses = addresses;
        this.officers = officers;
        this.offices = offices;
        this.calendars = calendars;
        this.mail = mail;
        this.transaction = transaction;
        this.time = time;
    }

    /** Without a mail server there is nothing to write: the desk shows the same at any time. */
    @Override
    protected boolean work() {
        if (mail.isSetUp()) {
            remind();
        }
        return false;
    }

    /** @return how many mails were queued */
    int remind() {
        var now = Time.localTimeOf(time.instant());
        if (now.toLocalTime().isBefore(FROM) || !now.toLocalTime().isBefore(UNTIL)) {
            return 0;
        }
        if (!now.toLocalDate().equals(day)) {
            day = now.toLocalDate();
            resting.clear();
        }
        var told = store.toldOn(day);
        return (int) addresses.officers().stream().filter(id -> !told.contains(id) && !resting.contains(id)).filter(this::remind).count();
    }

    private boolean remind(UUID id) {
        var officer = officers.byId(id).filter(this::worksToday);
        if (officer.isEmpty()) {
            resting.add(id);
            return false;
        }
        try {
            return Boolean.TRUE.equals(transaction.execute(_ -> write(officer.get())));
        } catch (RuntimeException e) {
            LOG.warn("The digest of officer {} could not be written and is tried again: {}", id, e.getMessage());
            return false;
        }
    }

    /** By the calendar of the region where his office is. */
    private boolean worksToday(Officer officer) {
        return !DutySight.READERS.stream().filter(officer::holds).toList().isEmpty()
                && offices.byId(officer.office()).map(office -> calendars.forRegion(office.region()).isWorkingDay(day)).orElse(false);
    }

    private boolean write(Officer officer) {
        var now = time.instant();
        var address = addresses.of(officer.id());
        if (address.isEmpty() || !store.begin(officer.id(), day, now)) {
            return false;
        }
        var since = store.toldBefore(officer.id(), day).orElse(now.minus(FIRST_LOOK_BACK));
        var digest = writing.digest(officer, since, now);
        if (digest.lines() == 0) {
            return false;
        }
        mail.queue(digest.message(address.get(), "digest:" + officer.id() + ":" + day));
        store.wrote(officer.id(), day, digest.lines());
        store.told(digest.offices(), since, now);
        return true;
    }
}
