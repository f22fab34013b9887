package openland.office.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import openland.office.Halfway;
import openland.office.SecondFactors;
import openland.office.SigningIn;
import openland.office.Step;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Lets in whoever has taken every step, and leads everybody else to the next one. */
@Component
class Door {
    static final String DESK = "/desk";
    /** Where somebody may be sent after signing in: inside the desk, nowhere else. */
    private static final Pattern TARGET = Pattern.compile("/desk(/[A-Za-z0-9/._-]*)?");

    private final SigningIn signingIn;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final CookieCsrfTokenRepository forgery;

    Door(SigningIn signingIn, SecondFactors factors, Sessions sessions, CookieCsrfTokenRepository forgery) {
        this.signingIn = signingIn;
        this.factors = factors;
        this.sessions = sessions;
        this.forgery = forgery;
    }

    /** Goes on with somebody: to where he wants, or to what is still asked of him. */
    ModelAndView letIn(Halfway somebody, String wanted, HttpServletRequest request, HttpServletResponse response) {
        var target = TARGET.matcher(wanted).matches() ? wanted : DESK;
        if (somebody.next().isPresent()) {
            if (somebody.next().get() == Step.ENROL && factors.unconfirmed(somebody.officer()).isEmpty()) {
                factors.begin(somebody.officer());
            }
            sessions.beginHalfway(somebody, target, request);
            forgery.saveToken(null, request, response);
            return Redirect.to(path(somebody.next().get()));
        }
        begin(somebody, request, response);
        return Redirect.to(target);
    }

    /** Lets somebody in who has just set up the second factor and reads his recovery codes first. */
    ModelAndView letInWith(List<String> codes, Halfway somebody, HttpServletRequest request, HttpServletResponse response) {
        var target = sessions.target(request);
        begin(signingIn.halfway(somebody.officer(), somebody.proof().withSecondFactor()), request, response);
        return new ModelAndView("office/recovery", Map.of("codes", codes, "target", target));
    }

    private void begin(Halfway somebody, HttpServletRequest request, HttpServletResponse response) {
        sessions.begin(signingIn.finish(somebody, request.getRemoteAddr()), somebody.proof(), request);
        forgery.saveToken(null, request, response);
    }

    /** The page of a step. */
    static String path(Step step) {
        return switch (step) {
            case CODE -> "/login/code";
            case PASSWORD -> "/login/password";
            case ENROL -> "/login/second-factor";
        };
    }
}
