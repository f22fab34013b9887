package openland.office.web;

import java.util.Map;
import openland.base.MailAddress;
import openland.office.Addresses;
import openland.office.Officer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where the officer wants to be told by mail (提醒邮箱). */
@Controller
@RequestMapping("/desk/address")
class MailAddressPages {
    private final Addresses addresses;

    MailAddressPages(Addresses addresses) {
        this.addresses = addresses;
    }

    @GetMapping
    ModelAndView form(Officer officer) {
        return page(Notice.NONE, officer);
    }

    @PostMapping
    ModelAndView set(Officer officer, @RequestParam String mail) {
        return page(Notice.of(mail.isBlank() ? "已删去，不再给您发提醒。" : "已记下，下一个工作日早上起给您发提醒。", () -> addresses.set(mail, officer)), officer);
    }

    private ModelAndView page(Notice notice, Officer officer) {
        return notice.on("office/address", Map.of("mail", addresses.of(officer.id()).map(MailAddress::text).orElse("")));
    }
}
