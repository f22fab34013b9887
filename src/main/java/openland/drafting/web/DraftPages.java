package openland.drafting.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import openland.base.Refusal;
import openland.catalogue.Catalogue;
import openland.catalogue.Item;
import openland.disclosure.Projection;
import openland.drafting.Change;
import openland.drafting.DraftStatus;
import openland.drafting.Drafting;
import openland.drafting.Draftroom;
import openland.drafting.Made;
import openland.drafting.Move;
import openland.drafting.Moving;
import openland.drafting.PathLine;
import openland.drafting.State;
import openland.files.Files;
import openland.form.Input;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Officers;
import openland.office.Offices;
import openland.office.Post;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Writing and reviewing a draft. One page shows the form to who may write, and the piece with the 审批单 to who reviews. */
@Controller
@RequestMapping("/desk/drafts")
public class DraftPages {
    private final Drafting drafting;
    private final Moving moving;
    private final Draftroom room;
    private final Catalogue catalogue;
    private final Offices offices;
    private final Officers officers;
    private final Files files;
    private final PostedDraft posted;

    DraftPages(Drafting drafting, Moving moving, Draftroom room, Catalogue catalogue,
            Offices offices, Officers officers, Files files, PostedDraft posted) {
        this.drafting = drafting;
        this.moving = moving;
        this.room = room;
        this.catalogue = catalogue;
        this.offices = offices;
        this.officers = officers;
        this.files = files;
        this.posted = posted;
    }

    /** A step that was done, for people. */
    public record Deed(String when, String who, String what, String remark) {}

    /** A signature of the path, with the signer's name. */
    public record PathStep(String label, boolean done, boolean now, String signers) {}

    /** Everything the page of a draft shows. */
    public record DraftPage(DraftStatus status, String itemTitle, Office office, String stateLabel, String awaited,
            boolean mayWrite, List<Input> inputs, List<PathStep> path, Projection preview, List<Change> changes,
            List<Deed> history, List<Move> moves, @Nullable String said) {
        public long stops() {
            return status.findings().stream().filter(f -> f.stops()).count();
        }
    }

    @GetMapping("/new")
    ModelAndView choose(Officer officer) {
        officer.mustHold(Post.DRAFTER, officer.office());
        return new ModelAndView("drafting/new", Map.of("items", List.<Item>copyOf(catalogue.items())));
    }

    @PostMapping
    String create(@RequestParam @Nullable String item, @RequestParam @Nullable UUID amends, Officer officer) {
        var id = UUID.randomUUID();
        var office = offices.byId(officer.office()).orElseThrow();
        if (amends == null) {
            drafting.save(id, posted.empty(item == null ? "" : item, office), officer);
        } else {
            drafting.save(id, posted.amending(amends, room.lastOf(amends, officer), office), officer);
        }
        return "redirect:/desk/drafts/" + id;
    }

    @GetMapping("/{id}")
    ModelAndView page(@PathVariable UUID id, Officer officer) {
        return page(room.look(id, officer), officer, null);
    }

    private ModelAndView page(DraftStatus status, Officer officer, @Nullable String said) {
        var draft = status.draft();
        boolean mayWrite = draft.state() == State.DRAFTING && officer.holds(Post.DRAFTER, draft.office());
        var page = new DraftPage(status, room.itemTitle(draft), offices.byId(draft.office()).orElseThrow(),
                draft.state().label(), room.awaitedBy(draft), mayWrite, room.inputs(status), path(status),
                room.preview(draft), room.changes(draft), status.history().stream().map(this::deed).toList(),
                List.copyOf(status.moves()), said);
        return new ModelAndView(mayWrite ? "drafting/draft" : "drafting/review", Map.of("draft", page));
    }

    private List<PathStep> path(DraftStatus status) {
        return room.pathOf(status).stream().map(this::step).toList();
    }

    private PathStep step(PathLine line) {
        return new PathStep(line.label(), line.done(), line.now(),
                String.join("、", line.signers().stream().map(this::name).toList()));
    }

    private Deed deed(Made made) {
        return new Deed(DeskPages.when(made.at()), name(made.officer()), made.move().label(), made.remark());
    }

    private String name(UUID officer) {
        return officers.account(officer).map(account -> account.displayName()).orElse("（账号已删）");
    }

    /** Saves, and submits when the second button was pressed; what stops it is shown beside its field. */
    @PostMapping("/{id}")
    ModelAndView save(@PathVariable UUID id, @RequestParam Map<String, String> parameters, Officer officer) {
        var before = room.look(id, officer);
        var saved = drafting.save(id, posted.of(before.draft(), parameters), officer);
        if (!parameters.containsKey("submit")) {
            return page(saved, officer, "已保存。");
        }
        if (saved.findings().stream().anyMatch(f -> f.stops())) {
            return page(saved, officer, null);
        }
        moving.move(id, Move.SUBMIT, "", officer);
        return new ModelAndView("redirect:/desk/drafts/" + id);
    }

    @PostMapping("/{id}/moves")
    String move(@PathVariable UUID id, @RequestParam String move, @RequestParam(defaultValue = "") String remark,
            Officer officer) {
        var status = moving.move(id, Move.ofCode(move), remark, officer);
        return status.draft().state() == State.DISCARDED ? "redirect:/desk" : "redirect:/desk/drafts/" + id;
    }

    @PostMapping("/{id}/files")
    String attach(@PathVariable UUID id, @RequestParam MultipartFile file, Officer officer) throws IOException {
        try (var in = file.getInputStream()) {
            drafting.attach(id, file.getOriginalFilename() == null ? "" : file.getOriginalFilename(), in, officer);
        }
        return "redirect:/desk/drafts/" + id;
    }

    @PostMapping("/{id}/files/remove")
    String detach(@PathVariable UUID id, @RequestParam String name, Officer officer) {
        drafting.detach(id, name, officer);
        return "redirect:/desk/drafts/" + id;
    }

    /** An attachment for those who review it, always as a download. */
    @GetMapping("/{id}/files/{name}")
    ResponseEntity<InputStreamResource> file(@PathVariable UUID id, @PathVariable String name, Officer officer) {
        var file = room.look(id, officer).draft().content().attachments().stream()
                .filter(attachment -> attachment.name().equals(name)).findFirst()
                .orElseThrow(() -> Refusal.notFound("没有这个附件。"));
        var bytes = files.open(file.sha256()).orElseThrow(() -> Refusal.notFound("没有这个附件。"));
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(file.type())).contentLength(file.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8).build().toString())
                .body(new InputStreamResource(bytes));
    }

    @GetMapping("/{id}/preview")
    ModelAndView preview(@PathVariable UUID id, Officer officer) {
        var draft = room.look(id, officer).draft();
        return new ModelAndView("drafting/preview", Map.of("projection", room.preview(draft), "id", id));
    }
}
