package openland.oversight;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.HashSet;
import openland.base.RepeatedWork;
import openland.base.Time;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts again where something changed or has become late, so that no reader waits for it. */
@Component
class Counting extends RepeatedWork {
    private static final Duration PAUSE = Duration.ofSeconds(20);
    /** For what moment the figures hold that nobody has counted yet. */
    private static final Instant NEVER = Instant.parse("2000-01-01T00:00:00Z");
    /** How many months back the ends of months are told. */
    static final int MONTHS = 12;

    private final FigureStore figures;
    private final MonthStore months;
    private final TransactionTemplate transaction;
    private final InstantSource time;

    Counting(FigureStore figures, MonthStore months, TransactionTemplate transaction, InstantSource time) {
        super("figures", PAUSE);
        this.figures = figures;
        this.months = months;
        this.transaction = transaction;
        this.time = time;
    }

    /** At once, so that a program that has just started does not show the figures of its last day, or none. */
    @Override
    public void start() {
        count(time.instant());
        super.start();
    }

    @Override
    protected boolean work() {
        count(time.instant());
        return false;
    }

    /** Brings all figures to {@code at}, or leaves them where another node has brought them further. */
    void count(Instant at) {
        transaction.executeWithoutResult(_ -> counted(at));
    }

    private void counted(Instant at) {
        var before = figures.lockedAsOf();
        var now = at.isBefore(before) ? before : at;
        var offices = new HashSet<>(figures.changed());
        offices.addAll(month(now).equals(month(before)) ? figures.fallenDue(before, now) : figures.all());
        if (!offices.isEmpty()) {
            figures.count(offices, now);
            figures.countMonthEnds(offices, month(now).minusMonths(MONTHS), month(now).minusMonths(1));
        }
        if (!month(now).equals(month(before)) && before.isAfter(NEVER)) {
            months.freeze(figures.all(), month(before), now);
        }
        figures.asOf(now);
    }

    private static YearMonth month(Instant at) {
        return YearMonth.from(Time.dateOf(at));
    }
}
