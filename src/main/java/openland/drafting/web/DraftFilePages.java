package openland.drafting.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import openland.base.Refusal;
import openland.drafting.Attaching;
import openland.drafting.Draft;
import openland.drafting.DraftFile;
import openland.drafting.Draftroom;
import openland.files.FilePage;
import openland.files.Files;
import openland.office.Officer;
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

/** The attachments of a draft: put in, taken off, read and downloaded by those who review it. */
@Controller
@RequestMapping("/desk/drafts/{id}/files")
class DraftFilePages {
    private final Attaching attaching;
    private final Draftroom room;
    private final Files files;

    DraftFilePages(Attaching attaching, Draftroom room, Files files) {
        this.attaching = attaching;
        this.room = room;
        this.files = files;
    }

    @PostMapping
    String attach(@PathVariable UUID id, @RequestParam MultipartFile file, Officer officer) throws IOException {
        try (var in = file.getInputStream()) {
            attaching.attach(id, file.getOriginalFilename() == null ? "" : file.getOriginalFilename(), in, officer);
        }
        return "redirect:/desk/drafts/" + id;
    }

    @PostMapping("/remove")
    String detach(@PathVariable UUID id, @RequestParam String name, Officer officer) {
        attaching.detach(id, name, officer);
        return "redirect:/desk/drafts/" + id;
    }

    @PostMapping("/strip")
    String strip(@PathVariable UUID id, @RequestParam String name, Officer officer) {
        attaching.strip(id, name, officer);
        return "redirect:/desk/drafts/" + id;
    }

    /** An attachment for those who review it, as it would be published, always as a download. */
    @GetMapping("/{sha256}")
    ResponseEntity<InputStreamResource> file(@PathVariable UUID id, @PathVariable String sha256, Officer officer) {
        var file = scanned(attachment(room.look(id, officer).draft(), sha256));
        var bytes = files.open(sha256).orElseThrow(DraftFilePages::noFile);
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(file.type())).contentLength(file.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                        .filename(file.name(), StandardCharsets.UTF_8).build().toString())
                .body(new InputStreamResource(bytes));
    }

    /** What can be read of it, and what was hidden in it. */
    @GetMapping("/{sha256}/view")
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
                .orElseThrow(DraftFilePages::noFile);
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
}
