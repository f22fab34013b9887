package openland.request.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import openland.base.Keyset;
import openland.base.Refusal;
import openland.base.Time;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Offices;
import openland.request.InformationRequest;
import openland.request.ReplyType;
import openland.request.ReplyTypes;
import openland.request.RequestSight;
import openland.request.Statistics;
import openland.request.StatisticsAsked;
import openland.request.StatisticsForm;
import openland.request.StatisticsForms;
import openland.request.StatisticsTable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The official statistics of requests, as they stand at any moment; each number opens its requests. */
@Controller
public class StatisticsPages {
    private static final int USUAL = 100;

    private final Statistics statistics;
    private final StatisticsForms forms;
    private final RequestSight sight;
    private final ReplyTypes replies;
    private final Offices offices;
    private final InstantSource time;

    StatisticsPages(Statistics statistics, StatisticsForms forms, RequestSight sight, ReplyTypes replies, Offices offices, InstantSource time) {
        this.statistics = statistics;
        this.forms = forms;
        this.sight = sight;
        this.replies = replies;
        this.offices = offices;
        this.time = time;
    }

    @GetMapping("/desk/requests/statistics")
    ModelAndView page(@RequestParam Map<String, String> given, Officer officer) {
        return new ModelAndView("request/statistics", Map.of("view", view(query(given, officer), given.getOrDefault("form", ""), officer)));
    }

    /** @throws Refusal FORBIDDEN for who works neither there nor above */
    StatisticsQuery query(Map<String, String> given, Officer officer) {
        var code = given.getOrDefault("office", "").strip();
        var office = code.isEmpty() ? own(officer) : offices.byCode(code).orElseThrow(() -> Refusal.notFound("没有这个机构。"));
        if (!sight.seesFigures(office.id(), officer)) {
            throw Refusal.forbidden("看“" + office.name() + "”的统计，要在该机构或者它的上级机构任职。");
        }
        return StatisticsQuery.of(office, given, Time.dateOf(time.instant()), offices);
    }

    private Office own(Officer officer) {
        return mine(officer).stream().min(Comparator.comparing((Office one) -> !one.id().equals(officer.office())).thenComparing(Office::code))
                .orElseThrow(() -> Refusal.forbidden("依申请公开的统计由窗口岗、拟稿岗、保密审查岗和领导查看，您没有这些岗位。"));
    }

    private List<Office> mine(Officer officer) {
        return sight.offices(officer).stream().flatMap(id -> offices.byId(id).stream()).sorted(Comparator.comparing(Office::code)).toList();
    }

    List<StatisticsTable> tables(StatisticsQuery query, String form) {
        return form.isEmpty() ? statistics.tables(query.asked()) : List.of(statistics.table(form, query.asked()));
    }

    StatisticsView view(StatisticsQuery query, String form, Officer officer) {
        boolean opens = query.asked().offices().stream().anyMatch(sight.offices(officer)::contains);
        var tables = tables(query, form).stream().map(table -> table(query, table, opens)).toList();
        int newest = Time.dateOf(time.instant()).getYear();
        var unit = query.asked().unit();
        var chosen = new LinkedHashMap<String, String>();
        chosen.put("form", form);
        return new StatisticsView(title(query), query.office(), query.own(), query.asked().year(), query.asked().isWholeYear() ? "" : query.asked().until().toString(),
                unit == null ? "" : unit, choices(query, officer), IntStream.iterate(newest, year -> year >= StatisticsAsked.FIRST_YEAR, year -> year - 1).boxed().toList(),
                tables, unit == null ? units(query) : List.of(), query.own() || unit != null ? List.of() : below(query), statistics.times(query.asked()),
                query.address("/desk/requests/statistics.xlsx", query.office(), chosen), query.address("/desk/requests/statistics.docx", query.office(), chosen), form,
                forms.all().stream().map(one -> new StatisticsView.Form(one.id(), one.title())).toList());
    }

