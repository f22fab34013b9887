package openland.request.web;

import java.util.Map;
import java.util.UUID;
import openland.base.Refusal;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Offices;
import openland.request.RequestDesk;
import openland.request.RequestDesks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What an office says of itself to applicants, and what the law leaves it to choose: set by a leader or head. */
@Controller
public class RequestSettingsPages {
    private final RequestDesks desks;
    private final Offices offices;

    RequestSettingsPages(RequestDesks desks, Offices offices) {
        this.desks = desks;
        this.offices = offices;
    }

    /**
     * The page.
     *
     * @param values as they are set, or as they were typed
     * @param set    false while everything is only proposed
     */
    public record Settings(String office, Map<String, String> values, boolean set, String said, String fault) {
        public String of(String name) {
            return values.getOrDefault(name, "");
        }

        public boolean is(String name) {
            return values.containsKey(name) && !of(name).equals("false");
        }
    }

    @GetMapping("/desk/requests/settings")
    ModelAndView page(@RequestParam @Nullable String done, Officer officer) {
        var office = office(officer);
        return page(office, values(desks.of(office)), done == null ? "" : "已保存。以后的回执、答复书都用新的内容，已经发出的不变。", "");
    }

    @PostMapping("/desk/requests/settings")
    ModelAndView set(@RequestParam Map<String, String> typed, Officer officer) {
        var office = office(officer);
        try {
            desks.set(desk(office, typed), officer);
        } catch (Refusal refusal) {
            if (refusal.reason() == Refusal.Reason.FORBIDDEN) {
                throw refusal;
            }
            var page = page(office, typed, "", refusal.sentence());
            page.setStatus(HttpStatus.valueOf(refusal.reason().status()));
            return page;
        }
        return new ModelAndView("redirect:/desk/requests/settings?done=set");
    }

    /** His own office, or the first one that he leads. @throws Refusal FORBIDDEN for whoever leads none */
    private static UUID office(Officer officer) {
        if (officer.holdsOneOf(RequestDesks.SETTERS, officer.office())) {
            return officer.office();
        }
        return officer.posts().stream().filter(held -> RequestDesks.SETTERS.contains(held.post())).map(Officer.Holding::office).findFirst()
                .orElseThrow(() -> Refusal.forbidden("依申请公开的设置由分管领导、主要领导决定，您没有这些岗位。"));
    }

    private ModelAndView page(UUID office, Map<String, String> values, String said, String fault) {
        return new ModelAndView("request/settings", Map.of("settings", new Settings(offices.byId(office).map(Office::name).orElse(""), values, desks.isSet(office), said, fault)));
    }

    private static Map<String, String> values(RequestDesk desk) {
        return Map.ofEntries(Map.entry("unit", desk.unit()), Map.entry("address", desk.address()), Map.entry("postcode", desk.postcode()), Map.entry("phone", desk.phone()),
                Map.entry("fax", desk.fax()), Map.entry("mail", desk.mail()), Map.entry("hours", desk.hours()), Map.entry("reviewBody", desk.reviewBody()),
                Map.entry("court", desk.court()), Map.entry("reviewChannel", desk.reviewChannel()), Map.entry("webConfirms", Boolean.toString(desk.webConfirms())),
                Map.entry("fees", Boolean.toString(desk.fees())), Map.entry("paymentDays", Integer.toString(desk.paymentDays())), Map.entry("numberWord", desk.numberWord()));
    }

    private static RequestDesk desk(UUID office, Map<String, String> typed) {
        return new RequestDesk(office, text(typed, "unit"), text(typed, "address"), text(typed, "postcode"), text(typed, "phone"), text(typed, "fax"), text(typed, "mail"),
                text(typed, "hours"), text(typed, "reviewBody"), text(typed, "court"), text(typed, "reviewChannel"), typed.containsKey("webConfirms"), typed.containsKey("fees"),
                number(text(typed, "paymentDays")), text(typed, "numberWord"));
    }

    private static int number(String typed) {
        if (!typed.strip().matches("\\d{1,3}")) {
            throw Refusal.invalid("缴费期限写成数字，例如20。");
        }
        return Integer.parseInt(typed.strip());
    }

    private static String text(Map<String, String> typed, String name) {
        return typed.getOrDefault(name, "");
    }
}
