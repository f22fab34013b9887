package openland.files.plain;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import openland.base.Refusal;
import openland.base.Refusal.Reason;
import openland.files.CellMark;
import openland.files.CellRedaction;
import openland.files.HiddenWords;
import openland.files.RedactionMark;
import org.apache.commons.csv.CSVFormat;
import org.springframework.stereotype.Component;

/** Covers cells of a table of text (CSV), which has no sheets: columns A, B, C…, rows from 1 with the head. */
@Component
final class CsvRedaction implements CellRedaction {
    @Override
    public Set<String> types() {
        return Set.of(TextFormat.CSV);
    }

    @Override
    public Result redact(Path file, String type, List<CellMark> marks, OutputStream out) throws IOException {
        var text = Invisible.without(TextFormat.text(file).text());
        char delimiter = TextFormat.delimiter(text);
        var words = new HiddenWords();
        var rows = new ArrayList<List<String>>();
        int cells = 0;
        for (var row : TextFormat.rows(text, false)) {
            var copy = new ArrayList<>(row);
            for (int i = 0; i < copy.size(); i++) {
                var said = said(marks, i + 1, rows.size() + 1);
                if (said != null && !copy.get(i).isEmpty()) {
                    words.hide(copy.set(i, said));
                    cells++;
                }
            }
            rows.add(copy);
        }
        if (cells == 0) {
            throw Refusal.invalid("要遮盖的单元格里没有内容，请核对位置：列用A、B、C，行从1数起，表头也算。");
        }
        var written = written(rows, delimiter);
        prove(written, rows, words);
        out.write((TextFormat.MARK + written).getBytes(StandardCharsets.UTF_8));
        return new Result(words.left(), cells);
    }

    private static @org.jspecify.annotations.Nullable String said(List<CellMark> marks, int column, int row) {
        for (var mark : marks) {
            if (mark.meets(column, column, row, row)) {
                return RedactionMark.said(mark.ground());
            }
        }
        return null;
    }

    private static String written(List<List<String>> rows, char delimiter) throws IOException {
        var text = new StringBuilder();
        try (var printer = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get().print(text)) {
            for (var row : rows) {
                printer.printRecord(row);
            }
        }
        return text.toString();
    }

    /** The table must read as it was meant, and nothing else may be in it. */
    private static void prove(String written, List<List<String>> rows, HiddenWords words) {
        var read = TextFormat.rows(written, false);
        if (!read.equals(rows)) {
            throw new Refusal(Reason.UNPROCESSABLE, "遮盖后的表格没有通过检查，没有保存：写出来的与要写的不一样。");
        }
        for (int i = 0; i < read.size(); i++) {
            words.look(String.join(" ", read.get(i)), "第" + (i + 1) + "行");
        }
    }
}
