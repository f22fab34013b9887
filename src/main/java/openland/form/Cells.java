package openland.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Published values as the cells of a sheet: an amount is a {@link BigDecimal}, a day a {@link LocalDate}, all else text, and
 * what is blank is null. The unit of an amount stands in the head of its column.
 */
public final class Cells {
    private Cells() {}

    /** One value; of a table nothing but how many rows it has. */
    public static Object of(Shown shown) {
        return shown.isTable() ? shown.value().path("rows").size() + "行" : of(FieldType.named(shown.type()).orElseThrow(), shown.value());
    }

    private static Object of(FieldType type, JsonNode value) {
        var typed = type.amountOrDay(value);
        return typed == null ? type.text(value) : typed;
    }

    /** The head of the column of a field: 罚款（元）. */
    public static String head(Field field) {
        return TableShape.Column.of(field).sheetHead();
    }

    /** The rows of a published table, each cell under the column of that name; null where the row or the table has none. */
    public static List<List<@Nullable Object>> rows(Shown table, List<Field> columns) {
        var published = TableShape.columns(table.value());
        var names = published.stream().map(TableShape.Column::name).toList();
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var row : table.value().path("rows").values()) {
            var cells = new ArrayList<@Nullable Object>();
            for (var column : columns) {
                int at = names.indexOf(column.name());
                var cell = at < 0 ? null : row.get(at);
                cells.add(cell == null || cell.isNull() ? null : of(published.get(at).type(), cell));
            }
            rows.add(cells);
        }
        return rows;
    }
}
