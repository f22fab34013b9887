package openland.casework.web;

import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import openland.base.Refusal;
import openland.base.Time;
import openland.calendar.Derived;
import openland.casework.Duties;
import openland.casework.DutyCase;
import openland.casework.Moment;
import openland.casework.Nearness;
import openland.casework.OpeningDuties;
import openland.casework.Trigger;
import openland.catalogue.Catalogue;
import openland.catalogue.Item;
import openland.catalogue.Obligation;
import openland.catalogue.Rules;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Offices;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An officer reports that something happened (登记), and sees the day that results and why before anything is opened. */
@Controller
public class ReportPages {
    private static final String ITEM = "item:";
    private static final String OBLIGATION = "obligation:";

    private final OpeningDuties opening;
    private final Duties duties;
    private final Nearness nearness;
    private final Rules rules;
    private final Catalogue catalogue;
    private final Offices offices;
    private final DutyActs acts;
    private final InstantSource time;

    ReportPages(OpeningDuties opening, Duties duties, Nearness nearness, Rules rules, Catalogue catalogue, Offices offices, DutyActs acts, InstantSource time) {
        this.opening = opening;
        this.duties = duties;
        this.nearness = nearness;
        this.rules = rules;
        this.catalogue = catalogue;
        this.offices = offices;
        this.acts = acts;
        this.time = time;
    }

    /** Something that can be owed. @param event after which: 作出行政决定 */
    public record Choice(String code, String title, String event, String limit) {}

    /** Choices of one domain. */
    public record Choices(String title, List<Choice> choices) {}

    /** What was typed. @param at time of day; only of rules of hours */
    public record Typed(String office, String what, String on, String at, String key, String subject) {}

    /** What would be opened. */
    public record Preview(DutyCase duty, Nearness.Near near, List<Derived> derivation) {}

    /** @param preview null before anything was typed */
    public record Report(Typed typed, List<Office> offices, List<Choices> choices, String today, @Nullable Preview preview, String fault) {}

    @GetMapping("/desk/duties/new")
    ModelAndView form(@RequestParam(defaultValue = "") String office, @RequestParam(defaultValue = "") String what, @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String at, @RequestParam(defaultValue = "") String key, @RequestParam(defaultValue = "") String subject,
            Officer officer) {
        var typed = new Typed(office, what, on, at, key, subject);
        var here = office(typed, officer);
        if (what.isBlank() || on.isBlank()) {
            return page(typed, here, officer, null, "");
        }
        try {
            return page(typed, here, officer, preview(typed, here, officer), "");
        } catch (Refusal refusal) {
            return refused(typed, here, officer, refusal);
        }
    }

    @PostMapping("/desk/duties")
    ModelAndView open(@RequestParam(defaultValue = "") String office, @RequestParam(defaultValue = "") String what, @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String at, @RequestParam(defaultValue = "") String key, @RequestParam(defaultValue = "") String subject,
            Officer officer) {
        var typed = new Typed(office, what, on, at, key, subject);
        var here = office(typed, officer);
        try {
            var opened = opening.open(trigger(typed, here), officer);
            return new ModelAndView("redirect:/desk/duties/" + opened.duty().id() + (opened.isNew() ? "?done=opened" : ""));
        } catch (Refusal refusal) {
            return refused(typed, here, officer, refusal);
        }
    }

    private ModelAndView refused(Typed typed, Office here, Officer officer, Refusal refusal) {
        return acts.act(() -> {
            throw refusal;
        }, "", mended -> {
            var page = page(typed, here, officer, null, mended.sentence());
            page.setStatus(HttpStatus.valueOf(mended.reason().status()));
            return page;
        });
    }

    private Preview preview(Typed typed, Office here, Officer officer) {
        var duty = opening.preview(trigger(typed, here), officer);
        return new Preview(duty, nearness.of(duty), duties.derivation(duty));
    }

    private static Trigger trigger(Typed typed, Office here) {
        boolean item = typed.what().startsWith(ITEM);
        if (!item && !typed.what().startsWith(OBLIGATION)) {
            throw Refusal.invalid("请选择发生了什么。");
        }
        LocalDateTime at = Moment.parse(typed.at().isBlank() ? typed.on() : typed.on() + "T" + typed.at());
        return new Trigger(here.id(), item ? typed.what().substring(ITEM.length()) : null, item ? "" : typed.what().substring(OBLIGATION.length()), at,
                typed.key(), typed.subject(), Trigger.Source.OFFICER, "");
    }

    /** The one that was chosen, or else where he works. @throws Refusal FORBIDDEN when he may report for none, or not for that one */
    private Office office(Typed typed, Officer officer) {
        var mine = mine(officer);
        if (mine.isEmpty()) {
            officer.mustHoldOneOf(OpeningDuties.REPORTERS, officer.office());
        }
        if (!typed.office().isBlank()) {
            var office = offices.byCode(typed.office()).orElseThrow(() -> Refusal.notFound("没有代码为" + typed.office() + "的机构。"));
            officer.mustHoldOneOf(OpeningDuties.REPORTERS, office.id());
            return office;
        }
        return mine.stream().filter(office -> office.id().equals(officer.office())).findFirst().orElseGet(mine::getFirst);
    }

    private List<Office> mine(Officer officer) {
        return officer.posts().stream().filter(held -> OpeningDuties.REPORTERS.contains(held.post())).map(Officer.Holding::office).distinct()
                .flatMap(id -> offices.byId(id).stream()).sorted(Comparator.comparing(Office::code)).toList();
    }

    private ModelAndView page(Typed typed, Office here, Officer officer, @Nullable Preview preview, String fault) {
        var typedHere = new Typed(here.code(), typed.what(), typed.on(), typed.at(), typed.key(), typed.subject());
        return new ModelAndView("casework/report", new HashMap<>(Map.of("report", new Report(typedHere, mine(officer), choices(here),
                Time.dateOf(time.instant()).toString(), preview, fault))));
    }

    /** What the office can owe after something that the calendar does not start by itself; of an item the strictest rule. */
    private List<Choices> choices(Office here) {
        var titles = catalogue.domains().stream().collect(Collectors.toMap(domain -> domain.id(), domain -> domain.title()));
        var items = catalogue.items().stream().collect(Collectors.toMap(Item::id, Function.identity()));
        var byDomain = rules.inForce(here, Time.dateOf(time.instant())).stream().filter(one -> one.rule().clock() != null)
                .filter(one -> one.ofItemsRule() ? one.rule().kind().canBeMissed() : !one.starts().isByCalendar())
                .collect(Collectors.groupingBy(Obligation::domain));
        return byDomain.entrySet().stream().map(entry -> new Choices(titles.getOrDefault(entry.getKey(), entry.getKey()), choices(entry.getValue(), items)))
                .sorted(Comparator.comparing(Choices::title)).toList();
    }

    private static List<Choice> choices(List<Obligation> obligations, Map<String, Item> items) {
        var choices = new ArrayList<Choice>();
        for (var one : obligations) {
            var item = one.ofItemsRule() ? one.item() : null;
            var code = item == null ? OBLIGATION + one.id() : ITEM + item;
            if (choices.stream().noneMatch(choice -> choice.code().equals(code))) {
                var title = item == null ? one.title() : Objects.requireNonNull(items.get(item)).title();
                choices.add(new Choice(code, title, one.starts().label(), one.rule().label()));
            }
        }
        return choices;
    }
}
