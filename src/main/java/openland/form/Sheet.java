package openland.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A table for a spreadsheet: heads over rows of cells. Amounts and days are that, everything else is text, so that no
 * digit of a number of eighteen is lost and no cell is a formula.
 *
 * @param rows cells are {@code String}, {@code BigDecimal}, {@code LocalDate} or null for a blank one
 */
public record Sheet(String title, List<String> heads, List<List<@Nullable Object>> rows) {
    private static final Pattern FORMULA = Pattern.compile("^[\\s\\p{Z}]*[=+\\-@＝＋－＠\\t\\r].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
    private static final int LONGEST_CELL = 32_000;

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

    /** UTF-8 with a byte order mark, by which Excel and WPS know it; a cell that a spreadsheet would compute begins with '. */
    public void csv(OutputStream out) throws IOException {
        out.write(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf});
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        var printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        printer.printRecord(heads.stream().map(Sheet::guarded).toList());
        for (var row : rows) {
            var cells = new ArrayList<String>();
            row.forEach(cell -> cells.add(cell == null ? "" : cell instanceof String text ? guarded(text) : plain(cell)));
            printer.printRecord(cells);
        }
        printer.flush();
    }

    private static String plain(Object cell) {
        return cell instanceof java.math.BigDecimal number ? number.toPlainString() : cell.toString();
    }

    private static String guarded(String text) {
        return FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    public void xlsx(OutputStream out) throws IOException {
        try (var book = new Workbook(out, "Openland", "1.0"); var sheet = book.newWorksheet(name())) {
            for (int column = 0; column < heads.size(); column++) {
                sheet.value(0, column, heads.get(column));
                sheet.style(0, column).bold().set();
            }
            for (int row = 0; row < rows.size(); row++) {
                var cells = rows.get(row);
                for (int column = 0; column < cells.size(); column++) {
                    switch (cells.get(column)) {
                        case null -> { }
                        case java.math.BigDecimal number -> sheet.value(row + 1, column, number);
                        case java.time.LocalDate day -> {
                            sheet.value(row + 1, column, day);
                            sheet.style(row + 1, column).format("yyyy-mm-dd").set();
                        }
                        case Object text -> sheet.value(row + 1, column, shortened(text.toString()));
                    }
                }
            }
            sheet.freezePane(0, 1);
        }
    }

    /** The longest text that a cell of a spreadsheet can hold. */
    private static String shortened(String text) {
        return text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL) + "…";
    }

    private String name() {
        var name = title.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
        return name.isEmpty() ? "表格" : name.length() > 31 ? name.substring(0, 31) : name;
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
