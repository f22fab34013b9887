package openland.drafting.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import openland.base.Refusal;
import openland.catalogue.Catalogue;
import openland.catalogue.Item;
import openland.disclosure.Change;
import openland.disclosure.Projection;
import openland.drafting.Attaching;
import openland.drafting.Draft;
import openland.drafting.DraftFile;
import openland.drafting.DraftFinding;
import openland.drafting.DraftStatus;
import openland.drafting.Drafting;
import openland.drafting.Draftroom;
import openland.drafting.Made;
import openland.drafting.Move;
import openland.drafting.Moving;
import openland.drafting.Overriding;
import openland.drafting.PathLine;
import openland.drafting.State;
import openland.files.Files;
import openland.files.Hidden.Treatment;
import openland.files.Verdict;
import openland.files.FilePage;
import openland.form.Input;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Officers;
import openland.office.Offices;
import openland.office.Post;
import openland.page.Figures;
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
    private final Attaching attaching;
    private final Moving moving;
    private final Overriding overriding;
    private final Draftroom room;
    private final Catalogue catalogue;
    private final Offices offices;
    private final Officers officers;
    private final Files files;
    private final PostedDraft posted;

    DraftPages(Drafting drafting, Attaching attaching, Moving moving, Overriding overriding, Draftroom room, Catalogue catalogue,
            Offices offices, Officers officers, Files files, PostedDraft posted) {
        this.drafting = drafting;
        this.attaching = attaching;
        this.moving = moving;
        this.overriding = overriding;
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

    /**
     * An attachment.
     *
     * @param size      for people: 26 KB
     * @param readable   whether it can be opened: nothing can before it was scanned for viruses
     * @param strippable whether something hidden in it waits for an officer's word
     */
    public record Attached(DraftFile file, String format, String size, boolean readable, boolean strippable, List<Remark> findings) {}

    /** A finding for people. @param label of its field; @param by who let it pass, "" while nobody has */
    public record Remark(DraftFinding found, String label, String by) {
        public String style() {
            return found.stops() ? "stop" : found.passed() != null ? "" : "ask";
        }
    }

    /** Everything the page of a draft shows. */
    public record DraftPage(DraftStatus status, String itemTitle, Office office, String stateLabel, String awaited,
            boolean mayWrite, List<Remark> remarks, List<Input> inputs, List<PathStep> path, Projection preview, List<Change> changes,
            List<Deed> history, List<Move> moves, List<Attached> files, boolean mayPass, @Nullable String said) {
        /** What has no field of the form beside which it could stand. */
        public List<Remark> apart() {
            var shown = inputs.stream().map(input -> input.field().name()).toList();
            return remarks.stream().filter(r -> !r.found().isInFile() && !shown.contains(r.found().field())).toList();
        }

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
                draft.state().label(), room.awaitedBy(draft), mayWrite, remarks(status), room.inputs(status), path(status),
                room.preview(draft), room.changes(draft), status.history().stream().map(this::deed).toList(),
                List.copyOf(status.moves()), attached(status), overriding.mayPass(draft, officer), said);
        return new ModelAndView(mayWrite ? "drafting/draft" : "drafting/review", Map.of("draft", page));
    }

    private List<Remark> remarks(DraftStatus status) {
        var labels = new HashMap<String, String>();
        room.inputs(status).forEach(input -> labels.put(input.field().name(), input.field().label()));
        return status.findings().stream().map(found -> new Remark(found, labels.getOrDefault(found.field(), ""),
                found.passed() == null ? "" : name(found.passed().officer()))).toList();
    }

    private List<Attached> attached(DraftStatus status) {
        return status.draft().content().attachments().stream().map(file -> attached(file, status)).toList();
    }

    private Attached attached(DraftFile file, DraftStatus status) {
        boolean readable = Stream.of(file.uploaded(), file.sha256()).allMatch(sha256 -> files.verdict(sha256) == Verdict.CLEAN);
        return new Attached(file, files.format(file.type()), Figures.size(file.size()), readable,
                readable && !files.inspection(file.sha256()).hidden(Treatment.ASKED).isEmpty(),
                remarks(status).stream().filter(remark -> remark.found().isIn(file)).toList());
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

    @PostMapping("/{id}/overrides")
    String pass(@PathVariable UUID id, @RequestParam String finding, @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String reason, Officer officer) {
        overriding.pass(id, finding, ground, reason, officer);
        return "redirect:/desk/drafts/" + id;
    }

    @PostMapping("/{id}/files")
    String attach(@PathVariable UUID id, @RequestParam MultipartFile file, Officer officer) throws IOException {
        try (var in = file.getInputStream()) {
            attaching.attach(id, file.getOriginalFilename() == null ? "" : file.getOriginalFilename(), in, officer);
        }
        return "redirect:/desk/drafts/" + id;
    }

    @PostMapping("/{id}/files/remove")
    String detach(@PathVariable UUID id, @RequestParam String name, Officer officer) {
        attaching.detach(id, name, officer);
        return "redirect:/desk/drafts/" + id;
    }

    @PostMapping("/{id}/files/strip")
    String strip(@PathVariable UUID id, @RequestParam String name, Officer officer) {
        attaching.strip(id, name, officer);
        return "redirect:/desk/drafts/" + id;
    }

    /** An attachment for those who review it, as it would be published, always as a download. */
    @GetMapping("/{id}/files/{sha256}")
    ResponseEntity<InputStreamResource> file(@PathVariable UUID id, @PathVariable String sha256, Officer officer) {
        var file = scanned(attachment(room.look(id, officer).draft(), sha256));
        var bytes = files.open(sha256).orElseThrow(DraftPages::noFile);
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(file.type())).contentLength(file.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                        .filename(file.name(), StandardCharsets.UTF_8).build().toString())
                .body(new InputStreamResource(bytes));
    }

    /** What can be read of it, and what was hidden in it. */
    @GetMapping("/{id}/files/{sha256}/view")
    ModelAndView view(@PathVariable UUID id, @PathVariable String sha256, @RequestParam(defaultValue = "1") int page,
            Officer officer) {
        var draft = room.look(id, officer).draft();
        var file = scanned(attachment(draft, sha256));
        var address = "/desk/drafts/" + id;
        return FilePage.of(file.name(), files.format(file.type()), new FilePage.Link(draft.title(), address),
                address + "/files/" + sha256, address + "/files/" + sha256 + "/view",
                files.inspection(sha256).content(), page, files.inspection(file.uploaded()).hidden());
    }

    private static DraftFile attachment(Draft draft, String sha256) {
        return draft.content().attachments().stream().filter(file -> file.sha256().equals(sha256)).findFirst()
                .orElseThrow(DraftPages::noFile);
    }

    /** A copy is opened for nobody while what it was made from may have a virus. */
    private DraftFile scanned(DraftFile file) {
        files.mustBeClean(file.uploaded());
        files.mustBeClean(file.sha256());
        return file;
    }

    private static Refusal noFile() {
        return Refusal.notFound("没有这个附件。");
    }

    @GetMapping("/{id}/preview")
    ModelAndView preview(@PathVariable UUID id, Officer officer) {
        var draft = room.look(id, officer).draft();
        return new ModelAndView("drafting/preview", Map.of("projection", room.preview(draft), "id", id));
    }
}
