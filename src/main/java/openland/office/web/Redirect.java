package openland.office.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Sends the browser on with 303 to a page of our own, after a form was taken. */
final class Redirect {
    private Redirect() {}

    static ModelAndView to(String path) {
        var view = new RedirectView(path, true, false, false);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }
}
