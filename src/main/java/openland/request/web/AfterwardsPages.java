package openland.request.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import openland.base.Refusal;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Offices;
import openland.request.FilingRequests;
import openland.request.Remedies;
import openland.request.RequestRemedy;
import openland.request.RequestSight;
import openland.request.Requests;
import openland.request.Searches;
import openland.request.web.RequestActs.Posted;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What stands beside the reply: the log of searches, handing over, remedies, and a piece for everybody made of it. */
@Controller
@RequestMapping("/desk/requests/{id}")
class AfterwardsPages {
    private static final int LONGEST_TEXT = 400;

    private final Searches searches;
    private final Remedies remedies;
    private final FilingRequests filing;
    private final Requests requests;
    private final RequestSight sight;
    private final RequestActs acts;
    private final Offices offices;

    AfterwardsPages(Searches searches, Remedies remedies, FilingRequests filing, Requests requests, RequestSight sight, RequestActs acts, Offices offices) {
        this.searches = searches;
        this.remedies = remedies;
        this.filing = filing;
        this.requests = requests;
        this.sight = sight;
        this.acts = acts;
        this.offices = offices;
    }

    /** The same search on the same day, sent twice, is one. */
    @PostMapping("/searches")
    ModelAndView search(@PathVariable UUID id, @RequestParam Map<String, String> typed, Officer officer) {
        return acts.act(new Posted(id, "search", typed, officer), _ -> {
            var place = text(typed, "place").strip();
            var words = text(typed, "words").strip();
            var found = text(typed, "found").strip();
            var on = RequestPages.day(text(typed, "on"));
            boolean known = searches.of(id, officer).stream().anyMatch(one -> one.place().equals(place) && one.words().equals(words) && one.found().equals(found)
                    && one.officer().equals(officer.id()) && (on == null || one.on().equals(on)));
            if (!known) {
                searches.add(id, place, words, found, on, officer);
            }
        });
    }

    @PostMapping("/handover")
    ModelAndView handOver(@PathVariable UUID id, @RequestParam Map<String, String> typed, Officer officer) {
        return acts.act(new Posted(id, "handover", typed, officer), _ -> {
            var wanted = text(typed, "office").strip();
            var target = offices.byCode(wanted).or(() -> offices.all().stream().filter(office -> office.name().equals(wanted)).findFirst()).map(Office::id)
                    .orElseThrow(() -> Refusal.invalid("没有这个机构：请写机构的全称或者代码。"));
            if (!typed.containsKey("consented")) {
                throw Refusal.invalid("要申请人同意才能转。请先问申请人，再勾选。");
            }
            filing.handOver(id, target, text(typed, "consent"), officer);
        });
    }

    @PostMapping("/remedies")
    ModelAndView remedy(@PathVariable UUID id, @RequestParam Map<String, String> typed, Officer officer) {
        return acts.act(new Posted(id, "remedy", typed, officer), _ -> {
            var kind = RequestRemedy.Kind.of(text(typed, "kind")).orElseThrow(() -> Refusal.invalid("请选是复议、诉讼还是投诉。"));
            var procedure = RequestRemedy.Procedure.of(text(typed, "procedure")).orElse(RequestRemedy.Procedure.SIMPLE);
            remedies.open(new Remedies.Opening(id, kind, procedure, text(typed, "body"), text(typed, "number"), must(text(typed, "copyOn"), "收到副本的日期")), officer);
        });
    }

    @PostMapping("/remedies/{remedy}/answered")
    ModelAndView answered(@PathVariable UUID id, @PathVariable UUID remedy, @RequestParam Map<String, String> typed, Officer officer) {
        return acts.act(new Posted(id, "remedy", named(typed, remedy), officer), _ -> {
            mustBeOf(id, remedy, officer);
            remedies.answered(remedy, must(text(typed, "on"), "提交答复和证据的日期"), officer);
        });
    }

    @PostMapping("/remedies/{remedy}/decided")
    ModelAndView decided(@PathVariable UUID id, @PathVariable UUID remedy, @RequestParam Map<String, String> typed, Officer officer) {
        return acts.act(new Posted(id, "remedy", named(typed, remedy), officer), _ -> {
            mustBeOf(id, remedy, officer);
            var result = RequestRemedy.Result.of(text(typed, "result")).orElseThrow(() -> Refusal.invalid("请选结果。"));
            remedies.decided(remedy, new Remedies.Decided(result, must(text(typed, "on"), "决定的日期"), RequestPages.day(text(typed, "redoBy")), text(typed, "lesson")), officer);
        });
    }

    /** One of another request is none. */
    private void mustBeOf(UUID request, UUID remedy, Officer officer) {
        if (remedies.of(request, officer).stream().noneMatch(one -> one.id().equals(remedy))) {
            throw Refusal.notFound("没有这件救济。");
        }
    }

    private static Map<String, String> named(Map<String, String> typed, UUID remedy) {
        var all = new HashMap<>(typed);
        all.put("remedy", remedy.toString());
        return all;
    }

    private static LocalDate must(String typed, String what) {
        return Objects.requireNonNullElseGet(RequestPages.day(typed), () -> {
            throw Refusal.invalid("请写明" + what + "。");
        });
    }

    /** Begins a draft for everybody with what was asked for; the name of who asked is taken out of it. */
    @GetMapping("/publish")
    String publish(@PathVariable UUID id, Officer officer) {
        var one = sight.see(id, officer);
        var name = requests.applicant(requests.filing(one)).name();
        var words = one.asked().replace(name, "").replaceAll("[0-9Xx]{11,}", "").strip();
        var line = words.replaceAll("\\s+", " ");
        return "redirect:/desk/drafts/new?title=" + encoded(line.substring(0, Math.min(line.length(), 60))) + "&text=" + encoded(words.substring(0, Math.min(words.length(), LONGEST_TEXT)));
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private static String text(Map<String, String> typed, String name) {
        return typed.getOrDefault(name, "");
    }
}
