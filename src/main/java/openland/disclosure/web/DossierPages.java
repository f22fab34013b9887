package openland.disclosure.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import openland.base.Refusal;
import openland.base.Time;
import openland.catalogue.Catalogue;
import openland.catalogue.DossierType;
import openland.disclosure.Dossier;
import openland.disclosure.Dossiers;
import openland.page.SiteUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Dossiers (卷) for people: the way of one thing, and where to find it. */
@Controller
class DossierPages {
    private static final int PAGE = 30;
    private static final int LONGEST = 200;

    private final Dossiers dossiers;
    private final Catalogue catalogue;
    private final SiteUrl site;
    private final InstantSource time;

    DossierPages(Dossiers dossiers, Catalogue catalogue, SiteUrl site, InstantSource time) {
        this.dossiers = dossiers;
        this.catalogue = catalogue;
        this.site = site;
        this.time = time;
    }

    @GetMapping("/dossiers")
    ModelAndView list(@RequestParam @Nullable String type, @RequestParam(defaultValue = "") String q, @RequestParam @Nullable String after) {
        if (q.length() > LONGEST) {
            throw Refusal.invalid("编号最多" + LONGEST + "字。");
        }
        var page = dossiers.list(type, q, after, PAGE);
        if (page.items().size() == 1 && after == null && !q.isBlank()) {
            return new ModelAndView("redirect:/dossiers/" + page.items().getFirst().id());
        }
        var model = new HashMap<String, Object>(Map.of("types", catalogue.dossiers(), "rows", page.items(), "q", q, "type", type == null ? "" : type));
        model.put("next", page.next());
        return new ModelAndView("disclosure/dossiers", model);
    }

    @GetMapping("/dossiers/{id}")
    ModelAndView dossier(@PathVariable UUID id) {
        var into = dossiers.mergedInto(id);
        return into.isPresent() ? new ModelAndView("redirect:/dossiers/" + into.get())
                : new ModelAndView("disclosure/dossier", Map.of("page", new DossierPage(found(id), site.of("/dossiers/" + id), Time.dateOf(time.instant()))));
    }

    /** All pieces of a stage, also those of which the dossier's page shows only that they are there. */
    @GetMapping("/dossiers/{id}/pieces")
    ModelAndView pieces(@PathVariable UUID id, @RequestParam String stage, @RequestParam @Nullable String after) {
        var dossier = found(id);
        var page = dossiers.papers(id, stage, after, PAGE);
        var title = dossier.type().stage(stage).map(DossierType.Stage::title).orElse("");
        var model = new HashMap<String, Object>(Map.of("dossier", dossier, "stage", stage, "title", title, "papers", page.items()));
        model.put("next", page.next());
        return new ModelAndView("disclosure/dossier-pieces", model);
    }

    /** A citizen's deadline for his own calendar (RFC 5545). @throws Refusal NOT_FOUND for one that is another by now */
    @GetMapping(path = "/dossiers/{id}/deadlines.ics", produces = "text/calendar;charset=UTF-8")
    ResponseEntity<String> deadline(@PathVariable UUID id, @RequestParam UUID piece, @RequestParam String right, @RequestParam LocalDate day) {
        var dossier = found(id);
        var until = dossier.untils().stream().filter(one -> one.piece().equals(piece) && one.title().equals(right) && one.day().equals(day)).findFirst()
                .orElseThrow(() -> Refusal.notFound("没有这个期限，也许已经改变，请看全过程的网页。"));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"deadline-" + day + ".ics\"")
                .body(DeadlineFile.of(dossier, until, site.of("/dossiers/" + id), time.instant()));
    }

    private Dossier found(UUID id) {
        return dossiers.find(id).orElseThrow(() -> Refusal.notFound("没有这一卷。请用编号查找。"));
    }
}
