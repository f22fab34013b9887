package openland.disclosure.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import openland.base.Digests;
import openland.base.Refusal;
import openland.disclosure.Disclosures;
import openland.disclosure.Edition;
import openland.ledger.Entry;
import openland.ledger.Inclusion;
import openland.ledger.Ledger;
import openland.page.SiteUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** 验证: what proves one edition, and a way to check it here and elsewhere. */
@Controller
class VerifyPages {
    private final Disclosures disclosures;
    private final Ledger ledger;
    private final SiteUrl site;

    VerifyPages(Disclosures disclosures, Ledger ledger, SiteUrl site) {
        this.disclosures = disclosures;
        this.ledger = ledger;
        this.site = site;
    }

    /** Of a withdrawn edition the leaf and its proof, with 410. */
    @GetMapping("/disclosures/{id}/editions/{number}/verify")
    ModelAndView verify(@PathVariable UUID id, @PathVariable int number, HttpServletResponse response) {
        var entry = ledger.ofSubject(id).stream().filter(found -> found.leaf().publishes(number)).findFirst()
                .orElseThrow(() -> Refusal.notFound("没有这件信息。"));
        var piece = disclosures.find(id).orElseThrow(() -> Refusal.notFound("没有这件信息。"));
        var held = piece.withdrawn() == null ? disclosures.edition(id, number) : Optional.<Edition>empty();
        if (held.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_GONE);
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return new ModelAndView("disclosure/verify", Map.of("page", new VerifyPage(id, number,
                held.map(edition -> edition.projection().title()).orElse(null), held.map(edition -> Digests.hex(edition.salt())).orElse(null),
                entry.index(), entry.leaf(), entry.text(), proof(entry), site.of(""))));
    }

    private @Nullable String proof(Entry entry) {
        return ledger.inclusion(entry.index()).map(Inclusion::text).orElse(null);
    }
}