    static String title(StatisticsQuery query) {
        var unit = query.asked().unit();
        return query.office().name() + (query.own() ? "（本级）" : "") + (unit == null ? "" : unit) + query.period() + "依申请公开统计";
    }

    /** Where he works, and where he is just looking. */
    private List<Office> choices(StatisticsQuery query, Officer officer) {
        var all = new ArrayList<>(mine(officer));
        if (!all.contains(query.office())) {
            all.add(query.office());
        }
        return all;
    }

    private StatisticsView.Table table(StatisticsQuery query, StatisticsTable table, boolean opens) {
        var rows = table.lines().stream().map(line -> new StatisticsView.Row(line.row(), IntStream.range(0, line.numbers().size())
                .mapToObj(column -> StatisticsView.Cell.of(line.numbers().get(column), opens ? behind(query, table.form(), line.row(), column) : "")).toList())).toList();
        return new StatisticsView.Table(table.form(), rows, table.checks().stream().map(check -> StatisticsView.Check.of(check, table.form().columns().heads())).toList());
    }

    private static String behind(StatisticsQuery query, StatisticsForm form, StatisticsForm.Row row, int column) {
        return query.address("/desk/requests/statistics/cases", query.office(), Map.of("form", form.id(), "row", row.code(), "column", Integer.toString(column + 1)));
    }

    private List<StatisticsView.Line> units(StatisticsQuery query) {
        return statistics.byUnit(query.asked()).stream().map(part -> new StatisticsView.Line(part.part().isEmpty() ? "没有交办" : part.part(),
                part.part().isEmpty() ? "" : query.address("/desk/requests/statistics", query.office(), Map.of("unit", part.part())), part)).toList();
    }

    /** Those right under it, each with all below it. */
    private List<StatisticsView.Line> below(StatisticsQuery query) {
        var parts = statistics.byOffice(query.asked());
        var tree = offices.subtree(query.office().id());
        return tree.stream().filter(one -> query.office().id().equals(one.parent())).map(one -> {
            var inside = offices.subtree(one.id()).stream().map(each -> parts.get(each.id())).filter(Objects::nonNull).toList();
            var sum = inside.stream().reduce(new Statistics.Part("", 0, 0, 0, 0, 0), Statistics.Part::plus);
            return new StatisticsView.Line(one.name(), query.address("/desk/requests/statistics", one, Map.of("own", "")), sum);
        }).toList();
    }

    /** A request behind a figure. */
    public record Case(InformationRequest request, String office, String reply) {}

    /** @param hidden whether there are offices in it whose book he does not see */
    public record Cases(String title, String figure, Keyset<Case> cases, String here, String back, boolean hidden) {}

    @GetMapping("/desk/requests/statistics/cases")
    ModelAndView cases(@RequestParam Map<String, String> given, @RequestParam(defaultValue = "") String form, @RequestParam(defaultValue = "") String row,
            @RequestParam(defaultValue = "0") int column, @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit, Officer officer) {
        var query = query(given, officer);
        var figure = new Statistics.Figure(form, row, column - 1);
        var books = sight.offices(officer);
        var found = statistics.behind(query.asked(), figure, books, after, Keyset.limit(limit, USUAL));
        var words = statistics.title(figure) + "，" + forms.byId(form).columns().heads().get(column - 1);
        var here = query.address("/desk/requests/statistics/cases", query.office(), Map.of("form", form, "row", row, "column", Integer.toString(column)));
        return new ModelAndView("request/statistics-cases", Map.of("view", new Cases(title(query), words, found.map(this::shown), here + "&",
                query.address("/desk/requests/statistics", query.office(), Map.of()), !books.containsAll(query.asked().offices()))));
    }

    private Case shown(InformationRequest one) {
        return new Case(one, offices.byId(one.office()).map(Office::name).orElse(""), reply(one));
    }

    private String reply(InformationRequest one) {
        var reply = one.reply();
        return reply == null ? "" : replies.all().stream().filter(type -> type.code().equals(reply)).findFirst().map(ReplyType::name).orElse(reply);
    }

    LocalDate today() {
        return Time.dateOf(time.instant());
    }
}
