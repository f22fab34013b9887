package openland.request.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import openland.base.Refusal;
import openland.office.Delegating;
import openland.office.Officer;
import openland.request.MovingRequests;
import openland.request.RequestMove;
import openland.request.RequestSight;
import openland.request.web.RequestActs.Posted;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One request: where it stands, what happened, and the moves that this officer may make. */
@Controller
class RequestPages {
    /** What a form may send besides the day and the words. */
    private static final Set<String> DETAILS = Set.of("by", "days", "unit", "handler", "standard", "count", "event");
    private static final Map<String, String> SAID = Map.ofEntries(Map.entry("paper", "文件已收好。"), Map.entry("reached", "收到的日期已登记。"),
            Map.entry("view", "意见已登记。"), Map.entry("silence", "已登记为没有意见。"), Map.entry("search", "检索记录已加。"), Map.entry("code", "已换新的查询码，见回执。"),
            Map.entry("remedy", "已登记。"), Map.entry("handover", "已转出。"), Map.entry("lesson", "已记下。"));

    private final RequestSight sight;
    private final RequestShowing showing;
    private final RequestActs acts;
    private final MovingRequests moving;
    private final Delegating colleagues;

    RequestPages(RequestSight sight, RequestShowing showing, RequestActs acts, MovingRequests moving, Delegating colleagues) {
        this.sight = sight;
        this.showing = showing;
        this.acts = acts;
        this.moving = moving;
        this.colleagues = colleagues;
    }

    @GetMapping("/desk/requests/{id}")
    ModelAndView page(@PathVariable UUID id, @RequestParam @Nullable String done, Officer officer) {
        var word = Objects.requireNonNullElse(done, "");
        var said = RequestMove.of(word).map(move -> "“" + move.label() + "”已办。").orElse(SAID.getOrDefault(word, ""));
        return showing.page(sight.see(id, officer), officer, RequestShowing.Told.said(said));
    }

    /** Where the worklist leads. */
    @GetMapping("/desk/requests/cases/{caseId}")
    String ofCase(@PathVariable UUID caseId, Officer officer) {
        return "redirect:/desk/requests/" + sight.ofCase(caseId, officer).id();
    }

    @PostMapping("/desk/requests/{id}/moves")
    ModelAndView move(@PathVariable UUID id, @RequestParam Map<String, String> parameters, Officer officer) {
        var code = parameters.getOrDefault("move", "");
        return acts.act(new Posted(id, code, parameters, officer), _ -> {
            var move = RequestMove.of(code).orElseThrow(() -> Refusal.invalid("没有这样的办理动作，请从页面上的按钮办理。"));
            moving.move(new MovingRequests.Wanted(id, move, day(parameters.getOrDefault("on", "")), parameters.getOrDefault("remark", ""), details(parameters, officer)), officer);
        });
    }

    private Map<String, String> details(Map<String, String> parameters, Officer officer) {
        var details = new HashMap<String, String>();
        DETAILS.stream().filter(parameters::containsKey).forEach(name -> details.put(name, parameters.getOrDefault(name, "").strip()));
        var unit = details.getOrDefault("unit", "");
        if (unit.length() > 100 || unit.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid("承办单位写成一行，最多100字。");
        }
        var handler = details.getOrDefault("handler", "");
        boolean known = handler.isEmpty() || handler.equals(officer.id().toString())
                || colleagues.colleagues(officer).stream().anyMatch(one -> one.id().toString().equals(handler));
        if (!known) {
            throw Refusal.invalid("承办人请从本机构在用的账号里选。");
        }
        return details;
    }

    /** Null when nothing was typed. @throws Refusal INVALID for what is no day */
    static @Nullable LocalDate day(String typed) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("日期写成2026-11-23这样。");
        }
    }
}
