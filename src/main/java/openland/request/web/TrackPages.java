package openland.request.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import openland.base.Refusal;
import openland.base.Time;
import openland.office.Office;
import openland.office.Offices;
import openland.page.SiteUrl;
import openland.request.Applying;
import openland.request.Filing;
import openland.request.InformationRequest;
import openland.request.LetterFiles;
import openland.request.Letters;
import openland.request.MovingRequests.Wanted;
import openland.request.Papers;
import openland.request.RequestDesks;
import openland.request.RequestMove;
import openland.request.Requests;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** An applicant looks after his requests with a number and the query code, without an account: where each stands, by when and why, and what he can do. */
@Controller
public class TrackPages {
    private final Requests requests;
    private final Tracking tracking;
    private final Tracker tracker;
    private final Applying applying;
    private final Papers papers;
    private final Letters letters;
    private final LetterFiles files;
    private final RequestDesks desks;
    private final Offices offices;
    private final SiteUrl site;
    private final InstantSource time;

    TrackPages(Requests requests, Tracking tracking, Tracker tracker, Applying applying, Papers papers, Letters letters, LetterFiles files,
            RequestDesks desks, Offices offices, SiteUrl site, InstantSource time) {
        this.requests = requests;
        this.tracking = tracking;
        this.tracker = tracker;
        this.applying = applying;
        this.papers = papers;
        this.letters = letters;
        this.files = files;
        this.desks = desks;
        this.offices = offices;
        this.site = site;
        this.time = time;
    }

    /** A form and its requests. */
    public record Mine(Filing filing, Office office, List<InformationRequest> requests) {}

    @GetMapping("/track")
    ModelAndView form(@RequestParam(defaultValue = "") String number, HttpServletRequest request) {
        return form(number, "", request);
    }

    private ModelAndView form(String number, String fault, HttpServletRequest request) {
        var mine = tracking.filings(request).stream().map(filing -> new Mine(filing, offices.byId(filing.office()).orElseThrow(), requests.ofFiling(filing.id()))).toList();
        return new ModelAndView("request/track-form", Map.of("number", number, "fault", fault, "mine", mine));
    }

    /** The same sentence whichever of them is wrong. */
    @PostMapping("/track")
    ModelAndView open(@RequestParam(defaultValue = "") String number, @RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        try {
            var filing = requests.track(number, code);
            tracking.remember(filing, request);
            var all = requests.ofFiling(filing.id());
            return seeOther("/track/" + all.stream().filter(one -> one.number().equalsIgnoreCase(number.strip())).findFirst().orElseThrow().id());
        } catch (Refusal refusal) {
            var page = form(number, refusal.sentence(), request);
            page.setStatus(HttpStatus.valueOf(refusal.reason().status()));
            return page;
        }
    }

    /** For a computer that others use after him. */
    @PostMapping("/track/leave")
    ModelAndView leave(HttpServletRequest request) {
        tracking.forget(request);
        return seeOther("/track");
    }

    @GetMapping("/track/receipts/{filing}")
    ModelAndView receipt(@PathVariable UUID filing, HttpServletRequest request) {
        var mine = tracking.filing(filing, request);
        if (mine.isEmpty()) {
            return seeOther("/track");
        }
        var all = requests.ofFiling(filing);
        var office = offices.byId(mine.get().office()).orElseThrow();
        var model = new HashMap<String, Object>(Map.of("filing", mine.get(), "requests", all, "office", office, "desk", desks.of(office.id()),
                "code", requests.code(mine.get()).text(), "today", Time.dateOf(time.instant())));
        model.put("answer", requests.answer(all.getFirst()).orElse(null));
        return new ModelAndView("request/receipt", model);
    }

    @GetMapping("/track/{id}")
    ModelAndView track(@PathVariable UUID id, HttpServletRequest request) {
        return tracking.filings(request).isEmpty() ? seeOther("/track") : page(tracking.see(id, request), null, "");
    }

    private ModelAndView page(Tracking.Seen seen, @Nullable Refusal refusal, String words) {
        var model = new HashMap<String, Object>(Map.of("view", tracker.view(seen), "words", words, "fault", refusal == null ? "" : refusal.sentence()));
        var page = new ModelAndView("request/track", model);
        page.setStatus(refusal == null ? HttpStatus.OK : HttpStatus.valueOf(refusal.reason().status()));
        return page;
    }

