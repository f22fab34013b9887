package openland.form;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import openland.base.Refusal;
import openland.form.FieldType.Reading;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.commons.csv.CSVFormat;
import org.apache.poi.ss.usermodel.DateUtil;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** Reads a file of a spreadsheet (XLSX or CSV) as the raw rows of a table: the first visible sheet, heads above. */
public final class SheetReading {
    private static final int LARGEST = 30 * 1024 * 1024;
    private static final long MOST_INFLATED = 200L * 1024 * 1024;
    private static final int MOST_ROWS = Traits.MOST_ROWS + 100;
    private static final int MOST_COLUMNS = 200;
    private static final int DIGITS = 15;
    private static final Charset GB18030 = Charset.forName("GB18030");

    private SheetReading() {}

    /**
     * The rows as a raw value of the table, to be read by its form like what was typed.
     *
     * @return {@link Reading.Value}, or {@link Reading.Wrong} with a sentence where the file or its heads do not fit
     */
    public static Reading rows(byte[] file, Field table) {
        try {
            return Heads.rows(lines(file).stream().map(Line::cells).toList(), table);
        } catch (Refusal e) {
            return new Reading.Wrong(e.sentence());
        }
    }

    /** A row of a sheet as text. @param number from 1, as the spreadsheet shows it */
    public record Line(int number, List<String> cells) {}

    /**
     * The rows as they stand; of a workbook, without those that were never touched.
     *
     * @throws Refusal INVALID when the file is too large, hides a row, or is no spreadsheet
     */
    public static List<Line> lines(byte[] file) {
        var lines = new ArrayList<Line>();
        each(file, MOST_ROWS, lines::add);
        return lines;
    }

    /**
     * The same row by row; none of them is kept.
     *
     * @param most how many rows may come at most
     * @throws Refusal INVALID as {@link #lines}; rows before the fault were given already
     */
    public static void each(byte[] file, int most, Consumer<Line> take) {
        if (file.length > LARGEST) {
            throw Refusal.invalid("文件超过30 MB，请分开导入。");
        }
        if (starts(file, 0xd0, 0xcf, 0x11, 0xe0)) {
            throw Refusal.invalid("这是旧的xls格式或者加了密，请在Excel、WPS里另存为xlsx再导入。");
        }
        Consumer<Line> taken = line -> {
            try {
                take.accept(line);
            } catch (RuntimeException e) {
                throw new NotTaken(e);
            }
        };
        try {
            if (starts(file, 'P', 'K', 3, 4)) {
                workbook(file, most, taken);
            } else {
                csv(text(file), most, taken);
            }
        } catch (NotTaken e) {
            throw e.why;
        } catch (Refusal e) {
            throw e;
        } catch (IOException | RuntimeException e) {   // what the readers of others throw at hostile files has no common name
            throw Refusal.invalid("这个文件读不出来。请在Excel、WPS里另存为xlsx或者CSV再导入。");
        }
    }

    /** What whoever takes the rows threw; it is no fault of the file. */
    private static final class NotTaken extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient RuntimeException why;

