package openland.catalogue.web;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import openland.base.Refusal;
import openland.catalogue.PackProposal;
import openland.catalogue.Packs;
import openland.catalogue.Packs.Loaded;
import openland.catalogue.Packs.Preview;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Officers;
import openland.office.Offices;
import openland.office.Post;
import openland.page.Dates;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The packs of the catalogue (目录包) for their administrators: what is in force, what waits, and a new one. */
@Controller
@RequestMapping("/desk/packs")
public class PackPages {
    private final Packs packs;
    private final Offices offices;
    private final Officers officers;

    PackPages(Packs packs, Offices offices, Officers officers) {
        this.packs = packs;
        this.offices = offices;
        this.officers = officers;
    }

    /** A proposal in words. @param leftOut why the program does not use it although it was accepted; empty otherwise */
    public record Row(UUID id, String pack, int version, String office, String by, String when, String reason, String state, String leftOut) {}

    /** @param preview of what was typed; null before that. @param fault why it cannot be loaded; empty when it can */
    public record Overview(List<Loaded> inForce, List<Row> waiting, List<Row> decided, boolean mayPropose, String yaml, String reason,
                           @Nullable Preview preview, String fault) {}

    /** @param fault why it no longer fits; empty when it does */
    public record Proposed(Row row, String yaml, @Nullable Preview preview, boolean mayDecide, boolean waits, String fault) {}

    @GetMapping
    ModelAndView overview(Officer officer) {
        return overview(officer, "", "", null, "");
    }

    @PostMapping
    ModelAndView send(Officer officer, @RequestParam(defaultValue = "") String yaml, @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String act, @RequestParam(required = false) @Nullable MultipartFile file) throws IOException {
        officer.mustHold(Post.SYSADMIN);
        var text = file == null || file.isEmpty() ? yaml : text(file);
        try {
            if (act.equals("propose")) {
                return new ModelAndView("redirect:/desk/packs/" + packs.propose(text, reason, officer).id());
            }
            return overview(officer, text, reason, packs.preview(text), "");
        } catch (Refusal refusal) {
            if (refusal.reason() != Refusal.Reason.INVALID) {
                throw refusal;
            }
            var page = overview(officer, text, reason, null, refusal.sentence());
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page;
        }
    }

    private static String text(MultipartFile file) throws IOException {
        try {
            return StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(file.getBytes())).toString();
        } catch (CharacterCodingException e) {
            throw Refusal.invalid("目录包应是UTF-8编码的文本文件。");
        }
    }

    @GetMapping("/{id}")
    ModelAndView proposal(@PathVariable UUID id, Officer officer) {
        var proposal = packs.proposal(id, officer);
        Preview preview = null;
        var fault = "";
        try {
            preview = packs.preview(proposal);
        } catch (Refusal refusal) {
            fault = refusal.sentence();
        }
        return new ModelAndView("catalogue/pack", Map.of("proposed", new Proposed(row(proposal), packs.yaml(proposal), preview,
                packs.mayDecide(proposal, officer), proposal.decision() == null, fault)));
    }

    @PostMapping("/{id}/decide")
    String decide(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean accept,
            @RequestParam(defaultValue = "") String remark, Officer officer) {
        packs.decide(id, accept, remark, officer);
        return "redirect:/desk/packs/" + id;
    }

    private ModelAndView overview(Officer officer, String yaml, String reason, @Nullable Preview preview, String fault) {
        var proposals = packs.proposals(officer);
        var view = new Overview(packs.inForce(), proposals.stream().filter(p -> p.decision() == null).map(this::row).toList(),
                proposals.stream().filter(p -> p.decision() != null).map(this::row).toList(), officer.holds(Post.SYSADMIN), yaml, reason, preview, fault);
        return new ModelAndView("catalogue/packs", new HashMap<>(Map.of("overview", view)));
    }

    private Row row(PackProposal proposal) {
        var decision = proposal.decision();
        var state = decision == null ? "等审定" : name(decision.officer()) + Dates.minute(decision.at()) + (decision.accepted() ? "同意" : "不同意")
                + (decision.remark().isEmpty() ? "" : "：" + decision.remark());
        return new Row(proposal.id(), proposal.pack(), proposal.version(), offices.byId(proposal.office()).map(Office::name).orElse(""),
                name(proposal.proposedBy()), Dates.minute(proposal.proposedAt()), proposal.reason(), state,
                packs.leftOut().getOrDefault(proposal.id(), ""));
    }

    private String name(UUID officer) {
        return officers.byId(officer).map(Officer::displayName).orElse("（已离岗）");
    }
}
