package openland.request.web;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import openland.base.Refusal;
import openland.base.Time;
import openland.calendar.Derived;
import openland.disclosure.Disclosures;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Offices;
import openland.page.SiteUrl;
import openland.request.Filing;
import openland.request.FilingRequests;
import openland.request.InformationRequest;
import openland.request.Letters;
import openland.request.RequestSight;
import openland.request.SentLetter;
import openland.request.QueryCode;
import openland.request.RequestDesk;
import openland.request.RequestDesks;
import openland.request.Requests;
import openland.request.TakingAtCounter;
import openland.request.TakingAtCounter.Brought;
import openland.search.Hit;
import openland.search.Question;
import openland.search.Search;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import jakarta.servlet.http.HttpServletResponse;

/** The counter (窗口): register, search and answer on one page while the citizen waits; then his receipt. */
@Controller
public class CounterPages {
    private static final int HITS = 5;

    private final TakingAtCounter taking;
    private final FilingRequests filing;
    private final Requests requests;
    private final Applicants applicants;
    private final Letters letters;
    private final RequestDesks desks;
    private final Search search;
    private final Disclosures disclosures;
    private final Offices offices;
    private final SiteUrl site;
    private final InstantSource time;

    CounterPages(TakingAtCounter taking, FilingRequests filing, Requests requests, Applicants applicants, Letters letters, RequestDesks desks, Search search, Disclosures disclosures, Offices offices, SiteUrl site,
            InstantSource time) {
        this.taking = taking;
        this.filing = filing;
        this.requests = requests;
        this.applicants = applicants;
        this.letters = letters;
        this.desks = desks;
        this.search = search;
        this.disclosures = disclosures;
        this.offices = offices;
        this.site = site;
        this.time = time;
    }

    /**
     * The page.
     *
     * @param sought what was looked for; null when nothing was
     */
    public record Counter(CounterForm form, String office, @Nullable String sought, List<Hit> hits, String said, String fault) {}

    @GetMapping("/desk/requests/new")
    ModelAndView fresh(Officer officer) {
        return page(CounterForm.fresh(Time.dateOf(time.instant())), office(officer), null, "", "");
    }

    @PostMapping("/desk/requests/new")
    ModelAndView act(@RequestParam Map<String, String> parameters, @RequestParam @Nullable List<MultipartFile> identity, @RequestParam @Nullable List<MultipartFile> papers,
            Officer officer) {
        var office = office(officer);
        var form = CounterForm.of(parameters);
        try {
            return switch (parameters.getOrDefault("act", "")) {
                case "look" -> page(form, office, form.sought(), "", "");
                case "more" -> page(form.longer(), office, null, "", "");
                case "answer" -> receipt(taking.answer(lying(form, office, identity, papers), found(form), officer).filing().id(), "answered");
                case "file" -> receipt(taking.take(lying(form, office, identity, papers), officer).filing().id(), "filed");
                default -> throw Refusal.invalid("请用页面上的按钮。");
            };
        } catch (Refusal refusal) {
            return switch (refusal.reason()) {
                case INVALID, CONFLICT, UNPROCESSABLE, TOO_LARGE, UNAVAILABLE -> {
                    var page = page(form, office, null, "", refusal.sentence());
                    page.setStatus(HttpStatus.valueOf(refusal.reason().status()));
                    yield page;
                }
                default -> throw refusal;
            };
        }
    }

    /** Where the piece that was chosen can be found, in the words of the letter. @throws Refusal INVALID when none was chosen */
    private String found(CounterForm form) {
        try {
            var piece = disclosures.current(UUID.fromString(form.of("piece"))).orElseThrow(() -> Refusal.invalid("这件信息已经不在公开，请再查一查。")).projection();
            return "“" + piece.title() + "”（索引号：" + piece.indexNumber() + "）已经在本网站公开，网址：" + site.of("/disclosures/" + form.of("piece"));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("请先“查一查”，选一件查到的信息，再当场答复。");
        }
    }

    private static ModelAndView receipt(UUID filed, String done) {
        return new ModelAndView("redirect:/desk/requests/filings/" + filed + "?done=" + done);
    }

