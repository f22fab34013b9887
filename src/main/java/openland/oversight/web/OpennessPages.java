package openland.oversight.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import openland.base.Keyset;
import openland.base.Refusal;
import openland.base.Time;
import openland.catalogue.Catalogue;
import openland.catalogue.Item;
import openland.office.Office;
import openland.office.Offices;
import openland.oversight.Asked;
import openland.oversight.Openness;
import openland.oversight.PublicDuty;
import openland.oversight.Reporting;
import openland.oversight.Tally;
import openland.oversight.What;
import openland.oversight.web.OpennessView.Differing;
import openland.oversight.web.OpennessView.Figure;
import openland.oversight.web.OpennessView.Month;
import openland.oversight.web.OpennessView.Row;
import openland.page.Dates;
import openland.page.Figures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What offices owe and did (公开晾晒): figures, the list behind each, the page of each duty. */
@Controller
class OpennessPages {
    private static final int FIRST = 10;
    private static final int USUAL = 100;
    private static final List<What> SHOWN = List.of(What.OWED, What.MET, What.LATE, What.OVERDUE, What.PENDING);

    private final Openness openness;
    private final Reporting reporting;
    private final Offices offices;
    private final Catalogue catalogue;

    OpennessPages(Openness openness, Reporting reporting, Offices offices, Catalogue catalogue) {
        this.openness = openness;
        this.reporting = reporting;
        this.offices = offices;
        this.catalogue = catalogue;
    }

    @GetMapping("/openness")
    ModelAndView figures(@RequestParam Map<String, String> given) {
        var query = OpennessQuery.of(given, openness.asOf(), offices, catalogue);
        return new ModelAndView("oversight/openness", Map.of("view", view(query)));
    }

    private OpennessView view(OpennessQuery query) {
        var asked = query.asked();
        var branch = openness.branch(query.office(), asked);
        var whole = row(query, query.office(), "合计", "", branch.whole(), Map.of());
        var overdue = openness.list(What.OVERDUE, Asked.all(query.subtree()), null, FIRST).items();
        var targets = openness.sum(asked.targets());
        return new OpennessView(query, above(query.office()), Dates.minute(openness.asOf()), whole, rows(query, branch), items(query),
                targets.isEmpty() ? null : row(query, query.office(), "自定目标", "", targets, Map.of("target", "true")), rows(overdue), lateNow(query), months(query), YearMonth.from(Time.dateOf(openness.asOf())).toString(),
                query.address("/openness.csv", query.office(), Map.of()), query.address("/openness.xlsx", query.office(), Map.of()),
                "/openness.atom?office=" + query.office().code(), differing(query));
    }

    private List<Differing> differing(OpennessQuery query) {
        return reporting.differing(query.subtree(), FIRST).stream().map(one -> new Differing(name(one.office()),
                one.month().getYear() + "年" + one.month().getMonthValue() + "月", one.kind().label(), Figures.of(one.sum()), Figures.of(one.total()),
                (one.residue() < 0 ? "-" : "") + Figures.of(Math.abs(one.residue())))).toList();
    }

    /** Late now, whenever it was due. */
    private Figure lateNow(OpennessQuery query) {
        return new Figure(Figures.of(openness.sum(Asked.all(query.subtree())).overdue()),
                "/openness/duties?office=" + query.office().code() + "&what=overdue&from=2007-01");
    }

    private List<Row> rows(OpennessQuery query, Openness.Branch branch) {
        var rows = new ArrayList<Row>();
        if (!branch.own().isEmpty() || branch.below().isEmpty()) {
            rows.add(row(query, query.office(), query.office().name() + "（本级）", "", branch.own(), Map.of("own", "true")));
        }
        branch.below().forEach((office, tally) -> rows.add(row(query, office, office.name(), query.address("/openness", office, Map.of()), tally, Map.of())));
        return rows;
    }

