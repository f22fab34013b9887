package openland.oversight.web;

import java.util.List;
import java.util.Locale;
import openland.office.Office;
import openland.oversight.Tally;
import openland.oversight.What;
import openland.page.Figures;
import org.jspecify.annotations.Nullable;

/**
 * What the page of the figures shows.
 *
 * @param above   the offices above it, the highest first
 * @param asOf    for which moment all of it holds, in words
 * @param whole   the office with all below
 * @param rows    the office alone, and each office right under it with all below
 * @param items   by item
 * @param targets days that offices have set themselves; null when there are none
 * @param overdue what is late now, the longest first
 * @param now     how many are late now, whenever they were due
 * @param months  ends of months
 * @param month   the one that runs: 2026-11
 * @param differing reported figures that do not add up, the newest first
 */
public record OpennessView(OpennessQuery query, List<Office> above, String asOf, Row whole, List<Row> rows, List<Row> items, @Nullable Row targets,
        List<DutyRow> overdue, Figure now, List<Month> months, String month, String csv, String xlsx, String atom, List<Differing> differing) {

    /** Reported figures whose parts and whole differ. */
    public record Differing(String office, String month, String kind, String sum, String total, String residue) {}

    /** A number and the list behind it. @param href empty when there is nothing to list */
    public record Figure(String number, String href) {}

    /** A line of a table. @param href of the page about it; empty for none */
    public record Row(String name, String href, Tally tally, List<Figure> figures) {
        /** How much of what was owed by now is done, in per cent; empty when nothing was. */
        public String percent() {
            return tally.come() == 0 ? "" : tally.met() == tally.come() ? "100%"
                    : String.format(Locale.ROOT, "%.1f%%", Math.floor(tally.met() * 1000.0 / tally.come()) / 10);
        }

        /** The length of the bar. */
        public String width() {
            return String.format(Locale.ROOT, "%.1f%%", tally.come() == 0 ? 0 : Math.floor(tally.met() * 1000.0 / tally.come()) / 10);
        }

        /** The CSS class of the bar: whether it is below 95 %. */
        public @Nullable String style() {
            return tally.come() > 0 && tally.met() * 100 < tally.come() * 95 ? "bad" : null;
        }
    }

    /** The end of a month: a bar of the chart. Lengths in per cent. */
    public record Month(String label, String number, String x, String y, String height) {
        static Month of(int place, int of, String label, long count, long most) {
            double step = 100.0 / of;
            double height = most == 0 ? 0 : 100.0 * count / most;
            return new Month(label, Figures.of(count), String.format(Locale.ROOT, "%.2f%%", place * step + step * 0.14), per(100 - height), per(height));
        }

        private static String per(double length) {
            return String.format(Locale.ROOT, "%.1f%%", length);
        }
    }

    /** What the figures count, in words. */
    public What[] meanings() {
        return What.values();
    }

    /** The chart in words. */
    public String chart() {
        return "近十二个月月末逾期件数：" + String.join("，", months.stream().map(month -> month.label() + month.number() + "件").toList());
    }

    public String title() {
        return query.office().name() + "：应公开" + Figures.of(whole.tally().owed()) + "件，已公开" + Figures.of(whole.tally().met()) + "件，逾期"
                + Figures.of(whole.tally().overdue()) + "件";
    }
}
