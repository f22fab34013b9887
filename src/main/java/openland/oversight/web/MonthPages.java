package openland.oversight.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import openland.base.Refusal;
import openland.form.SheetWriter;
import openland.office.Office;
import openland.office.Offices;
import openland.oversight.Asked;
import openland.oversight.Months;
import openland.oversight.Openness;
import openland.oversight.PublicDuty;
import openland.oversight.What;
import openland.page.Downloads;
import openland.page.Downloads.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** An office's own month, to read, print and take away. */
@Controller
class MonthPages {
    private static final int MOST = 200;

    private final Months months;
    private final Openness openness;
    private final Offices offices;
    private final Downloads downloads;

    MonthPages(Months months, Openness openness, Offices offices, Downloads downloads) {
        this.months = months;
        this.openness = openness;
        this.offices = offices;
        this.downloads = downloads;
    }

    @GetMapping("/openness/months/{office}/{month}")
    ModelAndView page(@PathVariable String office, @PathVariable String month) {
        return new ModelAndView("oversight/month", Map.of("view", view(office, month)));
    }

    @GetMapping("/openness/months/{office}/{month}/report.xlsx")
    void xlsx(@PathVariable String office, @PathVariable String month, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var view = view(office, month);
        downloads.send(view.title(), Form.XLSX, request, response, out -> write(view, out));
    }

    private MonthView view(String code, String written) {
        var office = offices.byCode(code).orElseThrow(() -> Refusal.notFound("没有这个机构。"));
        var month = month(written);
        var now = months.now(office.id(), month);
        var own = new Asked(Set.of(office.id()), month, month, null, false);
        var done = Stream.of(What.MET, What.LATE).flatMap(what -> openness.list(what, own, null, MOST).items().stream());
        var overdue = openness.list(What.OVERDUE, new Asked(Set.of(office.id()), null, month, null, false), null, MOST).items().stream();
        var here = "/openness/months/" + office.code() + "/";
        return new MonthView(office, month, now, months.kept(office.id(), month), rows(overdue, office), rows(done, office),
                months.moved(office.id(), month), here + month.minusMonths(1), here + month + "/report.xlsx");
    }

    private List<DutyRow> rows(Stream<PublicDuty> duties, Office office) {
        return openness.stands(duties.toList()).stream().map(stand -> DutyRow.of(stand, office.name())).toList();
    }

    private static YearMonth month(String written) {
        try {
            var month = YearMonth.parse(written);
            if (month.getYear() >= 2007 && month.getYear() <= 2099) {
                return month;
            }
        } catch (DateTimeException e) {
            throw wrong();
        }
        throw wrong();
    }

    private static Refusal wrong() {
        return Refusal.invalid("月份写成2026-01这样，2007年到2099年。");
    }

    private static void write(MonthView view, OutputStream out) throws IOException {
        try (var book = SheetWriter.xlsx(out)) {
            book.begin("数字", List.of("项目", "月末（" + (view.kept().isPresent() ? view.keptAt() : "还没有") + "）", "现在（" + view.nowAt() + "）", "差"));
            for (var line : view.lines()) {
                book.row(List.of(line.label(), line.kept(), line.now(), line.difference()));
            }
            rows(book, "逾期", view.overdue());
            rows(book, "已公开", view.done());
            book.begin("改期", List.of("时间", "信息", "变动", "原来的最后一日", "改为"));
            for (var moved : view.moved()) {
                var dated = moved.dated();
                book.row(Arrays.<@Nullable Object>asList(openland.base.Time.dateOf(dated.at()), moved.name(), dated.kind(), dated.from(), dated.to()));
            }
        }
    }

    private static void rows(SheetWriter book, String title, List<DutyRow> rows) throws IOException {
        book.begin(title, List.of("进展", "信息", "责任单位", "最后一日", "依据"));
        for (var row : rows) {
            book.row(List.of(row.stands(), row.name(), row.unit(), row.due(), row.basis()));
        }
    }
}
