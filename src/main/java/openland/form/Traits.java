package openland.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a field may have besides name, label and type.
 *
 * @param help    a hint beside the label; empty for none
 * @param example a plausible value, as an officer would type it; empty for none
 * @param choices the values of a choice; of a {@code text}, well-known values whose aliases are read as one; of a
 *                {@code date} or the end of a {@code date-range}, words that may stand in place of a day, such as 长期
 * @param columns of a table
 * @param rows    how many rows a table may have
 */
public record Traits(String help, String example, List<Choice> choices, Measure measure, @Nullable Facet facet,
                     List<Field> columns, int rows) {
    /** The most rows that any table may have. */
    public static final int MOST_ROWS = 20_000;
    public static final Traits NONE = new Traits("", "", List.of(), Measure.NONE, null, List.of(), MOST_ROWS);

    public Traits {
        choices = List.copyOf(choices);
        columns = List.copyOf(columns);
        if (rows < 1 || rows > MOST_ROWS) {
            throw new IllegalArgumentException("表格的行数应在1到" + MOST_ROWS + "之间。");
        }
    }

    Traits withHelp(String hint) {
        return new Traits(hint, example, choices, measure, facet, columns, rows);
    }

    Traits withExample(String plausible) {
        return new Traits(help, plausible, choices, measure, facet, columns, rows);
    }

    Traits withChoices(List<Choice> offered) {
        return new Traits(help, example, offered, measure, facet, columns, rows);
    }

    Traits withMeasure(Measure measured) {
        return new Traits(help, example, choices, measured, facet, columns, rows);
    }

    Traits withColumns(List<Field> declared, int most) {
        return new Traits(help, example, choices, measure, facet, declared, most);
    }
}