    private List<Row> items(OpennessQuery query) {
        var tallies = openness.byItem(query.asked());
        return Stream.concat(catalogue.items().stream().map(Item::id), Stream.of("")).filter(tallies::containsKey)
                .map(id -> row(query, query.office(), title(id), id.isEmpty() ? "" : "/catalogue/" + id, tallies.getOrDefault(id, Tally.NONE),
                        Map.of("item", id.isEmpty() ? OpennessQuery.OTHER : id))).toList();
    }

    private String title(String item) {
        return item.isEmpty() ? "不以公开信息办结的义务" : catalogue.byId(item).map(Item::title).orElse(item);
    }

    private static Row row(OpennessQuery query, Office office, String name, String href, Tally tally, Map<String, String> more) {
        var figures = Stream.concat(SHOWN.stream(), Stream.of(What.STOPPED)).map(what -> {
            var all = new java.util.LinkedHashMap<>(more);
            all.put("what", what.code());
            return new Figure(Figures.of(tally.of(what)), query.address("/openness/duties", office, all));
        }).toList();
        return new Row(name, href, tally, figures);
    }

    private List<Month> months(OpennessQuery query) {
        var ends = openness.monthEnds(query.subtree());
        long most = ends.values().stream().mapToLong(Long::longValue).max().orElse(0);
        var months = new ArrayList<Month>();
        ends.forEach((month, count) -> months.add(Month.of(months.size(), ends.size(), month.getMonthValue() + "月", count, most)));
        return months;
    }

    /** The list behind a figure. */
    @GetMapping("/openness/duties")
    ModelAndView duties(@RequestParam Map<String, String> given, @RequestParam(defaultValue = "overdue") String what,
            @RequestParam(required = false) @Nullable String after, @RequestParam(required = false) @Nullable Integer limit) {
        var counted = What.of(what).orElseThrow(() -> Refusal.invalid("what应是owed、met、late、overdue、pending、stopped之一。"));
        var query = OpennessQuery.of(given, openness.asOf(), offices, catalogue);
        var page = openness.list(counted, query.asked(), after, Keyset.limit(limit, USUAL));
        var more = new java.util.LinkedHashMap<String, String>();
        more.put("what", counted.code());
        more.put("own", query.own() ? "true" : "");
        more.put("target", query.target() ? "true" : "");
        return new ModelAndView("oversight/duties", Map.of("view", new DutiesView(query, counted, Dates.minute(openness.asOf()),
                Figures.of(openness.sum(query.asked()).of(counted)), query.item() == null ? "" : title(query.item()), rows(page.items()),
                query.address("/openness/duties", query.office(), more) + "&", Optional.ofNullable(page.next()),
                query.address("/openness", query.office(), Map.of()))));
    }

    private List<DutyRow> rows(List<PublicDuty> duties) {
        var names = openness.names(duties);
        return openness.stands(duties).stream().map(stand -> DutyRow.of(stand, names.getOrDefault(stand.duty().office(), ""))).toList();
    }

    private String name(UUID office) {
        return offices.byId(office).map(Office::name).orElse("");
    }

    /** One duty: its day, why that day, and what happened to it. */
    @GetMapping("/openness/duties/{id}")
    ModelAndView duty(@PathVariable UUID id) {
        var duty = openness.byId(id).orElseThrow(() -> Refusal.notFound("没有这件公开义务。"));
        var office = offices.byId(duty.office()).orElseThrow();
        var row = DutyRow.of(openness.stands(List.of(duty)).getFirst(), office.name());
        return new ModelAndView("oversight/duty", Map.of("view", new DutyView(duty, row, office, Dates.minute(openness.asOf()),
                duty.item() == null ? "" : title(duty.item()), openness.derivation(id), openness.dates(id))));
    }

    private List<Office> above(Office office) {
        var above = new ArrayList<Office>();
        for (var next = office.parent(); next != null && above.size() < 20; ) {
            var parent = offices.byId(next).orElseThrow();
            above.addFirst(parent);
            next = parent.parent();
        }
        return above;
    }
}