        NotTaken(RuntimeException why) {
            super(null, why, false, false);
            this.why = why;
        }
    }

    private static boolean starts(byte[] bytes, int... with) {
        for (int i = 0; i < with.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != with[i]) {
                return false;
            }
        }
        return true;
    }

    private static void csv(String text, int most, Consumer<Line> take) throws IOException {
        var first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char apart = Stream.of(',', '\t', ';', '，').max((a, b) -> Long.compare(count(first, a), count(first, b))).orElse(',');
        int rows = 0;
        var format = CSVFormat.DEFAULT.builder().setDelimiter(apart).setLenientEof(true).setTrailingData(true).get();
        try (var parser = format.parse(new StringReader(text))) {
            for (var line : parser) {
                mustNotBeMore(++rows, most);
                take.accept(new Line(rows, line.stream().limit(MOST_COLUMNS).map(SheetReading::unguarded).toList()));
            }
        }
    }

    private static long count(String line, char sign) {
        return line.chars().filter(c -> c == sign).count();
    }

    /** Without the ' that {@link Sheet#csv} put before what a spreadsheet would compute. */
    private static String unguarded(String cell) {
        return cell.matches("(?s)'[\\s\\p{Z}]*[=+\\-@＝＋－＠].*") ? cell.substring(1) : cell;
    }

    /** UTF-8, UTF-16 with its mark, or what Excel in China writes. */
    private static String text(byte[] bytes) throws CharacterCodingException {
        if (starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff)) {
            return StandardCharsets.UTF_16.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        }
        int mark = starts(bytes, 0xef, 0xbb, 0xbf) ? 3 : 0;
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, mark, bytes.length - mark)).toString();
        } catch (CharacterCodingException e) {
            return GB18030.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        }
    }

    private static void workbook(byte[] file, int most, Consumer<Line> take) throws IOException {
        mustNotBeABomb(file);
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, false))) {
            var sheet = book.getSheets().filter(one -> one.getVisibility() == SheetVisibility.VISIBLE).findFirst();
            int rows = 0;
            if (sheet.isPresent()) {
                try (var lines = sheet.get().openStream()) {
                    for (var lineIterator = lines.iterator(); lineIterator.hasNext(); ) {
                        var row = lineIterator.next();
                        mustNotBeMore(++rows, most);
                        take.accept(new Line(row.getRowNum(), cells(row)));
                    }
                }
            }
        }
    }

    private static List<String> cells(Row row) {
        if (row.isHidden() && row.getFirstNonEmptyCell().isPresent()) {
            throw Refusal.invalid("表里第" + row.getRowNum() + "行是隐藏的。请取消隐藏，或者删去后再导入。");
        }
        var cells = new ArrayList<String>();
        for (int i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS); i++) {
            cells.add(Optional.ofNullable(row.getCell(i)).map(SheetReading::written).orElse(""));
        }
        return cells;
    }

    /** A day as a day, a number as its digits, of a formula what it came to. */
    private static String written(Cell cell) {
        var raw = cell.getRawValue();
        if (raw == null || raw.isEmpty() || cell.getType() == CellType.STRING) {
            return cell.getText();
        }
        if (cell.getType() == CellType.BOOLEAN) {
            return raw.equals("1") || raw.equalsIgnoreCase("true") ? "是" : "否";
        }
        return raw.matches("-?\\d{1,30}(\\.\\d{1,30})?([eE][+-]?\\d{1,2})?") ? number(cell, raw) : cell.getType() == CellType.FORMULA ? raw : cell.getText();
    }

    private static String number(Cell cell, String raw) {
        var id = cell.getDataFormatId();
        var format = cell.getDataFormatString();
        if (id != null && format != null && DateUtil.isADateFormat(id, format)) {
            var time = DateUtil.getLocalDateTime(Double.parseDouble(raw));
            return time.toLocalTime().toSecondOfDay() == 0 ? time.toLocalDate().toString() : time.toString();
        }
        var number = new BigDecimal(raw).round(new MathContext(DIGITS)).stripTrailingZeros();
        return (number.scale() < 0 ? number.setScale(0) : number).toPlainString();
    }

    private static void mustNotBeMore(int rows, int most) {
        if (rows > most) {
            throw Refusal.invalid("超过" + (most == MOST_ROWS ? Traits.MOST_ROWS : most - 1) + "行，请分开导入。");
        }
    }

    /** Asks the same directory that the reader goes by. */
    private static void mustNotBeABomb(byte[] file) throws IOException {
        try (var zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get()) {
            long inflated = 0;
            var buffer = new byte[64 * 1024];
            for (var entries = zip.getEntries(); entries.hasMoreElements(); ) {
                try (var in = zip.getInputStream(entries.nextElement())) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        inflated += read;
                        if (inflated > MOST_INFLATED) {
                            throw Refusal.invalid("解压以后太大，请分开导入。");
                        }
                    }
                }
            }
        }
    }
}
