package openland.request.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import openland.base.Refusal;
import openland.office.Officer;
import openland.request.Delivery;
import openland.request.InformationRequest;
import openland.request.ReplyTypes;
import openland.request.Replying;
import openland.request.RequestSight;
import openland.request.Requests;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The reply to a request: chosen, written, looked at, reviewed, signed and delivered. */
@Controller
@RequestMapping("/desk/requests/{id}/reply")
class ReplyPages {
    private static final Map<String, String> SAID = Map.of("draft", "已存为草稿。", "submit", "已送保密审查。", "pass", "已通过。", "send-back", "已退回。",
            "sign", "已签发。", "sign-at-once", "已定稿，请登记送达。", "deliver", "已登记送达，这件申请办结了。");

    private final Replying replying;
    private final ReplyTypes types;
    private final ReplyShowing showing;
    private final RequestSight sight;
    private final Requests requests;

    ReplyPages(Replying replying, ReplyTypes types, ReplyShowing showing, RequestSight sight, Requests requests) {
        this.replying = replying;
        this.types = types;
        this.showing = showing;
        this.sight = sight;
        this.requests = requests;
    }

    /** @param type another type than that of the draft, to begin anew */
    @GetMapping
    ModelAndView page(@PathVariable UUID id, @RequestParam @Nullable String type, @RequestParam @Nullable String choice, @RequestParam @Nullable String done, Officer officer) {
        var one = sight.see(id, officer);
        var said = SAID.getOrDefault(Objects.requireNonNullElse(done, ""), "");
        if (type == null || type.isBlank()) {
            return showing.page(one, null, officer, said, "");
        }
        var kept = replying.draftOf(id, officer).map(ReplyForm::of).orElse(null);
        return showing.page(one, begun(types.byCode(type).code(), choice, kept), officer, said, "");
    }

    /** Of another type with what was said already. */
    private static ReplyForm begun(String type, @Nullable String choice, @Nullable ReplyForm kept) {
        if (kept == null) {
            return new ReplyForm(type, choice == null ? "" : choice, Map.of(), "", List.of(), "");
        }
        boolean same = kept.type().equals(type);
        return new ReplyForm(type, choice != null ? choice : same ? kept.choice() : "", kept.stated(), same ? kept.body() : "", kept.enclosures(), kept.override());
    }

    @PostMapping
    ModelAndView write(@PathVariable UUID id, @RequestParam Map<String, String> typed, @RequestParam(name = "enclosure", required = false) @Nullable List<String> enclosures, Officer officer) {
        var one = sight.see(id, officer);
        var form = ReplyForm.of(typed, enclosures);
        try {
            var type = types.byCode(form.type());
            if (typed.getOrDefault("act", "").equals("preview")) {
                return showing.page(one, form, officer, "", "");
            }
            replying.draft(id, form.draft(type.fields(ReplyShowing.choice(type, form.choice()))), officer);
        } catch (Refusal refusal) {
            return refused(one, types.all().stream().anyMatch(type -> type.code().equals(form.type())) ? form : null, refusal, officer);
        }
        return done(id, "draft");
    }

    private static ModelAndView done(UUID id, String what) {
        return new ModelAndView("redirect:/desk/requests/" + id + "/reply?done=" + what);
    }

    private ModelAndView refused(InformationRequest one, @Nullable ReplyForm form, Refusal refusal, Officer officer) {
        return switch (refusal.reason()) {
            case INVALID, CONFLICT, UNPROCESSABLE -> {
                var page = showing.page(one, form, officer, "", refusal.sentence());
                page.setStatus(HttpStatus.valueOf(refusal.reason().status()));
                yield page;
            }
            default -> throw refusal;
        };
    }

    /** Sent twice it is done once: the form says in which stage it was shown. */
    @PostMapping("/{step}")
    ModelAndView step(@PathVariable UUID id, @PathVariable String step, @RequestParam Map<String, String> typed, Officer officer) {
        var one = sight.see(id, officer);
        try {
            if (!isDone(one, typed.getOrDefault("stage", one.stage().name()), officer)) {
                act(id, step, typed, officer);
            }
        } catch (Refusal refusal) {
            return refused(sight.see(id, officer), null, refusal, officer);
        }
        return done(id, step);
    }

    private boolean isDone(InformationRequest one, String stage, Officer officer) {
        return !one.stage().name().equals(stage) && officer.id().equals(requests.events(one.id()).getLast().officer());
    }

    private void act(UUID id, String step, Map<String, String> typed, Officer officer) {
        var remark = typed.getOrDefault("remark", "");
        switch (step) {
            case "submit" -> replying.submit(id, officer);
            case "pass" -> replying.pass(id, remark, officer);
            case "send-back" -> replying.sendBack(id, remark, officer);
            case "sign" -> replying.sign(id, officer);
            case "sign-at-once" -> replying.signAtOnce(id, officer);
            case "deliver" -> replying.deliver(id, new Delivery(Delivery.Way.of(typed.getOrDefault("way", "")).orElseThrow(() -> Refusal.invalid("请选怎样送达。")),
                    RequestPages.day(typed.getOrDefault("on", "")), typed.getOrDefault("proof", "")), officer);
            default -> throw Refusal.notFound("没有这一步。");
        }
    }
}
