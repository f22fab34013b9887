package openland.drafting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import openland.base.Refusal;
import openland.drafting.Tabulating;
import openland.form.FieldType.Reading;
import openland.form.Grid;
import openland.form.SheetReading;
import openland.journal.Act;
import openland.journal.Journal;
import openland.office.Officer;
import openland.office.Post;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** One table of a draft: a page of rows to type in, and all rows at once from and for a spreadsheet. */
@Controller
@RequestMapping("/desk/drafts/{id}/tables/{field}")
class TablePages {
    private static final int UNPROCESSABLE = 422;

    private final Tabulating tabulating;
    private final Journal journal;

    TablePages(Tabulating tabulating, Journal journal) {
        this.tabulating = tabulating;
        this.journal = journal;
    }

    /** @param row any row of the page that is wanted; @param done what was just done, {@code saved} or {@code taken} */
    @GetMapping
    ModelAndView page(@PathVariable UUID id, @PathVariable String field, @RequestParam(defaultValue = "1") int row,
            @RequestParam(defaultValue = "") String done, Officer officer) {
        var stretch = tabulating.look(id, field, row, officer);
        var said = switch (done) {
            case "saved" -> "已保存。";
            case "taken" -> "已放进表格。";
            default -> "";
        };
        return page(stretch, said, "");
    }

    private static ModelAndView page(Tabulating.Stretch stretch, String said, String typed) {
        return new ModelAndView("drafting/table", Map.of("stretch", stretch, "said", said, "typed", typed));
    }

    /** Saves the rows of one page, without those that are ticked to be left out; with {@code add}, goes on below the last row. */
    @PostMapping
    String save(@PathVariable UUID id, @PathVariable String field, @RequestParam int from, @RequestParam int to,
            @RequestParam(defaultValue = "") Set<Integer> leave, @RequestParam Map<String, String> parameters, Officer officer) {
        int rows = tabulating.change(id, field, grid -> {
            if (from < 1 || to < from - 1 || to - from > 2 * Tabulating.PAGE || to - Tabulating.PAGE > grid.size()) {
                throw Refusal.invalid("页面不完整，请刷新后重试。");
            }
            return grid.changed(from, to, parameters::get, leave);
        }, parameters.get("digest"), officer);
        return "redirect:" + here(id, field) + "?done=saved&row=" + (parameters.containsKey("add") ? rows + 1 : from) + (parameters.containsKey("add") ? "#r" + (rows + 1) : "");
    }

    /** Takes all rows of what was pasted, or of a file; what does not fit is said above what was pasted. */
    @PostMapping("/rows")
    ModelAndView take(@PathVariable UUID id, @PathVariable String field, @RequestParam(defaultValue = "") String text,
            @RequestParam @Nullable MultipartFile file, @RequestParam Map<String, String> parameters, Officer officer,
            HttpServletResponse response) throws IOException {
        var stretch = tabulating.look(id, field, 1, officer);
        officer.mustHold(Post.DRAFTER, stretch.draft().office());
        var reading = file != null && !file.isEmpty() ? SheetReading.rows(file.getBytes(), stretch.table())
                : text.isBlank() ? new Reading.Wrong("请先粘贴，或者选一个文件。") : Grid.pasted(text, stretch.table(), parameters.containsKey("heads"));
        return switch (reading) {
            case Reading.Value(var rows) when rows.isEmpty() -> again(stretch, "表头下面没有内容，表格没有动。", text, response);
            case Reading.Value(var rows) -> {
                tabulating.change(id, field, grid -> "append".equals(parameters.get("how")) ? grid.plus(rows) : rows, parameters.get("digest"), officer);
                yield new ModelAndView("redirect:" + here(id, field) + "?done=taken");
            }
            case Reading.Wrong(var sentence) -> again(stretch, sentence, text, response);
            case Reading.Partly _ -> throw new IllegalStateException("Raw rows are not read yet.");
        };
    }

    private static ModelAndView again(Tabulating.Stretch stretch, String sentence, String typed, HttpServletResponse response) {
        response.setStatus(UNPROCESSABLE);
        return page(stretch, sentence, typed);
    }

    @GetMapping("/rows.csv")
    void csv(@PathVariable UUID id, @PathVariable String field, Officer officer, HttpServletResponse response) throws IOException {
        var stretch = exported(id, field, "csv", officer);
        download(response, "text/csv;charset=UTF-8", stretch.table().label() + ".csv");
        stretch.grid().sheet().csv(response.getOutputStream());
    }

    @GetMapping("/rows.xlsx")
    void xlsx(@PathVariable UUID id, @PathVariable String field, Officer officer, HttpServletResponse response) throws IOException {
        var stretch = exported(id, field, "xlsx", officer);
        download(response, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", stretch.table().label() + ".xlsx");
        stretch.grid().sheet().xlsx(response.getOutputStream());
    }

    /** What is not public yet leaves with an act in the journal. */
    private Tabulating.Stretch exported(UUID id, String field, String type, Officer officer) {
        var stretch = tabulating.look(id, field, 1, officer);
        journal.recordAlone(new Act("draft.table-exported", officer.id(), stretch.draft().office(), id.toString(),
                Map.of("field", field, "type", type, "rows", stretch.grid().size())));
        return stretch;
    }

    private static void download(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
    }

    private static String here(UUID id, String field) {
        return "/desk/drafts/" + id + "/tables/" + field;
    }
}
