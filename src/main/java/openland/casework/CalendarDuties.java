package openland.casework;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import openland.base.RepeatedWork;
import openland.base.Time;
import openland.catalogue.Rules;
import openland.catalogue.Start.Every;
import openland.office.Office;
import openland.office.Offices;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens what is owed because a month, a quarter or a year is over (or has begun). An office owes from the first period that ends
 * after it was set up here; what the program missed while it stood still is made good.
 */
@Component
class CalendarDuties extends RepeatedWork {
    private final PeriodStore periods;
    private final OpeningDuties opening;
    private final Rules rules;
    private final Offices offices;
    private final TransactionTemplate transaction;
    private final InstantSource time;

    CalendarDuties(PeriodStore periods, OpeningDuties opening, Rules rules, Offices offices, TransactionTemplate transaction, InstantSource time) {
        super("periods", Duration.ofMinutes(10));
        this.periods = periods;
        this.opening = opening;
        this.rules = rules;
        this.offices = offices;
        this.transaction = transaction;
        this.time = time;
    }

    @Override
    protected boolean work() {
        for (var every : Every.values()) {
            newSince(every).forEach(this::open);
        }
        return false;
    }

    private List<Period> newSince(Every every) {
        var today = Time.dateOf(time.instant());
        return periods.last(every).map(last -> last.until(today)).orElseGet(() -> List.of(Period.lastBefore(today, every)));
    }

    /** Of all offices that there were on that day; each in a transaction of its own, the period is done with when all are. */
    void open(Period period) {
        offices.at(period.day()).forEach(office -> transaction.executeWithoutResult(_ -> open(period, office)));
        periods.add(period, time.instant());
    }

    private void open(Period period, Office office) {
        rules.datedOf(office, period.day()).stream()
                .filter(one -> one.starts().event().equals(period.every().event()))
                .forEach(one -> opening.owed(one, office, period.day().atStartOfDay(), new OpeningDuties.About(period.key(), period.label(),
                        Trigger.Source.CALENDAR, "")));
    }
}
