package openland.request.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import openland.base.Refusal;
import openland.files.CellMark;
import openland.files.PageRedaction.Look;
import openland.files.Redacting;
import openland.files.RedactionMark;
import openland.office.Officer;
import openland.request.MarkGround;
import openland.request.MarkingPapers;
import openland.request.Papers;
import openland.request.ReleasingPapers;
import openland.request.RequestSight;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The workbench of partial disclosure (区分处理): a paper page by page, what is covered on it and why, and the copy for the applicant. */
@Controller
@RequestMapping("/desk/requests/{id}/papers/{paper}")
class MarkPages {
    private static final double PER_CENT = 100;

    private final MarkingPapers marking;
    private final ReleasingPapers releasing;
    private final MarkShowing showing;
    private final Redacting redacting;
    private final Papers papers;

    MarkPages(MarkingPapers marking, ReleasingPapers releasing, MarkShowing showing, Redacting redacting, Papers papers) {
        this.marking = marking;
        this.releasing = releasing;
        this.showing = showing;
        this.redacting = redacting;
        this.papers = papers;
    }

    /** Which paper of which request, and which of its pages is looked at. */
    record Where(UUID id, UUID paper, int page) {
        String address() {
            return "/desk/requests/" + id + "/papers/" + paper + "/marks?leaf=" + page;
        }
    }

    @GetMapping("/marks")
    ModelAndView marks(@PathVariable UUID id, @PathVariable UUID paper, @RequestParam(defaultValue = "1") int leaf,
            @RequestParam(defaultValue = "") String look, @RequestParam(defaultValue = "") String done, @RequestParam(defaultValue = "0") int n, Officer officer) {
        return showing.page(new Where(id, paper, leaf), look(look), MarkShowing.said(done, n), "", officer);
    }

    static Look look(String name) {
        return Stream.of(Look.values()).filter(one -> one.name().equalsIgnoreCase(name)).findFirst().orElse(Look.THROUGH);
    }

    /** A page as a picture, seen only by who sees the paper. */
    @GetMapping("/pages/{n}.png")
    ResponseEntity<byte[]> picture(@PathVariable UUID id, @PathVariable UUID paper, @PathVariable int n, @RequestParam(defaultValue = "") String look, Officer officer) {
        var marked = marking.see(id, paper, officer);
        return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).cacheControl(CacheControl.noStore())
                .body(redacting.picture(marked.paper().sha256(), n, marking.areas(marked), look(look)));
    }

    /** An area, in per cent of the page, as it is drawn or typed. */
    @PostMapping("/marks/areas")
    ModelAndView area(@PathVariable UUID id, @PathVariable UUID paper, @RequestParam Map<String, String> form, Officer officer) {
        var where = where(id, paper, form);
        return act(where, "area", officer, () -> {
            marking.draw(id, paper, new RedactionMark(where.page(), part(form, "x"), part(form, "y"), part(form, "width"), part(form, "height"), ground(form).said()), officer);
            return 1;
        });
    }

    private static double part(Map<String, String> form, String name) {
        try {
            return Double.parseDouble(form.getOrDefault(name, "")) / PER_CENT;
        } catch (NumberFormatException e) {
            throw Refusal.invalid("位置和大小要写成0到100的数，例如12.5。");
        }
    }

    @PostMapping("/marks/words")
    ModelAndView words(@PathVariable UUID id, @PathVariable UUID paper, @RequestParam Map<String, String> form, Officer officer) {
        return act(where(id, paper, form), "words", officer, () -> marking.hideWords(id, paper, form.getOrDefault("words", "").lines().toList(), ground(form), officer));
    }

    @PostMapping("/marks/found")
    ModelAndView found(@PathVariable UUID id, @PathVariable UUID paper, @RequestParam(required = false) @Nullable List<String> found,
            @RequestParam Map<String, String> form, Officer officer) {
        return act(where(id, paper, form), "found", officer, () -> marking.hideFound(id, paper, found == null ? List.of() : found, ground(form), officer));
    }

    @PostMapping("/marks/cells")
    ModelAndView cells(@PathVariable UUID id, @PathVariable UUID paper, @RequestParam Map<String, String> form, Officer officer) {
        return act(where(id, paper, form), "cells", officer, () -> {
            marking.hideCells(id, paper, new CellMark(form.getOrDefault("sheet", ""), form.getOrDefault("cells", ""), ground(form).said()), officer);
            return 1;
        });
    }

    @PostMapping("/marks/remove")
    ModelAndView remove(@PathVariable UUID id, @PathVariable UUID paper, @RequestParam(required = false) @Nullable List<UUID> mark,
            @RequestParam Map<String, String> form, Officer officer) {
        var which = mark == null ? List.<UUID>of() : mark;
        return act(where(id, paper, form), "remove", officer, () -> {
            marking.remove(id, paper, which, officer);
            return which.size();
        });
    }

    @PostMapping("/marks/release")
    ModelAndView release(@PathVariable UUID id, @PathVariable UUID paper, @RequestParam Map<String, String> form, Officer officer) {
        return act(where(id, paper, form), "release", officer, () -> {
            releasing.release(id, paper, form.containsKey("sure"), officer);
            return 1;
        });
    }

    @PostMapping("/marks/clear")
    ModelAndView clear(@PathVariable UUID id, @PathVariable UUID paper, @RequestParam Map<String, String> form, Officer officer) {
        try {
            var cleared = releasing.clear(id, paper, officer);
            return new ModelAndView("redirect:" + new Where(id, cleared.id(), 1).address() + "&done=clear");
        } catch (Refusal refusal) {
            return refused(where(id, paper, form), refusal, officer);
        }
    }

    /** The copy for the applicant as it stands now, as a download. */
    @GetMapping("/marks/copy")
    ResponseEntity<InputStreamResource> copy(@PathVariable UUID id, @PathVariable UUID paper, Officer officer) {
        var copy = marking.released(marking.see(id, paper, officer)).orElseThrow(() -> Refusal.notFound("还没有制作提供的文件。"));
        var kept = papers.see(id, copy, new RequestSight.Viewer.AnOfficer(officer));
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(papers.type(kept))).contentLength(kept.size()).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(kept.name(), StandardCharsets.UTF_8).build().toString())
                .body(new InputStreamResource(papers.open(kept)));
    }

    private static Where where(UUID id, UUID paper, Map<String, String> form) {
        var page = form.getOrDefault("leaf", "");
        return new Where(id, paper, page.matches("\\d{1,5}") ? Integer.parseInt(page) : 1);
    }

    private static MarkGround ground(Map<String, String> form) {
        return MarkGround.of(form.getOrDefault("ground", "")).orElseThrow(() -> Refusal.invalid("请选遮盖的理由。"));
    }

    private ModelAndView act(Where where, String form, Officer officer, IntSupplier act) {
        try {
            int count = act.getAsInt();
            return new ModelAndView("redirect:" + where.address() + "&done=" + form + "&n=" + count);
        } catch (Refusal refusal) {
            return refused(where, refusal, officer);
        }
    }

    /** The page again with the reason. @throws Refusal what no form can mend */
    private ModelAndView refused(Where where, Refusal refusal, Officer officer) {
        return switch (refusal.reason()) {
            case INVALID, CONFLICT, UNPROCESSABLE, TOO_LARGE -> {
                var page = showing.page(where, Look.THROUGH, "", refusal.sentence(), officer);
                page.addObject("maybeSure", refusal.reason() == Refusal.Reason.UNPROCESSABLE);
                page.setStatus(HttpStatus.valueOf(refusal.reason().status()));
                yield page;
            }
            default -> throw refusal;
        };
    }
}
