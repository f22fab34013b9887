package openland.oversight.web;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import openland.office.Office;
import openland.oversight.MonthFigures;
import openland.oversight.MovedDate;
import openland.oversight.What;
import openland.page.Dates;
import openland.page.Figures;

/**
 * An office's month in one page.
 *
 * @param kept    as it was kept when it ended
 * @param overdue what is late now of what was due by the month's end
 * @param done    what was due in the month and is done, in time or late
 * @param before  the month before; its page
 */
public record MonthView(Office office, YearMonth month, MonthFigures now, Optional<MonthFigures> kept, List<DutyRow> overdue, List<DutyRow> done,
        List<MovedDate> moved, String before, String xlsx) {

    /** One figure: as it was kept, as it is now, and by how much that differs. */
    public record Line(String label, String kept, String now, String difference) {}

    public List<Line> lines() {
        return Stream.concat(Stream.of(What.values()).map(what -> line(what.label() + "（" + OpennessQuery.words(month) + "到期）",
                        kept.map(figures -> figures.tally().of(what)), now.tally().of(what))),
                Stream.of(line("月末逾期（不论何时到期）", kept.map(MonthFigures::lateAtEnd), now.lateAtEnd()),
                        line("当月办结（不论何时到期）", kept.map(MonthFigures::done), now.done()),
                        line("当月改期次数", kept.map(MonthFigures::moved), now.moved()))).toList();
    }

    private static Line line(String label, Optional<Long> kept, long now) {
        long difference = kept.map(before -> now - before).orElse(0L);
        return new Line(label, kept.map(Figures::of).orElse("—"), Figures.of(now), difference == 0 ? "" : (difference > 0 ? "+" : "") + Figures.of(difference));
    }

    public String title() {
        return office.name() + OpennessQuery.words(month) + "公开情况";
    }

    /** When it was kept, in words. */
    public String keptAt() {
        return kept.map(figures -> Dates.minute(figures.at())).orElse("");
    }

    public String nowAt() {
        return Dates.minute(now.at());
    }
}
