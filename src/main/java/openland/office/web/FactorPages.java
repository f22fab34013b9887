package openland.office.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import openland.base.Refusal;
import openland.base.Refusal.Reason;
import openland.office.FactorRules;
import openland.office.Officer;
import openland.office.SecondFactors;
import openland.office.TooManyTries;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The own second factor (动态口令): set it up, print new recovery codes, give it up. */
@Controller
@RequestMapping("/desk/second-factor")
class FactorPages {
    private final SecondFactors factors;
    private final FactorRules rules;

    FactorPages(SecondFactors factors, FactorRules rules) {
        this.factors = factors;
        this.rules = rules;
    }

    @GetMapping
    ModelAndView show(Officer officer) {
        return page(Notice.NONE, officer);
    }

    @PostMapping
    ModelAndView begin(Officer officer, @RequestParam(defaultValue = "") String password) {
        return page(Notice.of("密码正确。请按下面三步启用。", () -> factors.begin(officer, password)), officer);
    }

    @GetMapping("/qr.svg")
    ResponseEntity<String> picture(Officer officer) {
        return factors.unconfirmed(officer).map(QrCode::answer).orElseThrow(() -> Refusal.conflict("没有待确认的动态口令，请重新开始。"));
    }

    @PostMapping("/confirm")
    ModelAndView confirm(Officer officer, @RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        return withCodes(officer, () -> {
            var codes = factors.confirm(officer, code, Sessions.id(request));
            Sessions.makeStrong(request);
            return codes;
        });
    }

    @PostMapping("/recovery-codes")
    ModelAndView renew(Officer officer, @RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        return withCodes(officer, () -> factors.renewRecoveryCodes(officer, code, request.getRemoteAddr()));
    }

    @PostMapping("/remove")
    ModelAndView remove(Officer officer, @RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        return page(notice("动态口令已停用。", () -> factors.remove(officer, code, request.getRemoteAddr())), officer);
    }

    private ModelAndView withCodes(Officer officer, Supplier<List<String>> act) {
        var codes = new HashMap<String, List<String>>();
        var notice = notice("", () -> codes.put("codes", act.get()));
        return notice.refused() ? page(notice, officer)
                : new ModelAndView("office/recovery", Map.of("codes", codes.getOrDefault("codes", List.of()), "target", "/desk/second-factor"));
    }

    /** A wrong code is said on the page: whoever typed it is signed in. */
    private static Notice notice(String done, Runnable act) {
        try {
            return Notice.of(done, act);
        } catch (TooManyTries refusal) {
            throw refusal;
        } catch (Refusal refusal) {
            if (refusal.reason() != Reason.NOT_SIGNED_IN) {
                throw refusal;
            }
            return new Notice(refusal.sentence(), Reason.INVALID.status());
        }
    }

    private ModelAndView page(Notice notice, Officer officer) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("secret", factors.unconfirmed(officer).orElse(null));
        model.put("enrolled", factors.has(officer.id()));
        model.put("left", factors.recoveryCodesLeft(officer.id()));
        model.put("demanded", rules.isDemandedOf(officer));
        return notice.on("office/factor", model);
    }
}
