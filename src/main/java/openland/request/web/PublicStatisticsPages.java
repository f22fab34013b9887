package openland.request.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import openland.base.Refusal;
import openland.form.SheetWriter;
import openland.office.Office;
import openland.office.Offices;
import openland.page.Dates;
import openland.page.Downloads;
import openland.page.Downloads.Form;
import openland.page.Figures;
import openland.request.AnswerTimes;
import openland.request.PublicStatistics;
import openland.request.StatisticsAsked;
import openland.request.StatisticsForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The statistics of requests for everybody: what is very little is not shown. */
@Controller
public class PublicStatisticsPages {
    private final PublicStatistics statistics;
    private final Offices offices;
    private final Downloads downloads;

    PublicStatisticsPages(PublicStatistics statistics, Offices offices, Downloads downloads) {
        this.statistics = statistics;
        this.offices = offices;
        this.downloads = downloads;
    }

    /** A table in words. @param hidden how many numbers are not shown */
    public record Table(StatisticsForm form, List<Row> rows, List<StatisticsView.Check> checks, int hidden) {}

    /** @param numbers empty where one is not shown */
    public record Row(StatisticsForm.Row row, List<String> numbers) {}

    /** @param count empty where it is not shown */
    public record LastDay(String label, String count) {}

    /** @param period 2026年（截至10月31日） */
    public record View(Office office, int year, String period, List<Office> offices, List<Integer> years, List<Table> tables, List<AnswerTimes> times,
            List<LastDay> lastDays, String csv) {}

    @GetMapping("/openness/requests")
    ModelAndView page(@RequestParam(defaultValue = "") String office, @RequestParam(defaultValue = "") String year) {
        return new ModelAndView("request/openness", Map.of("view", view(office, year)));
    }

    @GetMapping("/openness/requests.csv")
    void csv(@RequestParam(defaultValue = "") String office, @RequestParam(defaultValue = "") String year, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        var view = view(office, year);
        downloads.send(view.office().name() + view.period() + "依申请公开统计", Form.CSV, request, response, out -> {
            try (var sheet = SheetWriter.csv(out)) {
                write(sheet, view);
            }
        });
    }

    private static void write(SheetWriter sheet, View view) throws IOException {
        sheet.begin("统计", List.of("机构代码", "机构", "年度", "表", "行", "指标", "列", "数", "说明"));
        for (var table : view.tables()) {
            for (var row : table.rows()) {
                for (int column = 0; column < row.numbers().size(); column++) {
                    var number = row.numbers().get(column);
                    sheet.row(Arrays.<@Nullable Object>asList(view.office().code(), view.office().name(), view.period(), table.form().title(), row.row().code(), row.row().text(),
                            table.form().columns().heads().get(column), number.replace("\u202f", ""), number.isEmpty() ? "不足5件，或者为防止推算而隐去" : ""));
                }
            }
        }
    }

    private View view(String code, String written) {
        var office = code.isBlank() ? offices.all().stream().findFirst().orElseThrow(() -> Refusal.notFound("还没有建立机构，没有可以统计的内容。"))
                : offices.byCode(code.strip()).orElseThrow(() -> Refusal.notFound("没有这个机构。"));
        var asOf = statistics.asOf();
        int year = StatisticsQuery.year(written, asOf);
        var whole = statistics.of(office.id(), year);
        var period = year + "年" + (year < asOf.getYear() || asOf.getDayOfYear() == asOf.lengthOfYear() ? "" : "（截至" + Dates.words(asOf) + "）");
        var years = IntStream.iterate(asOf.getYear(), each -> each >= StatisticsAsked.FIRST_YEAR, each -> each - 1).boxed().toList();
        return new View(office, year, period, offices.all(), years, whole.tables().stream().map(PublicStatisticsPages::table).toList(), whole.times(),
                whole.lastDays().stream().map(day -> new LastDay(day.label(), words(day.count()))).toList(),
                "/openness/requests.csv?office=" + office.code() + "&year=" + year);
    }

    private static Table table(PublicStatistics.Shown shown) {
        var heads = shown.form().columns().heads();
        return new Table(shown.form(), shown.lines().stream().map(line -> new Row(line.row(), line.numbers().stream().map(PublicStatisticsPages::words).toList())).toList(),
                shown.checks().stream().map(check -> StatisticsView.Check.of(check, heads)).toList(), shown.hidden());
    }

    private static String words(@Nullable Long number) {
        return number == null ? "" : Figures.of(number);
    }
}
