package openland.request.web;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import openland.base.Refusal;
import openland.office.Officer;
import openland.page.SiteUrl;
import openland.request.Consultation;
import openland.request.Consulting;
import openland.request.RequestSight;
import openland.request.web.RequestActs.Posted;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import jakarta.servlet.http.HttpServletResponse;

/** Asking a third party or an organ for its view (征求意见), and what came back. */
@Controller
@RequestMapping("/desk/requests/{id}/consultations")
class ConsultationPages {
    private final Consulting consulting;
    private final RequestSight sight;
    private final RequestShowing showing;
    private final RequestActs acts;
    private final SiteUrl site;

    ConsultationPages(Consulting consulting, RequestSight sight, RequestShowing showing, RequestActs acts, SiteUrl site) {
        this.consulting = consulting;
        this.sight = sight;
        this.showing = showing;
        this.acts = acts;
        this.site = site;
    }

    /** The answer to this is the only page that ever shows the link. */
    @PostMapping
    ModelAndView ask(@PathVariable UUID id, @RequestParam Map<String, String> typed, Officer officer, HttpServletResponse response) {
        sight.see(id, officer);
        try {
            var kind = Consultation.Kind.of(text(typed, "kind")).orElseThrow(() -> Refusal.invalid("请选是第三方，还是共同制作的机关。"));
            var asked = consulting.ask(new Consulting.Asking(id, kind, text(typed, "asked"), text(typed, "contact"), text(typed, "mail"), text(typed, "question"),
                    RequestPages.day(text(typed, "on"))), officer);
            response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
            return showing.page(sight.see(id, officer), officer, new RequestShowing.Told("已登记向“" + asked.consultation().asked() + "”征求意见。", "",
                    site.of("/request/view/" + asked.link()), Typed.NOTHING));
        } catch (Refusal refusal) {
            return acts.refused(new Posted(id, "ask", typed, officer), refusal);
        }
    }

    @PostMapping("/{consultation}/reached")
    ModelAndView reached(@PathVariable UUID id, @PathVariable UUID consultation, @RequestParam Map<String, String> typed, Officer officer) {
        return acts.act(new Posted(id, "reached", named(typed, consultation), officer), _ -> {
            mustBeOf(id, consultation);
            var on = Objects.requireNonNullElseGet(RequestPages.day(text(typed, "on")), () -> {
                throw Refusal.invalid("请写明对方收到的日期。");
            });
            consulting.reached(consultation, on, officer);
        });
    }

    @PostMapping("/{consultation}/answer")
    ModelAndView answer(@PathVariable UUID id, @PathVariable UUID consultation, @RequestParam Map<String, String> typed, Officer officer) {
        return acts.act(new Posted(id, "view", named(typed, consultation), officer), _ -> {
            mustBeOf(id, consultation);
            var answer = Consultation.Answer.of(text(typed, "answer")).orElseThrow(() -> Refusal.invalid("请选对方的意见。"));
            consulting.answer(consultation, answer, text(typed, "reason"), RequestPages.day(text(typed, "on")), officer);
        });
    }

    @PostMapping("/{consultation}/silence")
    ModelAndView silence(@PathVariable UUID id, @PathVariable UUID consultation, Officer officer) {
        return acts.act(new Posted(id, "silence", Map.of("consultation", consultation.toString()), officer), _ -> {
            mustBeOf(id, consultation);
            consulting.silence(consultation, officer);
        });
    }

    /** A consultation of another request is none, whatever the address says. */
    private void mustBeOf(UUID request, UUID consultation) {
        if (consulting.of(request).stream().noneMatch(one -> one.id().equals(consultation))) {
            throw Refusal.notFound("没有这次征求意见。");
        }
    }

    private static Map<String, String> named(Map<String, String> typed, UUID consultation) {
        var all = new java.util.HashMap<>(typed);
        all.put("consultation", consultation.toString());
        return all;
    }

    private static String text(Map<String, String> typed, String name) {
        return typed.getOrDefault(name, "");
    }
}
