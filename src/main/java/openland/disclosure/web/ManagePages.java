package openland.disclosure.web;

import java.util.Map;
import java.util.UUID;
import openland.base.Refusal;
import openland.disclosure.Disclosures;
import openland.disclosure.Dossiers;
import openland.disclosure.Withdrawing;
import openland.office.Access;
import openland.office.Officer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An office's own published piece: amend it, or withdraw it in one step. */
@Controller
@RequestMapping("/desk/disclosures/{id}")
class ManagePages {
    private final Disclosures disclosures;
    private final Dossiers dossiers;
    private final Withdrawing withdrawing;
    private final Access access;

    ManagePages(Disclosures disclosures, Dossiers dossiers, Withdrawing withdrawing, Access access) {
        this.disclosures = disclosures;
        this.dossiers = dossiers;
        this.withdrawing = withdrawing;
        this.access = access;
    }

    @GetMapping
    ModelAndView page(@PathVariable UUID id, Officer officer) {
        var piece = disclosures.find(id).orElseThrow(() -> Refusal.notFound("没有这件信息。"));
        access.mustSee(officer, piece.office(), "disclosure " + id);
        return new ModelAndView("disclosure/manage", Map.of("piece", piece, "standings", dossiers.ofPiece(id)));
    }

    @PostMapping("/withdraw")
    String withdraw(@PathVariable UUID id, @RequestParam String ground, @RequestParam(defaultValue = "") String remark,
            @RequestParam(defaultValue = "false") boolean titleStays, Officer officer) {
        withdrawing.withdraw(id, officer, ground, remark, titleStays);
        return "redirect:/desk/disclosures/" + id;
    }
}
