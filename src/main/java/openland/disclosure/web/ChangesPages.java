package openland.disclosure.web;

import java.util.Map;
import java.util.UUID;
import openland.base.Refusal;
import openland.disclosure.Changes;
import openland.disclosure.Disclosures;
import openland.disclosure.Edition;
import openland.disclosure.Piece;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What one edition changed in another, as far as both can be read. */
@Controller
class ChangesPages {
    private final Disclosures disclosures;

    ChangesPages(Disclosures disclosures) {
        this.disclosures = disclosures;
    }

    /** Without numbers: the newest edition against the one before it that can be read. */
    @GetMapping("/disclosures/{id}/changes")
    ModelAndView changes(@PathVariable UUID id, @RequestParam @Nullable Integer from, @RequestParam @Nullable Integer to) {
        var piece = disclosures.find(id).orElseThrow(() -> Refusal.notFound("没有这件信息。"));
        var current = piece.current();
        int last = current == null ? piece.editions().getLast().number() : current.number();
        var later = disclosures.readable(id, to == null ? last : to);
        var earlier = disclosures.readable(id, from == null ? before(piece, later.number()) : from);
        return earlier.number() > later.number() ? page(piece, later, earlier) : page(piece, earlier, later);
    }

    private static ModelAndView page(Piece piece, Edition from, Edition to) {
        return new ModelAndView("disclosure/changes", Map.of("page",
                ChangesPage.of(piece, from, to, Changes.between(from.projection(), to.projection()))));
    }

    private static int before(Piece piece, int number) {
        return piece.before(number).map(Piece.Line::number).orElseThrow(() -> Refusal.notFound("第" + number + "版之前没有可以对照的版本。"));
    }
}
