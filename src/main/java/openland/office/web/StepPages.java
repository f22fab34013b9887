package openland.office.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import openland.base.Refusal;
import openland.office.Enrolling;
import openland.office.Halfway;
import openland.office.SecondFactors;
import openland.office.SigningIn;
import openland.office.Step;
import openland.office.TooManyTries;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The steps between the password and the desk: a code, a password of one's own, a second factor that the posts demand. */
@Controller
@RequestMapping("/login")
class StepPages {
    private static final String AGAIN = "/login";

    private final SigningIn signingIn;
    private final Enrolling enrolling;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final Door door;

    StepPages(SigningIn signingIn, Enrolling enrolling, SecondFactors factors, Sessions sessions, Door door) {
        this.signingIn = signingIn;
        this.enrolling = enrolling;
        this.factors = factors;
        this.sessions = sessions;
        this.door = door;
    }

    @GetMapping("/code")
    ModelAndView code(HttpServletRequest request) {
        return at(Step.CODE, request, _ -> page(Step.CODE, null, Map.of()));
    }

    @PostMapping("/code")
    ModelAndView code(@RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        return at(Step.CODE, request, somebody -> tried(Step.CODE, response, Map.of(), () -> door.letIn(
                signingIn.withCode(somebody, code, request.getRemoteAddr()), sessions.target(request), request, response)));
    }

    @GetMapping("/password")
    ModelAndView password(HttpServletRequest request) {
        return at(Step.PASSWORD, request, _ -> page(Step.PASSWORD, null, Map.of()));
    }

    @PostMapping("/password")
    ModelAndView password(@RequestParam(defaultValue = "") String password, @RequestParam(defaultValue = "") String again,
            HttpServletRequest request, HttpServletResponse response) {
        return at(Step.PASSWORD, request, somebody -> tried(Step.PASSWORD, response, Map.of(), () -> {
            if (!password.equals(again)) {
                throw Refusal.invalid("两次输入的新密码不一致。");
            }
            enrolling.choosePassword(password, Sessions.id(request), somebody.officer());
            return door.letIn(signingIn.halfway(somebody.officer(), somebody.proof()), sessions.target(request),
                    request, response);
        }));
    }

    @GetMapping("/second-factor")
    ModelAndView enrol(HttpServletRequest request) {
        return at(Step.ENROL, request, somebody -> factors.unconfirmed(somebody.officer())
                .map(secret -> page(Step.ENROL, null, Map.of("secret", secret))).orElseGet(() -> Redirect.to(AGAIN)));
    }

    @PostMapping("/second-factor")
    ModelAndView enrol(@RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        return at(Step.ENROL, request, somebody -> factors.unconfirmed(somebody.officer())
                .map(secret -> tried(Step.ENROL, response, Map.of("secret", secret), () -> door.letInWith(
                        factors.confirm(somebody.officer(), code, Sessions.id(request)), somebody, request, response)))
                .orElseGet(() -> Redirect.to(AGAIN)));
    }

    /** The secret as a picture, for nobody but whoever is at this step. */
    @GetMapping("/second-factor/qr.svg")
    ResponseEntity<String> picture(HttpServletRequest request) {
        return sessions.halfway(request).filter(somebody -> somebody.next().filter(next -> next == Step.ENROL).isPresent())
                .flatMap(somebody -> factors.unconfirmed(somebody.officer())).map(QrCode::answer)
                .orElseThrow(() -> Refusal.notFound("没有这个页面。请检查网址，或从首页、搜索进入。"));
    }

    /** The page of {@code step} for whoever is at it; who is elsewhere is led there. */
    private ModelAndView at(Step step, HttpServletRequest request, Function<Halfway, ModelAndView> page) {
        var somebody = sessions.halfway(request);
        if (somebody.isEmpty()) {
            return Redirect.to(AGAIN);
        }
        var next = somebody.get().next();
        return next.filter(asked -> asked == step).isPresent() ? page.apply(somebody.get())
                : Redirect.to(next.map(Door::path).orElse(AGAIN));
    }

    private static ModelAndView tried(Step step, HttpServletResponse response, Map<String, ?> model, Supplier<ModelAndView> act) {
        try {
            return act.get();
        } catch (TooManyTries refusal) {
            response.setHeader("Retry-After", Long.toString(refusal.retryAfter().toSeconds()));
            return again(step, refusal, model);
        } catch (Refusal refusal) {
            return again(step, refusal, model);
        }
    }

    private static ModelAndView again(Step step, Refusal refusal, Map<String, ?> model) {
        var page = page(step, refusal.sentence(), model);
        page.setStatus(HttpStatus.valueOf(refusal.reason().status()));
        return page;
    }

    private static ModelAndView page(Step step, @Nullable String error, Map<String, ?> model) {
        var all = new HashMap<String, @Nullable Object>(model);
        all.put("error", error);
        return new ModelAndView(switch (step) {
            case CODE -> "office/code";
            case PASSWORD -> "office/once";
            case ENROL -> "office/enrol";
        }, all);
    }
}
