package openland.office.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import openland.base.Refusal;
import openland.base.Refusal.Reason;
import openland.office.SigningIn;
import openland.office.TooManyTries;
import openland.journal.Act;
import openland.journal.Journal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Signing in and out (登录、退出). */
@Controller
class SignInPages {
    private final SigningIn signingIn;
    private final Sessions sessions;
    private final Door door;
    private final OidcSettings provider;
    private final Journal journal;
    private final CookieCsrfTokenRepository forgery;

    SignInPages(SigningIn signingIn, Sessions sessions, Door door, OidcSettings provider, Journal journal, CookieCsrfTokenRepository forgery) {
        this.signingIn = signingIn;
        this.sessions = sessions;
        this.door = door;
        this.provider = provider;
        this.journal = journal;
        this.forgery = forgery;
    }

    @GetMapping("/login")
    ModelAndView form(@RequestParam(defaultValue = Door.DESK) String to, @RequestParam(defaultValue = "false") boolean left) {
        var page = page(null, "", to);
        page.addObject("left", left && provider.isSet());
        return page;
    }

    @PostMapping("/login")
    ModelAndView signIn(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = Door.DESK) String to, HttpServletRequest request, HttpServletResponse response) {
        try {
            var somebody = signingIn.signIn(name, password, request.getRemoteAddr());
            sessions.end(request);
            return door.letIn(somebody, to, request, response);
        } catch (TooManyTries refusal) {
            response.setHeader("Retry-After", Long.toString(refusal.retryAfter().toSeconds()));
            return again(refusal, name, to);
        } catch (Refusal refusal) {
            if (refusal.reason() != Reason.NOT_SIGNED_IN) {
                throw refusal;
            }
            return again(refusal, name, to);
        }
    }

    @PostMapping("/logout")
    ModelAndView signOut(HttpServletRequest request, HttpServletResponse response) {
        SignedIn.officer().ifPresent(officer -> journal.recordAlone(
                new Act("office.signed-out", officer.id(), officer.office(), officer.id().toString())));
        boolean ofProvider = Sessions.isOfProvider(request);
        sessions.end(request);
        forgery.saveToken(null, request, response);
        return Redirect.to(ofProvider ? "/login?left=true" : "/login");
    }

    private ModelAndView again(Refusal refusal, String name, String to) {
        var page = page(refusal.sentence(), name, to);
        page.setStatus(HttpStatus.valueOf(refusal.reason().status()));
        return page;
    }

    private ModelAndView page(@Nullable String error, String name, String to) {
        var model = new HashMap<String, @Nullable Object>(Map.of("name", name, "to", to, "left", false));
        model.put("provider", provider.isSet() ? provider.label() : null);
        model.put("error", error);
        return new ModelAndView("office/login", model);
    }
}
