package openland.office.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import openland.base.Refusal;
import openland.office.Enrolling;
import openland.office.FactorRules;
import openland.office.Granting;
import openland.office.Linking;
import openland.office.NewOfficer;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Officers;
import openland.office.Offices;
import openland.office.Post;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Accounts and posts (人员管理): the 系统管理员 opens and closes accounts, the 安全保密管理员 grants and takes posts. */
@Controller
@RequestMapping("/desk/officers")
class OfficerPages {
    private final Enrolling enrolling;
    private final Granting granting;
    private final Officers officers;
    private final Offices offices;
    private final FactorRules rules;
    private final Linking linking;

    OfficerPages(Enrolling enrolling, Granting granting, Officers officers, Offices offices, FactorRules rules,
            Linking linking) {
        this.enrolling = enrolling;
        this.granting = granting;
        this.officers = officers;
        this.offices = offices;
        this.rules = rules;
        this.linking = linking;
    }

    @GetMapping
    ModelAndView list(Officer officer) {
        return page(officer, Notice.NONE);
    }

    @PostMapping
    ModelAndView enrol(Officer officer, @RequestParam String name, @RequestParam String displayName, @RequestParam String office,
            @RequestParam String password) {
        return page(officer, Notice.of("已为“" + displayName.strip() + "”开通账号，岗位由安全保密管理员授予。",
                () -> enrolling.enrol(new NewOfficer(name, displayName, id(office), password), officer)));
    }

    @PostMapping("/{id}/close")
    ModelAndView close(Officer officer, @PathVariable UUID id) {
        return page(officer, Notice.of("账号已停用。", () -> enrolling.close(id, officer)));
    }

    @PostMapping("/{id}/reopen")
    ModelAndView reopen(Officer officer, @PathVariable UUID id) {
        return page(officer, Notice.of("账号已启用。", () -> enrolling.reopen(id, officer)));
    }

    @PostMapping("/{id}/password")
    ModelAndView resetPassword(Officer officer, @PathVariable UUID id, @RequestParam String password) {
        return page(officer, Notice.of("密码已重置，请本人登录后修改。", () -> enrolling.resetPassword(id, password, officer)));
    }

    @PostMapping("/{id}/grant")
    ModelAndView grant(Officer officer, @PathVariable UUID id, @RequestParam String post, @RequestParam String office) {
        return page(officer, Notice.of("岗位已授予。", () -> granting.grant(id, post(post), id(office), officer)));
    }

    @PostMapping("/{id}/take")
    ModelAndView take(Officer officer, @PathVariable UUID id, @RequestParam String post, @RequestParam String office) {
        return page(officer, Notice.of("岗位已收回。", () -> granting.take(id, post(post), id(office), officer)));
    }

    @PostMapping("/{id}/release")
    ModelAndView release(Officer officer, @PathVariable UUID id) {
        return page(officer, Notice.of("已放行，本人可以用一次性密码登录。", () -> granting.release(id, officer)));
    }

    @PostMapping("/{id}/second-factor")
    ModelAndView resetSecondFactor(Officer officer, @PathVariable UUID id) {
        return page(officer, Notice.of("动态口令已重置，本人用密码登录后可重新启用。", () -> granting.resetSecondFactor(id, officer)));
    }

    @PostMapping("/{id}/link")
    ModelAndView link(Officer officer, @PathVariable UUID id, @RequestParam String mark) {
        return page(officer, Notice.of("已关联。本人再次登录时，用账号的密码确认一次后生效。", () -> linking.link(mark, id, officer)));
    }

    @PostMapping("/{id}/unlink")
    ModelAndView unlink(Officer officer, @PathVariable UUID id) {
        return page(officer, Notice.of("已解除关联，本人的登录都已结束。", () -> linking.unlink(id, officer)));
    }

    @PostMapping("/second-factor")
    ModelAndView demand(Officer officer, @RequestParam String office, @RequestParam boolean demanded) {
        return page(officer, demanded
                ? Notice.of("已要求动态口令。没有用动态口令登录的，须重新登录。", () -> rules.demand(id(office), officer))
                : Notice.of("不再要求动态口令。", () -> rules.lift(id(office), officer)));
    }

    private UUID id(String code) {
        return offices.byCode(code).map(Office::id).orElseThrow(() -> Refusal.invalid("没有代码为“" + code.strip() + "”的机构。"));
    }

    private static Post post(String name) {
        return Post.of(name).orElseThrow(() -> Refusal.invalid("请选择岗位。"));
    }

    private ModelAndView page(Officer officer, Notice notice) {
        officer.mustAdministrate();
        var reached = officers.administered(officer);
        List<Office> mine = offices.all().stream().filter(office -> reached.contains(office.id())).toList();
        var all = new HashMap<UUID, Office>();
        offices.all().forEach(office -> all.put(office.id(), office));
        return notice.on("office/officers", Map.of(
                "accounts", officers.accounts(officer), "offices", mine, "all", all, "me", officer, "demanding", rules.offices(),
                "links", linking.links(), "requests", linking.requests(officer)));
    }
}
