package openland.disclosure.web;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import openland.base.Refusal;
import openland.disclosure.Dossier;
import openland.disclosure.Dossiers;
import openland.disclosure.Followers;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Following a dossier (卷) by mail, without an account. A link in a mail changes nothing by being opened. */
@Controller
class FollowPages {
    private final Dossiers dossiers;
    private final Followers followers;

    FollowPages(Dossiers dossiers, Followers followers) {
        this.dossiers = dossiers;
        this.followers = followers;
    }

    @GetMapping("/dossiers/{id}/follow")
    ModelAndView form(@PathVariable UUID id) {
        return new ModelAndView("disclosure/follow", Map.of("dossier", found(id), "asked", false, "possible", followers.isPossible()));
    }

    @PostMapping("/dossiers/{id}/follow")
    ModelAndView ask(@PathVariable UUID id, @RequestParam String address) {
        var dossier = found(id);
        if (!followers.isPossible()) {
            throw Refusal.conflict("本站还没有设置邮件。");
        }
        followers.ask(dossier, address);
        return new ModelAndView("disclosure/follow", Map.of("dossier", dossier, "asked", true, "possible", true));
    }

    @GetMapping("/dossiers/follow/{token}")
    ModelAndView link(@PathVariable String token) {
        var follower = followers.byToken(token).orElseThrow(() -> Refusal.notFound("这个链接已经失效，请重新关注。"));
        var model = new HashMap<String, Object>(Map.of("token", token, "address", follower.address(), "confirmed", follower.confirmed()));
        model.put("dossier", dossiers.find(follower.dossier()).orElse(null));
        return new ModelAndView("disclosure/followed", model);
    }

    @PostMapping("/dossiers/follow/{token}")
    String decide(@PathVariable String token, @RequestParam(defaultValue = "true") boolean wanted) {
        if (wanted) {
            followers.confirm(token);
            return "redirect:/dossiers/follow/" + token;
        }
        followers.end(token);
        return "redirect:/dossiers";
    }

    private Dossier found(UUID id) {
        return dossiers.find(dossiers.mergedInto(id).orElse(id)).orElseThrow(() -> Refusal.notFound("没有这一卷。"));
    }
}
