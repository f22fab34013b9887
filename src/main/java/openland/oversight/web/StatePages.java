package openland.oversight.web;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import openland.base.Refusal;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Offices;
import openland.oversight.Indicator;
import openland.oversight.Indicators;
import openland.oversight.Reported;
import openland.oversight.ReportedKind;
import openland.oversight.Reporting;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What an office must have at all times, and the figures that it reports of itself: for everybody, and where they are said. */
@Controller
public class StatePages {
    private final Indicators indicators;
    private final Reporting reporting;
    private final Offices offices;

    StatePages(Indicators indicators, Reporting reporting, Offices offices) {
        this.indicators = indicators;
        this.reporting = reporting;
        this.offices = offices;
    }

    /** @param said whether the one who looks may say how they stand */
    public record IndicatorsView(Office office, List<Indicator> indicators, boolean said) {
        public long count(Indicator.Standing standing) {
            return indicators.stream().filter(one -> one.standing() == standing).count();
        }
    }

    @GetMapping("/openness/indicators")
    ModelAndView indicators(@RequestParam(required = false) @Nullable String office) {
        var of = office == null || office.isBlank() ? offices.all().stream().findFirst() : offices.byCode(office);
        return view("oversight/indicators", of.orElseThrow(() -> Refusal.notFound("没有这个机构。")), false);
    }

    @GetMapping("/desk/indicators")
    ModelAndView desk(Officer officer) {
        return view("oversight/indicators-desk", own(officer), true);
    }

    private ModelAndView view(String template, Office office, boolean said) {
        return new ModelAndView(template, Map.of("view", new IndicatorsView(office, indicators.of(office), said)));
    }

    @PostMapping("/desk/indicators")
    String say(@RequestParam String obligation, @RequestParam boolean holds, Officer officer) {
        indicators.say(own(officer), obligation, holds, officer);
        return "redirect:/desk/indicators";
    }

    public record ReportedView(Office office, List<ReportedKind> kinds, List<Reported> reported) {}

    @GetMapping("/desk/reported")
    ModelAndView reported(Officer officer) {
        var office = own(officer);
        return new ModelAndView("oversight/reported", Map.of("view", new ReportedView(office, List.of(ReportedKind.values()), reporting.of(office))));
    }

    @PostMapping("/desk/reported")
    String report(@RequestParam Map<String, String> given, Officer officer) {
        var kind = ReportedKind.of(given.getOrDefault("kind", "")).orElseThrow(() -> Refusal.invalid("请选择是哪一类数字。"));
        var parts = new HashMap<String, Long>();
        kind.parts().forEach(part -> parts.put(part.code(), number(given.getOrDefault(part.code(), ""))));
        reporting.report(own(officer), kind, month(given.getOrDefault("month", "")), parts, number(given.getOrDefault("total", "")), officer);
        return "redirect:/desk/reported";
    }

    private static YearMonth month(String written) {
        try {
            return YearMonth.parse(written.strip());
        } catch (DateTimeException e) {
            throw Refusal.invalid("月份应写成2026-10这样。");
        }
    }

    private static long number(String written) {
        var text = written.strip();
        if (!text.matches("\\d{0,10}")) {
            throw Refusal.invalid("数字只写0到10亿之间的整数。");
        }
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    private Office own(Officer officer) {
        return offices.byId(officer.office()).orElseThrow();
    }
}
