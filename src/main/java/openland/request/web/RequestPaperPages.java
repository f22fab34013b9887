package openland.request.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import openland.base.Refusal;
import openland.office.Officer;
import openland.request.IdentityPapers;
import openland.request.Paper;
import openland.request.Papers;
import openland.request.RequestSight;
import openland.request.Requests;
import openland.request.web.RequestActs.Posted;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
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

/** Files of a request at the desk, and identity papers, which are opened only with a reason. */
@Controller
@RequestMapping("/desk/requests/{id}")
class RequestPaperPages {
    private final Papers papers;
    private final IdentityPapers identity;
    private final Requests requests;
    private final RequestSight sight;
    private final RequestActs acts;

    RequestPaperPages(Papers papers, IdentityPapers identity, Requests requests, RequestSight sight, RequestActs acts) {
        this.papers = papers;
        this.identity = identity;
        this.requests = requests;
        this.sight = sight;
        this.acts = acts;
    }

    @PostMapping("/papers")
    ModelAndView add(@PathVariable UUID id, @RequestParam(defaultValue = "") String role, @RequestParam MultipartFile file, Officer officer) {
        return acts.act(new Posted(id, "paper", Map.of("role", role), officer), _ -> {
            var wanted = Paper.Role.of(role).filter(one -> one != Paper.Role.VIEW).orElseThrow(() -> Refusal.invalid("请选这是什么文件。"));
            var name = file.getOriginalFilename();
            if (file.isEmpty() || name == null) {
                throw Refusal.invalid("请选一个文件。");
            }
            try (var in = file.getInputStream()) {
                papers.addFromDesk(new Papers.NewPaper(id, wanted, name, null, "", officer.id()), in, officer);
            } catch (IOException e) {
                throw Refusal.invalid("文件没有传完，请再传一次。");
            }
        });
    }

    /** Always as a download. */
    @GetMapping("/papers/{paper}")
    ResponseEntity<InputStreamResource> paper(@PathVariable UUID id, @PathVariable UUID paper, Officer officer) {
        sight.see(id, officer);
        var kept = papers.see(id, paper, new RequestSight.Viewer.AnOfficer(officer));
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(papers.type(kept))).contentLength(kept.size()).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(kept.name())).body(new InputStreamResource(papers.open(kept)));
    }

    @PostMapping("/identity/{n}")
    Object identity(@PathVariable UUID id, @PathVariable int n, @RequestParam(defaultValue = "") String reason, Officer officer) {
        var one = sight.see(id, RequestSight.Part.IDENTITY, officer);
        try {
            var opened = identity.open(id, requests.filing(one).applicant(), n, reason, officer);
            return ResponseEntity.ok().contentType(MediaType.parseMediaType(opened.type())).cacheControl(CacheControl.noStore())
                    .header(HttpHeaders.CONTENT_DISPOSITION, attachment(opened.name())).body(opened.bytes());
        } catch (Refusal refusal) {
            return acts.refused(new Posted(id, "identity", Map.of("n", Integer.toString(n), "reason", reason), officer), refusal);
        }
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString();
    }
}
