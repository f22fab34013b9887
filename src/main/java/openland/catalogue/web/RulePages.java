package openland.catalogue.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import openland.base.Refusal;
import openland.catalogue.Domain;
import openland.catalogue.RuleConfirmation;
import openland.catalogue.RuleSetting;
import openland.catalogue.Rules;
import openland.catalogue.SettingRules;
import openland.catalogue.web.ObligationList.Asked;
import openland.catalogue.web.ObligationList.Row;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Officers;
import openland.office.Offices;
import openland.office.Post;
import openland.page.Dates;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The rules (期限规则) for administrators: what was confirmed, what offices have set for themselves. */
@Controller
@RequestMapping("/desk/rules")
public class RulePages {
    private final ObligationList obligations;
    private final SettingRules setting;
    private final Rules rules;
    private final Offices offices;
    private final Officers officers;

    RulePages(ObligationList obligations, SettingRules setting, Rules rules, Offices offices, Officers officers) {
        this.obligations = obligations;
        this.setting = setting;
        this.rules = rules;
        this.offices = offices;
        this.officers = officers;
    }

    /** @param waiting how many do not count because nobody has confirmed them */
    public record Listed(Asked asked, List<Row> rows, List<Domain> domains, long waiting) {}

    /** What an office has set. @param clock empty when it keeps to the rule as it stands. @param mine whether this officer may end it */
    public record Set(String code, String office, String clock, String basis, String by, String when, boolean mine) {}

    /** @param confirmed in words; empty when nobody has confirmed it */
    public record One(Row row, String confirmed, List<Set> settings, List<Office> mine, boolean mayConfirm, boolean isConfirmed) {}

    @GetMapping
    ModelAndView list(@RequestParam @Nullable String domain, @RequestParam @Nullable String kind, @RequestParam @Nullable String status,
            @RequestParam @Nullable String counted, Officer officer) {
        officer.mustHold(Post.SYSADMIN);
        var asked = ObligationList.asked(domain, kind, status, counted);
        var waiting = obligations.rows(Asked.ALL.counting("no")).size();
        return new ModelAndView("catalogue/rules", Map.of("listed", new Listed(asked, obligations.rows(asked), obligations.domains(), waiting)));
    }

    @GetMapping("/{name}")
    ModelAndView one(@PathVariable String name, Officer officer) {
        officer.mustHold(Post.SYSADMIN);
        return page(name, officer, "");
    }

    @PostMapping("/{name}/confirm")
    ModelAndView confirm(@PathVariable String name, @RequestParam(defaultValue = "") String source, Officer officer) {
        return act(name, officer, () -> setting.confirm(name, source, officer));
    }

    @PostMapping("/{name}/unconfirm")
    ModelAndView unconfirm(@PathVariable String name, Officer officer) {
        return act(name, officer, () -> setting.takeBack(name, officer));
    }

    @PostMapping("/{name}/set")
    ModelAndView set(@PathVariable String name, @RequestParam(defaultValue = "") String office, @RequestParam(defaultValue = "") String clock,
            @RequestParam(defaultValue = "") String basis, Officer officer) {
        return act(name, officer, () -> setting.set(office(office), name, clock, basis, officer));
    }

    @PostMapping("/{name}/end")
    ModelAndView end(@PathVariable String name, @RequestParam(defaultValue = "") String office, Officer officer) {
        return act(name, officer, () -> setting.end(office(office), name, officer));
    }

    private UUID office(String code) {
        return offices.byCode(code).orElseThrow(() -> Refusal.invalid("没有代码为" + code + "的机构。")).id();
    }

    private ModelAndView act(String name, Officer officer, Runnable act) {
        officer.mustHold(Post.SYSADMIN);
        try {
            act.run();
            return new ModelAndView("redirect:/desk/rules/{name}", Map.of("name", name));
        } catch (Refusal refusal) {
            if (refusal.reason() != Refusal.Reason.INVALID && refusal.reason() != Refusal.Reason.CONFLICT) {
                throw refusal;
            }
            var page = page(name, officer, refusal.sentence());
            page.setStatus(HttpStatus.valueOf(refusal.reason().status()));
            return page;
        }
    }

    private ModelAndView page(String name, Officer officer, String fault) {
        var one = setting.find(name).orElseThrow(() -> Refusal.notFound("没有这项义务。"));
        var confirmation = rules.confirmations().stream().filter(said -> said.obligation().equals(name)).findFirst();
        var settings = rules.settings().stream().filter(said -> said.obligation().equals(name)).flatMap(said -> shown(said, officer).stream()).toList();
        var mine = offices.all().stream().filter(office -> officer.holds(Post.SYSADMIN, office.id()) && one.levels().contains(office.level())).toList();
        return new ModelAndView("catalogue/rule", new HashMap<>(Map.of("one", new One(obligations.row(one), confirmation.map(this::words).orElse(""), settings,
                mine, setting.mayConfirm(officer), confirmation.isPresent()), "fault", fault)));
    }

    private String words(RuleConfirmation said) {
        return name(said.officer()) + Dates.words(said.at()) + "核实：" + said.source();
    }

    private Optional<Set> shown(RuleSetting said, Officer officer) {
        var clock = said.clock();
        return offices.byId(said.office()).map(office -> new Set(office.code(), office.name(), clock == null ? "" : clock.label(), said.basis(),
                name(said.officer()), Dates.words(said.at()), officer.holds(Post.SYSADMIN, office.id())));
    }

    private String name(UUID officer) {
        return officers.byId(officer).map(Officer::displayName).orElse("（已离岗）");
    }
}
