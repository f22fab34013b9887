package openland.office.web;

import java.util.HashMap;
import java.util.Map;
import openland.base.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * What a page says about the form that was just sent.
 *
 * @param sentence empty when there is nothing to say
 * @param status   of the answer
 */
public record Notice(String sentence, int status) {
    static final Notice NONE = new Notice("", 200);

    /** Tries {@code act}; says {@code done}, or why it was refused. Only refusals that the form can mend stay on its page. */
    static Notice of(String done, Runnable act) {
        try {
            act.run();
            return new Notice(done, 200);
        } catch (Refusal refusal) {
            return switch (refusal.reason()) {
                case INVALID, CONFLICT, UNPROCESSABLE, TOO_LARGE -> new Notice(refusal.sentence(), refusal.reason().status());
                default -> throw refusal;
            };
        }
    }

    public boolean refused() {
        return status >= 400;
    }

    /** The page with this notice on it. */
    ModelAndView on(String view, Map<String, ? extends @Nullable Object> model) {
        var all = new HashMap<String, @Nullable Object>(model);
        all.put("notice", this);
        var page = new ModelAndView(view, all);
        page.setStatus(HttpStatus.valueOf(status));
        return page;
    }
}