    /** Withdraws, corrects, gives reasons, adds. */
    @PostMapping("/track/{id}/moves")
    ModelAndView move(@PathVariable UUID id, @RequestParam(defaultValue = "") String move, @RequestParam(defaultValue = "") String remark,
            @RequestParam(required = false) @Nullable List<MultipartFile> files, HttpServletRequest request) {
        var seen = tracking.see(id, request);
        return act(seen, remark, () -> {
            var wanted = RequestMove.of(move).orElseThrow(() -> Refusal.invalid("请选择要做什么。"));
            applying.add(new Wanted(id, wanted, null, remark, Map.of()), FilingPages.uploads(files));
        });
    }

    /** How the answer is to come. */
    @PostMapping("/track/{id}/way")
    ModelAndView way(@PathVariable UUID id, @RequestParam(defaultValue = "") String form, @RequestParam(defaultValue = "") String delivery, HttpServletRequest request) {
        var seen = tracking.see(id, request);
        return act(seen, "", () -> {
            var applicant = requests.applicant(seen.filing());
            if (!FilingForm.FORMS.contains(form)) {
                throw Refusal.invalid("请选择希望以什么形式提供。");
            }
            FilingForm.way(delivery, applicant.mail(), applicant.address()).values().stream().findFirst().ifPresent(sentence -> {
                throw Refusal.invalid(FilingForm.WAYS.contains(delivery) ? "申请时没有留这种联系方式，请在“补充说明”里写明。" : sentence);
            });
            applying.changeWay(id, form, delivery);
        });
    }

    private ModelAndView act(Tracking.Seen seen, String words, Runnable act) {
        try {
            act.run();
            return seeOther("/track/" + seen.one().id());
        } catch (Refusal refusal) {
            return switch (refusal.reason()) {
                case INVALID, CONFLICT, TOO_LARGE, UNPROCESSABLE -> page(seen, refusal, words);
                default -> throw refusal;
            };
        }
    }

    /** The last day, for the applicant's own calendar. @throws Refusal CONFLICT while there is none */
    @GetMapping("/track/{id}/due.ics")
    ResponseEntity<String> due(@PathVariable UUID id, HttpServletRequest request) {
        var one = tracking.see(id, request).one();
        var due = requests.answer(one).flatMap(answer -> Optional.ofNullable(answer.due())).filter(_ -> one.stage().isOpen())
                .orElseThrow(() -> Refusal.conflict("现在没有答复的期限可以记：还没有起算、正在暂停，或者已经办完。"));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + one.number() + ".ics\"")
                .body(DueFile.of(one, due, offices.byId(one.office()).orElseThrow().name(), site.of("/track/" + id), time.instant()));
    }

    /** What he sent, and what was given to him. */
    @GetMapping("/track/{id}/papers/{paper}")
    ResponseEntity<InputStreamResource> paper(@PathVariable UUID id, @PathVariable UUID paper, HttpServletRequest request) throws IOException {
        var seen = tracking.see(id, request);
        var found = papers.see(id, paper, seen.viewer());
        return file(papers.open(found), found.name(), papers.type(found), found.size());
    }

    /** What was written to him: notices and the answer, as PDF, OFD or Word. */
    @GetMapping("/track/{id}/letters/{letter}.{form}")
    ResponseEntity<byte[]> letter(@PathVariable UUID id, @PathVariable UUID letter, @PathVariable String form, HttpServletRequest request) {
        var seen = tracking.see(id, request);
        var sent = letters.see(id, letter, seen.viewer());
        var bytes = switch (form) {
            case "pdf" -> files.pdf(sent.letter());
            case "ofd" -> files.ofd(sent.letter());
            case "docx" -> files.docx(sent.letter());
            default -> throw Refusal.notFound("只有PDF、OFD和Word三种格式。");
        };
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(sent.number() + "." + form, StandardCharsets.UTF_8).build().toString())
                .body(bytes);
    }

    static ResponseEntity<InputStreamResource> file(InputStream in, String name, String type, long size) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).contentType(MediaType.parseMediaType(type)).contentLength(size)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'")
                .body(new InputStreamResource(in));
    }

    static ModelAndView seeOther(String path) {
        var view = new RedirectView(path);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExpandUriTemplateVariables(false);
        return new ModelAndView(view);
    }
}
