package openland.oversight;

import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import openland.base.Refusal;
import openland.base.Time;
import org.springframework.stereotype.Service;

/** An office's own month in one page, as the level above sees it (上级看到的我们). */
@Service
public class Months {
    private static final int MOST = 200;

    private final MonthStore store;
    private final Openness openness;
    private final InstantSource time;

    Months(MonthStore store, Openness openness, InstantSource time) {
        this.store = store;
        this.openness = openness;
        this.time = time;
    }

    /** The month as it is known now. @throws Refusal INVALID for a month that has not begun */
    public MonthFigures now(UUID office, YearMonth month) {
        if (month.isAfter(YearMonth.from(Time.dateOf(time.instant())))) {
            throw Refusal.invalid(month + "还没有开始。");
        }
        return store.live(office, month, openness.asOf());
    }

    /** The month as it was kept when it ended; empty while it runs, and for months before the program kept them. */
    public Optional<MonthFigures> kept(UUID office, YearMonth month) {
        return store.frozen(office, month);
    }

    /** Which dates were moved in it. */
    public List<MovedDate> moved(UUID office, YearMonth month) {
        return store.moved(office, month, MOST);
    }
}
