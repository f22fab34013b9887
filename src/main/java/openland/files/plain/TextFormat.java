package openland.files.plain;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import openland.base.Refusal;
import openland.files.FileContent;
import openland.files.FileContent.Block;
import openland.files.FileContent.Paragraph;
import openland.files.FileContent.Part;
import openland.files.FileContent.Table;
import openland.files.Format;
import openland.files.Hidden;
import openland.files.Hidden.Kind;
import openland.files.TextEncoding;
import org.apache.commons.csv.CSVFormat;
import org.springframework.stereotype.Component;

/** Plain text, a paragraph a line; CSV (RFC 4180) as a table. Both go out as UTF-8, CSV with its mark, which Excel needs for Chinese. */
@Component
class TextFormat implements Format {
    static final String CSV = "text/csv";
    static final String MARK = "\ufeff";
    private static final int MOST_ROWS = 200_000;
    private static final int MOST_CELLS = 2_000_000;

    @Override
    public Map<String, String> types() {
        return Map.of("text/plain", "TXT", CSV, "CSV");
    }

    @Override
    public FileContent read(Path file, String type) throws IOException {
        var text = Invisible.without(text(file).text());
        var blocks = type.equals(CSV) ? table(text) : text.lines().filter(line -> !line.isBlank()).<Block>map(Paragraph::new).toList();
        return new FileContent(List.of(new Part("", blocks)), false, false);
    }

    static TextEncoding.Text text(Path file) throws IOException {
        return TextEncoding.read(Files.readAllBytes(file))
                .orElseThrow(() -> Refusal.invalid("文字的编码认不出来，请另存为UTF-8后再传。"));
    }

    private static List<Block> table(String text) {
        var rows = rows(text, true);
        return rows.isEmpty() ? List.of() : List.of(new Table(even(rows)));
    }

    /** @param dense leaves out lines without anything */
    static List<List<String>> rows(String text, boolean dense) {
        var rows = new ArrayList<List<String>>();
        int cells = 0;
        try (var records = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(dense).setDelimiter(delimiter(text)).setLenientEof(true)
                .setTrailingData(true).get().parse(new StringReader(text))) {
            for (var record : records) {
                rows.add(record.toList());
                cells += record.size();
                if (rows.size() > MOST_ROWS || cells > MOST_CELLS) {
                    throw Refusal.invalid("表格超过20万行或200万格，请拆分后再传。");
                }
            }
        } catch (IOException | IllegalStateException e) {
            throw Refusal.invalid("这个CSV的引号不成对，请用表格软件打开后重新另存为CSV再传。");
        }
        return rows;
    }

    /** Some programs write tabs and call it CSV. */
    static char delimiter(String text) {
        var first = text.lines().findFirst().orElse("");
        return !first.contains(",") && first.contains("\t") ? '\t' : !first.contains(",") && first.contains(";") ? ';' : ',';
    }

    private static List<List<String>> even(List<List<String>> rows) {
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        if ((long) width * rows.size() > MOST_CELLS) {
            return List.copyOf(rows);
        }
        return rows.stream().map(row -> {
            var full = new ArrayList<>(row);
            while (full.size() < width) {
                full.add("");
            }
            return List.copyOf(full);
        }).toList();
    }

    @Override
    public List<Hidden> hidden(Path file, String type) throws IOException {
        var found = new ArrayList<Hidden>();
        var text = text(file);
        if (!Invisible.without(text.text()).equals(text.text())) {
            found.add(new Hidden(Kind.METADATA, "不可见字符", Invisible.said(text.text())));
        }
        if (!Arrays.equals(clean(file, type), Files.readAllBytes(file)) && found.isEmpty()) {
            found.add(new Hidden(Kind.METADATA, "文字编码", text.name() + "，公开的副本是带标记的UTF-8"));
        }
        return List.copyOf(found);
    }

    @Override
    public void clean(Path file, String type, boolean thorough, OutputStream out) throws IOException {
        out.write(clean(file, type));
    }

    /** Text that is UTF-8 already stays as it is: every program but a spreadsheet knows it. */
    private static byte[] clean(Path file, String type) throws IOException {
        var text = text(file);
        try (var in = Files.newInputStream(file)) {
            boolean plain = type.equals("text/plain") && text.name().equals("UTF-8") && (in.read() != 0xef || in.read() != 0xbb);
            return ((plain ? "" : MARK) + Invisible.without(text.text())).getBytes(StandardCharsets.UTF_8);
        }
    }
}
