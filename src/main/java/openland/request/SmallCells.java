package openland.request;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import openland.request.StatisticsTable.Equation;

/**
 * Which cells of a table the public does not see: those of one to four, which may point at somebody, and as many others as are needed so
 * that none of these can be computed from what is shown. All are marked the same, so that nobody knows which is which. Zeros are shown.
 */
final class SmallCells {
    /** Below it a number is not shown. */
    static final int LEAST = 5;
    private static final long PRIME = 1_000_000_007L;

    private SmallCells() {}

    /** @return cells, counted row by row */
    static Set<Integer> hidden(StatisticsTable table) {
        var equations = table.equations();
        var hidden = new TreeSet<Integer>();
        for (int cell = 0; cell < table.cells(); cell++) {
            if (table.cell(cell) > 0 && table.cell(cell) < LEAST) {
                hidden.add(cell);
            }
        }
        for (var open = open(table, equations, hidden); open.isPresent(); open = open(table, equations, hidden)) {
            hidden.add(another(table, open.get(), hidden).or(() -> another(table, equations, hidden)).orElseThrow());
        }
        return hidden;
    }

    /** Equations by which a hidden cell can still be found out; none when nothing can and nothing is left to hide. */
    private static Optional<List<Equation>> open(StatisticsTable table, List<Equation> equations, Set<Integer> hidden) {
        var known = determined(equations, hidden);
        var broken = known.isEmpty()
                ? equations.stream().filter(equation -> isSmall(table, equation, hidden) && another(table, List.of(equation), hidden).isPresent()).limit(1).toList()
                : equations.stream().filter(equation -> equation.signs().containsKey(known.getFirst())).toList();
        return broken.isEmpty() ? Optional.empty() : Optional.of(broken);
    }

    /** What is hidden in one sum is together so little that it says almost as much as the cells would. */
    private static boolean isSmall(StatisticsTable table, Equation equation, Set<Integer> hidden) {
        var inside = equation.signs().entrySet().stream().filter(entry -> hidden.contains(entry.getKey())).toList();
        boolean oneSided = inside.stream().map(entry -> entry.getValue()).distinct().count() == 1;
        long sum = inside.stream().mapToLong(entry -> table.cell(entry.getKey())).sum();
        boolean hasMore = equation.signs().keySet().stream().anyMatch(cell -> !hidden.contains(cell) && table.cell(cell) >= LEAST);
        return oneSided && sum > 0 && sum < LEAST && hasMore;
    }

    /** The smallest that is shown and not zero; else a zero. */
    private static Optional<Integer> another(StatisticsTable table, List<Equation> equations, Set<Integer> hidden) {
        return cells(equations).filter(cell -> !hidden.contains(cell))
                .min(Comparator.<Integer>comparingLong(cell -> table.cell(cell) == 0 ? Long.MAX_VALUE : table.cell(cell)).thenComparing(Comparator.naturalOrder()));
    }

    private static Stream<Integer> cells(List<Equation> equations) {
        return equations.stream().flatMap(equation -> equation.signs().keySet().stream()).distinct();
    }

    /** Those hidden cells that follow from the shown ones: a row of the reduced system has them alone. Counted modulo a large prime. */
    static List<Integer> determined(List<Equation> equations, Set<Integer> hidden) {
        var columns = List.copyOf(hidden);
        var rows = new ArrayList<long[]>();
        for (var equation : equations) {
            var row = new long[columns.size()];
            for (int i = 0; i < row.length; i++) {
                row[i] = Math.floorMod(equation.signs().getOrDefault(columns.get(i), 0), PRIME);
            }
            rows.add(row);
        }
        reduce(rows, columns.size());
        return rows.stream().filter(row -> java.util.Arrays.stream(row).filter(value -> value != 0).count() == 1)
                .map(row -> columns.get(first(row))).toList();
    }

    private static int first(long[] row) {
        int at = 0;
        while (row[at] == 0) {
            at++;
        }
        return at;
    }

    private static void reduce(List<long[]> rows, int width) {
        int done = 0;
        for (int column = 0; column < width && done < rows.size(); column++) {
            int pivot = done;
            while (pivot < rows.size() && rows.get(pivot)[column] == 0) {
                pivot++;
            }
            if (pivot < rows.size()) {
                java.util.Collections.swap(rows, done, pivot);
                clear(rows, done, column);
                done++;
            }
        }
    }

    private static void clear(List<long[]> rows, int pivot, int column) {
        var row = rows.get(pivot);
        long inverse = power(row[column], PRIME - 2);
        for (int i = 0; i < row.length; i++) {
            row[i] = row[i] * inverse % PRIME;
        }
        for (int other = 0; other < rows.size(); other++) {
            long factor = rows.get(other)[column];
            if (other != pivot && factor != 0) {
                for (int i = 0; i < row.length; i++) {
                    rows.get(other)[i] = Math.floorMod(rows.get(other)[i] - factor * row[i] % PRIME, PRIME);
                }
            }
        }
    }

    private static long power(long base, long exponent) {
        long result = 1;
        for (long left = exponent, square = base; left > 0; left >>= 1, square = square * square % PRIME) {
            if ((left & 1) == 1) {
                result = result * square % PRIME;
            }
        }
        return result;
    }
}
