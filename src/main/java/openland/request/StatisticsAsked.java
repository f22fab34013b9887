package openland.request;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import openland.base.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * For whom and for which time figures are wanted.
 *
 * @param until the last day of the year that counts: its end, or the day as of which the figures hold
 * @param unit  only what this unit handles; null for all
 */
public record StatisticsAsked(List<UUID> offices, int year, LocalDate until, @Nullable String unit) {
    /** The first regulation came into force in it. */
    public static final int FIRST_YEAR = 2008;
    private static final int LAST_YEAR = 2099;

    /** @throws Refusal INVALID for a year that there cannot be figures of, or a day outside it */
    public StatisticsAsked {
        offices = List.copyOf(offices);
        Words.must(year >= FIRST_YEAR && year <= LAST_YEAR, "年份应在" + FIRST_YEAR + "到" + LAST_YEAR + "之间。");
        Words.must(until.getYear() == year, "截止日期" + until + "不在" + year + "年里。");
    }

    /** The whole year, or as far as it has gone. @throws Refusal INVALID for a year that has not begun */
    public static StatisticsAsked of(Collection<UUID> offices, int year, LocalDate today) {
        Words.must(year <= today.getYear(), year + "年还没有开始。");
        var end = LocalDate.of(Math.clamp(year, 1, 9999), 12, 31);
        return new StatisticsAsked(List.copyOf(offices), year, end.isAfter(today) ? today : end, null);
    }

    public StatisticsAsked ofUnit(@Nullable String only) {
        return new StatisticsAsked(offices, year, until, only);
    }

    StatisticsAsked only(Collection<UUID> some) {
        return new StatisticsAsked(offices.stream().filter(some::contains).toList(), year, until, unit);
    }

    public LocalDate from() {
        return LocalDate.of(year, 1, 1);
    }

    public boolean isWholeYear() {
        return until.equals(LocalDate.of(year, 12, 31));
    }
}
