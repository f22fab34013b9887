package openland.office.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import openland.base.Refusal;
import openland.base.Time;
import openland.office.Account;
import openland.office.Delegating;
import openland.office.Delegation;
import openland.office.NewDelegation;
import openland.office.Officer;
import openland.office.Officers;
import openland.office.Post;
import openland.page.Dates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Handing a post over while away, and taking it back (委托代办). */
@Controller
@RequestMapping("/desk/delegations")
public class DelegationPages {
    private final Delegating delegating;
    private final Officers officers;
    private final InstantSource time;

    DelegationPages(Delegating delegating, Officers officers, InstantSource time) {
        this.delegating = delegating;
        this.officers = officers;
        this.time = time;
    }

    /** A delegation for people. @param mine whether I handed it over; @param live whether it can still be taken back */
    public record Row(UUID id, String post, String other, String span, String reason, String standing, boolean mine, boolean live) {}

    @GetMapping
    ModelAndView list(Officer officer) {
        return page(officer, Notice.NONE);
    }

    @PostMapping
    ModelAndView delegate(Officer officer, @RequestParam(defaultValue = "") String post, @RequestParam(defaultValue = "") String delegate,
            @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String reason) {
        return page(officer, Notice.of("已委托。对方在这些天里代您办理，每次签名都注明受您委托。", () -> delegating.delegate(
                new NewDelegation(post(post), officer.office(), account(delegate).id(), day(from), day(to), reason), officer)));
    }

    @PostMapping("/{id}/revoke")
    ModelAndView revoke(Officer officer, @PathVariable UUID id) {
        return page(officer, Notice.of("委托已收回，从现在起不再有效。", () -> delegating.revoke(id, officer)));
    }

    private ModelAndView page(Officer officer, Notice notice) {
        var now = time.instant();
        var own = officer.posts().stream().filter(held -> held.office().equals(officer.office()) && !held.post().isAdministrator())
                .map(Officer.Holding::post)
                .filter(post -> delegating.live(officer).stream().noneMatch(lent -> lent.post() == post)).sorted().toList();
        return notice.on("office/delegations", Map.of("rows", delegating.of(officer).stream().map(d -> row(d, officer, now)).toList(),
                "posts", List.<Post>copyOf(own), "colleagues", List.<Account>copyOf(delegating.colleagues(officer)),
                "today", Time.dateOf(now).toString()));
    }

    private Row row(Delegation made, Officer officer, Instant now) {
        boolean mine = made.officer().equals(officer.id());
        var other = officers.account(mine ? made.delegate() : made.officer()).map(Account::displayName).orElse("（账号已删）");
        var standing = made.revokedBy() != null ? "已收回" : made.isOver(now) ? "已期满" : made.holds(now) ? "现在有效" : "还没有开始";
        return new Row(made.id(), made.post().label(), other, Dates.minute(made.from()) + "至" + Dates.minute(made.to()), made.reason(),
                standing, mine, mine && !made.isOver(now));
    }

    private static Post post(String name) {
        return Post.of(name).orElseThrow(() -> Refusal.invalid("请选择要委托的岗位。"));
    }

    private Account account(String id) {
        try {
            return officers.account(UUID.fromString(id)).orElseThrow(() -> Refusal.invalid("请选择受委托的人。"));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("请选择受委托的人。");
        }
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException e) {
            throw Refusal.invalid("日期要像2026-11-30这样写。");
        }
    }
}
