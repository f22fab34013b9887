package openland.request.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import openland.base.Refusal;
import openland.office.Offices;
import openland.request.Applying;
import openland.request.Consultation;
import openland.request.Consultation.Answer;
import openland.request.Consulting;
import openland.request.RequestDesks;
import openland.request.RequestMove;
import openland.request.RequestSight;
import openland.request.Requests;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** A third party or an organ says what it thinks of a disclosure, by a link that was sent to it. Nothing here tells who asked. */
@Controller
class AskedPages {
    private final Consulting consulting;
    private final Applying applying;
    private final Requests requests;
    private final RequestSight sight;
    private final RequestDesks desks;
    private final Offices offices;

    AskedPages(Consulting consulting, Applying applying, Requests requests, RequestSight sight, RequestDesks desks, Offices offices) {
        this.consulting = consulting;
        this.applying = applying;
        this.requests = requests;
        this.sight = sight;
        this.desks = desks;
        this.offices = offices;
    }

    /** To open it proves nothing: a mail program opens links too. */
    @GetMapping("/request/view/{link}")
    ModelAndView asked(@PathVariable String link) {
        return page(link, found(link), null, "", "");
    }

    /** He has it, or answers. */
    @PostMapping("/request/view/{link}")
    ModelAndView answer(@PathVariable String link, @RequestParam(defaultValue = "answer") String act, @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String reason, @RequestParam(required = false) @Nullable List<MultipartFile> files) {
        var asked = found(link);
        try {
            if (act.equals("received")) {
                consulting.reachedByLink(link);
            } else {
                var said = Answer.of(answer).filter(one -> one != Answer.SILENT).orElseThrow(() -> Refusal.invalid("请选择同意、部分同意或者不同意。"));
                applying.answer(link, said, reason, FilingPages.uploads(files));
            }
            return TrackPages.seeOther("/request/view/" + link);
        } catch (Refusal refusal) {
            return switch (refusal.reason()) {
                case INVALID, CONFLICT, TOO_LARGE, UNPROCESSABLE -> page(link, asked, refusal, answer, reason);
                default -> throw refusal;
            };
        }
    }

    private Consultation found(String link) {
        return consulting.byLink(link).filter(this::isSeen).orElseThrow(() -> Refusal.notFound("这个链接不对，或者已经失效。请联系发信的机关。"));
    }

    private boolean isSeen(Consultation asked) {
        var viewer = new RequestSight.Viewer.AskedIn(asked.request(), asked.id());
        return requests.byId(asked.request()).filter(one -> sight.sees(viewer, RequestSight.Part.CONSULTATION, one, asked.id())).isPresent();
    }

    private ModelAndView page(String link, Consultation asked, @Nullable Refusal refusal, String answer, String reason) {
        var one = requests.byId(asked.request()).orElseThrow();
        var office = offices.byId(one.office()).orElseThrow();
        var model = new HashMap<String, Object>(Map.of("link", link, "asked", asked, "office", office, "desk", desks.of(office.id()),
                "fault", refusal == null ? "" : refusal.sentence(), "answer", answer, "reason", reason, "open", RequestMove.VIEW.isPossibleIn(one.stage())));
        model.put("last", consulting.last(asked, one).orElse(null));
        var page = new ModelAndView("request/asked", model);
        page.setStatus(refusal == null ? HttpStatus.OK : HttpStatus.valueOf(refusal.reason().status()));
        return page;
    }
}
