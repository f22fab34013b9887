package openland.request.web;

import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import openland.base.Refusal;
import openland.office.Officer;
import openland.request.InformationRequest;
import openland.request.RequestSight;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the forms on the page of a request do: done, they lead back to it; refused, they stand there again with the reason and all that was typed. */
@Component
class RequestActs {
    private final RequestSight sight;
    private final RequestShowing showing;

    RequestActs(RequestSight sight, RequestShowing showing) {
        this.sight = sight;
        this.showing = showing;
    }

    /** A form that was sent. @param form which one */
    record Posted(UUID id, String form, Map<String, String> values, Officer officer) {}

    /** @throws Refusal NOT_FOUND for a request that the officer does not see, FORBIDDEN without the post */
    ModelAndView act(Posted posted, Consumer<InformationRequest> act) {
        var one = sight.see(posted.id(), posted.officer());
        try {
            act.accept(one);
        } catch (Refusal refusal) {
            return refused(posted, refusal);
        }
        return new ModelAndView("redirect:/desk/requests/" + posted.id() + "?done=" + posted.form());
    }

    /** The page again. @throws Refusal what no form can mend */
    ModelAndView refused(Posted posted, Refusal refusal) {
        return switch (refusal.reason()) {
            case INVALID, CONFLICT, UNPROCESSABLE, TOO_LARGE -> {
                var one = sight.see(posted.id(), posted.officer());
                var page = showing.page(one, posted.officer(), new RequestShowing.Told("", refusal.sentence(), "", new Typed(posted.form(), posted.values())));
                page.setStatus(HttpStatus.valueOf(refusal.reason().status()));
                yield page;
            }
            default -> throw refusal;
        };
    }
}
