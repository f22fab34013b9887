package openland.oversight.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import openland.base.Time;
import openland.catalogue.Catalogue;
import openland.catalogue.Item;
import openland.form.SheetWriter;
import openland.office.Office;
import openland.office.Offices;
import openland.oversight.FigureLine;
import openland.oversight.Openness;
import openland.page.Downloads;
import openland.page.Downloads.Form;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The figures to take away, and as a feed. */
@Controller
class OpennessFiles {
    private static final List<String> HEADS = List.of("机构代码", "机构", "事项", "月份", "类别", "应公开", "按时公开", "晚公开", "逾期", "未到期", "中止计时");
    private static final int NEWS = 50;

    private final Openness openness;
    private final Offices offices;
    private final Catalogue catalogue;
    private final Downloads downloads;
    private final OpennessFeed feed;

    OpennessFiles(Openness openness, Offices offices, Catalogue catalogue, Downloads downloads, OpennessFeed feed) {
        this.openness = openness;
        this.offices = offices;
        this.catalogue = catalogue;
        this.downloads = downloads;
        this.feed = feed;
    }

    @GetMapping("/openness.csv")
    void csv(@RequestParam Map<String, String> given, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var query = query(given);
        downloads.send(name(query), Form.CSV, request, response, out -> write(query, SheetWriter.csv(out)));
    }

    @GetMapping("/openness.xlsx")
    void xlsx(@RequestParam Map<String, String> given, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var query = query(given);
        downloads.send(name(query), Form.XLSX, request, response, out -> write(query, SheetWriter.xlsx(out)));
    }

    /** What became late and what was done last. */
    @GetMapping(path = "/openness.atom", produces = MediaType.APPLICATION_ATOM_XML_VALUE)
    void atom(@RequestParam Map<String, String> given, HttpServletResponse response) throws IOException {
        var query = query(given);
        var whole = feed.of(query.office(), openness.news(query.subtree(), NEWS), openness.asOf());
        response.setContentType(MediaType.APPLICATION_ATOM_XML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getOutputStream().write(whole);
    }

    private OpennessQuery query(Map<String, String> given) {
        return OpennessQuery.of(given, openness.asOf(), offices, catalogue);
    }

    private String name(OpennessQuery query) {
        return query.office().name() + "公开晾晒-" + Time.dateOf(openness.asOf());
    }

    private void write(OpennessQuery query, SheetWriter whole) throws IOException {
        try (whole) {
            var names = offices.subtree(query.office().id()).stream().collect(Collectors.toMap(Office::id, one -> one));
            whole.begin("公开晾晒", HEADS);
            openness.each(query.asked(), line -> write(whole, line, names, "法定期限"));
            openness.each(query.asked().targets(), line -> write(whole, line, names, "自定目标"));
        }
    }

    private void write(SheetWriter sheet, FigureLine line, Map<UUID, Office> names, String kind) {
        var office = Objects.requireNonNull(names.get(line.office()));
        var tally = line.tally();
        var item = line.item().isEmpty() ? "" : catalogue.byId(line.item()).map(Item::title).orElse(line.item());
        try {
            sheet.row(List.of(office.code(), office.name(), item, line.month().toString(), kind, tally.owed(), tally.inTime(), tally.late(),
                    tally.overdue(), tally.pending(), tally.stopped()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
