package openland.disclosure.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import openland.base.Refusal;
import openland.disclosure.Disclosures;
import openland.disclosure.Projection;
import openland.form.Shown;
import openland.form.ShownTable;
import openland.page.Downloads;
import openland.page.Downloads.Form;
import openland.page.SiteUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One table of an edition for people: all its rows, by pages, by words, and for a spreadsheet. */
@Controller
@RequestMapping("/disclosures/{id}/editions/{number}/tables/{field}")
public class PieceTablePages {
    private static final int PAGE = 100;
    private static final int LONGEST = 100;

    private final Disclosures disclosures;
    private final Downloads downloads;
    private final SiteUrl site;

    PieceTablePages(Disclosures disclosures, Downloads downloads, SiteUrl site) {
        this.disclosures = disclosures;
        this.downloads = downloads;
        this.site = site;
    }

    /**
     * What the page shows.
     *
     * @param address the piece's own, for paper
     * @param here    the address of this page, without a query
     * @param piece   the address of the edition on this site
     */
    public record TablePage(Projection shown, ShownTable table, ShownTable.Found found, String q, String column, String address,
            String here, String piece) {}

    /** @param q words that stand in a row; @param column only in this column; @param after from the page before */
    @GetMapping
    ModelAndView table(@PathVariable UUID id, @PathVariable int number, @PathVariable String field, @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String column, @RequestParam @Nullable String after) {
        if (q.length() > LONGEST) {
            throw Refusal.invalid("要找的词最多" + LONGEST + "个字。");
        }
        var shown = disclosures.readable(id, number).projection();
        var table = ShownTable.of(table(shown, field));
        var piece = "/disclosures/" + id + "/editions/" + number;
        return new ModelAndView("disclosure/table", Map.of("page", new TablePage(shown, table, table.find(q, column, after, PAGE), q, column,
                site.of("/disclosures/" + id), piece + "/tables/" + field, piece)));
    }

    @GetMapping("/rows.csv")
    void csv(@PathVariable UUID id, @PathVariable int number, @PathVariable String field, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        var table = ShownTable.of(table(disclosures.readable(id, number).projection(), field));
        downloads.send(table.label(), Form.CSV, request, response, table.sheet()::csv);
    }

    @GetMapping("/rows.xlsx")
    void xlsx(@PathVariable UUID id, @PathVariable int number, @PathVariable String field, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        var table = ShownTable.of(table(disclosures.readable(id, number).projection(), field));
        downloads.send(table.label(), Form.XLSX, request, response, table.sheet()::xlsx);
    }

    private static Shown table(Projection shown, String field) {
        return shown.fields().stream().filter(one -> one.isTable() && one.name().equals(field)).findFirst()
                .orElseThrow(() -> Refusal.notFound("这件信息没有这个表格。"));
    }
}
