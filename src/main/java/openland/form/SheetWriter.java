package openland.form;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes sheets row by row, however many: nothing but a few rows is held. Cells are {@code String}, {@code Number},
 * {@code LocalDate} or null. No cell is a formula, whatever somebody has written into a field.
 */
public abstract class SheetWriter implements AutoCloseable {
    /** Begins a sheet; of CSV there is one only. */
    public abstract void begin(String title, List<String> heads) throws IOException;

    public abstract void row(List<? extends @Nullable Object> cells) throws IOException;

    @Override
    public abstract void close() throws IOException;

    /** CSV in UTF-8 with a mark at its beginning, by which spreadsheets know it; a cell that one would compute begins with '. */
    public static SheetWriter csv(OutputStream out) throws IOException {
        return new Csv(out);
    }

    public static SheetWriter xlsx(OutputStream out) {
        return new Xlsx(out);
    }

    private static final class Csv extends SheetWriter {
        private static final Pattern FORMULA = Pattern.compile("^[\\s\\p{Z}]*[=+\\-@＝＋－＠\\t\\r].*", Pattern.DOTALL);
        private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
        private final CSVPrinter printer;

        Csv(OutputStream out) throws IOException {
            var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            writer.write('\ufeff');
            printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        }

        @Override
        public void begin(String title, List<String> heads) throws IOException {
            row(heads);
        }

        @Override
        public void row(List<? extends @Nullable Object> cells) throws IOException {
            for (var cell : cells) {
                printer.print(cell instanceof BigDecimal number ? number.toPlainString() : cell instanceof String text ? guarded(text) : cell);
            }
            printer.println();
        }

        private static String guarded(String text) {
            return FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
        }

        @Override
        public void close() throws IOException {
            printer.close(true);
        }
    }

    /** A sheet that is full goes on in the next. */
    private static final class Xlsx extends SheetWriter {
        private static final int MOST_ROWS = 1_000_000;
        private static final int FLUSHED = 200;
        private static final int LONGEST_CELL = 32_000;
        private static final int LONGEST_TITLE = 25;
        /** Beyond this a spreadsheet would round. */
        private static final int DIGITS = 15;
        /** In signs of Latin letters. */
        private static final int NARROWEST = 14;
        private static final int WIDEST = 40;
        private final Workbook book;
        private final Set<String> called = new HashSet<>();
        private @Nullable Worksheet sheet;
        private List<String> heads = List.of();
        private String title = "";
        private int row;
        private int sheets;

        Xlsx(OutputStream out) {
            book = new Workbook(out, "Openland", "1.0");
        }

        @Override
        public void begin(String name, List<String> columns) throws IOException {
            title = name.replaceAll("[\\[\\]*?:/\\\\'\\p{Cntrl}]", " ").strip();
            title = title.isEmpty() ? "表格" : title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title;
            heads = columns;
            next();
        }

        private Worksheet next() throws IOException {
            if (sheet != null) {
                sheet.finish();
            }
            sheets++;
            var begun = book.newWorksheet(called.add(title) ? title : title + " " + sheets);
            sheet = begun;
            for (int column = 0; column < heads.size(); column++) {
                begun.width(column, Math.clamp(heads.get(column).length() * 2L + 4, NARROWEST, WIDEST));
            }
            begun.freezePane(0, 1);
            row = 0;
            write(begun, heads);
            begun.range(0, 0, 0, Math.max(0, heads.size() - 1)).style().bold().set();
            return begun;
        }

        @Override
        public void row(List<? extends @Nullable Object> cells) throws IOException {
            var current = sheet == null || row >= MOST_ROWS ? next() : sheet;
            write(current, cells);
            if (row % FLUSHED == 0) {
                current.flush();
            }
        }

        private void write(Worksheet current, List<? extends @Nullable Object> cells) {
            for (int column = 0; column < cells.size(); column++) {
                var cell = cells.get(column);
                switch (cell) {
                    case null -> { }
                    case BigDecimal number when number.precision() > DIGITS -> current.inlineString(row, column, number.toPlainString());
                    case Number number -> current.value(row, column, number);
                    case LocalDate date -> {
                        current.value(row, column, date);
                        current.style(row, column).format("yyyy-mm-dd").set();
                    }
                    default -> current.inlineString(row, column, shortened(cell.toString()));
                }
            }
            row++;
        }

        private static String shortened(String text) {
            return text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) + "……（未完，全文见网页）" : text;
        }

        @Override
        public void close() throws IOException {
            if (sheet != null) {
                sheet.finish();
            }
            book.finish();
            book.close();
        }
    }
}
