package openland.disclosure.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import openland.base.Refusal;
import openland.disclosure.Arranging;
import openland.disclosure.Dossiers;
import openland.office.Officer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Puts a dossier (卷) right: merge, split, another number. */
@Controller
@RequestMapping("/desk/dossiers/{id}")
class ArrangingPages {
    private final Dossiers dossiers;
    private final Arranging arranging;

    ArrangingPages(Dossiers dossiers, Arranging arranging) {
        this.dossiers = dossiers;
        this.arranging = arranging;
    }

    @GetMapping
    ModelAndView page(@PathVariable UUID id, Officer officer) {
        var into = dossiers.mergedInto(id);
        if (into.isPresent()) {
            return new ModelAndView("redirect:/desk/dossiers/" + into.get());
        }
        arranging.mustSee(id, officer);
        var dossier = dossiers.find(id).orElseThrow(() -> Refusal.notFound("没有这一卷。"));
        return new ModelAndView("disclosure/arrange", Map.of("dossier", dossier));
    }

    @PostMapping("/merge")
    String merge(@PathVariable UUID id, @RequestParam String into, @RequestParam String reason, Officer officer) {
        if (dossiers.mergedInto(id).isEmpty()) {   // done before, it answers the same
            arranging.mustSee(id, officer);
        }
        var other = into(into);
        arranging.merge(id, other, reason, officer);
        return "redirect:/desk/dossiers/" + other;
    }

    /** The address of the other one, or its id. */
    private static UUID into(String typed) {
        try {
            return UUID.fromString(typed.strip().replaceFirst("^.*/dossiers/", "").replaceFirst("[/?#].*$", ""));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("请填另一卷的网页地址。");
        }
    }

    @PostMapping("/split")
    String split(@PathVariable UUID id, @RequestParam(defaultValue = "") List<UUID> piece, @RequestParam String key, @RequestParam String reason, Officer officer) {
        arranging.mustSee(id, officer);
        return "redirect:/desk/dossiers/" + arranging.split(id, piece, key, reason, officer);
    }

    @PostMapping("/alias")
    String alias(@PathVariable UUID id, @RequestParam String key, @RequestParam String reason, Officer officer) {
        arranging.mustSee(id, officer);
        arranging.alias(id, key, reason, officer);
        return "redirect:/desk/dossiers/" + id;
    }

    @PostMapping("/unalias")
    String unalias(@PathVariable UUID id, @RequestParam String key, @RequestParam String reason, Officer officer) {
        arranging.mustSee(id, officer);
        arranging.unalias(id, key, reason, officer);
        return "redirect:/desk/dossiers/" + id;
    }
}
