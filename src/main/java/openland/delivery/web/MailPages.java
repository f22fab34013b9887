package openland.delivery.web;

import java.util.Map;
import openland.delivery.Outgoing;
import openland.office.Officer;
import openland.office.Post;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** How the sending of mail goes (邮件发送情况), for the 系统管理员. */
@Controller
class MailPages {
    private static final int MOST = 50;

    private final Outgoing outgoing;

    MailPages(Outgoing outgoing) {
        this.outgoing = outgoing;
    }

    @GetMapping("/desk/mail")
    ModelAndView mail(Officer officer) {
        officer.mustHold(Post.SYSADMIN);
        return new ModelAndView("delivery/mail", Map.of("isSetUp", outgoing.isSetUp(), "counts", outgoing.counts(), "troubles", outgoing.troubles(MOST)));
    }
}
