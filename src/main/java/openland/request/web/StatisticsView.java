package openland.request.web;

import java.util.List;
import openland.office.Office;
import openland.page.Figures;
import openland.request.AnswerTimes;
import openland.request.Statistics;
import openland.request.StatisticsForm;
import openland.request.StatisticsTable;
import org.jspecify.annotations.Nullable;

/**
 * What the page of the statistics shows.
 *
 * @param offices of which offices this officer may ask
 * @param years   the newest first
 * @param below   the offices under it with their figures; none when it is asked for alone
 * @param xlsx    address of the same as a spreadsheet
 * @param form    the id of the only form that was asked for; empty for those of the year
 */
public record StatisticsView(String title, Office office, boolean own, int year, String until, String unit, List<Office> offices, List<Integer> years,
        List<Table> tables, List<Line> units, List<Line> below, Statistics.Times times, String xlsx, String docx, String form, List<Form> forms) {

    /** A form to choose. */
    public record Form(String id, String title) {}

    /** A table. @param failed the checks that do not hold */
    public record Table(StatisticsForm form, List<Row> rows, List<Check> checks) {
        /** Whether some row was never read in a published table. */
        public boolean hasUnread() {
            return rows.stream().anyMatch(row -> !row.row().isRead());
        }
    }

    /** A row of it. */
    public record Row(StatisticsForm.Row row, List<Cell> cells) {}

    /** A number. @param href of the requests that it counts; empty when there is nothing to open */
    public record Cell(String number, String href) {
        static Cell of(long number, String href) {
            return new Cell(Figures.of(number), number == 0 ? "" : href);
        }
    }

    /** A check in words. @param differences by column, in words; empty when it holds */
    public record Check(String sentence, List<String> differences, String residue) {
        static Check of(StatisticsTable.Check check, List<String> heads) {
            var differences = new java.util.ArrayList<String>();
            for (int column = 0; column < heads.size(); column++) {
                long residue = check.residues().get(column);
                if (residue != 0) {
                    differences.add(heads.get(column) + "差" + Figures.of(residue));
                }
            }
            var words = check.rule().residue();
            return new Check(check.rule().sentence(), differences, words == null ? "" : words);
        }

        public boolean holds() {
            return differences.isEmpty();
        }

        /** Whether the difference is one that the form itself makes. */
        public boolean isExplained() {
            return !residue.isEmpty();
        }
    }

    /** A part of the whole. @param href empty when there is nothing to open */
    public record Line(String name, String href, Statistics.Part part) {}

    /** All answers first, then by outcome. */
    public List<AnswerTimes> timeLines() {
        var all = times.all();
        return all == null ? List.of() : java.util.stream.Stream.concat(java.util.stream.Stream.of(all), times.lines().stream()).toList();
    }

    /** For {@code selected}. */
    public boolean isChosen(@Nullable Office one) {
        return one != null && one.id().equals(office.id());
    }
}
