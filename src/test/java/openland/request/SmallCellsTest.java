package openland.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Nobody can find out a number that is not shown. */
class SmallCellsTest {
    private static final StatisticsForms FORMS = new StatisticsForms();

    /** A table of the form whose leaves are drawn; sums follow. */
    private static StatisticsTable drawn(Random random, StatisticsForm form) {
        int width = form.columns().heads().size();
        var numbers = new ArrayList<List<Long>>();
        form.rows().forEach(_ -> {
            var row = new ArrayList<Long>();
            for (int column = 0; column < Math.max(1, width - 1); column++) {
                row.add(random.nextInt(3) == 0 ? 0L : random.nextInt(2) == 0 ? random.nextInt(6) : random.nextInt(60));
            }
            numbers.add(row);
        });
        for (var rule : form.checks().reversed()) {
            for (int column = 0; column < Math.max(1, width - 1); column++) {
                int at = column;
                long right = rule.right().stream().mapToLong(code -> numbers.get(form.place(code)).get(at)).sum();
                long others = rule.left().stream().skip(1).mapToLong(code -> numbers.get(form.place(code)).get(at)).sum();
                numbers.get(form.place(rule.left().getFirst())).set(at, right - others);
            }
        }
        if (width > 1) {
            numbers.forEach(row -> row.add(row.stream().mapToLong(Long::longValue).sum()));
        }
        return new StatisticsTable(form, numbers);
    }

    @Test
    void no_hidden_number_follows_from_the_shown_ones() {
        long seed = System.nanoTime();
        System.out.println("Tables drawn with seed " + seed);
        var random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            for (var form : FORMS.all()) {
                var table = drawn(random, form);
                var hidden = SmallCells.hidden(table);
                for (int cell = 0; cell < table.cells(); cell++) {
                    if (table.cell(cell) > 0 && table.cell(cell) < 5) {
                        assertThat(hidden).as("%s", table).contains(cell);
                    }
                }
                var known = rows(table, hidden);
                int rank = rank(known);
                for (var cell : hidden) {
                    var more = new ArrayList<>(known);
                    more.add(unit(hidden, cell));
                    assertThat(rank(more)).as("cell %d of %s follows", cell, table).isEqualTo(rank + 1);
                }
            }
        }
    }

    /** What a reader knows, as equations of the hidden cells: every rule in every column, and every sum of a row. */
    private static List<BigInteger[]> rows(StatisticsTable table, Set<Integer> hidden) {
        var form = table.form();
        int width = form.columns().heads().size();
        var rows = new ArrayList<BigInteger[]>();
        for (var rule : form.checks()) {
            for (int column = 0; column < width; column++) {
                var signs = new int[table.cells()];
                for (var code : rule.left()) {
                    signs[form.place(code) * width + column] = 1;
                }
                for (var code : rule.right()) {
                    signs[form.place(code) * width + column] = -1;
                }
                rows.add(row(hidden, signs));
            }
        }
        for (int place = 0; width > 1 && place < form.rows().size(); place++) {
            var signs = new int[table.cells()];
            for (int column = 0; column < width; column++) {
                signs[place * width + column] = column == width - 1 ? -1 : 1;
            }
            rows.add(row(hidden, signs));
        }
        return rows;
    }

    private static BigInteger[] row(Set<Integer> hidden, int[] signs) {
        return hidden.stream().map(cell -> BigInteger.valueOf(signs[cell])).toArray(BigInteger[]::new);
    }

    private static BigInteger[] unit(Set<Integer> hidden, int cell) {
        return hidden.stream().map(one -> one == cell ? BigInteger.ONE : BigInteger.ZERO).toArray(BigInteger[]::new);
    }

    /** By elimination without fractions, in whole numbers of any size. */
    private static int rank(List<BigInteger[]> given) {
        var rows = new ArrayList<>(given.stream().map(BigInteger[]::clone).toList());
        int rank = 0;
        int width = rows.isEmpty() ? 0 : rows.getFirst().length;
        for (int column = 0; column < width; column++) {
            int at = column;
            var pivot = rows.stream().filter(row -> row[at].signum() != 0).findFirst().orElse(null);
            if (pivot != null) {
                rows.remove(pivot);
                rank++;
                for (var row : rows) {
                    var factor = row[at];
                    for (int i = 0; factor.signum() != 0 && i < width; i++) {
                        row[i] = row[i].multiply(pivot[at]).subtract(factor.multiply(pivot[i]));
                    }
                }
            }
        }
        return rank;
    }

    @Test
    void a_single_small_number_takes_others_with_it_and_zeros_stay() {
        var form = FORMS.byId("remedies-2021");
        var table = new StatisticsTable(form, List.of(List.of(12L, 3L, 9L, 0L, 24L), List.of(0L, 0L, 0L, 0L, 0L), List.of(7L, 8L, 0L, 0L, 15L)));
        assertThat(SmallCells.hidden(table)).as("3, and 9 so that 3 is not 24 less the others").isEqualTo(new HashSet<>(Set.of(1, 2)));
    }

    @Test
    void nothing_is_hidden_where_nothing_is_small() {
        var form = FORMS.byId("remedies-2021");
        var row = List.of(5L, 6L, 7L, 0L, 18L);
        assertThat(SmallCells.hidden(new StatisticsTable(form, List.of(row, row, row)))).isEmpty();
    }
}
