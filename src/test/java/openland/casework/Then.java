package openland.casework;

import java.time.LocalDate;
import java.util.Objects;
import openland.base.Time;
import openland.calendar.Calendars;
import openland.journal.Journal;
import openland.office.Officer;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves a duty on a day of the past, as it would have been then: clocks are not moved after their day. */
public final class Then {
    private Then() {}

    public static DutyCase move(ApplicationContext context, LocalDate day, MovingDuties.Wanted wanted, Officer by) {
        var noon = day.atTime(12, 0).atZone(Time.CHINA).toInstant();
        var moving = new MovingDuties(context.getBean(DutyStore.class), context.getBean(Calendars.class), context.getBean(Journal.class), () -> noon);
        return Objects.requireNonNull(context.getBean(TransactionTemplate.class).execute(_ -> moving.move(wanted, by)));
    }
}
