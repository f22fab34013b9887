package openland.request.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import openland.base.Refusal;
import openland.office.Officer;
import openland.request.Letter;
import openland.request.LetterFiles;
import openland.request.Letters;
import openland.request.RequestSight;
import openland.request.Requests;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Letters of a request at the desk: to read, and as DOCX, PDF and OFD. */
@Controller
@RequestMapping("/desk/requests/{id}")
class RequestLetterPages {
    private static final Map<String, String> TYPES = Map.of("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "pdf", "application/pdf",
            "ofd", "application/ofd");

    private final Letters letters;
    private final LetterFiles files;
    private final Requests requests;
    private final RequestSight sight;
    private final Applicants applicants;

    RequestLetterPages(Letters letters, LetterFiles files, Requests requests, RequestSight sight, Applicants applicants) {
        this.letters = letters;
        this.files = files;
        this.requests = requests;
        this.sight = sight;
        this.applicants = applicants;
    }

    @GetMapping("/letters/{letter}")
    ModelAndView letter(@PathVariable UUID id, @PathVariable UUID letter, Officer officer) {
        var one = sight.see(id, officer);
        return new ModelAndView("request/sent", Map.of("one", one, "letter", read(id, letter, officer), "id", letter.toString()));
    }

    @GetMapping("/letters/{letter}/{form}")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable UUID letter, @PathVariable String form, Officer officer) {
        sight.see(id, officer);
        return file(read(id, letter, officer), form);
    }

    private Letter read(UUID id, UUID letter, Officer officer) {
        var sent = letters.see(id, letter, new RequestSight.Viewer.AnOfficer(officer));
        return applicants.letter(sent.letter(), sight.see(id, officer), sent.consultation() != null, officer);
    }

    /** Made anew each time: it bears the query code. */
    @GetMapping("/receipt/{form}")
    ResponseEntity<byte[]> receipt(@PathVariable UUID id, @PathVariable String form, Officer officer) {
        var one = sight.see(id, officer);
        applicants.filing(requests.ofFiling(one.filing()), officer);
        return file(letters.receipt(one), form);
    }

    private ResponseEntity<byte[]> file(Letter letter, String form) {
        var bytes = switch (form) {
            case "docx" -> files.docx(letter);
            case "pdf" -> files.pdf(letter);
            case "ofd" -> files.ofd(letter);
            default -> throw Refusal.notFound("没有这种格式，只有docx、pdf、ofd。");
        };
        var name = letter.title() + (letter.number() == null ? "" : " " + letter.number()) + "." + form;
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(TYPES.getOrDefault(form, ""))).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString()).body(bytes);
    }
}
