package openland.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import openland.request.StatisticsForm.Columns;

/**
 * A table with its numbers, its sums checked.
 *
 * @param numbers by row, by column
 */
public record StatisticsTable(StatisticsForm form, List<List<Long>> numbers) {

    public StatisticsTable {
        numbers = numbers.stream().map(List::copyOf).toList();
    }

    /** A row with its numbers. */
    public record Line(StatisticsForm.Row row, List<Long> numbers) {}

    /**
     * One check.
     *
     * @param residues by column: how much the left side is more than the right; all 0 when it holds
     */
    public record Check(StatisticsForm.Rule rule, List<Long> residues) {
        public boolean holds() {
            return residues.stream().allMatch(residue -> residue == 0);
        }
    }

    /** Something that is always so between cells: the sum of each times its sign is known. @param signs by cell */
    record Equation(Map<Integer, Integer> signs) {}

    public List<Line> lines() {
        var lines = new ArrayList<Line>();
        for (int place = 0; place < numbers.size(); place++) {
            lines.add(new Line(form.rows().get(place), numbers.get(place)));
        }
        return lines;
    }

    public List<Check> checks() {
        return form.checks().stream().map(rule -> {
            var residues = new ArrayList<Long>();
            for (int column = 0; column < width(); column++) {
                residues.add(sum(rule.left(), column) - sum(rule.right(), column));
            }
            return new Check(rule, residues);
        }).toList();
    }

    private long sum(List<String> codes, int column) {
        return codes.stream().mapToLong(code -> number(code, column)).sum();
    }

    /** @param column from 0 */
    public long number(String code, int column) {
        return numbers.get(form.place(code)).get(column);
    }

    int width() {
        return form.columns().heads().size();
    }

    long cell(int cell) {
        return numbers.get(cell / width()).get(cell % width());
    }

    int cells() {
        return numbers.size() * width();
    }

    /** All that a reader knows of how cells hang together: the checks in every column, and the sums of rows. */
    List<Equation> equations() {
        var equations = new ArrayList<Equation>();
        for (var rule : form.checks()) {
            for (int column = 0; column < width(); column++) {
                var signs = new TreeMap<Integer, Integer>();
                for (var code : rule.left()) {
                    signs.put(form.place(code) * width() + column, 1);
                }
                for (var code : rule.right()) {
                    signs.put(form.place(code) * width() + column, -1);
                }
                equations.add(new Equation(signs));
            }
        }
        for (int row = 0; row < numbers.size() && form.columns() != Columns.NUMBER; row++) {
            var signs = new TreeMap<Integer, Integer>();
            for (int column = 0; column < width(); column++) {
                signs.put(row * width() + column, column == width() - 1 ? -1 : 1);
            }
            equations.add(new Equation(signs));
        }
        return equations;
    }
}
