package openland.request;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import openland.base.Time;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The same tables for everybody: of one office alone, as of the end of a month, without what is so little that it may point at somebody.
 * Sums over several offices are not given, because the difference between two of them would show what each hides.
 */
@Service
public class PublicStatistics {
    private final Statistics statistics;
    private final InstantSource time;

    PublicStatistics(Statistics statistics, InstantSource time) {
        this.statistics = statistics;
        this.time = time;
    }

    /** A row as everybody sees it. @param numbers null where one is not shown */
    public record Line(StatisticsForm.Row row, List<@Nullable Long> numbers) {}

    /** A table as everybody sees it. @param hidden how many numbers are not shown */
    public record Shown(StatisticsForm form, List<Line> lines, List<StatisticsTable.Check> checks, int hidden) {}

    /** @param times without those of fewer than five */
    public record Whole(List<Shown> tables, List<AnswerTimes> times, List<LastDay> lastDays) {}

    /** @param count null where it is not shown */
    public record LastDay(String label, @Nullable Long count) {}

    /** The last day for which there are figures: the end of a month that is over. */
    public LocalDate asOf() {
        return Time.dateOf(time.instant()).withDayOfMonth(1).minusDays(1);
    }

    /** @throws openland.base.Refusal INVALID for a year of which no month is over, or before there was a regulation */
    public Whole of(UUID office, int year) {
        var asked = StatisticsAsked.of(List.of(office), year, asOf());
        var times = statistics.times(asked);
        var all = times.all();
        var lines = all == null ? List.<AnswerTimes>of() : java.util.stream.Stream.concat(java.util.stream.Stream.of(all), times.lines().stream())
                .filter(one -> one.count() >= SmallCells.LEAST).map(PublicStatistics::shown).toList();
        return new Whole(statistics.tables(asked).stream().map(PublicStatistics::shown).toList(), lines,
                times.last().stream().map(day -> new LastDay(day.label(), isSmall(day.count()) ? null : day.count())).toList());
    }

    private static boolean isSmall(long count) {
        return count > 0 && count < SmallCells.LEAST;
    }

    /** The longest is one request's own time, and few for whom others were asked are few. */
    private static AnswerTimes shown(AnswerTimes times) {
        var excluded = times.excluded();
        return new AnswerTimes(times.label(), times.count(), times.median(), times.ninth(), 0,
                excluded.count() < SmallCells.LEAST ? new AnswerTimes.Excluded(0, 0) : excluded);
    }

    private static Shown shown(StatisticsTable table) {
        var hidden = SmallCells.hidden(table);
        var lines = IntStream.range(0, table.lines().size()).mapToObj(place -> {
            var line = table.lines().get(place);
            return new Line(line.row(), java.util.Arrays.asList(IntStream.range(0, table.width())
                    .mapToObj(column -> hidden.contains(place * table.width() + column) ? null : line.numbers().get(column)).toArray(Long[]::new)));
        }).toList();
        return new Shown(table.form(), lines, table.checks(), hidden.size());
    }
}
