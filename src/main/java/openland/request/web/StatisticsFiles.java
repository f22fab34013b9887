package openland.request.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import openland.form.SheetWriter;
import openland.office.Officer;
import openland.page.Downloads;
import openland.page.Downloads.Form;
import openland.request.StatisticsTable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The statistics in the official form, to take away. */
@Controller
class StatisticsFiles {
    private final StatisticsPages pages;
    private final Downloads downloads;

    StatisticsFiles(StatisticsPages pages, Downloads downloads) {
        this.pages = pages;
        this.downloads = downloads;
    }

    @GetMapping("/desk/requests/statistics.xlsx")
    void xlsx(@RequestParam Map<String, String> given, @RequestParam(defaultValue = "") String form, Officer officer, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        var query = pages.query(given, officer);
        var tables = pages.tables(query, form);
        downloads.send(StatisticsPages.title(query), Form.XLSX, request, response, out -> write(tables, pages.view(query, form, officer), out));
    }

    @GetMapping("/desk/requests/statistics.docx")
    void docx(@RequestParam Map<String, String> given, @RequestParam(defaultValue = "") String form, Officer officer, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        var query = pages.query(given, officer);
        var tables = pages.tables(query, form);
        var title = StatisticsPages.title(query);
        downloads.send(title, Form.DOCX, request, response, out -> StatisticsWord.write(title, tables, out));
    }

    private static void write(List<StatisticsTable> tables, StatisticsView view, OutputStream out) throws IOException {
        try (var book = SheetWriter.xlsx(out)) {
            for (var table : tables) {
                book.begin(table.form().title(), Stream.concat(Stream.of("行", "指标"), table.form().columns().heads().stream()).toList());
                for (var line : table.lines()) {
                    var cells = new ArrayList<@Nullable Object>(List.of(line.row().code(), "　".repeat(line.row().level()) + line.row().text()));
                    cells.addAll(line.numbers());
                    book.row(cells);
                }
            }
            book.begin("勾稽关系", List.of("表", "关系", "结果", "差额由什么组成"));
            for (var table : view.tables()) {
                for (var check : table.checks()) {
                    book.row(List.of(table.form().title(), check.sentence(), check.holds() ? "相符" : String.join("，", check.differences()), check.residue()));
                }
            }
            parts(book, "按部门", view.units());
            parts(book, "按下级机构", view.below());
            book.begin("办理时间", List.of("答复", "件数", "中位数（工作日）", "九成在几个工作日内", "最长", "其中征求意见的件数", "不计入的工作日中位数"));
            for (var times : view.timeLines()) {
                book.row(List.of(times.label(), times.count(), times.median(), times.ninth(), times.longest(), times.excluded().count(), times.excluded().median()));
            }
        }
    }

    private static void parts(SheetWriter book, String title, List<StatisticsView.Line> lines) throws IOException {
        if (!lines.isEmpty()) {
            book.begin(title, List.of("名称", "新收", "上年结转", "办结", "其中超过期限", "结转下年"));
            for (var line : lines) {
                var part = line.part();
                book.row(List.of(line.name(), part.received(), part.carried(), part.answered(), part.late(), part.left()));
            }
        }
    }
}
