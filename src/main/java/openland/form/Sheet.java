package openland.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A table for a spreadsheet: heads over rows of cells. Amounts and days are that, everything else is text, so that no
 * digit of a number of eighteen is lost and no cell is a formula.
 *
 * @param rows cells are {@code String}, {@code BigDecimal}, {@code LocalDate} or null for a blank one
 */
public record Sheet(String title, List<String> heads, List<List<@Nullable Object>> rows) {
    /** A published table (or a whole one): what the public sees of it. */
    public static Sheet of(Shown table) {
        var columns = TableShape.columns(table.value());
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var row : table.value().path("rows").values()) {
            var cells = new ArrayList<@Nullable Object>();
            for (int i = 0; i < columns.size(); i++) {
                var cell = TableShape.cell(row, i);
                var type = columns.get(i).type();
                cells.add(cell == null ? null : typed(type.amountOrDay(cell), type.text(cell)));
            }
            rows.add(cells);
        }
        return new Sheet(table.label(), columns.stream().map(TableShape.Column::sheetHead).toList(), rows);
    }

    /** The rows of a draft, which {@link SheetReading} reads again; wrong cells as they were typed. */
    public static Sheet of(Field table, JsonNode kept) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var row : kept.values()) {
            var cells = new ArrayList<@Nullable Object>();
            for (var column : table.columns()) {
                var cell = row.get(column.name());
                cells.add(cell == null ? null : typed(column.type().amountOrDay(cell), column.type().cell(cell, column)));
            }
            rows.add(cells);
        }
        return new Sheet(table.label(), table.columns().stream().map(Field::label).toList(), rows);
    }

    private static Object typed(@Nullable Object amountOrDay, String text) {
        return amountOrDay == null ? text : amountOrDay;
    }

    public void csv(OutputStream out) throws IOException {
        write(SheetWriter.csv(out));
    }

    public void xlsx(OutputStream out) throws IOException {
        write(SheetWriter.xlsx(out));
    }

    private void write(SheetWriter writer) throws IOException {
        try (writer) {
            writer.begin(title, heads);
            for (var row : rows) {
                writer.row(row);
            }
        }
    }

    /** The same as bytes. */
    public byte[] xlsx() {
        var out = new ByteArrayOutputStream();
        try {
            xlsx(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The same as bytes. */
    public byte[] csv() {
        var out = new ByteArrayOutputStream();
        try {
            csv(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
