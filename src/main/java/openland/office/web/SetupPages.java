package openland.office.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import openland.base.Refusal;
import openland.office.Founding.Person;
import openland.office.Level;
import openland.office.NewOffice;
import openland.office.Post;
import openland.office.SettingUp;
import openland.office.TooManyTries;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The first set-up (首次设置): the first office and its three administrators. Afterwards this page is not there. */
@Controller
@RequestMapping("/setup")
class SetupPages {
    private final SettingUp settingUp;

    SetupPages(SettingUp settingUp) {
        this.settingUp = settingUp;
    }

    @GetMapping
    ModelAndView form() {
        mustBeOpen();
        return page(null, Map.of());
    }

    /** Fields {@code code, officeCode, officeName, level, region}, and of each post {@code POST-name, POST-displayName, POST-password}. */
    @PostMapping
    ModelAndView setUp(@RequestParam Map<String, String> form, HttpServletRequest request, HttpServletResponse response) {
        mustBeOpen();
        try {
            settingUp.setUp(value(form, "code"), office(form), administrators(form), request.getRemoteAddr());
            return Redirect.to("/login");
        } catch (TooManyTries refusal) {
            response.setHeader("Retry-After", Long.toString(refusal.retryAfter().toSeconds()));
            return again(refusal, form);
        } catch (Refusal refusal) {
            return again(refusal, form);
        }
    }

    private void mustBeOpen() {
        if (!settingUp.isOpen()) {
            throw Refusal.notFound("没有这个页面。请检查网址，或从首页、搜索进入。");
        }
    }

    private static NewOffice office(Map<String, String> form) {
        var level = Level.of(value(form, "level")).orElseThrow(() -> Refusal.invalid("请选择机构层级。"));
        return new NewOffice(value(form, "officeCode"), value(form, "officeName"), level, value(form, "region"), null);
    }

    private static Map<Post, Person> administrators(Map<String, String> form) {
        var persons = new EnumMap<Post, Person>(Post.class);
        for (var post : Post.values()) {
            if (post.isAdministrator()) {
                var password = value(form, post + "-password");
                if (!password.equals(value(form, post + "-again"))) {
                    throw Refusal.invalid(post.label() + "两次输入的密码不一致。");
                }
                persons.put(post, new Person(value(form, post + "-name"), value(form, post + "-displayName"), password));
            }
        }
        return persons;
    }

    private static String value(Map<String, String> form, String field) {
        return form.getOrDefault(field, "");
    }

    private static ModelAndView again(Refusal refusal, Map<String, String> form) {
        var page = page(refusal.sentence(), form);
        page.setStatus(HttpStatus.valueOf(refusal.reason().status()));
        return page;
    }

    /** What was typed comes back, but for the passwords and the code. */
    private static ModelAndView page(@Nullable String error, Map<String, String> form) {
        var typed = new HashMap<>(form);
        typed.keySet().removeIf(field -> field.endsWith("-password") || field.endsWith("-again") || field.equals("code"));
        var model = new HashMap<String, @Nullable Object>();
        model.put("error", error);
        model.put("typed", typed);
        return new ModelAndView("office/setup", model);
    }
}
