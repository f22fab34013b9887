package openland.office.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import openland.base.Refusal;
import openland.office.Enrolling;
import openland.office.Officer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The own password and the own sessions (修改密码、登录情况). */
@Controller
@RequestMapping("/desk/password")
class PasswordPages {
    private final Enrolling enrolling;

    PasswordPages(Enrolling enrolling) {
        this.enrolling = enrolling;
    }

    @GetMapping
    ModelAndView form(Officer officer, HttpServletRequest request) {
        return page(Notice.NONE, officer, request);
    }

    @PostMapping
    ModelAndView change(Officer officer, @RequestParam String old, @RequestParam String password, @RequestParam String again,
            HttpServletRequest request) {
        return page(Notice.of("密码已修改，您在别处的登录和令牌都已失效。", () -> {
            if (!password.equals(again)) {
                throw Refusal.invalid("两次输入的新密码不一致。");
            }
            enrolling.changePassword(old, password, Sessions.id(request), officer);
        }), officer, request);
    }

    @PostMapping("/elsewhere")
    ModelAndView leaveElsewhere(Officer officer, HttpServletRequest request) {
        return page(Notice.of("已退出您在别处的登录。", () -> enrolling.leaveElsewhere(Sessions.id(request), officer)), officer, request);
    }

    private ModelAndView page(Notice notice, Officer officer, HttpServletRequest request) {
        return notice.on("office/password", Map.of("visits", enrolling.visits(Sessions.id(request), officer)));
    }
}