    private TakingAtCounter.Lying lying(CounterForm form, UUID office, @Nullable List<MultipartFile> identity, @Nullable List<MultipartFile> papers) {
        return new TakingAtCounter.Lying(form.filing(office), form.of("sort"), brought(identity), brought(papers));
    }

    private static List<Brought> brought(@Nullable List<MultipartFile> files) {
        var brought = new ArrayList<Brought>();
        for (var file : files == null ? List.<MultipartFile>of() : files) {
            var name = file.getOriginalFilename();
            if (!file.isEmpty() && name != null) {
                try {
                    brought.add(new Brought(name, file.getBytes()));
                } catch (IOException e) {
                    throw Refusal.invalid("文件没有传完，请再传一次。");
                }
            }
        }
        return brought;
    }

    /** Where he sits, or the first office for which he takes requests. @throws Refusal FORBIDDEN for whoever takes none */
    private static UUID office(Officer officer) {
        if (officer.holdsOneOf(FilingRequests.ENTERING, officer.office())) {
            return officer.office();
        }
        return officer.posts().stream().filter(held -> FilingRequests.ENTERING.contains(held.post())).map(Officer.Holding::office).findFirst()
                .orElseThrow(() -> Refusal.forbidden("登记申请由窗口岗、拟稿岗办理，您没有这些岗位。"));
    }

    private ModelAndView page(CounterForm form, UUID office, @Nullable String sought, String said, String fault) {
        var hits = sought == null || sought.isEmpty() ? List.<Hit>of() : hits(sought);
        return new ModelAndView("request/counter", Map.of("counter", new Counter(form, offices.byId(office).map(Office::name).orElse(""), sought, hits, said, fault)));
    }

    private List<Hit> hits(String sought) {
        var question = Question.of(sought);
        var found = search.find(new Question(question.q(), null, null, null, null, null, null, null, null, null, question.sort(), null, HITS));
        return found.noGoodAnswer() ? found.near().stream().limit(HITS).toList() : found.hits();
    }

    /**
     * A receipt (受理回执) to print.
     *
     * @param tracking where the applicant looks it up
     */
    public record Receipt(Filing filing, String applicant, String office, RequestDesk desk, List<Received> requests, QueryCode code, String tracking, String said) {}

    /** One of its requests. @param why how its last day came about; empty before it is received. @param letters what is there to be printed */
    public record Received(InformationRequest one, @Nullable String due, boolean provisional, List<Derived> why, List<SentLetter> letters) {}

    @GetMapping("/desk/requests/filings/{filing}")
    ModelAndView receipt(@PathVariable("filing") UUID id, @RequestParam @Nullable String done, Officer officer, HttpServletResponse response) {
        var of = requests.ofFiling(id);
        var kept = applicants.filing(of, officer);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        var received = of.stream().map(one -> received(one, officer)).toList();
        return new ModelAndView("request/counter-receipt", Map.of("receipt", new Receipt(kept, requests.applicant(kept).name(), offices.byId(kept.office()).map(Office::name).orElse(""),
                desks.of(kept.office()), received, requests.code(kept), site.of("/track"), done == null ? "" : said(done))));
    }

    private static String said(String done) {
        return switch (done) {
            case "code" -> "查询码已换，原来的不能再用。";
            case "answered" -> "已登记，并当场答复。";
            default -> "已登记。请打印回执交给申请人，查询码请申请人收好。";
        };
    }

    private Received received(InformationRequest one, Officer officer) {
        var answer = requests.answer(one).orElse(null);
        var due = answer == null ? null : answer.due();
        return new Received(one, due == null ? null : openland.page.Dates.words(due.date()), due != null && due.provisional(), answer == null ? List.of() : answer.derivation(),
                letters.of(one, new RequestSight.Viewer.AnOfficer(officer)));
    }

    @PostMapping("/desk/requests/filings/{filing}/code")
    ModelAndView newCode(@PathVariable("filing") UUID id, Officer officer) {
        applicants.filing(requests.ofFiling(id), officer);
        filing.newCode(id, officer);
        return receipt(id, "code");
    }
}
