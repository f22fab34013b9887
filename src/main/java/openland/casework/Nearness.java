package openland.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import openland.base.Time;
import openland.calendar.Calendars;
import openland.calendar.ClockRule;
import openland.casework.Due.Haste;
import org.springframework.stereotype.Component;

/** How near the day of a duty is, by one rule for all pages: red when it has passed, amber in the last three working days (of hours: in the last quarter). */
@Component
public class Nearness {
    /** Amber from here on. */
    public static final int SOON = 3;
    private static final int QUARTER = 4;

    private final Calendars calendars;
    private final InstantSource time;

    Nearness(Calendars calendars, InstantSource time) {
        this.calendars = calendars;
        this.time = time;
    }

    /** @param left in words: 还有2个工作日 */
    public record Near(Haste haste, String left) {}

    /** Of a duty now. */
    public Near of(DutyCase duty) {
        var clock = duty.clock();
        var due = clock.dueAt();
        var on = clock.dueOn();
        if (duty.state() == CaseState.CANCELLED) {
            return new Near(Haste.CALM, "已撤销");
        }
        if (duty.state() == CaseState.MET) {
            boolean late = clock.isLate(time.instant());
            return new Near(late ? Haste.LATE : Haste.CALM, late ? "已办，逾期" : "已办，按期");
        }
        if (due == null || on == null) {
            return new Near(Haste.CALM, "中止计时");
        }
        if (!clock.kind().canBeMissed()) {
            boolean over = !time.instant().isBefore(due);
            return new Near(Haste.CALM, over ? "公示期已满" : "公示中，到" + on);
        }
        return clock.rule() instanceof ClockRule.Hours ? hours(clock, due) : days(clock, due, on);
    }

    private Near hours(CaseClock clock, Instant due) {
        var now = time.instant();
        if (!now.isBefore(due)) {
            return new Near(Haste.LATE, "晚了" + hours(Duration.between(due, now)));
        }
        var whole = Duration.between(clock.startAt().atZone(Time.CHINA).toInstant(), due);
        var left = Duration.between(now, due);
        return new Near(left.multipliedBy(QUARTER).compareTo(whole) <= 0 ? Haste.SOON : Haste.CALM, "还有" + hours(left));
    }

    private static String hours(Duration span) {
        return span.toHours() == 0 ? Math.max(1, span.toMinutes()) + "分钟" : span.toHours() + "小时";
    }

    private Near days(CaseClock clock, Instant due, LocalDate on) {
        return days(clock.region(), on, !time.instant().isBefore(due));
    }

    /** Of something that is due on a day. @param region whose working days count */
    public Near on(LocalDate day, String region) {
        return days(region, day, Time.dateOf(time.instant()).isAfter(day));
    }

    private Near days(String region, LocalDate on, boolean over) {
        var calendar = calendars.forRegion(region);
        var today = Time.dateOf(time.instant());
        if (over) {
            int days = calendar.workingDaysBetween(on, today);
            return new Near(Haste.LATE, days == 0 ? "已经过期" : "晚了" + days + "个工作日");
        }
        int days = calendar.workingDaysBetween(today, on);
        return new Near(days <= SOON ? Haste.SOON : Haste.CALM, on.equals(today) ? "今天到期" : days == 0 ? "休息日里到期" : "还有" + days + "个工作日");
    }

    /** The first moment at which a duty that is due is not amber yet. */
    public Instant calmFrom(String region) {
        var calendar = calendars.forRegion(region);
        return calendar.workingDayAfter(Time.dateOf(time.instant()), SOON + 1).atTime(LocalTime.MIDNIGHT).atZone(Time.CHINA).toInstant().plusSeconds(1);
    }
}
